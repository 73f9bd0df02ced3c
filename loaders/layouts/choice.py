"""Choose the layout of a source: the one that accounts for most of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.layouts.engine import read_under
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.statements import Reading
from keikaku.loaders.layouts.layout_file import Layout, built_in, read_layout
from keikaku.loaders.readers.blocks import Paragraph, Source, Table

_NEARLY_ALL = 0.95
_HEAD_ROWS = 60
LEAST_SHARE = 0.4
"""The least share of a source that a layout must read; below it the source is refused."""

NO_PLAN = Text(
    "{name}: 計画の一覧・個票・見出しを見つけられませんでした。"
    "keikaku layout {name} で見出しの読み方を確認し、"
    "様式定義を作って --layout で指定してください。",
    "{name}: no list, form or heading of a plan was found. See how its labels are read with "
    "keikaku layout {name}, write a layout, and give it with --layout.",
)
_MOSTLY_UNREAD = Text(
    "{name}: 様式「{layout}」では文字のあるセル・段落の{share}％しか読み取れません"
    "（読めなかった欄: {labels}）。keikaku layout {name} --out layout.yaml で様式定義を作り、"
    "直してから --layout layout.yaml で指定してください。",
    "{name}: under the layout “{layout}” only {share} % of the filled cells and paragraphs are "
    "accounted for (not read: {labels}). Make a layout with keikaku layout {name} --out "
    "layout.yaml, correct it, and give it with --layout layout.yaml.",
)
_NO_PLAN_UNDER = Text(
    "{name}: 様式定義 {layout} では計画を見つけられませんでした。計画の名称の見出しを "
    "means: plan.title とし、行頭の「#? 」が残っていないかご確認ください。",
    "{name}: the layout {layout} finds no plan. Say which label heads the plans' titles "
    "(means: plan.title), and take the “#? ” off its line.",
)
_ABSENT = Text(
    "この計画書にない見出し: {labels}。",
    " Labels that the source does not print: {labels}.",
)
_FROM_PDF = Text(
    "PDFから取り出したテキストのため、表の列が失われていて読み取れません。"
    "元のPDFをそのまま指定してください。",
    "is text pulled out of a PDF, whose tables have lost their columns. Give the PDF itself.",
)


class Choice(NamedTuple):
    """A layout, what it makes of the source, and how much of it that accounts for (0 to 1)."""

    layout: Layout
    reading: Reading
    share: float

    @property
    def rank(self) -> tuple[bool, float, bool]:
        """Return the sort key: plans are found, the share that is surely read, the layout fits."""
        reading = self.reading
        total = reading.read + reading.skipped + reading.unread
        sure = (reading.read - reading.unsure + 0.9 * reading.skipped) / total if total else 0.0
        return reading.names_plans, round(sure, 3), self.layout.id != "generic"


def choose(source: Source, own: Path | None = None) -> Choice:
    """Read a source under the user's layout, else under the best of those built in.

    Text out of a PDF needs a user's layout: half a table read is worse than none.

    Raises :class:`keikaku.graph.errors.SourceError` where no plan is found, or most is unread.
    """
    if source.columns_lost and own is None:
        raise columns_lost(source)
    layouts = [read_layout(own)] if own is not None else candidates(source)
    best = best_of(source, layouts)
    if not best.reading.names_plans:
        if own is not None:
            raise SourceError(_no_plan_under(best.layout, source, own))
        raise SourceError(NO_PLAN.format(name=source.name))
    if best.share < LEAST_SHARE:
        columns = [c for c in best.reading.columns if c.meaning is None and c.filled]
        labels = dict.fromkeys(c.label for c in columns if c.label.strip())
        listed = "、".join([*labels][:5]) or "—"
        refusal = _MOSTLY_UNREAD.format(
            name=source.name,
            layout=best.layout.title.ja,
            share=round(100 * best.share),
            labels=listed,
        )
        raise SourceError(refusal)
    return best


def _no_plan_under(layout: Layout, source: Source, own: Path) -> Text:
    """Say why a user's layout finds no plan: its labels that the source does not print."""
    printed = _printed(source)
    labels = [text for rule in layout.labels for text in rule.label]
    absent = [
        text
        for text in labels
        if not all(
            set(label(part.removesuffix("…")).segments) <= printed or "…" in part
            for part in text.split(" / ")
        )
    ]
    ending = _ABSENT.format(labels="、".join(absent)) if absent else Text("", "")
    message = _NO_PLAN_UNDER.format(name=source.name, layout=own.name)
    return Text(message.ja + ending.ja, message.en + ending.en)


def columns_lost(source: Source) -> SourceError:
    """Return the refusal of a text out of a PDF whose columns cannot be distinguished."""
    return SourceError(Text(f"{source.name}: {_FROM_PDF.ja}", f"{source.name}: {_FROM_PDF.en}"))


def best_of(source: Source, layouts: list[Layout]) -> Choice:
    """Return the best reading; try no further layouts after one that accounts for nearly all."""
    choices: list[Choice] = []
    for layout in layouts:
        choices.append(tried(source, layout))
        if choices[-1].reading.names_plans and choices[-1].share >= _NEARLY_ALL:
            break
    return max(choices, key=lambda choice: choice.rank)


def candidates(source: Source) -> list[Layout]:
    """Return the layouts to try: those whose labels the source prints, and the generic one."""
    printed = _printed(source)
    return [layout for layout in built_in() if _applies(layout, printed)]


def _printed(source: Source) -> set[str]:
    """Return the folded words of every short cell and line."""
    words: set[str] = set()
    for block in source.blocks():
        texts = [block.text] if isinstance(block, Paragraph) else _heads(block)
        for text in texts:
            if len(text) <= 80:
                words.update(label(text).segments)
    return words


def _heads(table: Table) -> list[str]:
    """Return the texts of the rows in which a head may stand, or a form's first labels."""
    return [cell.text for row in range(min(table.rows, _HEAD_ROWS)) for cell in table.row(row)]


def _applies(layout: Layout, printed: set[str]) -> bool:
    rule = layout.applies
    if any("".join(label(word).segments) in printed for word in rule.never):
        return False
    there = sum("".join(label(word).segments) in printed for word in rule.labels)
    return not rule.labels or there >= rule.least


def tried(source: Source, layout: Layout) -> Choice:
    """Read a source under a layout, and measure how much of it that accounts for."""
    reading = read_under(source, layout)
    total = reading.read + reading.skipped + reading.unread
    return Choice(layout, reading, (reading.read + reading.skipped) / total if total else 0.0)
