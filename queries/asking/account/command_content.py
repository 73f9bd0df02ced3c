"""The content of a command: its values, fields, conditions and negations (命令の内容)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from keikaku.queries.asking.vocabulary.letters import fold, normal
from keikaku.queries.asking.vocabulary.reading import Reading
from keikaku.queries.expressions.field import Field
from keikaku.queries.expressions.fields import kind_named, words_of
from keikaku.queries.expressions.tree import (
    ABSENT,
    And,
    Comparison,
    Not,
    Or,
    Some,
    Tree,
    comparisons,
)
from keikaku.queries.names import fold as folded


class Said(NamedTuple):
    """The content of a command: values as compared, fields by their keys, and their joints."""

    reading: Reading
    kind: str
    values: frozenset[str]
    fields: Mapping[str, Field]
    conditions: tuple[Comparison, ...]
    negations: int

    def has(self, *keys: str) -> bool:
        """Return whether one of the fields, or how many values it has, is asked about."""
        return any(key in self.fields or f"{key}_count" in self.fields for key in keys)

    def gives(self, *names: str) -> bool:
        """Return whether one of the parameters is given."""
        return any(self.reading.parameters.get(name) for name in names)

    @property
    def lists(self) -> bool:
        """Whether things are listed, with how many they are."""
        return self.reading.question == "find" and not self.gives("top", "place", "of")

    @property
    def by_own_name(self) -> bool:
        """Whether one thing is asked for by its own name."""
        return any(each.field in {"指標名", "名称", "番号", "内容"} for each in self.conditions)


def said_by(reading: Reading) -> Said:
    """Return the content of a command."""
    kind = kind_named(str(reading.parameters.get("kind", "計画"))) or "Plan"
    conditions = tuple(_compared(reading.tree))
    options = [reading.parameters.get(name) for name in ("sort", "by", "of", "fields")]
    words = [c.field for c in conditions]
    words += [w.strip("-") for each in options if each for w in str(each).split(",")]
    known = words_of(kind)
    fields = {f.key: f for w in words if (f := known.get(folded(w))) is not None}
    for some in (part for part in parts_of(reading.tree) if isinstance(part, Some)):
        field = known[folded(some.field)]
        of_those = words_of(field.leads_to or kind)
        inner = (of_those.get(folded(c.field)) for c in _compared(some.inner))
        fields |= {field.key: field} | {f.key: f for f in inner if f is not None}
    values = [text for c in conditions for text in (c.value, c.argument) if text]
    for each in reading.parameters.values():
        values += str(each).replace("+", ",").replace("=", ",").split(",")
        values.append(str(each))
    among = reading.parameters.get("among")
    return Said(
        reading,
        kind,
        frozenset(fold(normal(value)) for value in [*values, *([among] if among else [])]),
        fields,
        conditions,
        _negative(reading.tree),
    )


def _compared(tree: Tree | None) -> Iterator[Comparison]:
    """Yield all comparisons, also those in the brackets of fields."""
    yield from comparisons(tree)
    for part in parts_of(tree):
        if isinstance(part, Some):
            yield Comparison(part.field, part.operator, part.value)
            yield from _compared(part.inner)


def _negative(tree: Tree | None) -> int:
    """Return the number of negations in a tree."""
    if isinstance(tree, Comparison):
        return int(tree.operator == "!=" or tree.value == ABSENT)
    if isinstance(tree, Some):
        return int(tree.value == ABSENT) + _negative(tree.inner)
    if isinstance(tree, Not):
        return 1 + _negative(tree.inner)
    return sum(map(_negative, tree.parts)) if tree is not None else 0


def parts_of(tree: Tree | None) -> Iterator[Tree]:
    """Yield a tree and all its parts, without those in the brackets of fields."""
    if tree is None:
        return
    yield tree
    if isinstance(tree, Not | Some):
        yield from parts_of(tree.inner)
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from parts_of(part)
