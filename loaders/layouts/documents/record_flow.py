"""Statements in the order of a document → the records that they belong to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from keikaku.loaders.layouts.documents.headings import Heading, closes_chapter
from keikaku.loaders.layouts.facts.plan_names import as_level
from keikaku.loaders.layouts.labels.level_heads import is_numbered_below, number_parts
from keikaku.loaders.layouts.labels.statements import (
    BY_PLACE,
    Column,
    LevelHead,
    Reading,
    Record,
    Statement,
    place_name,
)
from keikaku.loaders.layouts.labels.vocabulary import Meaning, catalogue
from keikaku.loaders.readers.blocks import Cell, Paragraph

_STARTS = ("plan.number", "plan.title", "level")
_KINDS = ("plan.category", "plan.priority")
"""What may stand beside a name before any contents."""
_NAMES = ("plan.number", "plan.title")
_FREE = ("document.title", "document.municipality", "document.period", "document.published")
_HEAD_FACTS = (*_STARTS, *_KINDS, "department", "division", "section", "sdgs", "plan.period")
_OF_PLANS = ("department", "division", "plan.category", "sdgs")
"""Facts that only plans have; a front part has a background and an aim, too."""
_LEAF = 2
_HEAD = ("head",)
"""The group of statements that come only from a heading."""


class RecordFlow:
    """Gives each statement to its plan; a new name or number begins a plan."""

    def __init__(self, out: Reading) -> None:
        self.out = out
        self.record: Record | None = None
        self.headings: list[Heading] = []
        self.pending: Heading | None = None
        self.prelude: list[tuple[Paragraph, Statement | None]] = []
        """Lines right under the heading that is pending, with the label above each: of the plan
        that it names, if any."""
        self.words: dict[str, int] = {"": 0}
        """The words of levels in the order in which headings first print them."""
        self._parted: list[Heading] = []
        """The open headings that plans have come under."""
        self._bare: Counter[int] = Counter()
        """How many headings without a level's word came at each depth of the form's own."""

    def levels(self) -> list[LevelHead]:
        """Return the levels that the open headings name."""
        self._parted = list(self.headings)
        return [h.head for h in self.headings if h.names_a_level()]

    def leave(self) -> None:
        """Close the plan that is open: what follows belongs to another."""
        self.record, self.pending = None, None

    def enter(self, heading: Heading) -> None:
        """Open a heading; it closes the headings of its depth or deeper, and the plan."""
        word = heading.head.level
        self.words.setdefault(word, len(self.words))
        self.headings = [
            h
            for h in _before_its_like(self.headings, heading)
            if self._is_above(h, heading) and not self._introduces(h, heading)
        ]
        self._count(heading)
        self.headings.append(heading)
        self.record, self.pending = None, heading

    def frame(self, heading: Heading) -> None:
        """Pass a heading that only says what a part is for (計画期間), and opens no level."""
        self.leave()
        self._count(heading)
        self.headings = [h for h in self.headings if not closes_chapter(h, heading)]
        self.close_below(heading.depth + 1)
        self.headings = [h for h in self.headings if not _ends_with(h, heading)]

    def _count(self, heading: Heading) -> None:
        if heading.explicit and not heading.head.level:
            self._bare[int(heading.depth)] += 1

    def close_below(self, depth: float) -> None:
        """Close the headings that stand deeper, as where a part of another kind begins."""
        self.headings = [h for h in self.headings if h.depth < depth]

    def _is_above(self, known: Heading, new: Heading) -> bool:
        """Return whether a heading stays open: of two equally deep words the first is higher.

        A PDF may print 基本方針1 in smaller letters than the plan 1-1 below it.
        """
        if known.head.level and is_numbered_below(new.head.number, known.head.number):
            return True
        if known.depth != new.depth or not known.head.level or not new.head.level:
            return known.depth < new.depth
        return self.words[known.head.level] < self.words[new.head.level]

    def _introduces(self, known: Heading, new: Heading) -> bool:
        """Return whether a heading only introduces the plans: 1 策定の理由, 2 進め方, 基本方針1 ….

        Such come one after the other without a level's word, hold no plan, and the form prints
        the first level like them.
        """
        alike = known.explicit and new.explicit and int(known.depth) == int(new.depth)
        bare = bool(new.head.level) and not known.head.level
        several = self._bare[int(known.depth)] > 1
        return alike and bare and several and all(h is not known for h in self._parted)

    def is_within_plan(self) -> bool:
        """Return whether a plan is open: one that is begun, or one that a heading names."""
        if self.record is not None:
            return any(s.meaning.fact in _NAMES for s in self.record.statements)
        return self.names_plan()

    def is_named_only(self) -> bool:
        """Return whether the open plan has a name or number, and no other statement yet."""
        facts = {s.meaning.fact for s in self.record.statements} if self.record else set()
        return bool(facts & set(_NAMES)) and facts <= {*_STARTS, *_KINDS}

    def is_just_named(self) -> bool:
        """Return whether the last that came is a plan's name or number, or a heading."""
        return self.pending is not None if self.record is None else self.is_named_only()

    def names_plan(self) -> bool:
        """Return whether the heading opened last names a plan: its number has three parts."""
        head = self.pending.head if self.pending is not None else None
        return head is not None and len(number_parts(head.number)) > 2

    def begins_plan(self, label_alone: Statement) -> bool:
        """Return whether a label right under a heading is about the plan that the heading names."""
        if self.names_plan():
            return True
        heading = self.pending
        rank = catalogue().levels.get(heading.head.level, 0) if heading else 0
        return heading is not None and (
            rank == _LEAF or label_alone.meaning.fact.startswith(_OF_PLANS)
        )

    def place(self, each: Statement, *, first: bool) -> None:
        """Add a statement to its record."""
        fact = each.meaning.fact
        if fact == "skip":
            return
        self.out.read += 1 if not first else 0
        if fact in _FREE:
            self.out.loose.append(each)
            return
        if self.record is not None and fact == "plan.title" and _is_beside_number(self.record):
            each = as_level(each)
        elif self.record is not None and fact in ("plan.title", "plan.number"):
            _make_way(self.record, fact)
        fact = each.meaning.fact
        if self.record is None or (fact in _STARTS and self._is_next(each, self.record)):
            self.record = self._begin(each)
        self.record.statements.append(each)

    def _is_next(self, each: Statement, record: Record) -> bool:
        """Return whether a plan's name, number or level begins the next plan."""
        same = [
            s
            for s in record.statements
            if s.meaning.fact == each.meaning.fact
            and s.meaning.level == each.meaning.level
            and s.meaning.part == each.meaning.part
        ]
        if same:
            return all(s.cell is not each.cell for s in same)
        facts = [s.meaning.fact for s in record.statements]
        if "plan.title" not in facts:
            return False
        if each.meaning.fact == "plan.title":
            return _is_level_again(each, record)
        # The lines of a sheet above its first plan, such as its department, do not belong to it.
        behind = facts[facts.index("plan.title") :]
        return any(fact not in (*_STARTS, *_KINDS) for fact in behind)

    def _begin(self, each: Statement) -> Record:
        levels = self.levels()
        record = Record([], each.cell.place, levels)
        self.out.records.append(record)
        heading = self.pending
        if heading is not None and each.meaning.fact == "level":
            is_plan = catalogue().levels.get(heading.head.level) == _LEAF
            record.levels = [
                one for one in levels if one is not heading.head or (one.level and not is_plan)
            ]
            if is_plan:
                self._named_by(record, heading)
        elif heading is not None and each.meaning.fact not in ("plan.title", "plan.number"):
            record.levels = [each_level for each_level in levels if each_level is not heading.head]
            if heading.names_a_level():
                self._named_by(record, heading)
                self._take_prelude(record)
        elif heading is not None and each.meaning.fact in ("plan.title", "plan.number"):
            title = each.text.strip() if each.meaning.fact == "plan.title" else ""
            if (title and _same(title, heading.head.title)) or not heading.head.level:
                record.levels = [
                    each_level for each_level in levels if each_level is not heading.head
                ]
            if each.meaning.fact == "plan.number" and not heading.head.level:
                record.heading = heading
        self.pending = None
        return record

    def _take_prelude(self, record: Record) -> None:
        """Give the sentences between a plan's heading and its labels to the plan."""
        record.statements += [_beneath(block, above) for block, above in self.prelude]
        self.out.read += len(self.prelude)
        self.prelude = []

    def takes_sentence(self, block: Paragraph, above: Statement | None = None) -> bool:
        """Take a sentence without a label as the description of a plan.

        That is between its heading and its labels, or behind those of its head (担当課). Under a
        label that stands alone between the two it is what that label says.
        """
        if not block.text.rstrip().endswith("。") and above is None:
            return False
        if self.record is None:
            if self.pending is not None:
                self.prelude.append((block, above))
            return self.pending is not None
        facts = {s.meaning.fact for s in self.record.statements if s.meaning.sure > BY_PLACE}
        if not self.is_within_plan() or not all(f.startswith(_HEAD_FACTS) for f in facts):
            return False
        self.record.statements.append(_overview(block))
        self.out.read += 1
        return True

    def _named_by(self, record: Record, heading: Heading) -> None:
        """Name a plan by its heading, where nothing else names it."""
        head = heading.head
        section = head.level or "見出し"
        if head.number:
            cell = replace(heading.cell, text=head.number)
            record.statements.append(Statement(Meaning("plan.number", 0.8), cell, _HEAD, section))
        cell = replace(heading.cell, text=head.title)
        meaning = Meaning("plan.title", 0.8, level=head.level or None)
        record.statements.append(Statement(meaning, cell, _HEAD, section))


