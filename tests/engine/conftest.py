"""The engines under test; Spark is a real cluster of two executors, started once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from variorum.engine import Engine, Setup, make

MASTER = "local-cluster[2,1,1024]"
OPTIONS = {"spark.task.maxFailures": "1", "spark.sql.shuffle.partitions": "2"}
Open = Callable[[], Engine]


@pytest.fixture(scope="session")
def spark_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Open for all tests: engines find it and leave it open."""
    if find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    from variorum.engine.cluster.session import open_session

    session = open_session(Setup(master=MASTER, options=OPTIONS), tmp_path_factory.mktemp("spark"))
    yield
    session.stop()


@pytest.fixture(params=["serial", "local", pytest.param("spark", marks=[pytest.mark.spark, pytest.mark.timeout(600)])])
def name(request: pytest.FixtureRequest) -> str:
    if request.param == "spark":
        request.getfixturevalue("spark_session")
    return str(request.param)


@pytest.fixture
def opened(name: str, tmp_path: Path) -> Iterator[Open]:
    """Opens an engine on the test's work folder, as a new run would."""
    engines: list[Engine] = []

    def one() -> Engine:
        engines.append(make(name, Setup(processes=2, work=str(tmp_path / "work"), options=OPTIONS)))
        return engines[-1]

    yield one
    for engine in engines:
        engine.close()


@pytest.fixture
def engine(opened: Open) -> Engine:
    return opened()
