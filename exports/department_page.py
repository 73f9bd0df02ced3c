"""One department on one page (所管課の一覧票), as the blocks of a printed document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from keikaku.exports.documents import Block, Heading, Paragraph, Table
from keikaku.exports.fact_words import bracketed
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_measure
from keikaku.graph.structure import titled
from keikaku.queries.department.answer import DepartmentWhole, DependencyTie, Due, Shared

_TITLE = Text("{department}　所管計画の一覧", "{department}: plans it answers for")
_COUNTS = Text(
    "計画 {plans}件（うち主管 {lead}件）、指標 {indicators}件、"
    "依存先 {depends}件、依存元 {needed}件",
    "{plans} plans ({lead} led), {indicators} indicators, depends on {depends}, needed by {needed}",
)
_PLANS = Text("所管する計画", "Plans")
_DUE = Text("年度ごとの予定", "What is planned, by fiscal year")
_DUE_NOTE = Text(
    "「続いている可能性のある年度」は、原本からは続いているかどうか分からない年度です。",
    "“May go on”: the source leaves open whether it goes on in these years.",
)
_INDICATORS = Text("指標", "Indicators")
_DEPENDS = Text("ほかの計画に依存しているもの", "Our plans depend on")
_NEEDED = Text("ほかの計画から依存されているもの", "Other plans depend on ours")
_GUIDELINES = Text("根拠となる法令・指針・計画等", "Guidelines")
_THEMES = Text("テーマ", "Themes")
_TIES = Text("共に担う課・根拠・テーマ", "Shared with, guidelines, themes")
_SHARED = Text("共に担う所管課", "Shared with")
_FINDINGS = Text("確認事項", "Findings")
_NO = Text("番号", "No.")
_HEADS = {
    "plans": (
        _NO,
        Text("実施計画", "Plan"),
        Text("役割", "Role"),
        Text("共に担う課", "With"),
    ),
    "due": (
        _NO,
        Text("取組", "Action"),
        Text("内容", "What"),
        Text("年度", "Years"),
        Text("続いている可能性のある年度", "May go on"),
    ),
    "indicators": (
        _NO,
        Text("指標", "Indicator"),
        Text("現況値", "Baseline"),
        Text("目標値", "Target"),
    ),
    "ties": (_NO, Text("相手の計画", "Other plan"), Text("根拠の語句", "Words")),
    "shared": (Text("区分", "Kind"), Text("名称（計画の番号）", "Names (plans)")),
    "findings": (_NO, Text("内容", "Message")),
}


def title(whole: DepartmentWhole, lang: Lang) -> str:
    """Return the title of the page."""
    return _TITLE.format(department=whole.department).of(lang)


def blocks(whole: DepartmentWhole, lang: Lang) -> list[Block]:
    """Return the page: counts, then a table for each thing that there is."""
    lead = sum(plan.role == "lead" for plan in whole.plans)
    counts = _COUNTS.format(
        plans=len(whole.plans),
        lead=lead,
        indicators=len(whole.indicators),
        depends=len(whole.depends_on),
        needed=len(whole.needed_by),
    )
    head: list[Block] = [Heading(1, title(whole, lang)), Paragraph(counts.of(lang), "lead")]
    return [*head, *_tables(whole, lang)]


def _tables(whole: DepartmentWhole, lang: Lang) -> Iterator[Block]:
    plans = [
        [each.number, each.title, _role(each.role, each.components, lang), "、".join(each.others)]
        for each in whole.plans
    ]
    yield from _table(_PLANS, "plans", plans, (1, 5, 2, 4), lang)
    yield from _table(_DUE, "due", schedule_rows(whole.due), (1, 4, 5, 2, 2), lang)
    if any(each.certainty == "possible" for each in whole.due):
        yield Paragraph(_DUE_NOTE.of(lang), "note")
    indicators = [
        [each.number, each.name, *(_measure(m, lang) for m in (each.baseline, each.target))]
        for each in whole.indicators
    ]
    yield from _table(_INDICATORS, "indicators", indicators, (1, 5, 3, 3), lang)
    for heading, ties in ((_DEPENDS, whole.depends_on), (_NEEDED, whole.needed_by)):
        yield from _table(heading, "ties", [_tie(tie) for tie in ties], (1, 4, 6), lang)
    common = [
        [heading.of(lang), _names(shared, lang)]
        for heading, shared in (
            (_SHARED, whole.shared_with),
            (_GUIDELINES, whole.guidelines),
            (_THEMES, whole.themes),
        )
        if shared
    ]
    yield from _table(_TIES, "shared", common, (2, 8), lang)
    findings = [[each.number, each.message] for each in whole.findings]
    yield from _table(_FINDINGS, "findings", findings, (1, 9), lang)


def _table(
    heading: Text, kind: str, rows: list[list[str]], widths: Sequence[float], lang: Lang
) -> Iterator[Block]:
    if rows:
        yield Heading(3, heading.of(lang))
        yield Table([head.of(lang) for head in _HEADS[kind]], rows, widths)


def _role(role: str, components: list[str], lang: Lang) -> str:
    return "、".join([CODE_WORDS[role].of(lang), *components])


def schedule_rows(due: Sequence[Due]) -> list[list[str]]:
    """Return a row for each milestone: the years in which it surely runs, and those it may."""
    years: dict[tuple[str, str, str], dict[str, list[int]]] = {}
    for each in due:
        of_milestone = years.setdefault((each.number, each.action, each.text), {})
        of_milestone.setdefault(each.certainty, []).append(each.year)
    return [
        [
            number,
            action,
            text or "→",
            _span(years_due.get("stated")),
            _span(years_due.get("possible")),
        ]
        for (number, action, text), years_due in sorted(
            years.items(), key=lambda item: (item[0][0], min(map(min, item[1].values())))
        )
    ]


def _span(years: list[int] | None) -> str:
    if not years:
        return "―"
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def _measure(measure: dict[str, object] | None, lang: Lang) -> str:
    return "―" if measure is None else format_measure(measure, lang)


def _tie(tie: DependencyTie) -> list[str]:
    return [tie.number, titled(tie.other_number, tie.other_title), tie.words]


def _names(shared: Sequence[Shared], lang: Lang) -> str:
    """Return names in one line, each with the numbers of its plans: 収納率（2-2-1、2-2-5）."""
    comma = "、" if lang == "ja" else ", "
    return comma.join(bracketed(each.name, comma.join(each.numbers), lang) for each in shared)
