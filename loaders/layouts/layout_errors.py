"""Where in a layout file something is wrong: the YAML read with the line of every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text

if TYPE_CHECKING:
    from pydantic import ValidationError

_WORDS = {
    "missing": Text("この項目が必要です", "is needed"),
    "extra_forbidden": Text("知らない項目です", "is not known"),
    "unknown_fact": Text(
        "「{name}」という事実はありません。means に書ける名前は keikaku layout が示します",
        "{name} is no fact; keikaku layout lists those that means may name",
    ),
    "literal_error": Text("使えない値です（{expected}）", "is none of {expected}"),
}


@dataclass(frozen=True)
class Located:
    """The data of a file, and the line of the value at each path."""

    path: Path
    value: Any
    lines: dict[tuple[str | int, ...], int]

    def refusal(self, error: ValidationError) -> SourceError:
        """One line that says where and what, for the first of the mistakes."""
        first = error.errors()[0]
        at: Sequence[str | int] = [
            part for part in first["loc"] if not isinstance(part, str) or part.isidentifier()
        ]
        line = next(
            (
                self.lines[tuple(at[:n])]
                for n in range(len(at), -1, -1)
                if tuple(at[:n]) in self.lines
            ),
            1,
        )
        told = _WORDS.get(first["type"])
        context = {"expected": "", "name": "", **first.get("ctx", {})}
        where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in at)
        ja = told.ja.format(**context) if told else "値の形が正しくありません"
        en = told.en.format(**context) if told else first["msg"]
        return SourceError(
            Text(
                f"{self.path}:{line}: 様式定義の「{where}」: {ja}。",
                f"{self.path}:{line}: {where} of the layout: {en}.",
            )
        )


def located(path: Path, text: str) -> Located:
    """Read YAML with the line of every value.

    Raises :class:`keikaku.graph.errors.SourceError` where it is no YAML.
    """
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise SourceError(
            Text(
                f"{path}:{line}: YAMLとして読めません。字下げと「:」の後の空白を確認してください。",
                f"{path}:{line}: is no YAML; check indentation and the space after each colon.",
            )
        ) from error
    if not isinstance(value, dict):
        raise SourceError(Text(f"{path}:1: 様式定義ではありません。", f"{path}:1: is no layout."))
    lines: dict[tuple[str | int, ...], int] = {}
    _walk(root, (), lines)
    return Located(path, value, lines)


def _walk(node: Any, at: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int]) -> None:
    import yaml

    lines[at] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _walk(value, (*at, key.value), lines)
            lines[*at, key.value] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*at, index), lines)
