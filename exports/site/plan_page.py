"""The page of one plan."""

from __future__ import annotations

from collections.abc import Iterable

from keikaku.exports.fact_words import bracketed
from keikaku.exports.site.indicator_rows import indicator_table
from keikaku.exports.site.plan_more import associated, budgets, evaluations, facts_of, logic_model
from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_html import link, listed, map_address, page, section, table, text
from keikaku.exports.site.site_words import WORDS, word
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.structure import titled
from keikaku.queries.plan.answer import ActionRow, DependencyRow, PlanWhole


def plan_page(content: SiteContent, plan: str, here: str) -> str:
    """Return the page: who, what, when, measured how, tied to what; links both ways."""
    whole = content.plans[plan]
    body = _place(content, plan, here) + facts_of(content, whole)
    body += section(word("departments", content), _departments(content, whole, here))
    for name in ("problem", "overview", "vision"):
        prose = getattr(whole, name)
        body += section(word(name, content), f"<p>{_lines(prose)}</p>" if prose else "")
    body += section(word("actions", content), _actions(content, whole.actions))
    body += section(word("indicators", content), _indicators(content, plan))
    body += logic_model(content, whole) + budgets(content, whole) + evaluations(content, whole)
    body += section(word("depends_on", content), _ties(content, whole.depends_on, here))
    body += section(word("needed_by_plans", content), _ties(content, whole.needed_by, here))
    body += associated(content, whole, here)
    body += section(word("themes", content), _linked(content, "themes", whole, here))
    body += section(word("guidelines", content), _linked(content, "guidelines", whole, here))
    body += section(word("sdgs", content), listed(text(each.name) for each in whole.sdgs))
    body += section(word("related", content), _related(content, whole, here))
    if not content.public:
        messages = (text(each.message) for each in whole.findings if each.settled is None)
        body += section(word("findings", content), listed(messages))
    title = titled(whole.number, whole.title)
    return page(title, content.title, body, here, content.lang, public=content.public)


def _place(content: SiteContent, plan: str, here: str) -> str:
    """Return where the plan stands, and the way to it on the map."""
    above = content.linked_headings(plan, here)
    place = f'<p class="lead">{above}</p>' if above else ""
    if not content.maps_plans:
        return place
    return f'{place}<p class="note">{link(map_address(plan), word("on_map", content), here)}</p>'


def _departments(content: SiteContent, whole: PlanWhole, here: str) -> str:
    known = content.department_ids
    document = whole.document
    departments = [
        (each.name, CODE_WORDS[each.role].of(content.lang)) for each in whole.departments
    ]
    departments += [
        (each.name, part.title) for part in whole.components for each in part.departments
    ]
    return listed(
        link(content.address("departments", known[document, name], name), label, here)
        if (document, name) in known
        else text(label)
        for name, role in departments
        for label in [bracketed(name, role, content.lang)]
    )


def _actions(content: SiteContent, actions: list[ActionRow]) -> str:
    years = sorted({year for each in actions for year in each.years})
    if not years:
        return listed(text(each.title) for each in actions)
    body = "".join(
        f"<tr><td>{text(each.title)}</td>{''.join(_cell(each, year) for year in years)}</tr>"
        for each in actions
    )
    heads = "".join(f'<th scope="col">{text(h)}</th>' for h in [word("action", content), *years])
    may = any("possible" in each.years.values() for each in actions)
    note = f'<p class="note">{text(word("may_note", content))}</p>' if may else ""
    return f'<div class="wide"><table><tr>{heads}</tr>{body}</table></div>{note}'


def _cell(action: ActionRow, year: int) -> str:
    certainty = action.years.get(year)
    words = [each.text for each in action.milestones if each.first_year == year]
    text = _lines("\n".join(words)) if words else "→" if certainty == "stated" else ""
    may = certainty == "possible"
    return f'<td class="may">{text or "?"}</td>' if may else f"<td>{text}</td>"


def _indicators(content: SiteContent, plan: str) -> str:
    rows = content.indicators_of.get(plan, [])
    return indicator_table(((each, None, None) for each in rows), content.lang)


def _ties(content: SiteContent, rows: list[DependencyRow], here: str) -> str:
    cells = []
    for row in rows:
        title = titled(row.number, row.title)
        plan = content.plan_ids.get((row.document, row.number or row.title))
        other = link(content.plan_address(plan), title, here) if plan else text(title)
        cells.append([other, text(row.words)])
    return table([word("plan", content), word("words", content)], cells)


def _linked(content: SiteContent, kind: str, whole: PlanWhole, here: str) -> str:
    known = content.theme_ids if kind == "themes" else content.guideline_ids
    names: Iterable[str] = (each.name for each in getattr(whole, kind))
    items = [
        link(content.address(kind, known[name], name), name, here) if name in known else text(name)
        for name in names
    ]
    if kind == "themes" and whole.unknown_marks:
        marks = "、".join(whole.unknown_marks)
        items.append(text(WORDS["marks_unknown"].format(marks=marks).of(content.lang)))
    return listed(items)


def _related(content: SiteContent, whole: PlanWhole, here: str) -> str:
    rows = []
    for row in whole.related:
        plan = content.plan_ids.get((row.document, row.number or row.title))
        if plan:
            rows.append(link(content.plan_address(plan), titled(row.number, row.title), here))
    return listed(rows)


def _lines(words: str) -> str:
    return text(words).replace("\n", "<br>")
