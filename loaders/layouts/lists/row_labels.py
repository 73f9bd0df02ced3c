"""A column that labels each row of years: 工程, 目標値 and 効果額 below one another."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.dated import dated
from keikaku.loaders.layouts.labels.form_cells import baseline_inside
from keikaku.loaders.layouts.labels.label_lines import label_inside
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.table_heads import Head
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table

ROW_LABEL = "row.label"
_DATED = ("schedule", "indicator.", "effect.", "budget.")
_ABOUT = frozenset(("schedule", "indicator", "effect", "budget"))
_NAMES = frozenset(("項目", "内容", "名称", "項目名", "細目", "取組", "指標"))
_NAMING = frozenset(("indicator.name", "action.title"))
_WORK = frozenset(("plan.work", "plan.overview"))
"""What labels steps too, beside 目標値 and 効果額: 取組内容."""
_STEPS = frozenset(("取組", "取り組み", "工程", "実施"))
_KINDS = 4
_FEWEST_WORDS, _MOST_WORDS, _FEWEST_YEARS = 2, 8, 2


def row_label_column(
    table: Table, head: Head, rows: Sequence[int], words: LayoutWords
) -> int | None:
    """Return the column before the years whose cells label the years of their row."""
    years = [c for c, path in enumerate(head.paths) if _is_year_alone(path, words)]
    under_words = len(years) < _FEWEST_YEARS
    if under_words:
        years = years_of_rows(head, words)
    if len(years) < _FEWEST_YEARS:
        return None
    for column in reversed(range(years[0])):
        own = [cell for row in rows if (cell := table.at(row, column)) and cell.column == column]
        cells = [text for cell in own if (text := cell.text.strip())]
        texts = [split_row_label(text, words)[0] for text in cells]
        kinds = set(texts)
        if not _FEWEST_WORDS <= len(kinds) <= _MOST_WORDS:
            continue
        # The labels come again for each plan; of a sheet with one plan all say something else.
        facts = [meaning.fact for text in kinds if (meaning := _of_row(text, words)) is not None]
        again = len(texts) >= 2 * len(kinds) or len(set(facts)) == len(kinds) <= _KINDS
        groups = {fact.partition(".")[0] for fact in facts}
        several = len(groups if under_words else set(facts)) > 1
        if again and several and len(facts) == len(kinds):
            return column
    return None


def years_of_rows(head: Head, words: LayoutWords) -> list[int]:
    """Return the columns of years, each once, that one upper head joins: 年度別計画・目標 / R7."""
    years = {c: path for c, path in enumerate(head.paths) if _is_year_alone(path[-1:], words)}
    printed = {path[-1].printed for path in years.values()}
    above = {tuple(each.printed for each in path[:-1]) for path in years.values()}
    return [*years] if len(printed) == len(years) and len(above) == 1 else []


def split_row_label(text: str, words: LayoutWords) -> tuple[str, str, str]:
    r"""Return the label of a row, and the name and the baseline that its cell prints behind it.

    >>> from keikaku.loaders.layouts.layout_file import built_in
    >>> words = LayoutWords(built_in()[-1])
    >>> split_row_label("KPI：利用件数（件）\n現状値 25", words)
    ('KPI', '利用件数（件）', '25')
    >>> split_row_label("効果額（千円）", words)
    ('効果額（千円）', '', '')
    """
    first, *others = [line.strip() for line in text.strip().split("\n")] or [""]
    inside = label_inside(first, words)
    if inside is None:
        return text.strip(), "", ""
    name = inside[0]
    spaced = (re.sub(r"\s+", "：", each, count=1) for each in others)
    baseline = next(filter(None, (baseline_inside(each, words) for each in spaced)), None)
    amount = baseline.amount if baseline else ""
    return first.removesuffix(name).rstrip(" :：　") or first, name, amount


def row_name_column(head: Head, at: int, words: LayoutWords) -> int | None:
    """Return the column behind the row labels that names the subject of each row: 項目."""
    column = at + 1
    path = head.paths[column] if column < len(head.paths) else []
    if not path or _is_year_alone(path, words):
        return None
    meaning = words.meaning(path)
    if path[-1].segments and path[-1].segments[-1] in _NAMES:
        return column
    return column if meaning is not None and meaning.fact in _NAMING else None


def under_row_label(
    texts: Sequence[str], path: Sequence[Label], cells: Sequence[str], words: LayoutWords
) -> Meaning | None:
    """Return what a year's cell means in a row with these labels; ``cells`` are the row's."""
    if _labels_steps(texts[0], words):
        year = words.meaning(path[-1:])
        steps = year and year._replace(fact="schedule", about="schedule")
        return dated(steps, cells) if steps and (steps.year or steps.ordinal) else None
    whole = [*map(label, texts), *path[-1:]]
    meaning = words.meaning(whole)
    if meaning is None or (meaning.year is None and meaning.ordinal is None):
        return None
    return dated(meaning, cells)


def _of_row(text: str, words: LayoutWords) -> Meaning | None:
    """Return the meaning that a row's label gives its years, None where it gives none."""
    if _labels_steps(text, words):
        return Meaning("schedule", 0.9, about="schedule")
    meaning = words.meaning([label(text)])
    if meaning is None or meaning.sure < 0.9:
        about = words.meaning([label(text), label("2026年度")])
        return about if about is not None and about.about in _ABOUT else None
    return meaning if meaning.fact.startswith(_DATED) else None


def _labels_steps(text: str, words: LayoutWords) -> bool:
    """Return whether a row's label says that its years hold steps, by a word for what is done."""
    meaning = words.meaning([label(text)])
    return text in _STEPS or (meaning is not None and meaning.fact in _WORK)


def _is_year_alone(path: Sequence[Label], words: LayoutWords) -> bool:
    meaning = words.meaning(path) if path else None
    return meaning is not None and meaning.fact == "yearly" and meaning.about is None


def row_name(meaning: Meaning) -> Meaning | None:
    """Return the meaning of a row's name by the meaning of its years; None for no name."""
    if meaning.fact.startswith("indicator."):
        return Meaning("indicator.name", 0.9, about="indicator", role=meaning.role)
    return Meaning("action.title", 0.9, about="schedule") if meaning.fact == "schedule" else None


def named_row(
    own: Meaning, name: Cell, baseline: str, group: Hashable, section: str
) -> list[Statement]:
    """Return the name of a row, and the baseline where its cell prints one behind it."""
    statements = [Statement(own, name, group, section)]
    if baseline:
        cell = replace(name, text=baseline)
        statements.append(Statement(Meaning("indicator.baseline", 0.9), cell, group, section))
    return statements


__all__ = [
    "ROW_LABEL",
    "named_row",
    "row_label_column",
    "row_name",
    "row_name_column",
    "split_row_label",
    "under_row_label",
]
