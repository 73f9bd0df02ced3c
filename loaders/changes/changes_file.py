"""A file of changes (変更案): read strictly, every mistake named with its line, all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from keikaku.graph.changes.change_types import (
    Change,
    DropGuideline,
    DropPlan,
    HandOver,
    MergeDepartments,
    MovePlan,
    Rename,
    RequestedChange,
    Share,
    SplitDepartment,
)
from keikaku.graph.errors import KeikakuError, SourceError
from keikaku.graph.language import Text
from keikaku.loaders.changes.change_options import FORMS, REST
from keikaku.loaders.source import read_source
from keikaku.loaders.strict_yaml import YamlText

PAGE = "docs/compare.md"
VERSION = "1"
_HEAD = ("keikaku-changes", "changes")
_WITH: dict[str, tuple[str, ...]] = {
    "merge-departments": ("into",),
    "rename": ("to",),
    "split-department": ("into",),
    "move-plan": ("to",),
    "hand-over": ("to",),
}
"""What each change needs besides itself."""

_WRONG = Text(
    "{file}: 変更案に誤りが{n}件あります。何も変更していません。直してから再度実行してください。",
    "{file}: mistakes in the changes: {n}. Nothing was changed; mend them and run again.",
)
_PLACE = Text("{file} {line}行目", "{file} line {line}")


def read(path: Path) -> list[RequestedChange]:
    """Return the changes of a file, in its order.

    Raises:
        SourceError: it cannot be read, or holds mistakes; each is listed with its line.
    """
    reading = _Reading(path.name)
    found = reading.file(read_source(path).text)
    if reading.wrong:
        items = [error.text for error in reading.wrong]
        raise SourceError(_WRONG.format(file=path, n=len(items)), items)
    return found


class _Reading:
    """A file of changes while it is read; ``wrong`` are all its mistakes."""

    def __init__(self, file: str) -> None:
        self.yaml = YamlText(file, PAGE, "docs/compare.md")
        self.wrong: list[KeikakuError] = []

    def file(self, text: str) -> list[RequestedChange]:
        """Return all changes of the text that could be read."""
        try:
            root = self.yaml.root(text)
            head = self.yaml.pairs(root, _HEAD)
            self.yaml.need(root, head, _HEAD)
            self.yaml.must_be("keikaku-changes", head["keikaku-changes"], VERSION)
            nodes = self.yaml.items(head["changes"])
        except KeikakuError as error:
            self.wrong.append(error)
            return []
        found = []
        for node in nodes:
            try:
                found.append(self._asked(node))
            except KeikakuError as error:
                self.wrong.append(error)
        return found

    def _asked(self, node: yaml.Node) -> RequestedChange:
        known = {*FORMS, *(key for keys in _WITH.values() for key in keys), "note"}
        pairs = self.yaml.pairs(node, sorted(known))
        kinds = [key for key in pairs if key in FORMS]
        if len(kinds) != 1:
            listed = "・".join(FORMS)
            self._refuse(
                node,
                f"一つの項目に、変更を一つだけ記入してください（{listed}）。",
                f"each entry takes one change ({', '.join(FORMS)}).",
            )
        kind = kinds[0]
        needed = _WITH.get(kind, ())
        self.yaml.need(node, pairs, needed)
        for key in pairs:
            if key not in (kind, "note", *needed):
                self._refuse(
                    pairs[key],
                    f"{kind} に {key} は使えません。",
                    f"{kind} takes no {key}.",
                )
        change = _READ[kind](self, pairs)
        place = _PLACE.format(file=self.yaml.file, line=self.yaml.line(node))
        return RequestedChange(
            change, place, self._words(pairs["note"]) if "note" in pairs else None
        )

    def merge(self, pairs: dict[str, yaml.Node]) -> Change:
        """merge-departments: [A, B], into: C."""
        node = pairs["merge-departments"]
        departments = [self._words(each) for each in self.yaml.items(node)]
        if len(departments) < 2:
            self._refuse(node, "統合する課を二つ以上記入してください。", "name two or more.")
        return MergeDepartments(tuple(departments), self._words(pairs["into"]))

    def split(self, pairs: dict[str, yaml.Node]) -> Change:
        """split-department: A, into: a list of name and plans."""
        shares = [self._share(each) for each in self.yaml.items(pairs["into"])]
        if len(shares) < 2:
            self._refuse(
                pairs["into"], "分割後の課を二つ以上記入してください。", "name two or more."
            )
        return SplitDepartment(self._words(pairs["split-department"]), tuple(shares))

    def rename(self, pairs: dict[str, yaml.Node]) -> Change:
        """rename: OLD, to: NEW."""
        return Rename(self._words(pairs["rename"]), self._words(pairs["to"]))

    def move(self, pairs: dict[str, yaml.Node]) -> Change:
        """move-plan: 2-2-5, to: 3-1."""
        return MovePlan(self._words(pairs["move-plan"]), self._words(pairs["to"]))

    def hand_over(self, pairs: dict[str, yaml.Node]) -> Change:
        """hand-over: 2-2-5, to: DEPARTMENT."""
        return HandOver(self._words(pairs["hand-over"]), self._words(pairs["to"]))

    def drop_plan(self, pairs: dict[str, yaml.Node]) -> Change:
        """drop-plan: 2-2-5."""
        return DropPlan(self._words(pairs["drop-plan"]))

    def drop_guideline(self, pairs: dict[str, yaml.Node]) -> Change:
        """drop-guideline: NAME."""
        return DropGuideline(self._words(pairs["drop-guideline"]))

    def _share(self, node: yaml.Node) -> Share:
        pairs = self.yaml.pairs(node, ("name", "plans"))
        self.yaml.need(node, pairs, ("name", "plans"))
        plans = pairs["plans"]
        name = self._words(pairs["name"])
        if isinstance(plans, yaml.ScalarNode):
            word = self._words(plans)
            return Share(name, None if word in REST else (word,))
        told = tuple(self._words(each) for each in self.yaml.items(plans))
        if not told:
            self._refuse(plans, "計画を一つ以上記入してください。", "name one plan or more.")
        return Share(name, told)

    def _refuse(self, node: yaml.Node, ja: str, en: str) -> None:
        raise self.yaml.refuse(node, ja, en)

    def _words(self, node: yaml.Node) -> str:
        words = self.yaml.words(node)
        if not words:
            self._refuse(node, "値を記入してください。", "this is empty.")
        return words


_READ: dict[str, Callable[[_Reading, dict[str, yaml.Node]], Change]] = {
    "merge-departments": _Reading.merge,
    "rename": _Reading.rename,
    "split-department": _Reading.split,
    "drop-plan": _Reading.drop_plan,
    "move-plan": _Reading.move,
    "hand-over": _Reading.hand_over,
    "drop-guideline": _Reading.drop_guideline,
}
