"""Labels that stand alone on their line, above their contents: 【現状と課題】, 第4章 数値目標."""

from __future__ import annotations

import re

from keikaku.loaders.layouts.labels.label_lines import LABEL_SURE
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.lists.list_shape import DATED_FACTS
from keikaku.loaders.text import normal

_LONGEST = 40
_TITLES = ("一覧", "一覧表", "個票", "調書", "シート")
"""A line with one of these endings is the title of a part, and no label of what follows."""
_CHAPTER = re.compile(r"\s*第\s*[\d一二三四五六七八九十]+\s*[章節編部]\s*(.+)")
_BRACKETED = re.compile(
    r"(?:[■●◆◇○〇□▼▶◎]?\s*[【〔［\[〈<《(（]|[■●◆◇○〇□▼▶◎]\s*)"
    r"(?P<words>[^【】〔〕\[\]［］〈〉<>《》()（）、。\s]{3,15})[】〕］\]〉>》)）]?"
)
_DEEDS = re.compile(
    r"(?:今後の|主な|具体的な)?(?:取り?組み?|改革|改善|実施|推進|見直し|事業)の?"
    r"(?:方向|方針|事項|方策|内容|概要|進め方|ポイント|方法|手法)"
)
"""Words over what a plan does that elsewhere are those of a level: 取組の方向."""
_PROSE = {"plan.problem", "plan.overview", "plan.work", "plan.vision"}
_CONTEXT_FACTS = {"indicator": "indicator.name", "effect": "effect.total", "schedule": "schedule"}


def label_alone(text: str, words: LayoutWords) -> Meaning | None:
    """Return the meaning of a line that is only a label, None for any other line.

    The title of a chapter is such a label only for the years in its tables.
    """
    text = text.strip()
    if len(text) > _LONGEST or text.endswith(_TITLES) or _is_pair_of_lines(text, words):
        return None
    bare = without_chapter(text)
    parsed = label(bare)
    meaning = words.meaning([parsed])
    if bare != text and not (meaning is not None and meaning.fact.startswith(DATED_FACTS)):
        return None
    choice = meaning is not None and meaning.fact == "plan.category" and meaning.name
    if meaning is None or meaning.sure < LABEL_SURE or meaning.fact == "level" or choice:
        if len(parsed.segments) >= 1 and parsed.segments[0] in words.catalogue.contexts:
            return Meaning("context", 1.0)
        return None
    if parsed.year is not None and parsed.segments == ():
        return None
    return meaning


def bracketed_label(text: str, above: Statement | None, words: LayoutWords) -> Meaning | None:
    """Return what a line in brackets, or behind a mark, announces below the text of another label.

    No word of the catalogue is in it: 【取組の方向】 is what a plan does; of others in brackets it
    is only known that the text ``above`` them ends. None for any other line.
    """
    match = _BRACKETED.fullmatch(text.strip())
    if match is None or above is None or above.meaning.fact not in _PROSE:
        return None
    deeds = _DEEDS.fullmatch(match["words"]) is not None
    marked = text.strip()[-1] == match["words"][-1]  # ■財政課と協議する may be an item
    if not deeds and (marked or words.of(match["words"]) is not None):
        return None
    return Meaning("plan.work" if deeds else "skip", LABEL_SURE)


def _is_pair_of_lines(text: str, words: LayoutWords) -> bool:
    """Return whether a label stands on the line above its value: 担当課 over 財政課."""
    first, *others = [line.strip() for line in text.split("\n") if line.strip()]
    if not others or others[-1][:1] in "(（〔[":
        return False
    known = words.of(first)
    unknown = all(words.of(each) is None for each in (*others, f"{first}{''.join(others)}"))
    return known is not None and known.sure >= LABEL_SURE and unknown


def money_of_title(text: str, words: LayoutWords) -> list[Label]:
    """Return 財政効果額 of the title 財政効果額一覧: its table prints only years; [] for others.

    >>> from keikaku.loaders.layouts.layout_file import built_in
    >>> words = LayoutWords(built_in()[-1])
    >>> money_of_title("財政効果額一覧", words)[0].segments, money_of_title("取組一覧", words)
    (('財政効果額',), [])
    """
    bare = text.strip()
    ending = next((e for e in sorted(_TITLES, key=len) if bare.endswith(e)), "")
    if not ending or len(bare) > _LONGEST:
        return []
    parsed = label(bare.removesuffix("表").removesuffix("一覧").removesuffix("の").strip())
    known = words.catalogue.contexts.get("".join(parsed.segments[:1]), {})
    return [parsed] if known.get("about") in ("effect", "budget") else []


def without_chapter(text: str) -> str:
    """Return the title of a chapter without its number; any other text as it is."""
    chapter = _CHAPTER.match(normal(text))
    return chapter[1] if chapter else text


def of_context(parsed: Label, words: LayoutWords) -> Meaning | None:
    """Return the meaning of the lines below 成果指標 or 効果, where no table follows."""
    known = words.catalogue.contexts.get("".join(parsed.segments[:1]), {})
    fact = _CONTEXT_FACTS.get(known.get("about", ""))
    return Meaning(fact, 0.8, about=known["about"], role=known.get("role")) if fact else None
