"""Words for a plan's facts, in exports and in the papers of the workshop."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.language import Lang
from keikaku.queries.plan.answer import PlanWhole


def departments(plan: PlanWhole, lang: Lang) -> Iterator[str]:
    """Yield departments with their roles, those of components with its title: 収納課（主管）."""
    for each in plan.departments:
        yield bracketed(each.name, CODE_WORDS[each.role].of(lang), lang)
    for part in plan.components:
        for each in part.departments:
            yield bracketed(each.name, part.title, lang)


def bracketed(name: str, remark: str, lang: Lang) -> str:
    """Return a name with a remark in the brackets of the language."""
    return f"{name}（{remark}）" if lang == "ja" else f"{name} ({remark})"
