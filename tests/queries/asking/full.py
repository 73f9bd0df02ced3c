"""Sentences about a plan that holds every fact, and what each is read as.

Money, evaluations, a logic model, divisions and values by year are asked for that the bundled plan
does not have. ``full_kept.txt`` holds them, and `python -m tests.queries.asking.full` writes
anew what each is read as, after a change that is meant or for a new sentence: look at the
difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.queries.asking.tokens.lexicon import Names
from keikaku.queries.sentences import understood
from tests.makers.full_city import full_city
from tests.queries.asking.check import read_as

FILE = Path(__file__).with_name("full_kept.txt")
TODAY = "2027-07-01"


def sentences() -> list[str]:
    """Return what is asked: what stands before the tab of each line."""
    kept = FILE.read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in kept]


def lines() -> Iterator[str]:
    """Yield each sentence and what it is read as, or the words that refuse it."""
    graph = full_city()
    names = Names(lambda _: graph)
    for sentence in sentences():
        try:
            said = read_as(*understood(lambda _: graph, sentence, names))
        except KeikakuError as refusal:
            said = str(refusal)
        yield f"{sentence}\t{' / '.join(said.splitlines())}"


def main() -> None:
    """Write what each sentence is read as."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    text = "".join(f"{line}\n" for line in lines())
    FILE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
