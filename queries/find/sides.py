"""The two things that ``find --compare`` puts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.expressions.resolve import Resolved, resolve
from keikaku.queries.expressions.tree import And, Comparison, Tree

_BELONGS_TO = {
    "Department": "department",
    "Goal": "goal",
    "Initiative": "initiative",
    "Theme": "theme",
    "Guideline": "guideline",
    "PlanDocument": "document",
}
"""The kinds to compare besides plans, and the field by which a node belongs to one of them."""
_TITLED = {"Goal", "Initiative", "Plan"}
_TWO = Text(
    "--compare には、比べるもの2つを指定してください。例: --compare 収納課 保育課",
    "--compare takes two names, for example --compare 収納課 保育課",
)
_AMONG = Text("比べるもの", "thing to compare")


class Side(NamedTuple):
    """One of the two things compared: its name, its kind, and its condition."""

    name: str
    kind: str
    condition: Resolved | None


_Candidate: TypeAlias = tuple[str, names.NameEntry]
"""A kind, and a node of it with its names."""


def sides_of(
    directory: Directory, kind: str, words: Sequence[str], within: str | None
) -> tuple[Side, ...]:
    """Return the two things of these words, with the condition of each on nodes of the kind.

    Raises:
        KeikakuError: there are not two words, or nothing or several things have such a name.
    """
    if len(words) != 2:
        raise KeikakuError(_TWO)
    candidates = _candidates(directory, words, within)
    entries = [entry for _, entry in candidates.values()]
    sides = []
    for word in words:
        node = names.choose(entries, word, _AMONG)[0]
        own, entry = candidates[node]
        condition = resolve(directory, kind, _belongs_to(kind, own, entry), within)
        sides.append(Side(_label(own, entry), own, condition))
    return tuple(sides)


def _candidates(
    directory: Directory, words: Sequence[str], within: str | None
) -> dict[str, _Candidate]:
    """Return what can be compared, by its node; a plan only by its whole name.

    A part of a title must not take the place of a department.
    """
    candidates = {
        entry.id: (kind, entry)
        for kind in _BELONGS_TO
        for entry in directory.names_of_kind(kind, within)
    }
    wanted = {names.fold(word) for word in words}
    for entry in directory.names_of_kind("Plan", within):
        if not wanted.isdisjoint(map(names.fold, entry.names)):
            candidates.setdefault(entry.id, ("Plan", entry))
    return candidates


def _label(kind: str, entry: names.NameEntry) -> str:
    number = _number_of(entry) if kind == "Plan" else None
    return " ".join(filter(None, (number, entry.names[0])))


def _belongs_to(kind: str, own: str, entry: names.NameEntry) -> Tree:
    """Return the condition that a node of a kind belongs to, or is, one of the things compared."""
    if own != kind:
        return Comparison(_BELONGS_TO.get(own, "plan"), "=", entry.id)
    title = Comparison("title" if own in _TITLED else "name", "=", entry.names[0])
    number = _number_of(entry) if own == "Plan" else None
    return And((Comparison("number", "=", number), title)) if number else title


def _number_of(entry: names.NameEntry) -> str | None:
    """Return the number of a plan, which its label has before its title."""
    title = entry.names[0]
    return next((name for name in entry.names[1:] if f"{name} {title}" in entry.names), None)
