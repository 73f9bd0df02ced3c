"""One department (所管課) as the blocks of a printed document: a section for each kind of fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from keikaku.exports import department_years
from keikaku.exports.documents import Block, Heading, Paragraph, Table
from keikaku.exports.documents.one_page import Section
from keikaku.exports.fact_words import bracketed
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_measure
from keikaku.graph.structure import titled
from keikaku.queries.department.answer import (
    DepartmentWhole,
    DependencyTie,
    OwnIndicator,
    OwnPlan,
    Shared,
)

_TITLE = Text("{department}　所管計画の一覧", "{department}: plans it answers for")
_COUNTS = Text(
    "計画 {plans}件（うち主管 {lead}件）、指標 {indicators}件、"
    "依存先 {depends}件、依存元 {needed}件",
    "{plans} plans ({lead} led), {indicators} indicators, depends on {depends}, needed by {needed}",
)
_PLANS = Text("所管する計画", "Plans")
_DUE = Text("年度ごとの予定", "What is planned, by fiscal year")
_UNDER = Text("上位の見出し", "Under")
_AMOUNTS = Text("予算・決算（主管する計画の合計）", "Budgets of the plans that it leads")
_INDICATORS = Text("指標", "Indicators")
_DEPENDS = Text("ほかの計画に依存しているもの", "Our plans depend on")
_NEEDED = Text("ほかの計画から依存されているもの", "Other plans depend on ours")
_GUIDELINES = Text("根拠となる法令・指針・計画等", "Guidelines")
_THEMES = Text("テーマ", "Themes")
_TIES = Text("共に担う課・根拠・テーマ", "Shared with, guidelines, themes")
_SHARED = Text("共に担う所管課", "Shared with")
_FINDINGS = Text("確認事項", "Findings")
_FINDING_COUNT = Text("{severity} {n}件", "{severity} {n}")
_FINDINGS_OF = Text("{number}（{n}件）", "{number} ({n})")
_MORE = Text("ほか{n}件", "{n} more")
_NO = Text("番号", "No.")
_HEADS = {
    "plans": (
        _NO,
        Text("実施計画", "Plan"),
        _UNDER,
        Text("役割", "Role"),
        Text("共に担う課", "With"),
    ),
    "amounts": (
        Text("年度", "Year"),
        Text("段階", "Stage"),
        Text("計画数", "Plans"),
        Text("総額（円）", "Total (yen)"),
        Text("業務時間（時間）", "Hours"),
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


_UNKNOWN = Text("不明", "unknown")
ALL = 100_000


class Room(NamedTuple):
    """How much a page shows: rows of tables, letters of quoted words, shared names.

    ``due`` is shown as spans of years, as a column for each year with texts or with signs, or as a
    count of actions beside each plan. Without rows for ties, these are listed with what plans
    share. ``nearest`` keeps only the last heading of a plan.
    """

    due: Literal["spans", "texts", "signs", "counts"] = "spans"
    findings: int = ALL
    indicators: int = ALL
    ties: int = ALL
    words: int = ALL
    names: int = ALL
    amounts: int = ALL
    plans: int = ALL
    nearest: bool = False


def title(whole: DepartmentWhole, lang: Lang) -> str:
    """Return the title of the page."""
    return _TITLE.format(department=whole.department).of(lang)


def head(whole: DepartmentWhole, lang: Lang) -> list[Block]:
    """Return the title, and how many of everything there are."""
    counts = _COUNTS.format(
        plans=len(whole.plans),
        lead=sum(plan.role == "lead" for plan in whole.plans),
        indicators=len(whole.indicators),
        depends=len(whole.depends_on),
        needed=len(whole.needed_by),
    )
    return [Heading(1, title(whole, lang)), Paragraph(counts.of(lang), "lead")]


def blocks(whole: DepartmentWhole, lang: Lang) -> list[Block]:
    """Return everything: counts, then a table for each thing that there is."""
    return [*head(whole, lang), *under_headings(sections(whole, lang, Room()))]


def under_headings(texts: Sequence[Section]) -> Iterator[Block]:
    """Yield sections beneath their headings; those that hold nothing are left out."""
    for heading, body in texts:
        if body:
            yield Heading(3, heading)
            yield from body


def sections(whole: DepartmentWhole, lang: Lang, room: Room) -> list[Section]:
    """Return the sections in so much room, always the same ones; some may hold nothing."""
    merged = room.ties == 0
    texts = [
        (
            _PLANS,
            _counted(whole, lang, room) if room.due == "counts" else _plans(whole, lang, room),
        ),
        (_DUE, [] if room.due == "counts" else department_years.due(whole, room.due, lang)),
        (_INDICATORS, _indicators(whole, lang, room)),
        (_DEPENDS, [] if merged else _ties(whole.depends_on, lang, room)),
        (_NEEDED, [] if merged else _ties(whole.needed_by, lang, room)),
        (_TIES, _common(whole, lang, room, ties=merged)),
        (_AMOUNTS, _amounts(whole, lang, room)),
        (_FINDINGS, _findings(whole, lang, room)),
    ]
    return [(heading.of(lang), body) for heading, body in texts]


def _plans(whole: DepartmentWhole, lang: Lang, room: Room) -> list[Block]:
    levels = _levels(whole.plans, lang)
    rows = [
        [
            each.number,
            each.title,
            _under(each, lang, room, alike=bool(levels)),
            _role(each.role, each.components, lang),
            "、".join(each.others) or "―",
        ]
        for each in whole.plans
    ]
    heads = [each.of(lang) for each in _HEADS["plans"]]
    heads[2] = levels or heads[2]
    return [Table(heads, rows, (1.2, 5, 5, 2, 3))] if rows else []


def _counted(whole: DepartmentWhole, lang: Lang, room: Room) -> list[Block]:
    """Return the plans, each with how many actions run in each year, and how many indicators."""
    years = department_years.years(whole.due)
    actions = department_years.counts(whole, years, lang)
    indicators = Counter(each.number for each in whole.indicators)
    rows = [
        [
            each.number,
            each.title,
            CODE_WORDS[each.role].of(lang),
            *of_years,
            str(indicators[department_years.plan_name(each)]),
        ]
        for each, of_years in list(zip(whole.plans, actions, strict=True))[: room.plans]
    ]
    number, name, _, role, _ = (each.of(lang) for each in _HEADS["plans"])
    heads = [number, name, role, *map(str, years), _INDICATORS.of(lang)]
    table = Table(heads, rows, (1.3, 8, 1.6, *[1.3] * len(years), 1.3))
    more = len(whole.plans) - len(rows)
    notes = [_MORE.format(n=more).of(lang)] if more > 0 else []
    notes += [department_years.COUNTED.of(lang)] if years else []
    return [table, *(Paragraph(note, "note") for note in notes)]


def _ties(ties: Sequence[DependencyTie], lang: Lang, room: Room) -> list[Block]:
    return _table("ties", [_tie(tie, room.words) for tie in ties], (1, 4, 6), lang, room.ties)


def _words(plan: OwnPlan, lang: Lang) -> list[str]:
    """Return what the levels above a plan are called; for one without a word, what its kind is."""
    kinds = ("Goal", *["Initiative"] * len(plan.headings))
    bare = (Text(KIND[kind].ja, KIND[kind].name).of(lang) for kind in kinds)
    return [each.level or word for each, word in zip(plan.headings, bare, strict=False)]


def _levels(plans: Sequence[OwnPlan], lang: Lang) -> str:
    """Return what the levels are called where all plans stand under the same ones, or nothing."""
    texts = {" › ".join(_words(plan, lang)) for plan in plans if plan.headings}
    return texts.pop() if len(texts) == 1 else ""


def _under(plan: OwnPlan, lang: Lang, room: Room, *, alike: bool) -> str:
    words = [""] * len(plan.headings) if alike else _words(plan, lang)
    texts = [
        f"{word} {titled(each.number, each.title)}".strip()
        for word, each in zip(words, plan.headings, strict=True)
    ]
    texts = texts[-1:] if room.nearest else texts
    return " › ".join(texts) or "―"


def _indicators(whole: DepartmentWhole, lang: Lang, room: Room) -> list[Block]:
    rows = [
        [each.number, each.name, *(_measure(m, lang) for m in (each.baseline, each.target))]
        for each in _first_of_each(whole.indicators, room.indicators)
    ]
    more = len(whole.indicators) - len(rows)
    return _table("indicators", rows, (1, 5, 3, 3), lang, more=more)


def _first_of_each(indicators: Sequence[OwnIndicator], most: int) -> list[OwnIndicator]:
    """Return so many indicators in their order: of each plan its first, then its second."""
    seen: Counter[str] = Counter()
    places: list[tuple[int, int]] = []
    for place, each in enumerate(indicators):
        places.append((seen[each.number], place))
        seen[each.number] += 1
    return [indicators[place] for place in sorted(place for _, place in sorted(places)[:most])]


def _common(whole: DepartmentWhole, lang: Lang, room: Room, *, ties: bool) -> list[Block]:
    of_ties = (
        (_DEPENDS, _of_plans(whole.depends_on)),
        (_NEEDED, _of_plans(whole.needed_by)),
    )
    rows = [
        [heading.of(lang), _names(shared, lang, room.names)]
        for heading, shared in (
            *(of_ties if ties else ()),
            (_SHARED, whole.shared_with),
            (_GUIDELINES, whole.guidelines),
            (_THEMES, whole.themes),
        )
        if shared
    ]
    return _table("shared", rows, (2, 8), lang)


def _of_plans(ties: Sequence[DependencyTie]) -> list[Shared]:
    """Return the other plans, each with the numbers of the department's own."""
    numbers: dict[str, list[str]] = {}
    for tie in ties:
        numbers.setdefault(titled(tie.other_number, tie.other_title), []).append(tie.number)
    return [Shared(name, [*dict.fromkeys(own)]) for name, own in numbers.items()]


