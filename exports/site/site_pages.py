"""The pages of the site, one after the other, each with its address."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from keikaku.exports.site.goal_pages import goal_pages
from keikaku.exports.site.indicator_rows import indicator_table
from keikaku.exports.site.plan_page import plan_page
from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_html import link, listed, page, section, table, text
from keikaku.exports.site.site_words import WORDS, word
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.findings.suggestion_words import planner_words
from keikaku.graph.structure import plan_of, titled
from keikaku.queries.department.answer import DepartmentWhole
from keikaku.queries.plan.answer import PlanWhole
from keikaku.queries.scope import name_of

MOST_SHOWN = 12


def pages(content: SiteContent) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every page."""
    yield "index.html", _start(content)
    yield from goal_pages(content)
    yield "plans.html", _plans(content)
    for plan in content.plans:
        here = content.plan_address(plan)
        yield here, plan_page(content, plan, here)
    yield from _departments(content)
    yield from _shared(content, "themes", [(row.theme, row.id, row) for row in content.themes])
    entries = [(row.name, row.id, row) for row in content.guidelines]
    yield from _shared(content, "guidelines", entries)
    yield "indicators.html", _indicators(content)
    yield "schedule.html", _schedule(content)
    if not content.public:
        yield "findings.html", _findings(content)
    yield "search.html", _search(content)


def frame(content: SiteContent, title: str, body: str, here: str, script: str = "") -> str:
    """Return a page in the frame of the site."""
    return page(
        title, content.title, body, here, content.lang, public=content.public, script=script
    )


def _start(content: SiteContent) -> str:
    counts = (
        ("plans", len(content.plans)),
        ("departments", len(content.departments)),
        ("indicators", len(content.indicators)),
        ("guidelines", len(content.guidelines)),
    )
    numbers = "".join(
        f"<div><dt>{word(name, content)}</dt><dd>{count:,}</dd></div>" for name, count in counts
    )
    heads = [_document(content, head) for head in content.documents]
    carried = [
        [
            *map(text, content.document_names(plan.document for plan in each.plans)),
            _department_link(content, each, "index.html"),
            str(len(each.plans)),
            str(sum(plan.role == "lead" for plan in each.plans)),
        ]
        for each in content.departments[:MOST_SHOWN]
    ]
    touched = [
        [
            link(content.address("themes", row.id, row.theme), row.theme, "index.html"),
            str(row.count),
            str(len(row.unknown)),
        ]
        for row in sorted(content.themes, key=lambda row: -row.count)[:MOST_SHOWN]
    ]
    body = (heads[0] if len(heads) == 1 else listed(heads)) + f'<dl class="numbers">{numbers}</dl>'
    body += section(word("goals", content), _goals(content))
    load = _heads(content, "department", "plans", "led")
    body += section(word("load", content), _chart(content) + table(load, carried))
    theme = [WORDS[name].of(content.lang) for name in ("theme", "plans", "unknown")]
    body += section(word("themes", content), table(theme, touched))
    return frame(content, content.title, body, "index.html")


def _chart(content: SiteContent) -> str:
    """Return the departments with the most plans as bars, by role."""
    from keikaku.visualizations.bars import svg

    roles = ("lead", "co", "component")
    rows = [
        (each.department, [sum(plan.role == role for plan in each.plans) for role in roles])
        for each in content.departments[:MOST_SHOWN]
    ]
    series = [CODE_WORDS[role].of(content.lang) for role in roles]
    return f"<figure>{svg(series, rows, word('load', content))}</figure>" if rows else ""


def _document(content: SiteContent, head: dict[str, object]) -> str:
    years = f"{head.get('first_year') or '?'}–{head.get('last_year') or '?'}"
    title, publisher = str(head["title"]), str(head.get("municipality") or "")
    label = title if title.startswith(publisher) else f"{publisher} {title}"
    words = f"{label}（{years}{word('year', content)}）"
    return f'<p class="lead">{text(words)}</p>' if len(content.documents) == 1 else text(words)


