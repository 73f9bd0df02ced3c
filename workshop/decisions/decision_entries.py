"""What a decisions file may hold: its entries as people and keikaku write them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, field_validator, model_validator

from keikaku.graph.language import Text
from keikaku.loaders.strict_yaml import did_you_mean
from keikaku.loaders.text import fold
from keikaku.loaders.yaml_models import OneOrMore, Word, WrittenModel, mistake
from keikaku.workshop.decision_codes import DECISION, DECISIONS
from keikaku.workshop.decisions.decision_records import (
    TOPICS,
    Change,
    Said,
    Settled,
    Unplaced,
    Unread,
)

PAGE = "docs/workshop.md"
_NO_DECISION = Text(
    "decision「{typed}」はありません（{codes}）。{near}",
    "there is no decision “{typed}” ({codes}). {near}",
)
_DECIDES_NOTHING = Text("settled に decision などを記入してください", "settled decides nothing")
Name = Annotated[str, StringConstraints(strip_whitespace=True)]


class TopicsEntry(WrittenModel):
    """The decision on a plan; see :class:`Change`."""

    decision: str | None = None
    merge_with: OneOrMore = ()
    new_title: str | None = None
    initiative: str | None = None
    new_lead: str | None = None
    new_indicator: str | None = None
    new_target: str | None = None

    @field_validator("decision")
    @classmethod
    def _known(cls, typed: str | None) -> str | None:
        if typed is None or typed in DECISION:
            return typed
        for each in DECISIONS:
            if fold(typed) in {fold(each.word.ja), fold(each.word.en)}:
                return each.code
        ja, en = did_you_mean(typed, [*DECISION, *(each.word.ja for each in DECISIONS)], PAGE)
        words = _NO_DECISION.format(typed=typed, codes="・".join(DECISION), near="")
        raise mistake(Text(f"{words.ja}{ja}", f"{words.en}{en}"))

    def change(self) -> Change:
        """Return the change."""
        return Change(**{topic: getattr(self, topic) for topic in TOPICS})


class UnreadEntry(WrittenModel):
    """See :class:`Unread`."""

    cell: str
    column: str
    text: str


class UnplacedEntry(WrittenModel):
    """See :class:`Unplaced`."""

    file: str
    cell: str
    text: str

    def record(self) -> Unplaced:
        """Return the row that belongs to no plan."""
        return Unplaced(self.file, self.cell, self.text)


class SaidEntry(TopicsEntry):
    """See :class:`Said`."""

    by: Name
    file: Name
    cell: Name
    reason: str | None = None
    comment: str | None = None
    unread: tuple[UnreadEntry, ...] = ()

    def record(self) -> Said:
        """Return what one workbook says."""
        unread = tuple(Unread(each.cell, each.column, each.text) for each in self.unread)
        return Said(self.by, self.file, self.cell, self.change(), self.reason, self.comment, unread)


class SettledEntry(TopicsEntry):
    """See :class:`Settled`."""

    by: Word
    why: Word

    @model_validator(mode="after")
    def _decides(self) -> SettledEntry:
        if self.change() == Change():
            raise mistake(_DECIDES_NOTHING)
        return self

    def record(self, line: int) -> Settled:
        """Return what a person settled."""
        return Settled(self.change(), self.by, self.why, line)


class NewPlanEntry(TopicsEntry):
    """A plan to be added; ``state`` and ``differs`` are for people, and are not read back."""

    title: Name
    state: Any = None
    differs: Any = None
    said: tuple[SaidEntry, ...] = ()
    settled: SettledEntry | None = None


class PlanEntry(NewPlanEntry):
    """A plan of the document."""

    plan: Name


class DecisionsHead(WrittenModel):
    """A whole file, before its plans are checked."""

    version: Any = Field(alias="keikaku-decisions")
    document: Name
    departments: tuple[Word, ...] = ()
    plans: Annotated[list[Any], BeforeValidator(lambda value: value or [])]
    new: list[Any] = Field(default_factory=list)
    unplaced: tuple[UnplacedEntry, ...] = ()
