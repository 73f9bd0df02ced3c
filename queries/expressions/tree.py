"""A condition as a tree: comparisons joined by and, or, not (条件式の木)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

Operator = Literal["=", "!=", ">=", "<=", ">", "<", "in"]

PRESENT, ABSENT, UNKNOWN = "有", "無し", "不明"
"""Values that ask for any value at all, for none, and for what the source leaves open."""

_PLAIN = re.compile(r"[^\s()（）=＝<>＜＞!！≧≦≠\"'「」『』,、%&|;^$`]+")
_KEYWORD = re.compile(r"(?:and|or|not|in|かつ|または|又は|以外)", re.IGNORECASE)


class Comparison(NamedTuple):
    """A field compared with a value; ``argument`` is in its brackets: 印(カウンターレス).

    ``at`` is the place of the field in the text, ``value_at`` that of the value.
    """

    field: str
    operator: Operator
    value: str
    argument: str | None = None
    at: int = 0
    value_at: int = 0


@dataclass(frozen=True, slots=True)
class Some:
    """How many of the things that a field leads to fulfil a condition: 指標(現況値=無し)>=2.

    ``value`` is a number, or 有 or 無し with ``=``; ``at`` is the place of the field in the text.
    """

    field: str
    inner: Tree
    operator: Operator = "="
    value: str = PRESENT
    at: int = 0
    value_at: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """A negated condition."""

    inner: Tree


@dataclass(frozen=True, slots=True)
class And:
    """Conditions that must all hold."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Conditions of which at least one must hold."""

    parts: tuple[Tree, ...]


Tree: TypeAlias = "Comparison | Some | Not | And | Or"


def both(*parts: Tree | None) -> Tree | None:
    """All parts together; None where there is none."""
    known = tuple(part for part in parts if part is not None)
    return known[0] if len(known) == 1 else And(known) if known else None


def either(*parts: Tree) -> Tree:
    """At least one of the parts."""
    return parts[0] if len(parts) == 1 else Or(parts)


def comparisons(tree: Tree | None) -> Iterator[Comparison]:
    """Return the comparisons of a tree, in their order.

    A condition in a field's brackets is on another kind; here the field counts as present instead.
    """
    if isinstance(tree, Comparison):
        yield tree
    elif isinstance(tree, Some):
        yield Comparison(tree.field, "=", PRESENT, None, tree.at)
    elif isinstance(tree, Not):
        yield from comparisons(tree.inner)
    elif tree is not None:
        for part in tree.parts:
            yield from comparisons(part)


def expression(tree: Tree) -> str:
    """Return the text of a tree, that parses to the same tree.

    >>> expression(And((Comparison("テーマ", "=", "DX"), Not(Comparison("所管課", "=", "A B")))))
    'テーマ=DX and not 所管課=「A B」'
    """
    if isinstance(tree, Comparison):
        name = tree.field + (f"({quoted(tree.argument)})" if tree.argument else "")
        if tree.operator == "in":
            return f"{quoted(tree.value)} in {name}"
        return f"{name}{tree.operator}{quoted(tree.value)}"
    if isinstance(tree, Some):
        return f"{tree.field}({expression(tree.inner)}){tree.operator}{quoted(tree.value)}"
    if isinstance(tree, Not):
        return f"not {_inner(tree.inner)}"
    word = " and " if isinstance(tree, And) else " or "
    return word.join(_inner(part) for part in tree.parts)


@cache
def _written() -> dict[str, Tree]:
    return {}


def written(tree: Tree) -> str:
    """Return the text of a tree, and keep the tree for :func:`remembered`."""
    text = expression(tree)
    _written()[text] = tree
    return text


def remembered(text: str) -> Tree | None:
    """Return the tree of a text that :func:`written` made in this run."""
    return _written().get(text)


def quoted(value: str) -> str:
    """Return a value as it is written in an expression, safe in any shell."""
    if _PLAIN.fullmatch(value) and not _KEYWORD.fullmatch(value):
        return value
    if "「" not in value and "」" not in value:
        return f"「{value}」"
    if "『" not in value and "』" not in value:
        return f"『{value}』"
    return "'" + value.replace("'", "’") + "'"


def _inner(tree: Tree) -> str:
    text = expression(tree)
    return f"({text})" if isinstance(tree, And | Or) else text