def _before_its_like(headings: list[Heading], new: Heading) -> list[Heading]:
    """Return the headings above the first of the new one's kind, which it ends: 柱1, 柱2.

    A PDF knows headings by the size of their letters, which differs between sheets of a book.
    """
    for at, known in enumerate(headings):
        alike = known.head.level and known.head.level == new.head.level
        numbers = (known.head.number, new.head.number)
        if alike and all(numbers) and len(set(map(len, map(number_parts, numbers)))) == 1:
            return headings[:at]
    return headings


def _ends_with(known: Heading, new: Heading) -> bool:
    """Return whether a part that is no level ends where the next of its kind begins.

    第3章 取組の体系 ends 第2章 前計画の結果.
    """
    return known.explicit and new.explicit and not known.head.level and known.depth == new.depth


def _is_level_again(each: Statement, record: Record) -> bool:
    """Return whether the name of a level above (推進項目) begins the next form of a sheet.

    The first form's was taken for the level when its own name came below it.
    """
    level = each.meaning.level
    above = [s for s in record.statements if s.meaning.fact == "level"]
    again = any(s.meaning.level == level and s.cell is not each.cell for s in above)
    return again and not {s.meaning.fact for s in record.statements} <= {*_STARTS, *_KINDS}


def _is_beside_number(record: Record) -> bool:
    """Return whether the only name so far stands in one row behind the plan's number.

    整理番号 | 1-1-1 | 実施項目 | …: what stands below as 推進項目 is the level above.
    """
    facts = [s.meaning.fact for s in record.statements]
    if facts[:2] != ["plan.number", "plan.title"] or set(facts[2:]) - {"level", *_KINDS}:
        return False
    number, title = record.statements[:2]
    return number.group != _HEAD and number.cell.row == title.cell.row and number.text != ""


