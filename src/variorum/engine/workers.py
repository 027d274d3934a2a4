"""Who does the jobs: this process, or processes of its own."""

from __future__ import annotations

import gc
import os
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from variorum.errors import EngineError, VariorumError
from variorum.text.garbage import RARE

R = TypeVar("R")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ARROW_IO_THREADS")


COLLECTED = (RARE, 20, 50)
"""Objects made, and rounds, after which Python looks for garbage in rings: models and tables are large and stay,
records hold no rings, and every look walks through all of them."""


class Job(Protocol):
    """Something to do; `label` says which part of its step it is."""

    @property
    def label(self) -> str: ...

    def do(self) -> Any: ...


class Failed(Struct, frozen=True):
    """What a worker sends back when a job went wrong."""

    error: VariorumError


def attempt(step: str, job: Job) -> Any:
    """Do the job. Raises EngineError, with the step and the part, whatever goes wrong inside."""
    with told(step, job.label):
        result = job.do()
    _give_back()
    return result


def _give_back() -> None:
    """Hand back the memory of tables that are gone: Arrow keeps it, some 100 MB after 500 articles of one process."""
    import pyarrow as pa

    pa.default_memory_pool().release_unused()


@contextmanager
def told(step: str, label: str) -> Iterator[None]:
    """Whatever goes wrong inside becomes an EngineError that names the step and its part."""
    try:
        yield
    except VariorumError:
        raise
    except MemoryError as error:
        raise EngineError(
            f"step {step!r} ran out of memory at {label}",
            fix="use fewer processes, or give them more memory; what is done so far is kept",
        ) from error
    except OSError as error:
        raise EngineError(
            f"step {step!r} could not read or write at {label}: {error}",
            fix="make room on the disk or correct the rights of the work folder, then run again: what is done is kept",
        ) from error
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        raise EngineError(
            f"step {step!r} failed at {label}: {type(error).__name__}: {error} ({at.name}, line {at.lineno})",
            fix="this is a fault of the program, please report it; what is done so far is kept",
        ) from error


class Here:
    """One job after the other in this process."""

    def do(self, step: str, jobs: Sequence[Job], tell: Callable[[int], None]) -> list[Any]:
        """The results of all jobs, in their order."""
        results = []
        for job in jobs:
            results.append(attempt(step, job))
            tell(len(results))
        return results

    def close(self) -> None:
        """Nothing to end."""


class Worker(Struct, frozen=True):
    """A process and our end of its pipe."""

    process: Any
    pipe: Connection


class Processes:
    """A few processes that live as long as this object, so that each loads the models once.

    Each has one job at a time: when a process dies, it is known which job it took along.
    """

    def __init__(self, count: int) -> None:
        self.count = max(1, count)
        self._workers: list[Worker] = []

    def do(self, step: str, jobs: Sequence[Job], tell: Callable[[int], None]) -> list[Any]:
        """The results of all jobs, in their order. Raises EngineError at the first that fails, and ends the others."""
        results: dict[int, Any] = {}
        try:
            for number, result in self._done(step, jobs):
                if isinstance(result, Failed):
                    raise result.error
                results[number] = result
                tell(len(results))
        except BaseException:
            self.close()
            raise
        return [results[n] for n in range(len(jobs))]

    def _done(self, step: str, jobs: Sequence[Job]) -> Iterator[tuple[int, Any]]:
        waiting = deque(range(len(jobs)))
        busy: dict[Connection, tuple[Worker, int]] = {}
        for worker in self._started(min(self.count, len(jobs))):
            number = waiting.popleft()
            _hand(step, jobs[number], worker)
            busy[worker.pipe] = (worker, number)
        while busy:
            for pipe in wait(list(busy)):
                assert isinstance(pipe, Connection)
                worker, number = busy.pop(pipe)
                yield number, _result(step, jobs[number], worker)
                if waiting:
                    number = waiting.popleft()
                    _hand(step, jobs[number], worker)
                    busy[pipe] = (worker, number)

    def _started(self, count: int) -> list[Worker]:
        with one_thread():
            while len(self._workers) < count:
                context = get_context("spawn")  # fork would copy a parser whose threads are gone
                ours, theirs = context.Pipe()
                process = context.Process(target=_serve, args=(theirs,), daemon=True)
                process.start()
                theirs.close()  # so that a dead process shows as the end of the pipe
                self._workers.append(Worker(process, ours))
        return self._workers[:count]

    def close(self) -> None:
        """End the processes; what they were at is lost, which costs one part each."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _hand(step: str, job: Job, worker: Worker) -> None:
    try:
        data = pickle.dumps((step, job))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise EngineError(
            f"step {step!r} cannot travel to another process: {error}",
            fix="make its function one of a module, or functools.partial of one",
        ) from error
    try:
        worker.pipe.send_bytes(data)
    except OSError:
        raise _died(step, job, worker) from None


def _result(step: str, job: Job, worker: Worker) -> Any:
    try:
        return worker.pipe.recv()
    except (EOFError, OSError):
        raise _died(step, job, worker) from None


def _died(step: str, job: Job, worker: Worker) -> EngineError:
    worker.process.join(5)
    code = worker.process.exitcode
    how = f"killed by signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return EngineError(
        f"step {step!r}: the process that worked on {job.label} died ({how})",
        fix="most often memory ran out: use fewer processes and run again; what is done so far is kept",
    )


def _serve(pipe: Connection) -> None:
    """A worker's life: jobs in, results out, until the other end closes."""
    gc.set_threshold(*COLLECTED)
    while True:
        try:
            step, job = pickle.loads(pipe.recv_bytes())
        except (EOFError, OSError):
            return
        except Exception as error:
            result: Any = Failed(
                EngineError(f"a job did not arrive: {error!r}", fix="see that workers import the same code")
            )
        else:
            result = _safely(step, job)
        try:
            pipe.send(result)
        except OSError:
            return  # nobody is there any more


def _safely(step: str, job: Job) -> Any:
    try:
        return attempt(step, job)
    except VariorumError as error:
        return Failed(error)


@contextmanager
def one_thread() -> Iterator[None]:
    """Children started inside compute with one thread each: there is one of them per core already."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
