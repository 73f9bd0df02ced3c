"""Decide what the cells under a year hold: by the labels around them, else by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from keikaku.loaders.layouts.labels.listed_steps import are_listed_steps
from keikaku.loaders.layouts.labels.vocabulary import Meaning

if TYPE_CHECKING:
    from keikaku.loaders.layouts.labels.statements import Statement

_OPEN = {
    "yearly",
    "plan.work",
    "action.title",
    "plan.title",
    "plan.overview",
    "plan.period",
    "plan.vision",
    "level",
    "year",
    "indicator.name",
    "plan.first_year",
    "plan.last_year",
}


def year_about(group: str, statements: Iterable[Statement]) -> int | None:
    """Return the last year in the heads over a group of facts (``evaluation.``)."""
    about = (each.meaning for each in statements if each.meaning.fact.startswith(group))
    return max((meaning.year for meaning in about if meaning.year is not None), default=None)


def dated(meaning: Meaning, texts: Sequence[str]) -> Meaning:
    """Return the meaning of the cells of a row or column of years; ``texts`` are all of them."""
    if meaning.fact not in _OPEN:
        return meaning
    filled = [t for t in texts if t.strip()]
    numbers = sum(bool(re.search(r"\d", t)) for t in filled)
    numeric = bool(filled) and numbers >= 0.5 * len(filled)
    if meaning.about == "effect":
        return meaning._replace(fact="effect.total")
    if meaning.about == "budget":
        return meaning._replace(fact="budget.total")
    work = meaning.fact in ("plan.work", "action.title")
    if meaning.about == "schedule" or (work and (not numeric or are_listed_steps(texts))):
        return meaning._replace(fact="schedule")
    if meaning.about == "indicator" or meaning.fact == "indicator.name" or numeric:
        kind = meaning.kind if meaning.kind in ("actual", "forecast") else "target"
        return meaning._replace(fact=f"indicator.{kind}")
    return meaning._replace(fact="schedule")


def with_step_names(meanings: Sequence[Meaning | None]) -> list[Meaning | None]:
    """Read 工程 over words before the years of a schedule as the names of its rows."""
    years = [c for c, m in enumerate(meanings) if m is not None and m.fact == "schedule" and m.year]
    before = min(years, default=0) - 1
    own = meanings[before] if before >= 0 else None
    if own is None or own.fact != "schedule" or own.year or own.ordinal:
        return list(meanings)
    return [m if c != before else own._replace(fact="action.title") for c, m in enumerate(meanings)]
