"""What ``workshop next`` says: what became of each plan, and what is left to do."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.edition.outcomes import Edition, PlanOutcome
from keikaku.workshop.plan_keys import called

_CLOSING = Text(
    "{title}（{document}、{first}～{last}年度）: 計画{plans}件。{decisions}。",
    "{title} ({document}, {first} to {last}): plans: {plans}; {decisions}.",
)
_TO_DO = Text(
    "更新が必要な目標値が{n}件あります。取組内容と行動計画は、これから課ごとに書いてください"
    "（keikaku check --graph で確認できます）。",
    "Targets to be renewed: {n}. Actions and milestones are still to be written "
    "(keikaku check --graph shows them).",
)
_SAVED = Text(
    "次期と今期の計画書を {out} に保存しました。",
    "Both documents are in {out}, the next one first.",
)


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return each plan with its successor, then the numbers."""
    lang = reader.lang
    titles = ("this_edition", "decision", "next_edition", "reason")
    rows = [_cells(row, lang) for row in answer.rows]
    table = Section("", headings(titles, lang), rows)
    return [table, *(line for each in answer.totals or () for line in _summary(each, lang))]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return a plan a row."""
    columns = [each.name for each in fields(PlanOutcome)]
    words = {each.code: each.word for each in DECISION.values()}
    return columns, [
        [words.get(row.decision) if name == "decision" else getattr(row, name) for name in columns]
        for row in answer.rows
    ]


def saved(out: str | None) -> Text:
    """Return where the graph was written, if it was."""
    return _SAVED.format(out=out) if out else shared_view.NOT_SAVED


def _cells(row: PlanOutcome, lang: Lang) -> list[Cell]:
    now = called(row.number or "", row.title or "")
    after = called(row.next_number or "", row.next_title) if row.next_title else "—"
    return [now, DECISION[row.decision].word.of(lang), after, labels.shortened(row.reason or "")]


def _summary(each: Edition, lang: Lang) -> list[str]:
    decisions = (
        f"{decision.word.of(lang)} {each.decisions[code]}"
        for code, decision in DECISION.items()
        if code in each.decisions
    )
    text = _CLOSING.format(
        title=each.title,
        document=each.document,
        first=each.first_year,
        last=each.last_year,
        plans=each.plans,
        decisions=labels.listed(decisions, lang),
    )
    return [text.of(lang), _TO_DO.format(n=each.to_renew).of(lang)]
