"""The cost of the plans of a whole country, and its goals: ``python -m benchmarks.scale``.

Prints a table of figures and goals: a folder of tables (``--tables rs2024``) as a file and in a
server; a file of many documents; a chain of plans that depend on each other; and a server
(``--cities``) that the bulk import fills and every question is asked of all documents. Times are by
the clock, those of questions to the server the best of three. With ``--computing`` they are the
seconds that processors worked, of this process and of the server together: the right ones where
other work shares the machine. Goals are those for 1,741 documents: with fewer, what grows with
their number is multiplied out and marked ``calculated``.

``--growth`` prints how the questions grow with the number of documents in one server instead.
What a push that is killed leaves behind is measured by ``python -m benchmarks.reliability``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import scale_files, scale_server
from benchmarks.figures import HEAD, Clock, Figure


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, figure by figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tables", type=Path, help="a folder of tables that a key joins")
    parser.add_argument("--file", type=int, default=200, help="documents in one file; 0 for none")
    parser.add_argument("--chain", type=int, default=2000, help="plans in a chain; 0 for none")
    parser.add_argument("--cities", type=int, default=100, help="in the server; 0 for none")
    parser.add_argument("--pushed", type=int, help="as many of them are pushed (else all)")
    parser.add_argument("--growth", type=int, nargs="+", help="numbers of documents in a server")
    parser.add_argument("--computing", action="store_true", help="processor time, not the clock")
    parser.add_argument("--heap", default="4g", help="memory of the server of the cities")
    parser.add_argument("--cache", default="2g", help="its page cache")
    options = parser.parse_args(arguments)
    clock = Clock(computing=options.computing)
    memory = (options.heap, options.cache)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.growth:
            scale_server.growth(clock, options.growth, folder)
            return
        print(HEAD)
        # A process counts the memory of the one that starts it: what reads graphs here comes last.
        parts: list[tuple[object, Callable[[], Iterator[Figure]]]] = [
            (options.tables, partial(scale_files.of_tables, clock, options.tables, folder)),
            (options.file, partial(scale_files.of_file, clock, options.file, folder)),
            (options.chain, partial(scale_files.of_chain, clock, options.chain, folder)),
            (options.tables, partial(scale_server.of_tables, clock, folder)),
            (
                options.cities,
                partial(
                    scale_server.of_cities,
                    clock,
                    options.cities,
                    options.pushed or options.cities,
                    folder,
                    memory,
                ),
            ),
        ]
        for wanted, part in parts:
            for figure in part() if wanted else ():
                print(figure, flush=True)


if __name__ == "__main__":
    main()