def _goals(content: SiteContent) -> str:
    """Return the goals, each with its plans; of very many only their number."""
    rows = [
        [
            *map(text, content.document_names([content.document_of(goal)])),
            link(
                content.goal_address(goal),
                titled(facts.get("number") or "", facts["title"]),
                "index.html",
            ),
            str(len(plans)),
            "、".join(_link(content, plan, "index.html") for plan in plans)
            if len(plans) <= MOST_SHOWN * 8
            else "",
        ]
        for goal, facts in content.goals
        for plans in (content.plans_under(goal),)
    ]
    *first, goal, count, plans = _heads(content, "goal", "count", "plans")
    return table([*first, content.levels.get("Goal", goal), count, plans], rows)


def _link(content: SiteContent, plan: str, here: str) -> str:
    whole = content.plans[plan]
    words = link(content.plan_address(plan), whole.number or whole.title, here)
    return f'<span class="no">{words}</span>' if whole.number else words


def _plans(content: SiteContent) -> str:
    rows = [
        [
            *map(text, content.document_names([whole.document])),
            link(content.plan_address(plan), titled(whole.number, whole.title), "plans.html"),
            content.linked_departments(plan, "plans.html"),
        ]
        for plan, whole in content.plans.items()
    ]
    heads = _heads(content, "plan", "departments")
    return frame(content, word("plans", content), table(heads, rows), "plans.html")


def _heads(content: SiteContent, *names: str) -> list[str]:
    """Return the heads of a table whose rows say their document first where they must."""
    first = ["document"] if content.several else []
    return [WORDS[name].of(content.lang) for name in (*first, *names)]


def _department(content: SiteContent, key: str, name: str) -> str:
    return content.address("departments", key, name)


def _department_link(content: SiteContent, whole: DepartmentWhole, here: str) -> str:
    return link(_department(content, whole.id, whole.department), whole.department, here)


def _departments(content: SiteContent) -> Iterator[tuple[str, str]]:
    from keikaku.exports.site.department_site_page import department_page

    rows = [
        [
            *map(text, content.document_names(plan.document for plan in each.plans)),
            _department_link(content, each, "departments.html"),
            str(len(each.plans)),
            str(sum(plan.role == "lead" for plan in each.plans)),
            str(len(each.indicators)),
            str(len(each.needed_by)),
        ]
        for each in content.departments
    ]
    heads = _heads(content, "department", "plans", "led", "indicators", "needed_by")
    yield (
        "departments.html",
        frame(content, word("departments", content), table(heads, rows), "departments.html"),
    )
    for each in content.departments:
        here = _department(content, each.id, each.department)
        yield here, department_page(content, each, here)


def _shared(
    content: SiteContent, kind: str, things: Iterable[tuple[str, str, object]]
) -> Iterator[tuple[str, str]]:
    """Yield the list of themes or guidelines, and a page for each with its plans."""
    rows = []
    there = list(things)
    for name, key, row in there:
        plans = _plan_ids(row)
        address = content.address(kind, key, name)
        rows.append([link(address, name, f"{kind}.html"), str(len(plans))])
    heads = [WORDS[name].of(content.lang) for name in ("name", "plans")]
    yield f"{kind}.html", frame(content, word(kind, content), table(heads, rows), f"{kind}.html")
    for name, key, row in there:
        here = content.address(kind, key, name)
        items = listed(
            link(content.plan_address(plan), _title(content, plan), here) for plan in _plan_ids(row)
        )
        yield here, frame(content, name, section(word("plans", content), items), here)


def _plan_ids(row: object) -> list[str]:
    plans = getattr(row, "plans", ())
    return list(dict.fromkeys(each.id for each in plans))


def _title(content: SiteContent, plan: str) -> str:
    whole = content.plans[plan]
    return titled(whole.number, whole.title)


