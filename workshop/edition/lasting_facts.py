"""What is still true of a plan in the next edition, and what held for its own edition only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_OF_ONE_EDITION = re.compile("新規|継続|拡充|拡大|見直し?|改善|縮小|統合|休止|廃止|完了|終了")
"""Kinds of a plan (区分) that say how it stands to the edition before it."""


def lasting_facts(plan: Mapping[str, Any], first_year: int) -> dict[str, Any]:
    """Return the facts of a plan that hold in an edition that begins in ``first_year``.

    A last year before that edition is over, and a plan that was new then is new no more. The first
    year stays: it is when the plan began.

    >>> lasting_facts({"title": "窓口", "category": "新規", "last_year": 2029}, 2030)
    {'title': '窓口'}
    """
    facts = dict(plan)
    last = facts.get("last_year")
    if last is not None and last < first_year:
        del facts["last_year"]
    if _OF_ONE_EDITION.match(facts.get("category") or ""):
        del facts["category"]
    return facts
