"""What every question answers about a plan that holds every fact, kept answer by answer.

``full_answers_kept.txt`` holds questions with their parameters, a line each, and behind ``=>`` the
answer, without what is empty in it. A question behind ``+`` is asked with a second document there.
`python -m tests.queries.full_answers` writes the answers anew, after a change that is meant: look
at the difference before you keep it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.merging import merge
from keikaku.graph.network import Graph
from keikaku.queries.answers import plain
from keikaku.queries.registry import ask
from tests.makers.full_city import full_city
from tests.queries.small_graph import small_graph

FILE = Path(__file__).with_name("full_answers_kept.txt")


def cases() -> Iterator[tuple[str, str]]:
    """Yield each question as it is asked, and what is kept of its answer."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        question, _, kept = line.partition(" => ")
        yield question, kept


@cache
def city(*, beside: bool) -> Graph:
    """Return the graph of the plan, with another city's document ``beside`` it or alone."""
    return merge([full_city(), small_graph()])[0] if beside else full_city()


def said(question: str) -> str:
    """Return what a question answers, or how it is refused."""
    name, _, parameters = question.removeprefix("+").partition(" ")
    try:
        answer = ask(name, city(beside=question.startswith("+")), **json.loads(parameters))
    except KeikakuError as refused:
        return f"refused: {refused}"
    return json.dumps(full(plain(answer)), ensure_ascii=False)


def full(value: Any) -> Any:
    """Return a value without what is empty in it."""
    if isinstance(value, dict):
        short = {key: full(each) for key, each in value.items()}
        return {key: each for key, each in short.items() if each not in (None, "", [], {})}
    return [full(each) for each in value] if isinstance(value, list) else value


def main() -> None:
    """Write what each question answers."""
    lines = [f"{question} => {said(question)}\n" for question, _ in cases()]
    FILE.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