def _amounts(whole: DepartmentWhole, lang: Lang, room: Room) -> list[Block]:
    unknown = _UNKNOWN.of(lang)
    rows = [
        [
            str(each.fiscal_year),
            CODE_WORDS[each.stage].of(lang),
            str(each.plans),
            *(unknown if n is None else f"{n:,}" for n in (each.total, each.hours)),
        ]
        for each in whole.amounts[-room.amounts :]
    ]
    more = len(whole.amounts) - len(rows)
    return _table("amounts", rows, (1, 1, 1, 2, 2), lang, more=more)


def _findings(whole: DepartmentWhole, lang: Lang, room: Room) -> list[Block]:
    if room.findings or not whole.findings:
        rows = [[each.number, each.message] for each in whole.findings]
        return _table("findings", rows, (1, 9), lang, room.findings)
    comma = "、" if lang == "ja" else ", "
    severities = Counter(each.severity for each in whole.findings)
    texts = comma.join(
        _FINDING_COUNT.format(severity=CODE_WORDS[each].of(lang), n=severities[each]).of(lang)
        for each in ("error", "warning", "info")
        if severities[each]
    )
    plans = Counter(each.number for each in whole.findings)
    of_plans = [_FINDINGS_OF.format(number=number, n=n).of(lang) for number, n in plans.items()]
    more = len(of_plans) - room.plans
    kept = [*of_plans[: room.plans], *([_MORE.format(n=more).of(lang)] if more > 0 else [])]
    return [Paragraph(f"{texts}: {comma.join(kept)}", "note")]


