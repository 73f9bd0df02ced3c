"""What the cells of a column say of a meaning that its head leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.layouts.labels.form_cells import is_amount
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.values import read_cell


def by_values(meaning: Meaning, texts: list[str]) -> Meaning:
    """Return 現状 over numbers as a baseline, 取組 or 取組方針 over sentences as what is done."""
    if meaning.fact == "document.title" and len(set(texts)) > 1:
        return meaning._replace(fact="plan.title")  # 計画名 over a column of names
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


_BULLET = re.compile(r"^\s*(?:[・･○●◎■□◆◇▪*]|[①-⑳]|\(?\d{1,2}[).）])\s*")
_UNDER_NAME = re.compile(r"^[^\s:：]{2,30}[:：]\s*")
_ARROWS = re.compile(r"[→⇒➡⇨\s]+")
_MOSTLY, _HALF = 0.8, 0.5


def are_listed_steps(texts: Iterable[str]) -> bool:
    """Return whether the lines of cells say what is done of named actions: ・手引の作成：試行.

    Some of them may be numbers: ・支援：2地区.

    >>> are_listed_steps(["・手引の作成：試行", "・研修：→"]), are_listed_steps(["・満足度：80％"])
    (True, False)
    """
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    bare = [_BULLET.sub("", line) for line in lines]
    listed = [_UNDER_NAME.sub("", line).strip() for line in bare if _UNDER_NAME.match(line)]
    if not lines or len(listed) < _MOSTLY * len(lines):
        return False
    return sum(map(_is_step, listed)) >= _HALF * len(listed)


def _is_step(line: str) -> bool:
    """Return whether a line says in words what is done, or is an arrow."""
    if _ARROWS.fullmatch(line):
        return True
    worded = bool(re.search(r"[ぁ-んァ-ヶ一-龥]{2}", line))
    return worded and (not any(c.isdigit() for c in line) or read_cell(line).kind != "values")


def are_numbered_titles(texts: list[str]) -> bool:
    """Return whether all texts are titles behind a number, as those of levels are."""
    return bool(texts) and all(split_number(text, level=True)[0] for text in texts)
