"""Throw damaged documents at the loader: `python -m benchmarks.fuzz [--count 20000]`.

For every input, the loader returns records that are a valid graph, or raises a KeikakuError that
says what is wrong, in bounded time. Every failure is kept as a file for inspection. Exits 1 if
there was one.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from keikaku import loaders
from keikaku.graph import jsonfile, validation
from keikaku.graph.errors import GraphError, KeikakuError
from tests.generator.corpus import corpus
from tests.generator.mutate import mutated

SECONDS = 2.0
SECONDS_PER_MEGABYTE = 20.0
GIVE_UP = 20.0


class TooSlowError(Exception):
    """The loader was still at work after :data:`GIVE_UP` seconds of processor time."""


def _give_up(*_: object) -> None:
    raise TooSlowError


def allow(seconds: float) -> None:
    """Give up after so many seconds of processor time, 0 for never; Windows just waits."""
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, _give_up)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _peak() -> str:
    """Return the most memory that a process took, where the system reports it."""
    if sys.platform == "win32":
        return "not reported by this system"
    import resource

    return f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damaged document."""

    seed: int
    kind: str
    seconds: float
    size: int
    trace: str = ""

    @property
    def failed(self) -> bool:
        """Return whether it did anything but load or refuse, or took too long for its size."""
        return self.kind not in ("loaded", "refused") or self.slow

    @property
    def slow(self) -> bool:
        """Return whether it took longer than its size allows."""
        return self.seconds > SECONDS + SECONDS_PER_MEGABYTE * self.size / 1e6


@cache
def _documents(extra: tuple[Path, ...]) -> tuple[bytes, ...]:
    return (*corpus(), *(path.read_bytes() for path in extra))


def damaged(seed: int, extra: tuple[Path, ...] = ()) -> bytes:
    """Return the damaged document of a seed."""
    documents = _documents(extra)
    return mutated(documents[seed % len(documents)], seed)


def attempt(seed: int, extra: tuple[Path, ...], folder: Path) -> Outcome:
    """Load one damaged document, and check the result against the model."""
    data = damaged(seed, extra)
    source = folder / f"damaged-{seed}-plan.txt"
    source.write_bytes(data)
    began = time.process_time()
    kind, trace = "loaded", ""
    allow(GIVE_UP)
    try:
        records = loaders.load(source)
        seconds = time.process_time() - began
        validation.validate(json.loads(jsonfile.dumps(records).encode("utf-8")))
    except KeikakuError as error:
        seconds = time.process_time() - began
        kind = "refused" if not isinstance(error, GraphError) else "invalid"
        trace = "" if kind == "refused" else str(error)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what we look for)
        seconds = time.process_time() - began
        kind, trace = type(error).__name__, traceback.format_exc()
    finally:
        allow(0)
    outcome = Outcome(seed, kind, seconds, len(data), trace)
    if not outcome.failed:
        source.unlink()
    return outcome


def _attempt(task: tuple[int, tuple[Path, ...], Path]) -> Outcome:
    return attempt(*task)


def where(outcome: Outcome) -> str:
    """Return what failures with one cause have in common: the last line of ours, and the error."""
    ours = [line.strip() for line in outcome.trace.splitlines() if 'File "' in line]
    last = outcome.trace.strip().splitlines()[-1] if outcome.trace else "too slow"
    reason = re.sub(r"[\w.\[\]]*\d[\w./\[\]-]*", "N", last)
    return f"{ours[-1].split('/')[-1] if ours else ''} {reason[:160]}"


def _report(outcomes: list[Outcome], folder: Path, seconds: float) -> None:
    kinds = Counter(one.kind for one in outcomes)
    slowest = max(outcomes, key=lambda one: one.seconds)
    print(f"{len(outcomes)} damaged documents in {seconds:.0f} s: {dict(kinds.most_common())}")
    print(f"slowest {slowest.seconds:.2f} s for {slowest.size / 1e6:.2f} MB, seed {slowest.seed}")
    print(f"peak memory of a process: {_peak()}")
    failed = [one for one in outcomes if one.failed]
    for place, count in Counter(map(where, failed)).most_common():
        seed = next(one.seed for one in failed if where(one) == place)
        print(f"  {count} x {place} (seed {seed})")
    print(f"{len(failed)} failures" + (f", kept in {folder}" if failed else ""))


def main(arguments: list[str] | None = None) -> int:
    """Run so many damaged documents; return 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.fuzz")
    parser.add_argument("sources", nargs="*", type=Path, help="further documents to damage")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="keikaku-fuzz-"))
    extra = tuple(options.sources)
    tasks = ((seed, extra, folder) for seed in range(options.first, options.first + options.count))
    began = time.perf_counter()
    with multiprocessing.Pool(options.processes) as pool:
        outcomes = []
        for outcome in pool.imap_unordered(_attempt, tasks, chunksize=20):
            outcomes.append(outcome)
            if outcome.failed:
                print(f"seed {outcome.seed}: {where(outcome)}", flush=True)
    _report(outcomes, folder, time.perf_counter() - began)
    if any(one.failed for one in outcomes):
        return 1
    folder.rmdir()
    return 0


if __name__ == "__main__":
    sys.exit(main())
