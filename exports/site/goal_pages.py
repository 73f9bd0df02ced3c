"""The pages of the goals: each with the headings below it and their plans."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_html import link, page, table, text
from keikaku.exports.site.site_words import WORDS, word
from keikaku.graph.structure import titled
from keikaku.queries.graph_walks import parts, plan_order
from keikaku.queries.scope import name_of

_DEEPEST = 6  # levels of headings that HTML has


def goal_pages(content: SiteContent) -> Iterator[tuple[str, str]]:
    """Yield the list of goals, and a page for each with its plans under their headings."""
    rows = [
        [
            *map(text, content.document_names([content.document_of(goal)])),
            link(content.goal_address(goal), _name(facts), "goals.html"),
            str(len(content.plans_under(goal))),
        ]
        for goal, facts in content.goals
    ]
    heads = [WORDS[name].of(content.lang) for name in ("goal", "count")]
    heads[0] = content.levels.get("Goal", heads[0])
    heads = [*([word("document", content)] if content.several else []), *heads]
    body = table(heads, rows) or f'<p class="note">{text(word("no_goals", content))}</p>'
    yield "goals.html", _framed(content, word("goals_list", content), body, "goals.html")
    for goal, facts in content.goals:
        here = content.goal_address(goal)
        above = f'<p class="lead">{text(_above(content, goal, facts))}</p>'
        yield here, _framed(content, _name(facts), above + _under(content, goal, here, 2), here)


def _above(content: SiteContent, goal: str, facts: dict[str, object]) -> str:
    """Return what the goal is called and which document it is of, with how many plans."""
    level = str(facts.get("level") or content.levels.get("Goal") or word("goal", content))
    counted = WORDS["plans_of"].format(n=len(content.plans_under(goal))).of(content.lang)
    return " ／ ".join([name_of(content.graph, content.document_of(goal)), level, counted])


def _under(content: SiteContent, node: str, here: str, level: int) -> str:
    """Return the plans right below a heading, then each heading below it with what it holds."""
    graph = content.graph
    plans = sorted(
        (plan for plan, _ in parts(graph, node, "Plan") if plan in content.plans),
        key=lambda plan: plan_order(graph, plan),
    )
    rows = [
        [
            link(content.plan_address(plan), titled(whole.number, whole.title), here),
            content.linked_departments(plan, here),
            str(len(whole.indicators)),
        ]
        for plan in plans
        for whole in (content.plans[plan],)
    ]
    body = table([word(name, content) for name in ("plan", "departments", "indicators")], rows)
    below = parts(graph, node, "Initiative")
    for inner, facts in sorted(below, key=lambda each: plan_order(graph, each[0])):
        tag = f"h{min(level, _DEEPEST)}"
        body += f'<section id="{text(inner)}"><{tag}>{text(_name(facts))}</{tag}>'
        body += f"{_under(content, inner, here, level + 1)}</section>"
    return body


def _name(facts: dict[str, object]) -> str:
    return titled(str(facts.get("number") or ""), str(facts["title"]))


def _framed(content: SiteContent, title: str, body: str, here: str) -> str:
    return page(title, content.title, body, here, content.lang, public=content.public)
