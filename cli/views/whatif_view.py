"""What ``whatif`` says: the changes as understood, the workload, what would break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from keikaku.cli import labels
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import workload_diff_view
from keikaku.graph.changes import change_text
from keikaku.graph.findings import finding_texts
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import Answer
from keikaku.queries.whatif.answer import Applied, Consequence, Outcome

CODE: Mapping[str, Text] = {
    "dependency_broken": Text("依存先がなくなる計画", "Plans whose dependency is dropped"),
    "affected": Text("間接に影響を受ける計画", "Plans affected at further steps"),
    "basis_lost": Text("根拠がすべてなくなる計画", "Plans left without any basis"),
    "basis_reduced": Text("根拠が減る計画", "Plans that lose one of their bases"),
    "lead_lost": Text("主管課のなくなる計画", "Plans left without a lead"),
    "words_outdated": Text("本文の記載を改める計画", "Plans whose words must be changed"),
    "department_empty": Text("担う計画のなくなる所管課", "Departments left with nothing"),
    "initiative_empty": Text("計画のなくなる取組事項", "Initiatives left without plans"),
    "theme_untouched": Text("関わる計画のなくなるテーマ", "Themes that no plan touches any more"),
    "component_gone": Text("計画とともに終わる個別取組", "Components that end"),
    "indicator_gone": Text("測られなくなる指標", "Indicators no longer measured"),
    "action_gone": Text("計画とともに終わる取組", "Actions that end"),
    "finding_gone": Text("なくなる確認事項", "Findings that go"),
    "finding_come": Text("新たな確認事項", "Findings that come"),
}
_WORKLOAD = Text("計画の数", "number of plans")
_TITLE = Text("{what}（{n}件）", "{what} ({n})")
_CHANGES_TRIED = Text("試した変更:{changes}", "Changes tried:{changes}")
_PLANS = Text("計画は{before} → {after}件になる。", "Plans: {before} → {after}.")
_SAME_PLANS = Text("計画の数（{before}件）は変わらない。", "The number of plans ({before}) stays.")
_BROKEN = Text("{counts}。", "{counts}.")
_NONE = Text(
    "依存先・根拠・主管課を失う計画はない。", "No plan loses a dependency, a basis or its lead."
)
_COUNT = Text("{what}{n}件", "{what}: {n}")
_WORDS = {
    "dependency_broken": Text("「{cause}」に依存（{words}）", "rests on “{cause}” ({words})"),
    "affected": Text("「{cause}」から: {path}", "from “{cause}”: {path}"),
    "basis_lost": Text("「{cause}」だけが根拠", "rested on “{cause}” alone"),
    "words_outdated": Text("「{cause}」を記載（{words}）", "names “{cause}” ({words})"),
    "basis_reduced": Text("「{cause}」が根拠の一つ", "“{cause}” was one of its bases"),
}
_QUOTE = 60  # characters of the words that state a dependency
_GRAVE = (
    "dependency_broken",
    "affected",
    "basis_lost",
    "basis_reduced",
    "lead_lost",
    "words_outdated",
)
_SAVED = Text("変更後のグラフを {out} に保存しました。", "The variant is in {out}.")
_TRIED = Text(
    "元のグラフは変更していません（--out で変更後のグラフを保存できます）。",
    "The graph itself is unchanged; --out keeps the variant.",
)
_COLUMNS = (
    "document consequence number plan kind name departments cause words path before after lines"
).split()


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return a summary in words, the workload, then a table for each kind of consequence."""
    lang = reader.lang
    outcome: Outcome = (answer.totals or [])[0]
    sections: list[Block] = [_summary(outcome, lang)]
    sections += workload_diff_view.blocks(outcome.workload, outcome.before, outcome.after, lang)
    for code, same in groupby(answer.rows, key=lambda row: str(row.code)):
        rows = list(same)
        title = _TITLE.format(what=CODE[code].of(lang), n=len(rows)).of(lang)
        cells = list(_of_plans(rows, lang)) if code.endswith("_gone") else _each(rows, lang)
        sections.append(Section(title, [""] * len(cells[0]), cells))
    return sections


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return a consequence a row; then a department a row, its number of plans before and after."""
    outcome: Outcome = (answer.totals or [])[0]
    rows: list[list[Any]] = [
        [
            row.document,
            CODE[row.code],
            row.number,
            row.plan,
            labels.words_of_code(row.kind),
            row.name,
            "; ".join(row.departments),
            row.cause,
            row.words,
            " → ".join(step.target.name for step in reversed(row.path)),
            None,
            None,
            labels.places(row.evidence),
        ]
        for row in answer.rows
    ]
    for each in outcome.workload:
        before, after = (row.plans if row else 0 for row in (each.before, each.after))
        department = labels.words_of_code("Department")
        about = [outcome.document, _WORKLOAD, None, None, department, each.department]
        rows.append([*about, None, each.formerly, None, None, before, after, None])
    return _COLUMNS, rows


def saved(out: str | None) -> list[Text]:
    """Return where the variant was saved, or that nothing was changed."""
    return [_SAVED.format(out=out) if out else _TRIED]


def _summary(outcome: Outcome, lang: Lang) -> str:
    bullet = "・" if lang == "ja" else "- "
    changes = "".join(f"\n{bullet}{_change(each, lang)}" for each in outcome.changes)
    plans = _PLANS if outcome.plans_before != outcome.plans_after else _SAME_PLANS
    grave = [
        _COUNT.format(what=CODE[code].of(lang), n=outcome.counts[code]).of(lang)
        for code in _GRAVE
        if code in outcome.counts
    ]
    broken = _BROKEN.format(counts=labels.listed(grave, lang)) if grave else _NONE
    lines = [
        _CHANGES_TRIED.format(changes=changes),
        plans.format(before=outcome.plans_before, after=outcome.plans_after),
        broken,
    ]
    return "\n".join(
        [*(line.of(lang) for line in lines), *workload_diff_view.summary(outcome.workload, lang)]
    )


def _change(each: Applied, lang: Lang) -> str:
    note = labels.bracketed(each.note or "", lang)
    return change_text(each.change).of(lang) + note


def _each(rows: Sequence[Consequence], lang: Lang) -> list[list[Cell]]:
    return [[_heading(row), _words(row, lang), _departments(row, lang)] for row in rows]


def _of_plans(rows: Sequence[Consequence], lang: Lang) -> Iterator[list[Cell]]:
    """Yield together what ends with a plan: the plan, then each thing on a line of its own."""
    for name, same in groupby(rows, key=_heading):
        of_plan = list(same)
        words = "\n".join(_words(row, lang) for row in of_plan)
        yield [name, words, _departments(of_plan[0], lang)]


def _heading(row: Consequence) -> str:
    return titled(row.number, row.plan) if row.plan else f"{row.number or ''} {row.name}".strip()


def _words(row: Consequence, lang: Lang) -> str:
    if row.finding is not None:
        return finding_texts(row.finding, lang)[0]
    form = _WORDS.get(row.code)
    if form is None:
        return "" if row.kind in {"Plan", "Department", "Initiative", "Theme"} else row.name
    quoted = labels.shortened(row.words, _QUOTE)
    path = " → ".join(_steps(row))
    return form.format(cause=row.cause, words=quoted, path=path).of(lang)


def _departments(row: Consequence, lang: Lang) -> str:
    return "" if row.finding is not None else labels.listed(row.departments, lang)


def _steps(row: Consequence) -> Sequence[str]:
    """Return the things on the path from what is dropped, each by its number or name."""
    steps = []
    for step in row.path:
        for end in (step.target, step.source):
            name = end.number or end.name
            if name not in steps:
                steps.append(name)
    return steps
