"""What the cells of a column say of a meaning that its head leaves open."""

from __future__ import annotations

import re

from keikaku.loaders.layouts.labels.form_cells import is_amount
from keikaku.loaders.layouts.labels.head_years import year_head
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.vocabulary import DATES_OF_VALUES, Meaning


def by_values(meaning: Meaning, texts: list[str]) -> Meaning:
    """Return 現状 over numbers as a baseline, 取組 or 取組方針 over sentences as what is done."""
    if meaning.fact == "document.title" and len(set(texts)) > 1:
        return meaning._replace(fact="plan.title")  # 計画名 over a column of names
    if meaning.fact in DATES_OF_VALUES and _are_years(texts):
        return meaning._replace(fact=DATES_OF_VALUES[meaning.fact])  # 基準値（年度） over R4
    if meaning.fact == "plan.problem" and _are_amounts(texts):
        return meaning._replace(fact="indicator.baseline")
    if meaning.fact == "evaluation.grade" and meaning.year and _are_amounts(texts):
        return meaning._replace(fact="indicator.actual", about="indicator", kind="actual", by=None)
    if meaning.fact in ("plan.title", "level") and _is_prose(texts):
        overview = meaning.fact == "level"
        return meaning._replace(fact="plan.overview" if overview else "plan.work", part=None)
    return meaning


def _are_amounts(texts: list[str]) -> bool:
    """Return whether the cells of a column are numbers, except for a band between the rows."""
    return bool(texts) and sum(map(is_amount, texts)) >= 0.6 * len(texts)


def _are_years(texts: list[str]) -> bool:
    """Return whether the cells of a column are years and nothing else."""
    heads = [year_head(text) for text in texts if text.strip()]
    return bool(heads) and all(head is not None and head.year and not head.rest for head in heads)


def _is_prose(texts: list[str]) -> bool:
    """Return whether the cells of a column are sentences, and no names."""
    sentences = sum(t.rstrip().endswith("。") for t in texts)
    return bool(texts) and sentences >= 0.5 * len(texts)


def undated(meaning: Meaning, texts: list[str]) -> Meaning | None:
    """Return the meaning of a column of a group without a year, by its cells."""
    numbers = sum(bool(re.search(r"\d", t)) for t in texts)
    if meaning.about == "indicator":
        valued = bool(texts) and numbers > 0.7 * len(texts) and all(len(t) < 30 for t in texts)
        return meaning._replace(fact="indicator.target" if valued else "indicator.name")
    if meaning.about in ("effect", "budget"):
        return meaning._replace(fact=f"{meaning.about}.total")
    return meaning._replace(fact="plan.period" if numbers > 0.5 * len(texts) else "plan.work")


def are_numbered_titles(texts: list[str]) -> bool:
    """Return whether all texts are titles behind a number, as those of levels are."""
    return bool(texts) and all(split_number(text, level=True)[0] for text in texts)
