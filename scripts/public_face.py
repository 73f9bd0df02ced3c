"""The stubs of the public face: what type checkers and editors read of ``keikaku``.

Its names are imported when they are first used, and the questions of an open graph are methods
that follow from their declarations; neither can be seen without running them.
"""

from __future__ import annotations

from importlib import import_module
from inspect import Parameter, signature
from itertools import groupby

from keikaku import PLACES
from keikaku.queries.declaring import Question
from keikaku.queries.registry import QUESTIONS

_MADE = "make docs writes this file."


def face() -> str:
    """Return the stub of ``keikaku``: where each of its names comes from."""
    lines = [f'"""The public face, as type checkers read it; {_MADE}"""', ""]
    places = sorted((module, there, name) for name, (module, there) in PLACES.items())
    for module, group in groupby(places, key=lambda place: place[0]):
        names = ", ".join(f"{there} as {name}" for _, there, name in group)
        lines.append(f"from {module} import {names}")
    listed = "".join(f'    "{name}",\n' for name in sorted(PLACES))
    table = "PLACES: dict[str, tuple[str, str]]"
    return "\n".join([*lines, "", f"__all__ = [\n{listed}]", "", table, ""])


def question_methods() -> str:
    """Return the stub of :mod:`keikaku.question_methods`: each question with its signature."""
    rows: dict[str, set[str]] = {}
    for question in QUESTIONS.values():
        for row in question.rows:
            module = getattr(import_module(question.module), row).__module__
            rows.setdefault(module, set()).add(row)
    imports = [f"from {module} import {', '.join(sorted(rows[module]))}" for module in sorted(rows)]
    return "\n".join(
        [
            f'"""The questions as methods, as type checkers read them; {_MADE}"""',
            "",
            "from collections.abc import Sequence",
            "from typing import Any",
            "",
            "from keikaku.queries.answers import Answer",
            *imports,
            "",
            "class QuestionMethods:",
            "    def question(self, name: str, **parameters: Any) -> Answer[Any]: ...",
            *(_method(question) for question in QUESTIONS.values()),
            "",
        ]
    )


def _method(question: Question) -> str:
    """Return a question as a method: the signature of its answer, with the graph left out."""
    answer_signature = signature(import_module(question.module).answer)
    _, *parameters = answer_signature.parameters.values()
    arguments, is_keyword = ["self"], False
    for each in parameters:
        if each.kind == Parameter.KEYWORD_ONLY and not is_keyword:
            arguments.append("*")
            is_keyword = True
        default = "" if each.default is Parameter.empty else f" = {each.default!r}"
        arguments.append(f"{each.name}: {each.annotation}{default}")
    lines = "".join(f"        {each},\n" for each in arguments)
    return (
        f"    def {question.name}(\n{lines}    ) -> {answer_signature.return_annotation}:\n"
        f'        """{question.help.en}"""'
    )
