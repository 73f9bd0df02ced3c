"""A file of changes (変更案): read strictly, every mistake named with its line, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

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
from keikaku.loaders.yaml_models import OneOrMore, Word, WrittenModel

if TYPE_CHECKING:
    import yaml

PAGE = "docs/compare.md"
VERSION = "1"
_HEAD = ("keikaku-changes", "changes")
_WRONG = Text(
    "{file}: 変更案に誤りが{n}件あります。何も変更していません。直してから再度実行してください。",
    "{file}: mistakes in the changes: {n}. Nothing was changed; correct them and run again.",
)
_PLACE = Text("{file} {line}行目", "{file} line {line}")


class _Entry(WrittenModel):
    """A change as it is written; ``note`` says why."""

    note: Word | None = None

    def change(self) -> Change:
        """Return the change that it asks for."""
        raise NotImplementedError


class _MergeEntry(_Entry):
    departments: tuple[Word, ...] = Field(alias="merge-departments", min_length=2)
    into: Word

    def change(self) -> Change:
        return MergeDepartments(self.departments, self.into)


class _ShareEntry(WrittenModel):
    name: Word
    plans: Annotated[
        OneOrMore | None,
        Field(min_length=1),
        BeforeValidator(lambda value: None if value in REST else value),
    ]


class _SplitEntry(_Entry):
    department: Word = Field(alias="split-department")
    into: list[_ShareEntry] = Field(min_length=2)

    def change(self) -> Change:
        shares = tuple(Share(each.name, each.plans) for each in self.into)
        return SplitDepartment(self.department, shares)


class _RenameEntry(_Entry):
    what: Word = Field(alias="rename")
    to: Word

    def change(self) -> Change:
        return Rename(self.what, self.to)


class _MoveEntry(_Entry):
    plan: Word = Field(alias="move-plan")
    to: Word

    def change(self) -> Change:
        return MovePlan(self.plan, self.to)


class _HandOverEntry(_Entry):
    plan: Word = Field(alias="hand-over")
    to: Word

    def change(self) -> Change:
        return HandOver(self.plan, self.to)


class _DropPlanEntry(_Entry):
    plan: Word = Field(alias="drop-plan")

    def change(self) -> Change:
        return DropPlan(self.plan)


class _DropGuidelineEntry(_Entry):
    guideline: Word = Field(alias="drop-guideline")

    def change(self) -> Change:
        return DropGuideline(self.guideline)


_ENTRIES: Mapping[str, type[_Entry]] = {
    "merge-departments": _MergeEntry,
    "split-department": _SplitEntry,
    "rename": _RenameEntry,
    "move-plan": _MoveEntry,
    "hand-over": _HandOverEntry,
    "drop-plan": _DropPlanEntry,
    "drop-guideline": _DropGuidelineEntry,
}
"""What an entry holds, by the kind of its change."""

_KEYS = sorted(
    {field.alias or name for form in _ENTRIES.values() for name, field in form.model_fields.items()}
)


def read(path: Path) -> list[RequestedChange]:
    """Return the changes of a file, in its order.

    Raises:
        SourceError: it cannot be read, or holds mistakes; each is listed with its line.
    """
    yaml = YamlText(path.name, PAGE, PAGE)
    changes: list[RequestedChange] = []
    mistakes: list[KeikakuError] = []
    try:
        nodes = yaml.entries(read_source(path).text, _HEAD, VERSION)
    except KeikakuError as error:
        nodes, mistakes = [], [error]
    for node in nodes:
        try:
            changes.append(_requested(yaml, node))
        except KeikakuError as error:
            mistakes.append(error)
    if mistakes:
        items = [error.text for error in mistakes]
        raise SourceError(_WRONG.format(file=path, n=len(items)), items)
    return changes


def _requested(yaml: YamlText, node: yaml.Node) -> RequestedChange:
    """Return the change of an entry.

    Raises:
        KeikakuError: it does not follow the form of its kind.
    """
    kinds = [key for key in yaml.pairs(node, _KEYS) if key in FORMS]
    if len(kinds) != 1:
        raise yaml.refuse(
            node,
            f"一つの項目に、変更を一つだけ記入してください（{'・'.join(FORMS)}）。",
            f"each entry takes one change ({', '.join(FORMS)}).",
        )
    entry = yaml.checked(node, _ENTRIES[kinds[0]])
    place = _PLACE.format(file=yaml.file, line=yaml.line(node))
    return RequestedChange(entry.change(), place, entry.note)
