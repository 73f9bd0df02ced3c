"""The page of one department."""

from __future__ import annotations

from collections.abc import Callable

from keikaku.exports.department_years import schedule_rows
from keikaku.exports.site.indicator_rows import indicator_table
from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_html import link, page, section, table, text
from keikaku.exports.site.site_words import WORDS, word
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.structure import titled
from keikaku.queries.department.answer import DepartmentWhole, DependencyTie

_SHORT = 12  # letters of a number that is not broken into lines


def department_page(content: SiteContent, whole: DepartmentWhole, here: str) -> str:
    """Return the page: its plans with roles, its indicators, who depends on it, shared plans."""
    numbered = _numbers(content, whole, here)
    plans = [
        [
            link(content.plan_address(each.id), titled(each.number, each.title), here),
            content.linked_headings(each.id, here) or "―",
            text(CODE_WORDS[each.role].of(content.lang)),
            "、".join(_link_to(content, whole, "departments", name, here) for name in each.others)
            or "―",
        ]
        for each in whole.plans
    ]
    heads = [WORDS[name].of(content.lang) for name in ("plan", "under", "role", "shared_with")]
    documents = content.document_names(each.document for each in whole.plans)
    body = "".join(f'<p class="note">{text(each)}</p>' for each in documents)
    body += section(word("plans", content), table(heads, plans))
    body += section(word("due", content), _due(content, whole, numbered))
    indicators = ((each, numbered(each.number), None) for each in whole.indicators)
    body += section(word("indicators", content), indicator_table(indicators, content.lang))
    body += section(word("amounts", content), _amounts(content, whole))
    for name, ties in (("ours_depend_on", whole.depends_on), ("ours_needed_by", whole.needed_by)):
        rows = [[numbered(tie.number), _other(content, tie, here), text(tie.words)] for tie in ties]
        heads = [WORDS[key].of(content.lang) for key in ("number", "plan", "words")]
        body += section(word(name, content), table(heads, rows))
    for name, kind, shared in (
        ("guidelines", "guidelines", whole.guidelines),
        ("themes", "themes", whole.themes),
        ("shared_with", "departments", whole.shared_with),
    ):
        cells = [
            [
                _link_to(content, whole, kind, each.name, here),
                "、".join(map(numbered, each.numbers)),
            ]
            for each in shared
        ]
        heads = [WORDS[key].of(content.lang) for key in ("name", "plans")]
        body += section(word(name, content), table(heads, cells))
    if not content.public:
        findings = [[numbered(each.number), text(each.message)] for each in whole.findings]
        heads = [WORDS[key].of(content.lang) for key in ("number", "message")]
        body += section(word("findings", content), table(heads, findings))
    return page(whole.department, content.title, body, here, content.lang, public=content.public)


def _numbers(content: SiteContent, whole: DepartmentWhole, here: str) -> Callable[[str], str]:
    """Return what links the number of one of its plans to the page of that plan.

    Of two documents of one city the number says too little where both have it: no link then.
    """
    documents = {each.document for each in whole.plans}
    own = {
        number: content.plan_ids.get((document, number))
        for document in documents
        for number in (each.number or each.title for each in whole.plans)
    }

    def numbered(number: str) -> str:
        plan = own.get(number) if len(documents) == 1 else None
        words = link(content.plan_address(plan), number, here) if plan else text(number)
        return f'<span class="no">{words}</span>' if len(number) <= _SHORT else words

    return numbered


def _amounts(content: SiteContent, whole: DepartmentWhole) -> str:
    """Return what the plans that it leads cost, by fiscal year and stage."""
    rows = [
        [
            str(each.fiscal_year),
            text(CODE_WORDS[each.stage].of(content.lang)),
            str(each.plans),
            *("―" if amount is None else f"{amount:,}" for amount in (each.total, each.hours)),
        ]
        for each in whole.amounts
    ]
    names = ("fiscal_year", "stage", "plans", "total", "hours")
    return table([word(name, content) for name in names], rows)


def _due(content: SiteContent, whole: DepartmentWhole, numbered: Callable[[str], str]) -> str:
    """Return what is planned, with the years in which it surely runs and those it may."""
    rows = [[numbered(number), *map(text, row)] for number, *row in schedule_rows(whole)]
    names = ("number", "action", "message", "year", "may_years")
    return table([WORDS[name].of(content.lang) or name for name in names], rows)


def _other(content: SiteContent, tie: DependencyTie, here: str) -> str:
    title = titled(tie.other_number, tie.other_title)
    only = content.documents[0]["id"] if len(content.documents) == 1 else ""
    plan = content.plan_ids.get(
        (str(only), tie.other_number or tie.other_title)
    )  # of several, the number is unsure
    return link(content.plan_address(plan), title, here) if plan else text(title)


def _link_to(content: SiteContent, whole: DepartmentWhole, kind: str, name: str, here: str) -> str:
    keys = {
        "guidelines": [content.guideline_ids.get(name)],
        "themes": [content.theme_ids.get(name)],
        "departments": [content.department_ids.get((p.document, name)) for p in whole.plans],
    }[kind]
    key = next((each for each in keys if each), None)
    return link(content.address(kind, key, name), name, here) if key else text(name)
