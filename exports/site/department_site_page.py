"""The page of one department."""

from __future__ import annotations

from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_html import link, listed, page, section, table, text
from keikaku.exports.site.site_words import WORDS, word
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.measures import format_measure
from keikaku.queries.department.answer import DepartmentWhole


def department_page(content: SiteContent, whole: DepartmentWhole, here: str) -> str:
    """Return the page: its plans with roles, its indicators, who depends on it, shared plans."""
    plans = [
        [
            link(content.plan_address(each.id), f"{each.number} {each.title}".strip(), here),
            text(CODE_WORDS[each.role].of(content.lang)),
            text("、".join(each.others)),
        ]
        for each in whole.plans
    ]
    heads = [WORDS[name].of(content.lang) for name in ("plan", "role", "shared_with")]
    body = section(word("plans", content), table(heads, plans))
    indicators = [
        [
            text(each.number),
            text(each.name),
            *(
                text(format_measure(m, content.lang)) if m else "―"
                for m in (each.baseline, each.target)
            ),
        ]
        for each in whole.indicators
    ]
    names = ("number", "indicator", "baseline", "target")
    body += section(
        word("indicators", content), table([WORDS[n].of(content.lang) for n in names], indicators)
    )
    for name, ties in (("depends_on", whole.depends_on), ("needed_by_plans", whole.needed_by)):
        lines = (
            f"{tie.number} ― {tie.other_number} {tie.other_title}（{tie.words}）" for tie in ties
        )
        body += section(word(name, content), listed(map(text, lines)))
    return page(whole.department, content.title, body, here, content.lang, public=content.public)
