"""Which of several kinds a cell marks: ■新規 □継続, 【新規】・継続・拡充, 新規　○継続　拡充."""

from __future__ import annotations

import re
from collections.abc import Container

from keikaku.loaders.text import normal

_CHECKED = re.compile(r"[■☑☒✓✔●レ][\s]*([^\s■☑☒✓✔●□☐○◯〇、,]+)")
_UNCHECKED = re.compile(r"[□☐○◯〇]")
_BETWEEN = re.compile(r"[・/／、,\s]+")
_WRAPPED = re.compile(r"[【(〔\[<《]\s*(?P<inside>[^】)〕\]>》]+?)\s*[】)〕\]>》]")
_RINGED = re.compile(
    r"[○◯〇◎](?P<before>[^\s○◯〇◎・/、]+)|(?P<behind>[^\s○◯〇◎・/、]+)\s*[○◯〇◎](?![^\s・/、])"
)


def ticked(text: str) -> list[str]:
    """Return what stands behind the ticked boxes of a text that also has open ones.

    >>> ticked("■新規　□継続"), ticked("新規")
    (['新規'], [])
    """
    return _CHECKED.findall(normal(text)) if _UNCHECKED.search(text) else []


def chosen(text: str, kinds: Container[str]) -> str | None:
    """Return the kind that a text prints or marks, None where its boxes are all open.

    >>> kinds = {"新規", "継続", "拡充"}
    >>> chosen("【新規】 ・ 拡充 ・ 継続", kinds), chosen("新規　○継続　拡充", kinds)
    ('新規', '継続')
    >>> chosen("□新規　☑継続", kinds), chosen("□新規　□継続", kinds), chosen("一部新規", kinds)
    ('継続', None, '一部新規')
    """
    only = _only_marked(text, kinds)
    if only:
        return only
    checked = _CHECKED.findall(text)
    if checked and (_UNCHECKED.search(text) or len(checked) == 1):
        return "・".join(checked)
    return None if _UNCHECKED.search(text) else text


def _only_marked(text: str, kinds: Container[str]) -> str:
    """Return the only kind of several that brackets or a ring mark, "" for none."""
    plain = " ".join(normal(text).split())
    for mark in (_WRAPPED, _RINGED):
        marked = [(m, next(g for g in m.groups() if g)) for m in mark.finditer(plain)]
        rest = _BETWEEN.split(mark.sub(" ", plain).strip())
        others = [each for each in rest if each]
        if len(marked) == 1 and others and all(each in kinds for each in (*others, marked[0][1])):
            return marked[0][1]
    return ""
