"""What each sentence of the cases is understood as, kept word for word.

A case says which answer is right; the command that gives it, or the words that refuse, stand in
``kept.txt``. `python -m tests.queries.asking.kept` writes it anew, after a change that is
meant: look at the difference before you keep it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import keikaku
from keikaku.graph import bundled
from keikaku.graph.network import Graph
from keikaku.queries.sentences import understood
from tests.queries.asking.cases import BUNDLED, Case
from tests.queries.asking.check import outcome, read_as
from tests.queries.asking.counted_nouns import COUNTED_NOUNS
from tests.queries.asking.counters_and_needs import COUNTERS_AND_NEEDS
from tests.queries.asking.deeds_and_measures import BROAD_WORDS, DEEDS_AND_MEASURES, SEVERAL_FACTS
from tests.queries.asking.durations import DURATIONS
from tests.queries.asking.english import ENGLISH
from tests.queries.asking.everyday_words import EVERYDAY_WORDS
from tests.queries.asking.example_plan import EXAMPLE
from tests.queries.asking.facts import Facts
from tests.queries.asking.held_back import HELD_BACK
from tests.queries.asking.joints import JOINTS
from tests.queries.asking.nested_conditions import NESTED_CONDITIONS
from tests.queries.asking.noun_runs import NOUN_RUNS
from tests.queries.asking.parts_of_names import PARTS_OF_NAMES
from tests.queries.asking.plain import PLAIN
from tests.queries.asking.rare import RARE
from tests.queries.asking.roles import ROLES
from tests.queries.asking.shares_and_deeds import SHARES_AND_DEEDS
from tests.queries.asking.spoken import SPOKEN
from tests.queries.asking.traps import TRAPS
from tests.queries.asking.typed_by_five import TYPED_BY_FIVE
from tests.queries.asking.typed_by_six import TYPED_BY_SIX
from tests.queries.asking.typed_english import TYPED_ENGLISH
from tests.queries.asking.typed_refusals import TYPED_REFUSALS

CASES = [
    *BUNDLED,
    *HELD_BACK,
    *PLAIN,
    *TRAPS,
    *TYPED_BY_FIVE,
    *TYPED_BY_SIX,
    *TYPED_REFUSALS,
    *TYPED_ENGLISH,
    *DURATIONS,
    *NOUN_RUNS,
    *SPOKEN,
    *ENGLISH,
    *NESTED_CONDITIONS,
    *SHARES_AND_DEEDS,
    *PARTS_OF_NAMES,
    *COUNTED_NOUNS,
    *COUNTERS_AND_NEEDS,
    *ROLES,
    *JOINTS,
    *EVERYDAY_WORDS,
    *DEEDS_AND_MEASURES,
    *BROAD_WORDS,
    *SEVERAL_FACTS,
]
TODAY, TODAY_IN_EXAMPLE = "2024-07-01", "2027-07-01"
_FILE = Path(__file__).with_name("kept.txt")
_PLAN = Path(__file__).parents[3] / "examples" / "midorino-2026-plan.txt"


@cache
def kept() -> dict[str, str]:
    """Return what is kept of each sentence; of a new one there is nothing yet."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {sentence: said for sentence, _, said in (line.partition("\t") for line in lines)}


def example(folder: Path) -> tuple[Graph, Facts]:
    """Return the graph of the example plan, and the same to look facts up in."""
    file = folder / "example.json"
    graph = keikaku.load(_PLAN)
    keikaku.write(graph, file)
    return graph, Facts.of(file)


def line_of(case: Case, said: str, *, of_example: bool = False) -> tuple[str, str]:
    """Return by which words a case is kept, and what is kept of it, each in one line."""
    words = f"{case.sentence} (example)" if of_example else case.sentence
    return " ".join(words.split()), said.replace("\n", " / ")


def rare(graph: Graph, facts: Facts, sentence: str) -> str:
    """Return what a sentence without a case is read as."""
    return read_as(*understood(lambda _: graph, sentence, facts.names_of(graph)))


def _said(folder: Path) -> Iterator[tuple[str, str]]:
    os.environ["KEIKAKU_TODAY"] = TODAY
    graph, facts = keikaku.read(), Facts.of(bundled.path())
    for case in CASES:
        yield line_of(case, outcome(graph, facts, case)[1])
    for sentence in RARE:
        yield sentence, rare(graph, facts, sentence)
    os.environ["KEIKAKU_TODAY"] = TODAY_IN_EXAMPLE
    graph, facts = example(folder)
    for case in EXAMPLE:
        yield line_of(case, outcome(graph, facts, case)[1], of_example=True)


def main() -> None:
    """Write what each sentence is understood as."""
    with tempfile.TemporaryDirectory() as folder:
        lines = sorted(f"{words}\t{said}\n" for words, said in _said(Path(folder)))
    _FILE.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
