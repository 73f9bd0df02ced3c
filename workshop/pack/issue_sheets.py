"""Issue sheets (論点シート): one page for each plan, as blocks that HTML and Word both print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from keikaku.exports.documents import Block, Bullets, Contents, Heading, PageBreak, Paragraph, Table
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_measure as measure_told
from keikaku.queries.plan.answer import ActionRow, IndicatorRow, PlanWhole
from keikaku.queries.plan.schedule import MAY_GO_ON, in_year, may_go_on
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.pack import dossier as telling
from keikaku.workshop.pack.dossier import Dossier, Material
from keikaku.workshop.progress.judging import STATUSES
from keikaku.workshop.progress.progress_answer import IndicatorProgress
from keikaku.workshop.rules import Question

_TITLE = Text("{title}　論点シート", "{title}: issue sheets")
_INTRO = Text(
    "計画ごとに1ページです。「論点」は、公表された計画書の記載と進捗から規則に従って挙げたもので、"
    "「事実」の欄にもとになった記載を示します。推定によるものは「推定」と記しています。",
    "One page for each plan. The questions follow from rules over what the published plan states "
    "and how it stands; each names its fact. What is inferred says so.",
)
_PLACE = Text("目標 {goal}　›　取組事項 {initiative}", "Goal {goal} › initiative {initiative}")
_DEPARTMENTS = Text("所管課: {departments}", "Departments: {departments}")
_WHAT = Text("1　何をする計画か", "1. What it is")
_HOW = Text("2　どこまで来たか", "2. How it stands")
_WHO = Text("3　何に支えられ、何を支えるか", "3. What it rests on, and what rests on it")
_QUESTIONS_HEAD = Text("4　論点", "4. Questions")
_DECIDED = Text("5　次期計画での扱い", "5. Next step")
_OVERVIEW = Text("事業概要: {text}", "Overview: {text}")
_VISION = Text("目指す姿: {text}", "Vision: {text}")
_ACTION = Text("取組内容", "Action")
_MORE_ACTIONS = Text("ほか{n}件の取組があります。", "And {n} more actions.")
_MORE_INDICATORS = Text("ほか{n}件の指標があります。", "And {n} more indicators.")
_NO_ACTIONS = Text("取組内容の記載はありません。", "No action is told.")
_INDICATOR_HEADS = (
    Text("指標", "Indicator"),
    Text("現況値", "Baseline"),
    Text("目標値", "Target"),
    Text("直近の実績", "Latest"),
    Text("状況", "Standing"),
)
_ACTUAL = Text("{value}（{year}年度）", "{value} ({year})")
_NO_INDICATORS = Text("指標の記載はありません。", "No indicator is told.")
_GROUNDED = Text("根拠: {names}", "Grounded in: {names}")
_THEMES = Text("テーマ: {names}", "Themes: {names}")
_INVOLVES = Text("本文に出てくる課・団体: {names}", "Named in the text: {names}")
_NO_TIES = Text(
    "ほかの計画との依存関係の記載はありません。", "No dependency on another plan is stated."
)
_QUESTION_HEADS = (Text("論点", "Issue"), Text("事実", "Fact"), Text("問い", "Question"))
_NO_QUESTIONS = Text("規則から挙がった論点はありません。", "No rule raises a question.")
_CHECKS = Text("確認事項: {checks}", "To be checked: {checks}")
_REASON = Text("理由・意見", "Reason, comments")
_NONE = Text("―", "-")

_MOST_ACTIONS = 5
_MOST_INDICATORS = 5
_MOST_TIES = 6
_LONGEST = 40  # characters of what is done in a year
_LONG_NAME = 44
_LONG_FACT = 130
_LONG_PROSE = 110
_SHORT_PROSE = 48
_FEW_ROWS = 6


def blocks(material: Material, dossiers: Sequence[Dossier]) -> list[Block]:
    """Return the title with the contents, then a page for each plan."""
    lang = material.lang
    entries = [(f"plan-{dossier.whole.number}", dossier.name) for dossier in dossiers]
    pages = [block for dossier in dossiers for block in page(dossier, material.case.period, lang)]
    return [
        Heading(1, _TITLE.format(title=material.title).of(lang)),
        Paragraph(_INTRO.of(lang), "note"),
        *([Paragraph(material.reply, "lead")] if material.reply else []),
        Contents(entries),
        *pages,
    ]


def page(dossier: Dossier, period: range, lang: Lang) -> Iterator[Block]:
    """Yield the page of a plan."""
    plan = dossier.whole
    yield PageBreak()
    yield Heading(2, dossier.name, f"plan-{plan.number}")
    yield Paragraph(_where(plan, lang), "note")
    yield Heading(3, _WHAT.of(lang))
    rows = min(len(plan.actions), _MOST_ACTIONS) + min(len(plan.indicators), _MOST_INDICATORS)
    room = _LONG_PROSE if rows <= _FEW_ROWS else _SHORT_PROSE  # all stands on one page
    prose = [
        word.format(text=_short(" ".join(text.split()), room)).of(lang)
        for word, text in ((_OVERVIEW, plan.overview), (_VISION, plan.vision))
        if text
    ]
    if prose:
        yield Paragraph("\n".join(prose), "note")
    yield from _actions(plan, period, lang)
    yield Heading(3, _HOW.of(lang))
    yield from _indicators(plan, dossier.progress, lang)
    yield Heading(3, _WHO.of(lang))
    yield Bullets(_ties(plan, lang))
    yield Heading(3, _QUESTIONS_HEAD.of(lang))
    yield from _questions(dossier.questions, lang)
    checks = telling.findings_told(plan, lang)
    if checks:
        yield Paragraph(
            _CHECKS.format(checks=_short(" / ".join(checks), _LONG_FACT)).of(lang), "note"
        )
    yield Heading(3, _DECIDED.of(lang))
    yield Paragraph(
        "　".join(f"□ {each.word.of(lang)}" for each in DECISIONS if each.code != "new")
    )
    yield Table(("",), [(f"{_REASON.of(lang)}\n\n",)], (1,))


def _where(plan: PlanWhole, lang: Lang) -> str:
    parts = []
    if plan.goal and plan.initiative:
        goal = f"{plan.goal.number} {plan.goal.title}"
        initiative = f"{plan.initiative.number} {plan.initiative.title}"
        parts.append(_PLACE.format(goal=goal, initiative=initiative).of(lang))
    departments = telling.departments_told(plan, lang).replace("\n", "、")
    parts.append(_DEPARTMENTS.format(departments=departments).of(lang))
    return "\n".join(parts)


def _actions(plan: PlanWhole, period: range, lang: Lang) -> Iterator[Block]:
    if not plan.actions:
        yield Paragraph(_NO_ACTIONS.of(lang))
        return
    actions = plan.actions[:_MOST_ACTIONS]
    rows = [(each.title, *(_in_year(each, year) for year in period)) for each in actions]
    heads = (_ACTION.of(lang), *map(str, period))
    yield Table(heads, rows, (2.4, *[1.6] * len(period)))
    if may_go_on(actions):
        yield Paragraph(MAY_GO_ON.of(lang), "note")
    if len(plan.actions) > len(actions):
        more = len(plan.actions) - len(actions)
        yield Paragraph(_MORE_ACTIONS.format(n=more).of(lang), "note")


def _in_year(action: ActionRow, year: int) -> str:
    return _short("／".join(dict.fromkeys(in_year(action, year))), _LONGEST)


def _indicators(
    plan: PlanWhole, progress: Sequence[IndicatorProgress], lang: Lang
) -> Iterator[Block]:
    if not plan.indicators:
        yield Paragraph(_NO_INDICATORS.of(lang))
        return
    standing = {(row.component, row.name): row for row in progress}
    rows = [
        _indicator(each, standing.get((each.component, each.name)), lang)
        for each in plan.indicators[:_MOST_INDICATORS]
    ]
    yield Table([head.of(lang) for head in _INDICATOR_HEADS], rows, (4, 2.4, 2.4, 2, 1.6))
    more = len(plan.indicators) - len(rows)
    if more > 0:
        yield Paragraph(_MORE_INDICATORS.format(n=more).of(lang), "note")


def _indicator(row: IndicatorRow, standing: IndicatorProgress | None, lang: Lang) -> list[str]:
    none = _NONE.of(lang)
    latest = standing.latest if standing else None
    status, actual = none, none
    if standing and latest:
        rate = "" if standing.rate is None else f" {standing.rate:.0%}"
        status = f"{STATUSES[standing.status].of(lang)}{rate}"
        actual = _ACTUAL.format(value=f"{latest.value:,}", year=latest.year).of(lang)
    measures = (measure_told(each, lang) if each else none for each in (row.baseline, row.target))
    return [_short(row.name, _LONG_NAME), *measures, actual, status]


def _ties(plan: PlanWhole, lang: Lang) -> list[str]:
    ties = telling.ties_told(plan, lang)[:_MOST_TIES] or [_NO_TIES.of(lang)]
    lists = (
        (_GROUNDED, plan.guidelines),
        (_THEMES, plan.themes),
        (_INVOLVES, plan.involves),
    )
    separator = "、" if lang == "ja" else ", "
    return ties + [
        _short(text.format(names=separator.join(each.name for each in links)).of(lang), _LONG_FACT)
        for text, links in lists
        if links
    ]


def _questions(questions: Sequence[Question], lang: Lang) -> Iterator[Block]:
    if not questions:
        yield Paragraph(_NO_QUESTIONS.of(lang))
        return
    heads = [head.of(lang) for head in _QUESTION_HEADS]
    rows = [(each.heading, _short(each.fact, _LONG_FACT), each.question) for each in questions]
    yield Table(heads, rows, (2, 4.5, 4.5))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
