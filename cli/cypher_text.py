"""A question as Cypher to paste: its parameters as a line, then its statement."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.open_graph import open as opened
from keikaku.queries.cypher.statements import build_statement
from keikaku.queries.registry import QUESTIONS

_NO_QUESTION = Text(
    "質問「{name}」はありません（あるのは {known}）。",
    "there is no question '{name}' (but {known}).",
)


def for_browser(question: Sequence[str], lang: Lang) -> str:
    """Return the text to paste into Neo4j Browser for the command line of a question.

    Names are looked up in the graph of its ``--graph``, or in the bundled one without it.

    Raises:
        KeikakuError: there is no such question, or its options are wrong.
    """
    from keikaku.cli.app import command

    name, *arguments = question
    if name not in QUESTIONS:
        raise KeikakuError(_NO_QUESTION.format(name=name, known=", ".join(QUESTIONS)))
    context = command(name).make_context(f"keikaku {name}", list(arguments), obj=lang)
    params: dict[str, Any] = context.params
    wanted = QUESTIONS[name].given_in(params)
    with opened(params["graph"]) as source:
        made = build_statement(name, source.directory, **wanted)
    return f":params {literal(made.values)}\n\n{made.statement};"


def literal(value: Any) -> str:
    """Return a value as Cypher writes it.

    >>> literal({"theme": ["theme/DX"], "basis": None})
    '{theme: ["theme/DX"], basis: null}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
