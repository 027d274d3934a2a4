"""The Spark session: what a laptop and a cluster need to be told, and nothing that the user has said already."""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.engine.base import Setup
from variorum.errors import EngineError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
QUIET = """rootLogger.level = error
logger.gateway.name = org.apache.spark.api.python.PythonGatewayServer
logger.gateway.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n%ex
"""
OURS = {
    "spark.app.name": "variorum",
    # Rows may hold megabytes: a batch ends at 64 MiB where Spark can count bytes (4.1), else at so many rows.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1024",
    "spark.sql.execution.arrow.maxBytesPerBatch": "64m",
    # A task is minutes of parsing, not hours: input is cut finer than Spark would for plain SQL.
    "spark.sql.files.maxPartitionBytes": "8m",
    "spark.sql.files.openCostInBytes": "64k",
    "spark.hadoop.parquet.block.size": str(8 << 20),
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.python.worker.reuse": "true",
    "spark.ui.showConsoleProgress": "false",
}


def open_session(setup: Setup, work: Path) -> SparkSession:
    """A session for that master. Raises EngineError when PySpark or Java is missing, or the master cannot be had."""
    from pyspark.conf import SparkConf
    from pyspark.sql import SparkSession

    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    said = _said(SparkConf)
    master = setup.master or said.get("spark.master", "local[*]")
    ours = {**OURS, **_environment(), **(_here(master, work) if master.startswith("local") else {})}
    conf = {**ours, **said, **setup.options}
    if master.startswith("local"):  # PySpark asks the environment which Python the workers are, not its settings
        os.environ.setdefault("PYSPARK_PYTHON", conf["spark.pyspark.python"])
    builder: Any = SparkSession.builder
    for name, value in sorted(conf.items()):
        builder = builder.config(name, value)
    try:
        with _home(master, work):
            session: SparkSession = builder.master(master).getOrCreate()
    except Exception as error:
        raise EngineError(
            f"Spark did not start with the master {master!r}: {_first(error)}",
            fix="check the master's address, and that Java 17 or later is the first on the path",
        ) from error
    if master.startswith("local"):
        session.sparkContext.setLogLevel("OFF")  # what fails is told as an EngineError; executors keep their own logs
    return session


def active() -> SparkSession | None:
    """The session that is open already, as in a notebook; whoever opened it closes it.

    Raises EngineError when PySpark or Java is missing.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise EngineError("the engine 'spark' needs PySpark", fix='pip install "variorum[spark]"') from None
    java = os.environ.get("JAVA_HOME")
    if not shutil.which("java", path=f"{java}/bin" if java else None):
        raise EngineError("the engine 'spark' needs Java", fix="install Java 17 or later and put it on the path")
    return SparkSession.getActiveSession()


def _said(conf: Any) -> dict[str, str]:
    """What spark-submit or a session that is open already has set."""
    if "PYSPARK_GATEWAY_PORT" not in os.environ:
        return {}
    from pyspark import SparkContext

    SparkContext._ensure_initialized()
    return dict(conf().getAll())


def _environment() -> dict[str, str]:
    """One thread per worker: there is one of them per core already."""
    return {f"spark.executorEnv.{name}": "1" for name in THREADS}


def _here(master: str, work: Path) -> dict[str, str]:
    """What a master on this machine needs: our Python and our modules, the loopback, silence."""
    quiet = work / "log4j2.properties"
    work.mkdir(parents=True, exist_ok=True)
    quiet.write_text(QUIET)
    # Short steps on few cores: what the JVM would spend on compiling and on parallel collecting, Python can use.
    java = f"-Dlog4j2.configurationFile={quiet.resolve().as_uri()} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    conf = {
        "spark.pyspark.python": sys.executable,
        "spark.pyspark.driver.python": sys.executable,
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(str(Path(p).resolve()) for p in sys.path),
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": java,
        "spark.executor.extraJavaOptions": java,
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),
        "spark.local.dir": str((work / "spark-local").resolve()),
    }
    if memory := re.fullmatch(r"local-cluster\[\d+,\d+,(\d+)\]", master.replace(" ", "")):
        conf["spark.executor.memory"] = f"{memory[1]}m"
    return conf


@contextmanager
def _home(master: str, work: Path) -> Iterator[None]:
    """`local-cluster` starts its executors from SPARK_HOME and writes their logs there: a folder of ours that links to
    the installed package, unless the user has named one."""
    if not master.startswith("local-cluster") or "SPARK_HOME" in os.environ:
        yield
        return
    import pyspark

    home = work / "spark-home"
    home.mkdir(parents=True, exist_ok=True)
    for part in ("bin", "jars", "python", "sbin"):
        link = home / part
        if not link.is_symlink():
            link.symlink_to(Path(pyspark.__file__).parent / part)
    os.environ["SPARK_HOME"] = str(home.resolve())
    try:
        yield
    finally:
        del os.environ["SPARK_HOME"]


def _first(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
