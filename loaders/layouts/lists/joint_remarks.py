"""Remarks that every row of a list would repeat → one for each label."""

from __future__ import annotations

from collections.abc import Iterable

from keikaku.loaders.readings import Remark

_BY_LABEL = ("year-not-told", "unit-not-told")
_MOST_SPOTS = 5


def by_label(remarks: Iterable[Remark]) -> list[Remark]:
    """Return the remarks with those of one code and label as one, at the place of the first."""
    kept: list[Remark] = []
    groups: dict[tuple[str, object], list[Remark]] = {}
    for each in remarks:
        if each.code not in _BY_LABEL:
            kept.append(each)
            continue
        group = groups.setdefault((each.code, each.details.get("label")), [])
        if not group:
            kept.append(each)
        group.append(each)
    return [_joint(groups.get((each.code, each.details.get("label")), [each])) for each in kept]


def _joint(group: list[Remark]) -> Remark:
    """Return one remark for several plans: 1-1ほか3件."""
    first = group[0]
    plans = list(dict.fromkeys(str(each.details.get("plan")) for each in group))
    if len(plans) == 1:
        return first
    spots = [spot for each in group for spot in each.spots][:_MOST_SPOTS]
    details = {**first.details, "plan": f"{plans[0]}ほか{len(plans) - 1}件"}
    return Remark(first.code, spots, details)
