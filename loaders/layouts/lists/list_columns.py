"""The meaning of the columns of a list, by their heads, then their neighbours and contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from keikaku.loaders.layouts.facts.names_with_others import head_of_several
from keikaku.loaders.layouts.labels.dated import dated, with_step_names
from keikaku.loaders.layouts.labels.label_parts import Label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.listed_steps import are_listed_steps
from keikaku.loaders.layouts.labels.statements import Reading, is_nothing
from keikaku.loaders.layouts.labels.table_heads import Head
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.lists.column_contents import (
    are_numbered_titles,
    by_values,
    undated,
)
from keikaku.loaders.layouts.lists.level_targets import without_level_targets
from keikaku.loaders.layouts.lists.mixed_rows import mixed_head
from keikaku.loaders.layouts.lists.row_labels import (
    ROW_LABEL,
    row_label_column,
    row_name_column,
    years_of_rows,
)
from keikaku.loaders.layouts.lists.year_blocks import with_years
from keikaku.loaders.readers.blocks import Table

LEAST_SURE = 0.72
KINDS = {
    "目標": "target",
    "実績": "actual",
    "計画": "target",
    "目標値": "target",
    "実績値": "actual",
    "計画値": "target",
    "見込": "forecast",
    "見込値": "forecast",
}
_ITEM = "項目"
"""What a list prints over a level between others; over the names of plans it says more."""
_MARKS = set("○◯〇●◎△▲×✓☑-－―レ")
_FEWEST_YEARS = 2
_EXACT = 0.9
_RATHER_LEVELS = ("evaluation.direction", "plan.priority", "plan.vision")
_TOTALS = ("budget.total", "effect.total")
_STEPS_SURE = 0.75
_ALSO_NAMES = ("plan.work", "plan.overview", "action.title")
_LONGEST_NAME = 40
_MOST_NUMBERS = 0.5
_STEP = re.compile(
    r"[→⇒➡]|(?!(?:概ね|おおむね)?(?:達成|順調|遅れ)|未達成)[^\d。○◎△×✓A-EＡ-Ｅ]{2,30}"
)
"""What is done in a year, in words: no number, mark, grade or sentence."""

_COUNTERS = {"no.", "no", "通番", "連番", "項番", "通し番号", "№"}


class ListColumns:
    """The meaning of each column, and which of them hold the plan's name and number."""

    def __init__(
        self, table: Table, head: Head, words: LayoutWords, rows: list[int], out: Reading
    ) -> None:
        self.table = table
        self.head = head
        self.words = words
        self.rows = rows
        self.out = out
        self._by_fact: dict[str, list[int]] | None = None
        self.meanings = self._meanings()
        self.row_label = row_label_column(table, head, rows, words)
        self.row_name: int | None = None
        if self.row_label is None:
            self._take_bare_years_for_values()
        else:
            for year in years_of_rows(head, words):
                self.meanings[year] = None  # by the label of each row
            self.row_name = row_name_column(head, self.row_label, words)
        for column in (self.row_label, self.row_name):
            if column is not None:
                self.meanings[column] = Meaning(ROW_LABEL, 0.9)
        self.title = self._leaf()
        self._take_numbered_titles_for_levels()
        self.number = self._number()
        self.meanings = without_level_targets(table, head, self.meanings, self.title, rows, words)
        self._by_fact = {}
        for column, meaning in enumerate(self.meanings):
            if meaning is not None:
                self._by_fact.setdefault(meaning.fact, []).append(column)

    def _known(self, column: int) -> Meaning:
        """Return the meaning of a column that has one."""
        return self.meanings[column] or Meaning("skip", 0.0)

    def _meanings(self) -> list[Meaning | None]:
        meanings = [self._meaning(c, path) for c, path in enumerate(self.head.paths)]
        meanings = self._with_neighbours(with_step_names(self._with_steps(meanings)))
        meanings = with_years(
            self.head.paths, meanings, self.words, self.table, self.head, self.out
        )
        return self._one_total_each([self._by_contents(c, m) for c, m in enumerate(meanings)])

    def _meaning(self, column: int, path: list[Label]) -> Meaning | None:
        if not path:
            return self._kind_column(column)
        several = head_of_several(path, self.words)
        if several is not None:
            return several
        meaning = self.words.meaning(path)
        if meaning is None and path[-1].segments == (_ITEM,):
            return Meaning("level", 0.8, level=path[-1].printed, part="both")
        if meaning is not None and meaning.sure >= LEAST_SURE:
            return meaning
        return mixed_head(path, self.words)

    def _with_steps(self, meanings: list[Meaning | None]) -> list[Meaning | None]:
        """Read years side by side, without a head over them, whose cells all are words: steps."""
        years = {
            c: meaning
            for c, path in enumerate(self.head.paths)
            if meanings[c] is None and path and (meaning := self.words.meaning(path)) is not None
        }
        bare = {c: m for c, m in years.items() if m.fact == "yearly" and m.year is not None}
        texts = {c: [self.table.text(r, c).strip() for r in self.rows] for c in bare}
        steps = [t for c in bare for t in texts[c] if t and not is_nothing(t)]
        words = [t for t in steps if _STEP.fullmatch(t)]
        worded = len(words) == len(steps) or are_listed_steps(self._year_texts(bare))
        if len(bare) < _FEWEST_YEARS or len(steps) < _FEWEST_YEARS or not worded:
            return meanings
        return [
            bare[c]._replace(fact="schedule", about="schedule", sure=_STEPS_SURE)
            if c in bare
            else m
            for c, m in enumerate(meanings)
        ]

    def _year_texts(self, columns: Iterable[int]) -> list[str]:
        """Return the texts of the cells of columns of years, without bands over several columns."""
        kept = set(columns)
        own = [
            cell.text.strip()
            for row in self.rows
            for cell in self.table.row(row)
            if kept.intersection(range(cell.column, cell.column + cell.column_span))
            == {cell.column}
        ]
        return [text for text in own if text and not is_nothing(text)]

    def _kind_column(self, column: int) -> Meaning | None:
        """Return the meaning of a column without a head whose cells 目標, 実績 label their rows."""
        texts = [self.table.text(r, column).strip() for r in self.rows]
        texts = [t for t in texts if t]
        if texts and sum(t in KINDS for t in texts) >= 0.8 * len(texts):
            return Meaning("series.kind", 0.9)
        return None

    def _with_neighbours(self, meanings: list[Meaning | None]) -> list[Meaning | None]:
        """Read a label such as その他 beside sources of money as one of them."""
        about: str | None = None
        result = list(meanings)
        for column, meaning in enumerate(meanings):
            if meaning is not None:
                group = meaning.fact.partition(".")[0]
                about = group if group in self.words.catalogue.attributes else None
            elif about and self.head.paths[column]:
                segments = [s for each in self.head.paths[column] for s in each.segments]
                if segments:
                    result[column] = self.words.catalogue.attribute(segments[-1], about)
        return result

    def _take_bare_years_for_values(self) -> None:
        """Read bare years (R7, R6実績) right behind the columns of an indicator as its values."""
        about = ""
        for column, meaning in enumerate(self.meanings):
            if meaning is not None:
                about = meaning.fact.partition(".")[0]
            elif about == "indicator" and (year := self._year_of_values(column)) is not None:
                self.meanings[column] = dated(year, self._texts(column))

    def _year_of_values(self, column: int) -> Meaning | None:
        """Return the meaning of a bare year over numbers."""
        path = self.head.paths[column]
        meaning = self.words.meaning(path) if path else None
        if meaning is None or meaning.fact != "yearly" or meaning.year is None or meaning.about:
            return None
        texts = self._texts(column)
        numbers = sum(any(map(str.isdigit, text)) for text in texts)
        if numbers < _MOST_NUMBERS * len(texts):
            return None
        return meaning._replace(about="indicator", sure=_STEPS_SURE)

    def _by_contents(self, column: int, meaning: Meaning | None) -> Meaning | None:
        """Return a meaning that the head leaves open and the cells below it decide."""
        if meaning is None:
            return None
        texts = self._texts(column)
        marks = bool(texts) and all(set(t) <= _MARKS for t in texts)
        borne_out = by_values(meaning, texts)
        if borne_out is not meaning:
            return borne_out
        if meaning.fact in ("plan.title", "level") and marks:
            name = self.head.paths[column][-1].printed
            return meaning._replace(fact="mark", name="".join(name.split()))
        if meaning.fact == "yearly" and meaning.year is None and meaning.ordinal is None:
            return undated(meaning, texts)
        if meaning.year or meaning.ordinal:
            return dated(meaning, texts)
        return meaning

    def _one_total_each(self, meanings: list[Meaning | None]) -> list[Meaning | None]:
        """Leave a column unread that only its group makes a total, beside one that says so."""
        sums = {
            (m.fact, m.year, m.stage)
            for m in meanings
            if m is not None and m.fact in _TOTALS and m.sure >= _EXACT
        }
        return [
            None
            if m is not None and m.sure < _EXACT and (m.fact, m.year, m.stage) in sums
            else self._criterion(c, m)
            for c, m in enumerate(meanings)
        ]

    def _criterion(self, column: int, meaning: Meaning | None) -> Meaning | None:
        """Return a column under 評価 that prints a word of its own (必要性) as a criterion."""
        path = self.head.paths[column]
        if meaning is None or meaning.fact != "evaluation.grade" or len(path) < _FEWEST_YEARS:
            return meaning
        own = self.words.meaning(path[-1:])
        if own is not None or path[-1].year is not None:
            return meaning
        return meaning._replace(fact="evaluation.criterion", name="".join(path[-1].printed.split()))

    def _texts(self, column: int) -> list[str]:
        texts = [self.table.text(r, column).strip() for r in self.rows[:200]]
        return [t for t in texts if t and not is_nothing(t)]

    def _own_texts(self, column: int) -> list[str]:
        """Return the texts of a column's cells, each merged cell once."""
        cells = (self.table.at(row, column) for row in self.rows)
        own = dict.fromkeys(cell for cell in cells if cell is not None)
        return [text for cell in own if not is_nothing(text := cell.text.strip())]

    def _take_numbered_titles_for_levels(self) -> None:
        """Take numbered titles before the plan's name (方向性 1 手続の見直し) for those of a level.

        How a plan was evaluated stands behind its name; a priority has no title. Under a head that
        is not known they are a level's where plans share them.
        """
        for column in range(self.title or 0):
            meaning = self.meanings[column]
            if are_numbered_titles(self._texts(column)) and (
                meaning.fact in _RATHER_LEVELS if meaning else self._are_shared(column)
            ):
                self._as_level(column)

    def _are_shared(self, column: int) -> bool:
        """Return whether the texts of a column with a head are fewer than its rows."""
        texts = self._texts(column)
        return bool(self.head.paths[column]) and 1 < len(set(texts)) < len(texts)

    def _leaf(self) -> int | None:
        """Return the column of the plan's name: the last one named as such, else the last level."""
        titles = self.of("plan.title") or self._titles_under_schedule() or self._names_behind()
        levels = [c for c in self.of("level") if (m := self.meanings[c]) and m.part != "number"]
        own = self.words.layout.levels
        if own:
            last = [c for c in levels if (m := self.meanings[c]) and m.level == own[-1]]
            titles = titles or last
        if titles:
            leaf = self._best_title(titles)
            for column in titles:
                if self._is_within_plan(column, leaf):
                    self.meanings[column] = self._known(column)._replace(fact="action.title")
                elif column != leaf:
                    self._as_level(column)
        elif levels:
            leaf = levels[-1]
        else:
            return None
        meaning = self._known(leaf)
        level = meaning.level or _level_word(self.head.paths[leaf])
        self.meanings[leaf] = meaning._replace(fact="plan.title", level=level, part=None)
        return leaf

    def _titles_under_schedule(self) -> list[int]:
        """Return columns of plans' names where the chapter alone says that years hold steps."""
        if self.of("level") or self.of("plan.number"):
            return []
        columns = []
        for column in self.of("action.title"):
            own = self.words.meaning(self.head.paths[column][-1:])
            if own is not None and own.fact in ("plan.title", "level"):
                self.meanings[column] = own
                columns.append(column)
        return columns

    def _names_behind(self) -> list[int]:
        """Return the column of short names right behind the plans' numbers: No. | 主な取組."""
        for column in self.of("plan.number"):
            right = column + 1
            meaning = self.meanings[right] if right < len(self.meanings) else None
            if meaning is None or meaning.fact not in _ALSO_NAMES:
                continue
            texts = self._own_texts(right)
            numbers = self._own_texts(column)
            if len(numbers) == len(texts) == len(set(texts)) and all(
                len(text) <= _LONGEST_NAME and "。" not in text for text in texts
            ):
                self.meanings[right] = meaning._replace(fact="plan.title")
                return [right]
        return []

    def _best_title(self, titles: list[int]) -> int:
        """Return the last column, of those with about as many names as there are plans' numbers."""
        exact = [c for c in titles if (m := self.meanings[c]) and m.sure >= _EXACT] or titles
        numbers = self.of("plan.number")
        if len(numbers) != 1 or len(exact) == 1:
            return exact[-1]
        plans = len(self._own_texts(numbers[0]))
        # A page that cuts a cell makes a name more.
        beside = {column: abs(len(self._own_texts(column)) - plans) for column in exact}
        return [column for column in exact if beside[column] == min(beside.values())][-1]

    def _is_within_plan(self, column: int, leaf: int) -> bool:
        """Return whether a column behind the plans' names holds several names for a plan."""
        behind = leaf < column and bool(self.of("schedule"))
        return behind and len(self._own_texts(column)) > len(self._own_texts(leaf))

    def _as_level(self, column: int) -> None:
        meaning = self._known(column)
        word = _level_word(self.head.paths[column])
        sure = max(meaning.sure, LEAST_SURE)
        self.meanings[column] = meaning._replace(fact="level", sure=sure, level=word, part="both")

    def _number(self) -> int | None:
        """Return the column of the plan's number; numbers of levels go to their levels."""
        leaf = self.title
        number_meaning = self.meanings[leaf] if leaf is not None else None
        word = number_meaning.level if number_meaning is not None else None
        numbers = self.of("plan.number")
        for column in self.of("level"):
            meaning = self.meanings[column]
            if meaning and meaning.part == "number" and meaning.level == word:
                self.meanings[column] = meaning._replace(fact="plan.number")
                numbers.append(column)
        chosen = self._best_number(numbers)
        for column in numbers:
            if column != chosen:
                self._other_number(column)
        return chosen

    def _best_number(self, numbers: list[int]) -> int | None:
        """Return the column that is named for the plan, else the one before its name."""
        if not numbers:
            return None
        own = [c for c in numbers if (m := self.meanings[c]) and m.level]
        if own:
            return own[-1]
        candidates = [c for c in numbers if not self._is_counter(c)]
        before = [c for c in (candidates or numbers) if self.title is None or c < self.title]
        return (before or candidates or numbers)[-1]

    def _is_counter(self, column: int) -> bool:
        return "".join(s for p in self.head.paths[column] for s in p.segments) in _COUNTERS

    def _other_number(self, column: int) -> None:
        """Give a number before a level's name to that level; any other counts the rows."""
        meaning = self._known(column)
        right = self.meanings[column + 1] if column + 1 < len(self.meanings) else None
        names_level = right is not None and right.fact == "level" and right.part != "number"
        if right is not None and names_level and not self._counts(column):
            self.meanings[column] = meaning._replace(fact="level", level=right.level, part="number")
        else:
            self.meanings[column] = meaning._replace(fact="skip", why="form")

    def _counts(self, column: int) -> bool:
        """Return whether a column counts the rows: 1, 2, 3 … beside a level that goes on."""
        texts = [text for r in self.rows if (text := self.table.text(r, column).strip())]
        counted = [str(n) for n in range(1, len(texts) + 1)]
        levels = {self.table.text(r, column + 1).strip() for r in self.rows}
        return len(texts) > _FEWEST_YEARS and texts == counted and len(levels) < len(texts)

    def of(self, fact: str) -> list[int]:
        """Return the columns of a fact."""
        if self._by_fact is not None:
            return self._by_fact.get(fact, [])
        return [c for c, m in enumerate(self.meanings) if m is not None and m.fact == fact]


def _level_word(path: Sequence[Label]) -> str:
    segments = [s for each in path for s in each.segments] or [""]
    word = segments[-1]
    for suffix in ("名称", "名"):
        word = word.removesuffix(suffix) or word
    return word
