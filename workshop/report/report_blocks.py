"""The blocks of the progress report, section by section, written as HTML or for Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from keikaku.exports.documents import Bars, Block, Bullets, Cell, Heading, Paragraph, Table
from keikaku.graph.language import Lang, Text
from keikaku.queries.graph_walks import Graph, nearest
from keikaku.queries.scope import name_of, one_document, scope
from keikaku.workshop.progress import Progress, answer
from keikaku.workshop.progress.judging import STATUSES, WHY
from keikaku.workshop.progress.progress_answer import IndicatorProgress, Rollup
from keikaku.workshop.progress.progress_records import STATE
from keikaku.workshop.report.report_cells import latest_text, percent, rate_text, undated
from keikaku.workshop.report.report_plans import plan_sections, rows_by_plan
from keikaku.workshop.report.report_words import WORDS

COLOURS = ("#0072b2", "#009e73", "#e0c000", "#d55e00", "#b7c4d1")
"""Colours of the statuses in their order; safe for colour-blind people."""


def title(graph: Graph, document: str | None, lang: Lang) -> str:
    """Return the title of the report.

    Raises:
        KeikakuError: the document is unknown, or none is named of several.
    """
    within = one_document(graph, scope(graph, document=document).document)
    return WORDS["title"].format(document=name_of(graph, within)).of(lang)


def blocks(
    graph: Graph, progress: Progress, *, document: str | None = None, lang: Lang = "ja"
) -> list[Block]:
    """Return the report of one document.

    Raises:
        KeikakuError: the document is unknown, or none is named of several.
    """
    within = one_document(graph, scope(graph, document=document).document)
    return [*_Report(graph, progress, within, lang).sections()]


class Tally(NamedTuple):
    """How many indicators have which status, of a goal, a year or a department."""

    name: str
    plans: int
    indicators: int
    statuses: Mapping[str, int]
    rate: float | None

    @classmethod
    def of_rows(cls, name: str, plans: int, rows: Sequence[IndicatorProgress]) -> Tally:
        """Return the tally of indicators; the mean cuts each rate at 0 and 1."""
        rates = [min(max(row.rate, 0.0), 1.0) for row in rows if row.rate is not None]
        statuses = {str(status): sum(row.status == status for row in rows) for status in STATUSES}
        return cls(name, plans, len(rows), statuses, fmean(rates) if rates else None)


class _Report:
    """The report of a document: its data, and its sections."""

    def __init__(self, graph: Graph, progress: Progress, document: str, lang: Lang) -> None:
        self.graph, self.progress, self.document, self.lang = graph, progress, document, lang
        indicators = answer(graph, progress, document=document)
        self.rows: list[IndicatorProgress] = indicators.rows
        self.totals: list[Rollup] = indicators.totals or []
        self.plans = scope(graph, document=document).plans
        self.of_plan = rows_by_plan(self.plans, self.rows, self.totals)
        self.years = sorted({each.year for row in self.rows for each in row.actuals})

    def word(self, key: str, **values: object) -> str:
        """Return words of the report."""
        return WORDS[key].format(**values).of(self.lang)

    def sections(self) -> Iterator[Block]:
        """Yield all sections."""
        yield from self._head()
        yield from self._summary()
        yield from self._goals()
        yield from self._by_year()
        yield from self._behind()
        yield from self._departments()
        yield from plan_sections(self.graph, self.of_plan, self.totals, self.lang)
        yield from self._unknown()
        yield from self._method()

    def _head(self) -> Iterator[Block]:
        head = next(each for each in self.graph.graph["documents"] if each["id"] == self.document)
        whole = self._whole()
        yield Heading(1, title(self.graph, self.document, self.lang))
        yield Paragraph(
            self.word("as-of", year=self.years[-1]) if self.years else self.word("no-values"),
            "lead",
        )
        yield Paragraph(
            self.word(
                "scope",
                first=head.get("first_year") or "―",
                last=head.get("last_year") or "―",
                plans=len(self.plans),
                indicators=whole.indicators,
                actions=sum(whole.states.values()),
            )
        )

    def _whole(self) -> Rollup:
        return next(each for each in self.totals if each.of == "document")

    def _summary(self) -> Iterator[Block]:
        whole = self._whole()
        known = {name: whole.statuses[name] for name in STATUSES if name != "unknown"}
        each = self._listed(f"{STATUSES[name].of(self.lang)}{n}" for name, n in known.items())
        yield Heading(2, self.word("summary"))
        items = [
            self.word(
                "summary-known",
                n=whole.indicators,
                known=sum(known.values()),
                each=each,
                unknown=whole.statuses["unknown"],
            )
        ]
        if whole.rate is not None:
            items.append(self.word("summary-rate", rate=percent(whole.rate)))
        actions = sum(whole.states.values())
        if actions:
            states = self._listed(f"{self._state(s)}{n}" for s, n in _ordered(whole.states))
            items.append(self.word("summary-actions", n=actions, each=states))
        yield Bullets(items)
        yield Heading(3, self.word("statuses"))
        yield self._chart([Tally.of_rows(self.word("indicators"), len(self.plans), self.rows)])

    def _goals(self) -> Iterator[Block]:
        by_goal: dict[str, list[str]] = {}
        for plan in self.plans:
            goal = nearest(self.graph, plan, "Goal")
            by_goal.setdefault(str(self.graph.nodes[goal[0]]["label"]) if goal else "―", []).append(
                plan
            )
        if set(by_goal) <= {"―"}:
            return
        tallies = [
            Tally.of_rows(name, len(held), [row for plan in held for row in self.of_plan[plan]])
            for name, held in by_goal.items()
        ]
        yield Heading(2, self.word("by-goal"))
        yield self._chart(tallies)
        yield self._table(self.word("goal"), tallies)

    def _by_year(self) -> Iterator[Block]:
        if not self.years:
            return
        yield Heading(2, self.word("by-year"))
        tallies = []
        for year in self.years:
            rows = answer(self.graph, self.progress, document=self.document, until=year).rows
            with_value = sum(any(each.year == year for each in row.actuals) for row in rows)
            tallies.append(Tally.of_rows(str(year), with_value, rows))
        yield self._chart(tallies)
        yield self._table(self.word("year"), tallies, self.word("values"))
        yield Paragraph(self.word("by-year-note"), "note")

    def _behind(self) -> Iterator[Block]:
        yield Heading(2, self.word("behind"))
        late = [row for row in self.rows if row.status == "behind"]
        if not late:
            yield Paragraph(self.word("none-behind"))
        else:
            heads = (
                "number",
                "indicator",
                "department",
                "baseline",
                "actual",
                "target",
                "achieved",
            )
            yield Table(
                [self.word(h) for h in heads],
                [self._late_row(r) for r in late],
                (2, 6, 3, 3, 3, 3, 2),
            )
        stopped: list[list[Cell]] = [
            [
                each.number or "",
                action.title,
                self._state(action.latest),
                action.signed.remarks or "",
            ]
            for each in self.totals
            for action in each.actions
            if action.latest in {"late", "stopped"}
        ]
        if stopped:
            yield Heading(3, self.word("late"))
            columns = ("number", "action", "state", "remarks")
            yield Table([self.word(head) for head in columns], stopped, (2, 8, 2, 5))

    def _late_row(self, row: IndicatorProgress) -> list[Cell]:
        return [
            row.number or "",
            row.name,
            "、".join(row.departments),
            undated(row.baseline, self.lang),
            latest_text(row, self.lang),
            undated(row.target, self.lang),
            rate_text(row.rate),
        ]

    def _departments(self) -> Iterator[Block]:
        held = [each for each in self.totals if each.of == "department" and each.indicators]
        if held:
            yield Heading(2, self.word("by-department"))
            tallies = [
                Tally(each.name, each.plans, each.indicators, each.statuses, each.rate)
                for each in held
            ]
            yield self._table(self.word("department"), tallies)

    def _unknown(self) -> Iterator[Block]:
        rows: list[list[Cell]] = [
            [row.number or "", row.name, WHY[row.why].of(self.lang) if row.why else "―"]
            for row in self.rows
            if row.status == "unknown"
        ]
        if rows:
            yield Heading(2, self.word("unknown"))
            yield Table([self.word(h) for h in ("number", "indicator", "why")], rows, (2, 8, 6))

    def _method(self) -> Iterator[Block]:
        yield Heading(2, self.word("method"))
        yield Bullets([self.word("method-rate"), self.word("method-status")])

    def _chart(self, tallies: Sequence[Tally]) -> Bars:
        rows = [(each.name, [each.statuses[status] for status in STATUSES]) for each in tallies]
        series = [word.of(self.lang) for word in STATUSES.values()]
        return Bars(series, rows, self.word("statuses"), COLOURS)

    def _table(self, first: str, tallies: Sequence[Tally], second: str | None = None) -> Table:
        heads = [first, second or self.word("plans"), self.word("indicators")]
        heads += [*(word.of(self.lang) for word in STATUSES.values()), self.word("rate")]
        rows = [
            [
                each.name,
                str(each.plans),
                str(each.indicators),
                *(str(each.statuses[status] or "―") for status in STATUSES),
                rate_text(each.rate),
            ]
            for each in tallies
        ]
        return Table(heads, rows, (6, 2, 2, 2, 2, 2, 2, 2, 3), centred=True)

    def _state(self, state: str | None) -> str:
        return STATE[state].word.of(self.lang) if state in STATE else self.word("untold")

    def _listed(self, names: Iterator[str]) -> str:
        return Text("、", ", ").of(self.lang).join(names)


def _ordered(states: dict[str, int]) -> list[tuple[str, int]]:
    """Return states in the order of the form, the actions without a state last."""
    order = [*STATE, "untold"]
    return sorted(states.items(), key=lambda each: order.index(each[0]))
