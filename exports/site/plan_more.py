"""What not every plan has: its kind, its logic model, money and hours, evaluations."""

from __future__ import annotations

from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_html import link, section, table, text
from keikaku.exports.site.site_words import word
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.structure import titled
from keikaku.queries.plan.answer import PlanWhole
from keikaku.queries.plan.plan_records import BudgetRow, EvaluationRow

_AMOUNTS = ("total", "achieved", "personnel_cost", "hours", "persons")
_FACTS = ("category", "priority", "first_year", "last_year")


def facts_of(content: SiteContent, whole: PlanWhole) -> str:
    """Return the kind, priority and years of a plan in one line, as far as they are stated."""
    stated = [
        f"{word(name, content)}: {getattr(whole, name)}"
        for name in _FACTS
        if getattr(whole, name) is not None
    ]
    return f'<p class="note">{text("　".join(stated))}</p>' if stated else ""


def logic_model(content: SiteContent, whole: PlanWhole) -> str:
    """Return the steps of the logic model, from means to ends."""
    rows = [[text(_coded(step.stage, content)), _lines(step.text)] for step in whole.steps]
    heads = [word("stage", content), word("message", content)]
    return section(word("logic", content), table(heads, rows))


def budgets(content: SiteContent, whole: PlanWhole) -> str:
    """Return money and work by fiscal year and stage; columns that no row states are left out."""
    columns = [
        name for name in _AMOUNTS if any(getattr(r, name) is not None for r in whole.budgets)
    ]
    rows = [_budget(content, each, columns) for each in whole.budgets]
    heads = [word(name, content) for name in ("fiscal_year", "stage", *columns)]
    return section(word("budgets", content), table(heads, rows) if columns else "")


def _budget(content: SiteContent, row: BudgetRow, columns: list[str]) -> list[str]:
    amounts = (getattr(row, name) for name in columns)
    cells = ("―" if amount is None else f"{amount:,}" for amount in amounts)
    return [str(row.fiscal_year), text(_coded(row.stage, content)), *cells]


def evaluations(content: SiteContent, whole: PlanWhole) -> str:
    """Return the evaluations by fiscal year; a public site leaves the comments out."""
    rows = [_evaluation(content, each) for each in whole.evaluations]
    names = ["fiscal_year", "by", "grade", "direction", *([] if content.public else ["comment"])]
    return section(word("evaluations", content), table([word(n, content) for n in names], rows))


def _evaluation(content: SiteContent, row: EvaluationRow) -> list[str]:
    direction = row.direction_text or _coded(row.direction, content)
    cells = [
        str(row.fiscal_year),
        _coded(row.by, content) or "―",
        row.grade or "―",
        direction or "―",
    ]
    comment = [] if content.public else [_lines(row.comment or "―")]
    return [*map(text, cells), *comment]


def associated(content: SiteContent, whole: PlanWhole, here: str) -> str:
    """Return the plans that the document calls related, with its words."""
    rows = []
    for each in whole.associated:
        title = titled(each.number, each.title)
        plan = content.plan_ids.get((each.document, each.number or each.title))
        other = link(content.plan_address(plan), title, here) if plan else text(title)
        rows.append([other, text(each.words or "―")])
    heads = [word("plan", content), word("words", content)]
    return section(word("associated", content), table(heads, rows))


def _coded(code: str | None, content: SiteContent) -> str:
    return CODE_WORDS[code].of(content.lang) if code else ""


def _lines(words: str) -> str:
    return text(words).replace("\n", "<br>")