def _indicators(content: SiteContent) -> str:
    """Return the indicators, of several documents each under its title."""
    rows: dict[str, list[tuple[Any, str, str]]] = {}
    for row in content.indicators:
        if row.plan in content.plans:
            plan = link(
                content.plan_address(row.plan), titled(row.number, row.title), "indicators.html"
            )
            of_document = rows.setdefault(row.document, [])
            of_document.append((row, plan, text("、".join(row.departments))))
    tables = [
        (document, indicator_table(each, content.lang, "plan")) for document, each in rows.items()
    ]
    body = "".join(
        section(name_of(content.graph, document), each) if content.several else each
        for document, each in tables
    )
    return frame(content, word("indicators", content), body, "indicators.html")


def _schedule(content: SiteContent) -> str:
    """Return how many actions run in each year, surely and perhaps, by plan."""
    years = sorted(
        {year for whole in content.plans.values() for each in whole.actions for year in each.years}
    )
    rows = []
    for plan, whole in content.plans.items():
        surely = Counter(
            (year, sure) for each in whole.actions for year, sure in each.years.items()
        )
        if not surely:
            continue
        cells = [_year(surely[year, "stated"], surely[year, "possible"]) for year in years]
        document = map(text, content.document_names([whole.document]))
        title = link(content.plan_address(plan), _title(content, plan), "schedule.html")
        rows.append([*document, title, *cells])
    heads = [*_heads(content, "plan"), *map(str, years)]
    note = f'<p class="note">{text(word("schedule_note", content))}</p>'
    body = note + table(heads, rows)
    return frame(content, word("schedule", content), body, "schedule.html")


def _year(stated: int, possible: int) -> str:
    return f"{stated or ''}" + (f"（＋{possible}）" if possible else "")


def _findings(content: SiteContent) -> str:
    rows = []
    for row in content.findings:
        plan = plan_of(content.graph, row.node) if row.node in content.graph else None
        number = _link(content, plan, "findings.html") if plan and plan in content.plans else "―"
        document = map(text, content.document_names([row.document]))
        rows.append([*document, number, text(row.message), text(planner_words(row.suggestion))])
    heads = _heads(content, "number", "message", "suggestion")
    return frame(content, word("findings", content), table(heads, rows), "findings.html")


def _search(content: SiteContent) -> str:
    entries = json.dumps(list(_entries(content)), ensure_ascii=False, separators=(",", ":"))
    safe = entries.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    counted = text(word("hits", content))
    body = (
        f'<label for="words">{text(word("search_for", content))}</label>'
        '<input type="search" id="words" autocomplete="off">'
        f'<p id="count" class="note" role="status" data-words="{counted}"></p>'
        '<ul id="hits"></ul>'
        f'<script type="application/json" id="entries">{safe}</script>'
    )
    script = (Path(__file__).parent / "site_search.js").read_text(encoding="utf-8")
    return frame(content, word("search", content), body, "search.html", script)


def _entries(content: SiteContent) -> Iterator[dict[str, str]]:
    for plan, whole in content.plans.items():
        words = [*_words_of(whole)]
        yield _entry(_title(content, plan), content.plan_address(plan), "plan", words, content)
    for each in content.departments:
        address = _department(content, each.id, each.department)
        yield _entry(each.department, address, "department", [], content)
    for kind, rows in (("themes", content.themes), ("guidelines", content.guidelines)):
        for row in rows:
            name = row.theme if kind == "themes" else row.name
            yield _entry(name, content.address(kind, row.id, name), kind, [], content)


def _words_of(whole: PlanWhole) -> Iterator[str]:
    """Yield the words by which a search finds a plan."""
    yield from (each.name for each in whole.departments)
    yield from (each.name for each in whole.themes)
    yield from (each.name for each in whole.guidelines)
    yield from (each.title for each in whole.actions)
    yield from (each.name for each in whole.indicators)
    yield from (prose for prose in (whole.overview, whole.vision) if prose)


def _entry(
    title: str, address: str, kind: str, words: list[str], content: SiteContent
) -> dict[str, str]:
    entry = {"title": title, "address": address, "kind": word(kind, content)}
    return entry | {"text": " ".join(dict.fromkeys(words))}
