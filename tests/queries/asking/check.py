"""Whether an answer is what a case wants."""

from __future__ import annotations

import re
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.network import Graph
from keikaku.queries.registry import QUESTIONS, ask
from keikaku.queries.sentences import ParsedSentence, answer_to, understood
from tests.queries.asking.cases import Case
from tests.queries.asking.facts import Facts


def outcome(  # noqa: C901, PLR0911
    graph: Graph, facts: Facts, case: Case
) -> tuple[str, str]:
    """``right``, ``refused`` or ``wrong``, and how it was read, or what came instead."""
    try:
        parsed, words = understood(lambda _: graph, case.sentence, facts.names_of(graph))
    except KeikakuError as error:
        text = error.text.ja
        if case.kind == "two":
            return ("right" if len(error.items) == 2 else "refused"), text
        if case.kind == "refused" and case.wanted in text:
            return "right", text
        return "refused", text
    if case.kind == "command":
        fits = re.search(case.wanted, _plain(parsed.command))
        return ("right" if fits else "wrong"), read_as(parsed, words)
    if parsed.question not in QUESTIONS or case.kind == "two":
        return "wrong", parsed.command
    try:
        answer = answer_to(parsed, words, lambda name, **parameters: ask(name, graph, **parameters))
    except KeikakuError as error:
        return ("right" if case.kind == "refused" else "refused"), error.text.ja
    if case.kind == "refused":
        return "wrong", parsed.command
    wanted = case.wanted(facts) if callable(case.wanted) else case.wanted
    rows: Any
    if case.kind == "plans":
        rows = {n for row in answer.rows for n in _numbers(row)}
        wanted = set(wanted.split()) if isinstance(wanted, str) else wanted
    elif case.kind == "names":
        rows = {_name(row) for row in answer.rows if getattr(row, "count", 1)} - {""}
        wanted = _names(wanted)
    elif case.kind == "count":
        rows = (
            answer.totals[0].count
            if answer.question == "find" and answer.totals
            else len(answer.rows)
        )
    else:
        assert answer.totals
        rows = answer.totals[0].count, answer.totals[0].of
    if rows == wanted:
        return "right", read_as(parsed, words)
    return "wrong", f"{parsed.command}: {_short(rows)} not {_short(wanted)}"


def _plain(command: str) -> str:
    return command.replace("--start ", "").replace("--end ", "")


def _numbers(row: Any) -> list[str]:
    return [row.number] if hasattr(row, "number") else [each.number for each in row.plans]


def _name(row: Any) -> str:
    for name in ("group", "name", "department", "theme", "title"):
        if getattr(row, name, None) is not None:
            return str(getattr(row, name))
    return str(row)


def _names(wanted: Any) -> set[str]:
    return set(wanted.split()) if isinstance(wanted, str) else set(wanted)


def _short(value: Any) -> str:
    return str(sorted(value)[:6]) + f"({len(value)})" if isinstance(value, set) else str(value)


def read_as(parsed: ParsedSentence, words: Text | None) -> str:
    """Return a command, and what it is in words."""
    return parsed.command if words is None else f"{parsed.command}  [{words.ja}] [{words.en}]"