def _overview(block: Paragraph) -> Statement:
    """Return a sentence without a label as the description of its plan."""
    cell = Cell(0, 0, 1, 1, block.text.strip(), block.place)
    return Statement(Meaning("plan.overview", BY_PLACE), cell, ("text", block.place), "概要")


def _beneath(block: Paragraph, above: Statement | None) -> Statement:
    """Return a line between a plan's heading and its labels: what the label above it says."""
    if above is None:
        return _overview(block)
    cell = Cell(0, 0, 1, 1, block.text.strip(), block.place)
    return Statement(above.meaning, cell, ("text", id(above)), above.section)


def _make_way(record: Record, fact: str) -> None:
    """Replace a provisional name or number by the form's own.

    A heading may have named the plan provisionally; of two names before any contents, the first is
    that of the level above.
    """
    statements = [s for s in record.statements if s.meaning.fact == fact]
    if any(s.group == _HEAD for s in statements):
        record.statements = [
            s for s in record.statements if not (s.group == _HEAD and s.meaning.fact == fact)
        ]
        return
    bare = {s.meaning.fact for s in record.statements} <= {*_STARTS, *_KINDS}
    if bare and fact == "plan.title" and len(statements) == 1:
        at = record.statements.index(statements[0])
        record.statements[at] = as_level(statements[0])


def _same(left: str, right: str) -> bool:
    from keikaku.loaders.text import fold

    a, b = fold(left), fold(right)
    return bool(a) and bool(b) and (a in b or b in a)


def levels_apart(out: Reading) -> Reading:
    """Return a reading without records about a level over plans (数値目標 of a 基本目標).

    The graph has no place for their facts: they count as unread, and are reported.
    """
    above = {(lv.number, lv.title) for r in out.records for lv in r.levels}
    kept: list[Record] = []
    for record in out.records:
        names = [s for s in record.statements if s.group == _HEAD]
        own = [s.cell.text for s in names if s.meaning.fact == "plan.title"]
        number = [s.cell.text for s in names if s.meaning.fact == "plan.number"]
        if not own or ("".join(number), own[0]) not in above:
            kept.append(record)
            continue
        others = [s for s in record.statements if s not in names]
        out.read -= len(others)
        out.unread += len(others)
        name = f"{names[0].section}{''.join(number)} {own[0]}"
        out.columns.append(
            Column(place_name(others[0].cell), name, None, len(others), record.place)
        )
    out.records = kept
    return out


def without_frame(records: list[Record]) -> list[Record]:
    """Remove a heading without a level's word that stands over every plan and over other levels.

    It names the document as a whole (第2章 実施計画), and divides nothing.
    """
    records_named = [r for r in records if any(s.meaning.fact in _NAMES for s in r.statements)]
    firsts = {record.levels[0] if record.levels else None for record in records_named}
    first = firsts.pop() if len(firsts) == 1 else None
    deeper = all(
        len(r.levels) > 1 or any(s.meaning.fact == "level" for s in r.statements) for r in records
    )
    if first is not None and not first.level and deeper and len(records) > 1:
        for record in records:
            record.levels = record.levels[1:]
    return records
