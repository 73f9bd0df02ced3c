"""The lines of the front matter that state the period (計画期間) of a document."""

from __future__ import annotations

import re

from keikaku.graph.periods import Span, period_in, span
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import Overview, Remark, Spot
from keikaku.loaders.text import fold, tidy

_SECTION = "表紙"
_LABEL_ONLY = re.compile(r"(?:本|この)?(?:計画|推進|実施|取組|対象)*(?:の)?(?:期間|年度):?")
_BRACKETED = re.compile(r"[(\[【]([^()\[\]【】]+)[)\]】]\s*$")


class PeriodLines:
    """Takes the front matter line by line and keeps what states the period.

    A line with the label wins (計画期間：…), or the line behind a label that stands alone; without
    any, a line that is wholly a period of several years, or the brackets that end a title.
    """

    def __init__(self) -> None:
        self._labelled: tuple[Row, str, Span | None] | None = None
        self._plain: Span | None = None
        self._label: Row | None = None

    def read(self, row: Row) -> bool:
        """Take a line; return whether it is about the period and nothing else."""
        text = tidy(row.text)
        if not text:
            return False
        label, self._label = self._label, None
        if period := period_in(text):
            self._keep(row, *period)
            return True
        if _LABEL_ONLY.fullmatch(fold(text)):
            self._label = row
            return True
        whole = span(text)
        if label is not None and whole is not None:
            self._keep(label, text, whole)
            return True
        if whole is not None and _several(whole):
            self._plain = self._plain or whole
            return True
        if ended := _BRACKETED.search(text):
            aside = span(ended[1])
            if aside is not None and _several(aside):
                self._plain = self._plain or aside
        return False

    def _keep(self, row: Row, words: str, period: Span | None) -> None:
        if self._labelled is None or (self._labelled[2] is None and period is not None):
            self._labelled = (row, words, period)

    def write_to(self, overview: Overview) -> None:
        """Write the period into the overview, or the words that cannot be read as a period."""
        period = self._labelled[2] if self._labelled else self._plain
        if period is not None:
            overview.first_year, overview.last_year = period.first, period.last
        if self._labelled is not None and (period is None or period.last is None):
            row, words, _ = self._labelled
            spot = Spot(row.line, _SECTION, words)
            overview.remarks.append(Remark("period-unknown", [spot], {"words": words}))


def _several(period: Span) -> bool:
    return period.last is not None and period.last > period.first
