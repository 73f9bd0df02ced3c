"""The shape *form* (個票): labels beside or over their values, tables of years within."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.facts.fact_titles import section_of
from keikaku.loaders.layouts.forms.banners import with_banner
from keikaku.loaders.layouts.forms.form_choices import choices_of
from keikaku.loaders.layouts.forms.form_heads import (
    Head,
    YearColumns,
    about_of,
    holds_numbers,
    is_bare_unit,
    is_dated,
    is_labelled,
    is_whole_line,
    lies_under,
    names_subject,
    row_below_head,
    subject_of,
)
from keikaku.loaders.layouts.forms.form_reading import FormReading
from keikaku.loaders.layouts.forms.form_values import (
    by_amount,
    by_value,
    further,
    is_value_of,
    levels_inside,
    name_and_baseline,
    names_a_row,
)
from keikaku.loaders.layouts.forms.rows_under_heads import narrowed, row_under_head, without_label
from keikaku.loaders.layouts.labels.dated import dated
from keikaku.loaders.layouts.labels.form_cells import (
    SURE,
    Baseline,
    FormCell,
    baseline_below,
    baseline_inside,
    form_row,
    is_amount,
    is_co,
    is_head_row,
    is_sum,
    kind_of,
    value_behind,
    with_goals,
    with_labels_merged,
    without_list_number,
)
from keikaku.loaders.layouts.labels.label_lines import split_pairs
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Table

_GROUP_NAMES = {"indicator.name", "plan.work", "action.title", "plan.title", "plan.overview"}
_ANY_LEVEL = (("体系",), ("施策体系",), ("計画体系",), ("位置付け",), ("位置づけ",))
"""Labels over levels that each print their own word: 体系 | 取組の柱Ａ 行政運営の効率化."""
_NAMES = {"indicator": "indicator.name", "schedule": "action.title"}


def read_form(
    table: Table,
    words: LayoutWords,
    context: Sequence[Label] = (),
    indicator: Hashable | None = None,
) -> FormReading:
    """Return the statements of a form; ``context`` are labels that stand over the whole table.

    ``indicator`` is the group of the indicator that the line above the table names.
    """
    table = with_labels_merged(table, words)
    return with_banner(_Form(table, words, list(context), indicator).reading(), table, words)


class _Form:
    def __init__(
        self, table: Table, words: LayoutWords, context: list[Label], above: Hashable | None
    ) -> None:
        self.table = table
        self.words = words
        self.context = context
        self.out = FormReading()
        self.head: Head | None = None
        self.years = YearColumns()
        self.above = above
        self.indicator: Hashable = above or (id(table), "first")
        self._done: set[int] = set()
        self._open: FormCell | None = None
        self._head_row = -2
        self._body_rows = 0
        self._choices = choices_of(table, words)
        self.out.unread += self._choices.unmarked

    def reading(self) -> FormReading:
        for row in range(self.table.rows):
            cells = form_row(self.table, row, self.words)
            if all(c.kind == "blank" for c in cells):
                self.head = None
            cells = [c for c in cells if id(c.cell) not in self._choices.cells]
            cells = without_list_number(cells)
            if any(c.kind != "blank" for c in cells):
                self._row(row, with_goals(cells, self._open))
            self._choose(row)
        return self.out

    def _choose(self, row: int) -> None:
        """State the kinds that are marked in a row of their own: ○ below 新規, 継続, 拡充."""
        for meaning, cell in self._choices.marked:
            if cell.row == row:
                self._state(meaning, kind_of(cell, self.words), self.indicator, [])

    def _row(self, row: int, cells: list[FormCell]) -> None:
        if self._begins_head(row, cells):
            return
        if is_whole_line(row, cells, self.table, self.words):
            self.head = None
        if self._under_years(row, cells):
            self.head = None
            return
        ended = self._body_rows > 0 and self.head is not None and is_labelled(row, cells, self.head)
        if self.head is not None and not ended:
            own = [narrowed(each, self.head) for each in cells]
            if lies_under(row, own, self.head):
                self._body(row, own, self.head)
                return
        self.head = None
        self._pairs(row, cells)

    def _begins_head(self, row: int, cells: list[FormCell]) -> bool:
        own = [c for c in cells if c.cell.row == row]
        if not is_head_row(cells, self.table, row, self.words):
            return False
        if self._is_dated_head() and sum(c.kind == "year" for c in own) < 2:
            return False
        heads = [c for c in own if c.kind in ("label", "year")]
        upper: list[FormCell] = []
        group: list[tuple[Label, int]] = []
        if self.head is not None and self._directly_above(row):
            upper = [c for c in self.head.cells if c.cell.row + c.cell.row_span >= row]
            group = list(self.head.group)
        elif self._open is not None:
            group.append((self._open.label, self.table.rows))
        known = {id(c.cell) for c in upper}
        labels = {each for each, _ in group}
        over = [c for c in cells if c.cell.row < row and c.kind == "label"]
        over = [c for c in over if id(c.cell) not in known and c.label not in labels]
        group += [(c.label, c.cell.row + c.cell.row_span) for c in over]
        bottom = row_below_head(self.table, row, self.words)
        spanning = [c for c in heads if c.kind == "label" and c.cell.row + c.cell.row_span > bottom]
        group += [(c.label, c.cell.row + c.cell.row_span) for c in spanning]
        heads = [c for c in heads if c not in spanning]
        self.years.add(heads)
        group += subject_of(heads, self.table)
        group += [(c.label, self.table.rows) for c in heads if is_bare_unit(c)]
        years = [c.first for c in heads if c.kind == "year"]
        self.head = Head([*upper, *heads], group, min(years, default=self.table.columns + 1))
        self._head_row, self._body_rows = row, 0
        self._count([c for c in own if c.kind != "value" or c.cell.row_span == 1])
        self._open = None
        return True

    def _directly_above(self, row: int) -> bool:
        """Return whether the head that is open ended in the row above, without any contents yet."""
        return self._body_rows == 0 and self._head_row == row - 1

    def _body(self, row: int, cells: list[FormCell], head: Head) -> None:
        under = row_under_head(row, cells, head, self.context, self.words)
        group = self._group(row, under.names)
        about = about_of(under.path, self.words)
        has_name = any(m is not None and m.fact == "indicator.name" for m, _ in under.names)
        if has_name or (under.names and about == "indicator"):
            self.indicator = group
        for meaning, each in under.names:
            baseline = baseline_inside(each.cell.text, self.words)
            if baseline:
                self._baseline(baseline, each, self.indicator, under.path)
            else:
                self._name(meaning, each, about, group, row)
        texts = [v.cell.text for _, v in under.values]
        for over, each in under.values:
            self._value(over, each, under.path, texts, group, under.own)
        self._body_rows += 1

    def _group(self, row: int, names: list[tuple[Meaning | None, FormCell]]) -> Hashable:
        """Return the group of a row: that of the name whose cell covers it, else the one before."""
        for meaning, each in names:
            if meaning is None or meaning.fact in _GROUP_NAMES:
                return (id(self.table), each.cell.row, each.cell.column)
        values = all(m is not None and m.fact == "indicator.baseline" for m, _ in names)
        if names and not (values and self.indicator != (id(self.table), "first")):
            return (id(self.table), row)
        return self.indicator

    def _name(
        self,
        meaning: Meaning | None,
        each: FormCell,
        about: str | None,
        group: Hashable,
        row: int,
    ) -> None:
        if each.cell.row != row and id(each.cell) in self._done:
            return
        self._done.add(id(each.cell))
        if about == "effect" and (meaning is None or meaning.fact.startswith("effect.")):
            self.out.read += 1  # 歳入の増加 under 効果額 names a part of it, and no indicator
            return
        if is_sum(each.cell.text):
            self.out.skipped += 1  # 効果額 | 計 1,200 beside its years
            return
        if meaning is None and is_amount(each.cell.text):
            self.out.unread.append(each.cell)  # a sum beside the years, and no name
            return
        if meaning is None:
            numbers = holds_numbers(self.table, row, self.head, self.words)
            other = "indicator.name" if numbers else "action.title"
            meaning = Meaning(_NAMES.get(about or "", other), 0.7)
        meaning = by_amount(meaning, each.cell.text)
        if self._is_dated_head() and names_a_row(meaning, each.cell.text, self.words):
            fact = _NAMES.get(about or "") or _NAMES.get(meaning.about or "", "action.title")
            meaning = meaning._replace(fact=fact, kind=None)
        if meaning.fact == "indicator.baseline" and (parts := name_and_baseline(each.cell.text)):
            behind = replace(each, cell=replace(each.cell, text=parts[1], value=None))
            self._state(meaning, behind, group, self.context)
            each = replace(each, cell=replace(each.cell, text=parts[0]))
            meaning = meaning._replace(fact="indicator.name")
        if meaning.fact == "indicator.name":
            if below := baseline_below(each.cell.text, self.words):
                self._baseline(below[1], each, group, self.context)
                each = replace(each, cell=replace(each.cell, text=below[0], value=None))
            each, meaning = without_label(each, meaning, self.words)
        over = self.head.over(each) if self.head is not None else []
        self._state(meaning, each, group, [*self.context, *(h.label for h in over)])

    def _baseline(
        self, baseline: Baseline, each: FormCell, group: Hashable, labels: Sequence[Label]
    ) -> None:
        """State the baseline that a cell prints behind a label of its own: 現状値（R5）：312."""
        known = Meaning("indicator.baseline", SURE, year=baseline.year)
        cell = replace(each.cell, text=baseline.amount, value=None)
        self._state(known, replace(each, cell=cell), group, labels)

    def _is_dated_head(self) -> bool:
        return self.head is not None and any(h.kind == "year" for h in self.head.cells)

    def _value(
        self,
        over: list[FormCell],
        each: FormCell,
        path: list[Label],
        texts: list[str],
        group: Hashable,
        name: str,
    ) -> None:
        years = [h for h in over if h.kind == "year"]
        labels = [
            h.label
            for h in over
            if names_subject(h) and any(h.first <= y.first <= h.last for y in years)
        ]
        inside = value_behind(each.cell.text)
        if inside is not None:
            labels.append(label(inside[0]))
            each = replace(each, cell=replace(each.cell, text=inside[1], value=None))
        whole = [*path, *labels, years[0].label]
        meaning = self.words.meaning(whole) or Meaning("yearly", 0.6)
        if meaning.fact == "skip":
            self.out.skipped += 1
            return
        meaning = by_amount(meaning, each.cell.text)
        last = years[-1].label.year
        if last is not None:
            meaning = meaning._replace(last=last.last or last.year)
        if meaning.year is None and meaning.ordinal is None and years[0].label.year is not None:
            first = years[0].label.year
            meaning = meaning._replace(year=first.year, ordinal=first.ordinal)
        if meaning.fact == "indicator.baseline" and len(years) > 1:
            meaning = meaning._replace(year=None, last=None, ordinal=None)
        read = dated(meaning, texts)
        if read.stage == "effect" or read.fact.startswith("effect."):
            read = read._replace(name=" ".join(name.split()))
        nameless = meaning.about is None and group == (id(self.table), "first")
        if meaning.fact == "yearly" and nameless and read.fact.startswith("indicator."):
            self.out.unread.append(each.cell)  # a number without any label or name
            return
        self._state(read, each, group, whole)

    def _under_years(self, row: int, cells: list[FormCell]) -> bool:
        """Read a row whose cells stand under years of a head further up: 効果額 | △300 | 500."""
        own = [c for c in cells if c.cell.row == row and c.kind != "blank"]
        if not own or not is_dated(own[0]) or (self.head and self.head.fits(own[1:])):
            return False
        years = self.years.over(own[1:])
        if not years:
            return False
        self._count(own[:1])
        texts = [each.cell.text for each in own[1:]]
        for year, each in zip(years, own[1:], strict=True):
            path = [*self.context, own[0].label]
            self._value([year], each, path, texts, self.indicator, own[0].label.printed)
        return True

    def _pairs(self, row: int, cells: list[FormCell]) -> None:
        """Read labels with the values to the right of each."""
        path: list[FormCell] = []
        valued = False
        before: list[str] = []
        for each in cells:
            if each.kind == "label":
                if valued or (path and path[-1].last + 1 < each.first):
                    path = [p for p in path if p.cell.row_span > each.cell.row_span]
                path = [each] if is_co(each) else [*path, each]
                valued = False
            elif each.kind != "blank" and (each.cell.row == row or id(each.cell) not in self._done):
                before = before if valued else []
                self._pair(path, each, row, before)
                before.append(each.cell.text)
                valued = True
        if path and not valued and len([c for c in cells if c.kind != "blank"]) == len(path):
            self._open = path[-1]
            self._count(path)
        elif valued:
            self._open = None

    def _pair(self, path: list[FormCell], each: FormCell, row: int, before: list[str]) -> None:
        """State a value of the labels before it; ``before`` are the values between them."""
        self._done.add(id(each.cell))
        labels = [*self.context, *(p.label for p in path)]
        if not path and self._open is not None:
            labels.append(self._open.label)
        meaning = self.words.meaning(labels) if labels else None
        level = meaning is not None and meaning.fact == "level"
        alone = not path and self._open is None and each.cell.column_span == self.table.columns
        if alone and self._parts(None, each, []):
            return  # 取組1 … over a form, and not what a chapter's title announces
        if (before or meaning is None or level) and self._parts(meaning, each, labels):
            return
        meaning = by_value(meaning, each.cell.text, labels)
        if before or meaning is None:
            meaning = further(meaning, each.cell.text, before, self.words)
        if meaning is None or meaning.sure < 0.6 or (before and is_value_of(meaning, each)):
            self.out.unread.append(each.cell)
            return
        if meaning.fact == "skip":
            self.out.skipped += 1
            return
        yearly = meaning.fact == "yearly" and meaning.about == "indicator"
        if yearly or meaning.fact == "indicator.name":
            meaning = meaning._replace(fact="indicator.name")
            self.indicator = (id(self.table), row, each.first)
        self._count(path)
        if each.kind == "year" and meaning.year is None and meaning.fact.startswith("indicator."):
            self.out.unread.append(each.cell)
            return
        self._state(meaning, each, self.indicator, labels)

    def _parts(self, meaning: Meaning | None, each: FormCell, labels: Sequence[Label]) -> bool:
        """Take a value that prints labels of its own: 現状値：12％, 基本目標1 …."""
        pairs = split_pairs(each.cell.text, self.words)
        for part, text, _ in pairs:
            inside = replace(each, cell=replace(each.cell, text=text))
            self._state(part, inside, self.indicator, labels)
        level = meaning is None or meaning.fact == "level"
        return bool(pairs) or (level and self._levels(each, labels))

    def _levels(self, each: FormCell, labels: Sequence[Label]) -> bool:
        """Take lines that each begin with a level's word for levels: 基本目標1 … / 施策2 …."""
        known = bool(labels) and self.words.meaning(labels) is not None
        least = 2 if known and labels[-1].segments[-1:] not in _ANY_LEVEL else 1
        levels = levels_inside(each.cell, self.words, least=least)
        for meaning, cell in levels:
            self._state(meaning, replace(each, cell=cell), self.indicator, labels)
        return bool(levels)

    def _state(
        self, meaning: Meaning, each: FormCell, group: Hashable, labels: Sequence[Label]
    ) -> None:
        printed = [" ".join(part.printed.split()) for part in labels if part.year is None]
        self.out.labels.append((" / ".join(printed), meaning, each.cell))
        self.out.statements.append(Statement(meaning, each.cell, group, section_of(meaning)))
        self.out.read += 1

    def _count(self, cells: Sequence[FormCell]) -> None:
        for each in cells:
            if id(each.cell) not in self._done and each.kind != "blank":
                self._done.add(id(each.cell))
                self.out.read += 1
