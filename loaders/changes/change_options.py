"""A change in one line, as an option says it: ``merge-departments`` of ``A課+B課=C課``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from keikaku.graph.changes.change_types import (
    Change,
    DropGuideline,
    DropPlan,
    HandOver,
    MergeDepartments,
    MovePlan,
    Rename,
    RequestedChange,
    Share,
    SplitDepartment,
)
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

REST = ("rest", "残り", "その他")
"""The words for all remaining plans."""

FORMS: Mapping[str, Text] = {
    "merge-departments": Text("A課+B課=C課", "A+B=C"),
    "rename": Text("古い名称=新しい名称", "OLD=NEW"),
    "split-department": Text("A課=B課:1-1-1,1-1-2;C課:rest", "A=B:1-1-1,1-1-2;C:rest"),
    "drop-plan": Text("2-2-5", "2-2-5"),
    "move-plan": Text("2-2-5=3-1", "2-2-5=3-1"),
    "hand-over": Text("2-2-5=A課", "2-2-5=A"),
    "drop-guideline": Text("名称", "NAME"),
}
"""The kinds of change in the order of the help, and how each is written."""

_EQUALS, _PLUS = re.compile("[=＝]"), re.compile("[+＋]")
_COLON, _SEMICOLON, _COMMA = re.compile("[:：]"), re.compile("[;；]"), re.compile("[,，、]")
_PLACE = Text("--{kind}「{typed}」", "--{kind} '{typed}'")
_NO_KIND = Text(
    "変更「{kind}」はありません（{listed}）。", "there is no change '{kind}' ({listed})."
)
_MALFORMED = Text("{place}: 「{form}」の形で指定してください。", "{place}: write it like “{form}”.")


def parse(kind: str, typed: str) -> RequestedChange:
    """Return the change that a text requests; ``kind`` is one of :data:`FORMS`.

    Full width signs (＝ ＋ ： ； 、) are accepted.

    Raises:
        KeikakuError: there is no such kind, or the text does not have its form.
    """
    if kind not in FORMS:
        listed = ", ".join(FORMS)
        raise KeikakuError(_NO_KIND.format(kind=kind, listed=listed))
    place = _PLACE.format(kind=kind, typed=typed)
    change = _PARSED[kind](typed)
    if change is None:
        form = FORMS[kind]
        raise KeikakuError(_MALFORMED.format(place=place, form=form))
    return RequestedChange(change, place)


def _split(text: str, sign: re.Pattern[str]) -> list[str]:
    return [part.strip() for part in sign.split(text)]


def _pair(typed: str) -> tuple[str, str] | None:
    """Return what stands before and after the one = of a text; None where either is missing."""
    sides = _split(typed, _EQUALS)
    return (sides[0], sides[1]) if len(sides) == 2 and all(sides) else None


def _merge(typed: str) -> Change | None:
    pair = _pair(typed)
    departments = _split(pair[0], _PLUS) if pair else []
    if pair is None or len(departments) < 2 or not all(departments):
        return None
    return MergeDepartments(tuple(departments), pair[1])


def _rename(typed: str) -> Change | None:
    pair = _pair(typed)
    return pair and Rename(*pair)


def _split_department(typed: str) -> Change | None:
    pair = _pair(typed)
    shares = [_share(part) for part in _split(pair[1], _SEMICOLON) if part] if pair else []
    complete = tuple(share for share in shares if share is not None)
    if pair is None or len(complete) < 2 or len(complete) < len(shares):
        return None
    return SplitDepartment(pair[0], complete)


def _share(text: str) -> Share | None:
    sides = _split(text, _COLON)
    if len(sides) != 2 or not all(sides):
        return None
    plans = tuple(plan for plan in _split(sides[1], _COMMA) if plan)
    if not plans:
        return None
    return Share(sides[0], None if plans[0] in REST and len(plans) == 1 else plans)


def _move(typed: str) -> Change | None:
    pair = _pair(typed)
    return pair and MovePlan(*pair)


def _hand_over(typed: str) -> Change | None:
    pair = _pair(typed)
    return pair and HandOver(*pair)


def _drop_plan(typed: str) -> Change | None:
    return DropPlan(typed.strip()) if typed.strip() else None


def _drop_guideline(typed: str) -> Change | None:
    return DropGuideline(typed.strip()) if typed.strip() else None


_PARSED: Mapping[str, Callable[[str], Change | None]] = {
    "merge-departments": _merge,
    "rename": _rename,
    "split-department": _split_department,
    "drop-plan": _drop_plan,
    "move-plan": _move,
    "hand-over": _hand_over,
    "drop-guideline": _drop_guideline,
}
