"""Issue sheets (論点シート): one page for each plan, as blocks that HTML and Word both print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from keikaku.exports.documents import Block, Bullets, Contents, Heading, PageBreak, Paragraph, Table
from keikaku.exports.documents.block_heights import WRITTEN_LINE
from keikaku.exports.documents.one_page import Section, fit
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_measure
from keikaku.graph.structure import titled
from keikaku.queries.plan.answer import ActionRow, IndicatorRow, PlanWhole
from keikaku.queries.plan.schedule import MAY_GO_ON, in_year, may_go_on
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.pack.dossier import (
    Dossier,
    Material,
    departments_text,
    finding_texts,
    tie_texts,
)
from keikaku.workshop.progress.judging import STATUSES
from keikaku.workshop.progress.progress_answer import IndicatorProgress

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
_NO_ACTIONS = Text("取組内容の記載はありません。", "No action is stated.")
_INDICATOR_HEADS = (
    Text("指標", "Indicator"),
    Text("現況値", "Baseline"),
    Text("目標値", "Target"),
    Text("直近の実績", "Latest"),
    Text("状況", "Standing"),
)
_ACTUAL = Text("{value}（{year}年度）", "{value} ({year})")
_NO_INDICATORS = Text("指標の記載はありません。", "No indicator is stated.")
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

_CONTINUED = Text(
    "{sections}の全文は、巻末の別紙にあります。", "{sections} stand in full in the annex."
)
_ANNEX = Text("別紙　ページに収まらなかった記載", "Annex: what no page had room for")
_ANNEX_OF = Text("{plan}　{section}", "{plan}: {section}")


class _Room(NamedTuple):
    """How much a page shows: rows of a table, ties and questions, letters of texts."""

    rows: int
    ties: int
    questions: int
    prose: int
    fact: int
    cell: int


_LINES = (3, 12)
"""Lines to write on: the fewest, and the most where there is room."""
_ALL = 100_000
_WHOLE = _Room(_ALL, _ALL, _ALL, _ALL, _ALL, _ALL)
_ROOMS = (
    _WHOLE,
    _Room(_ALL, 10, _ALL, 400, _ALL, _ALL),
    _Room(_ALL, 8, 20, 250, 300, _ALL),
    _Room(_ALL, 6, 12, 160, 200, _ALL),
    _Room(_ALL, 5, 10, 80, 130, _ALL),
    *(_Room(rows, 5, 10, 80, 110, _ALL) for rows in (12, 10, 8, 7, 6, 5, 4)),
    _Room(4, 4, 6, 48, 100, 200),
    _Room(3, 4, 5, 48, 90, 100),
    _Room(2, 3, 4, 48, 80, 60),
    _Room(1, 2, 3, 40, 60, 40),
)
"""The amounts tried for a page, from most to least; texts of actions are cut last."""


def blocks(material: Material, dossiers: Sequence[Dossier]) -> list[Block]:
    """Return the title with contents, a page for each plan, and an annex of what did not fit."""
    lang = material.lang
    entries = [(f"plan-{dossier.whole.number}", dossier.name) for dossier in dossiers]
    sheets = [sheet(dossier, material.case.period, lang) for dossier in dossiers]
    annex = [block for _, rest in sheets for block in rest]
    return [
        Heading(1, _TITLE.format(title=material.title).of(lang)),
        Paragraph(_INTRO.of(lang), "note"),
        *([Paragraph(material.reply, "lead")] if material.reply else []),
        Contents(entries),
        *(block for page, _ in sheets for block in page),
        *([PageBreak(), Heading(1, _ANNEX.of(lang), "annex"), *annex] if annex else []),
    ]


def sheet(dossier: Dossier, period: range, lang: Lang) -> tuple[list[Block], list[Block]]:
    """Return the page of a plan, and its part of the annex."""
    page, rest, spare = fit(
        _ROOMS,
        lambda room: _sections(dossier, period, lang, room),
        lambda sections, rest: _page(dossier, sections, rest, lang),
    )
    if spare >= 0:
        lines = min(_LINES[0] + int(spare / WRITTEN_LINE), _LINES[1])
        page = [*page[:-1], _written(lines, lang)]
    annex: list[Block] = []
    for heading, section in rest:
        title = heading.split("　", 1)[-1]
        annex += [Heading(3, _ANNEX_OF.format(plan=dossier.name, section=title).of(lang)), *section]
    return page, annex


def _page(
    dossier: Dossier, sections: Sequence[Section], rest: Sequence[Section], lang: Lang
) -> list[Block]:
    """Return the page; the room for handwriting comes last."""
    plan = dossier.whole
    choices = "　".join(f"□ {each.word.of(lang)}" for each in DECISIONS if each.code != "new")
    numbers = ("、" if lang == "ja" else ", ").join(f"「{heading}」" for heading, _ in rest)
    return [
        PageBreak(),
        Heading(2, dossier.name, f"plan-{plan.number}"),
        Paragraph(_where(plan, lang), "note"),
        *([Paragraph(_CONTINUED.format(sections=numbers).of(lang), "note")] if rest else []),
        *(block for heading, body in sections for block in (Heading(3, heading), *body)),
        Heading(3, _DECIDED.of(lang)),
        Paragraph(choices),
        _written(_LINES[0], lang),
    ]


def _written(lines: int, lang: Lang) -> Table:
    """Return room to write in, so many lines beneath the first."""
    return Table(("",), [(f"{_REASON.of(lang)}{chr(10) * lines}",)], (1,))


def _sections(dossier: Dossier, period: range, lang: Lang, room: _Room) -> list[Section]:
    """Return as much about a plan as the room allows, under its headings."""
    plan = dossier.whole
    parts: list[tuple[Text, list[Block]]] = [
        (_WHAT, [*_prose(plan, lang, room), *_actions(plan, period, lang, room)]),
        (_HOW, [*_indicators(plan, dossier.progress, lang, room)]),
        (_WHO, [Bullets(_ties(plan, lang, room))]),
        (_QUESTIONS_HEAD, [*_questions(dossier, lang, room)]),
    ]
    return [(heading.of(lang), body) for heading, body in parts]


def _prose(plan: PlanWhole, lang: Lang, room: _Room) -> Iterator[Block]:
    prose = [
        word.format(text=_short(" ".join(text.split()), room.prose)).of(lang)
        for word, text in ((_OVERVIEW, plan.overview), (_VISION, plan.vision))
        if text
    ]
    if prose:
        yield Paragraph("\n".join(prose), "note")


def _where(plan: PlanWhole, lang: Lang) -> str:
    parts = []
    if plan.headings and all(each.level for each in plan.headings):
        above = (f"{each.level} {titled(each.number, each.title)}" for each in plan.headings)
        parts.append("　›　".join(above))
    elif plan.goal and plan.initiative:
        goal = titled(plan.goal.number, plan.goal.title)
        initiative = titled(plan.initiative.number, plan.initiative.title)
        parts.append(_PLACE.format(goal=goal, initiative=initiative).of(lang))
    departments = departments_text(plan, lang).replace("\n", "、")
    parts.append(_DEPARTMENTS.format(departments=departments).of(lang))
    return "\n".join(parts)


def _actions(plan: PlanWhole, period: range, lang: Lang, room: _Room) -> Iterator[Block]:
    if not plan.actions:
        yield Paragraph(_NO_ACTIONS.of(lang))
        return
    actions = plan.actions[: room.rows]
    rows = [
        (_short(each.title, room.cell), *(_in_year(each, year, room.cell) for year in period))
        for each in actions
    ]
    heads = (_ACTION.of(lang), *map(str, period))
    yield Table(heads, rows, (2.4, *[1.6] * len(period)))
    if may_go_on(actions):
        yield Paragraph(MAY_GO_ON.of(lang), "note")
    if len(plan.actions) > len(actions):
        more = len(plan.actions) - len(actions)
        yield Paragraph(_MORE_ACTIONS.format(n=more).of(lang), "note")


def _in_year(action: ActionRow, year: int, most: int) -> str:
    return _short("／".join(dict.fromkeys(in_year(action, year))), most)


def _indicators(
    plan: PlanWhole, progress: Sequence[IndicatorProgress], lang: Lang, room: _Room
) -> Iterator[Block]:
    if not plan.indicators:
        yield Paragraph(_NO_INDICATORS.of(lang))
        return
    standing = {(row.component, row.name): row for row in progress}
    rows = [
        _indicator(each, standing.get((each.component, each.name)), lang, room)
        for each in plan.indicators[: room.rows]
    ]
    yield Table([head.of(lang) for head in _INDICATOR_HEADS], rows, (4, 2.4, 2.4, 2, 1.6))
    more = len(plan.indicators) - len(rows)
    if more > 0:
        yield Paragraph(_MORE_INDICATORS.format(n=more).of(lang), "note")


def _indicator(
    row: IndicatorRow, standing: IndicatorProgress | None, lang: Lang, room: _Room
) -> list[str]:
    none = _NONE.of(lang)
    latest = standing.latest if standing else None
    status, actual = none, none
    if standing and latest:
        rate = "" if standing.rate is None else f" {standing.rate:.0%}"
        status = f"{STATUSES[standing.status].of(lang)}{rate}"
        actual = _ACTUAL.format(value=f"{latest.value:,}", year=latest.year).of(lang)
    measures = (format_measure(each, lang) if each else none for each in (row.baseline, row.target))
    return [_short(row.name, room.cell), *measures, actual, status]


def _ties(plan: PlanWhole, lang: Lang, room: _Room) -> list[str]:
    ties = tie_texts(plan, lang)[: room.ties] or [_NO_TIES.of(lang)]
    lists = (
        (_GROUNDED, plan.guidelines),
        (_THEMES, plan.themes),
        (_INVOLVES, plan.involves),
    )
    separator = "、" if lang == "ja" else ", "
    return ties + [
        _short(text.format(names=separator.join(each.name for each in links)).of(lang), room.fact)
        for text, links in lists
        if links
    ]


def _questions(dossier: Dossier, lang: Lang, room: _Room) -> Iterator[Block]:
    questions = dossier.questions[: room.questions]
    if questions:
        heads = [head.of(lang) for head in _QUESTION_HEADS]
        rows = [(each.heading, _short(each.fact, room.fact), each.question) for each in questions]
        yield Table(heads, rows, (2, 4.5, 4.5))
    else:
        yield Paragraph(_NO_QUESTIONS.of(lang))
    checks = " / ".join(finding_texts(dossier.whole, lang))
    if checks:
        yield Paragraph(_CHECKS.format(checks=_short(checks, room.fact)).of(lang), "note")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