def _table(
    kind: str,
    rows: list[list[str]],
    widths: Sequence[float],
    lang: Lang,
    most: int = ALL,
    more: int = 0,
) -> list[Block]:
    """Return a table of the first rows, and how many more there are beside the rows."""
    if not rows:
        return []
    table = Table([each.of(lang) for each in _HEADS[kind]], rows[:most], widths)
    more += max(len(rows) - most, 0)
    return [table, Paragraph(_MORE.format(n=more).of(lang), "note")] if more else [table]


def _role(role: str, components: list[str], lang: Lang) -> str:
    return "、".join([CODE_WORDS[role].of(lang), *components])


def _measure(measure: dict[str, object] | None, lang: Lang) -> str:
    return "―" if measure is None else format_measure(measure, lang)


def _tie(tie: DependencyTie, most: int) -> list[str]:
    words = tie.words if len(tie.words) <= most else f"{tie.words[:most]}…"
    return [tie.number, titled(tie.other_number, tie.other_title), words]


def _names(shared: Sequence[Shared], lang: Lang, most: int) -> str:
    """Return names in one line, each with the numbers of its plans: 収納率（2-2-1、2-2-5）."""
    comma = "、" if lang == "ja" else ", "
    texts = [bracketed(each.name, comma.join(each.numbers), lang) for each in shared[:most]]
    more = len(shared) - most
    return comma.join([*texts, _MORE.format(n=more).of(lang)] if more > 0 else texts)
