"""The cells of a plan about who answers for it → its departments, the lead first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from keikaku.loaders.layouts.facts.cell_text import one_line
from keikaku.loaders.layouts.facts.department_names import (
    DepartmentName,
    Divisions,
    is_in_general,
)
from keikaku.loaders.layouts.facts.department_pieces import offices_joined, who_of
from keikaku.loaders.layouts.facts.plan_facts import DepartmentFact, Places
from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.text import normal

_LISTING = re.compile(r"[\n、,，]+")
_DIVISION_ENDS = ("部", "局", "庁", "本部", "委員会", "室", "院", "監", "管理者")

Of = Callable[[str], list[Statement]]
"""Returns the statements of a fact."""


def departments_of(of: Of, divisions: Divisions, places: Places) -> list[DepartmentFact]:
    """Return who answers for a plan: the lead first, then who works with it."""
    known: dict[str, DepartmentFact] = {}
    leads = [(each, name) for each in of("department") for name in _names(each, divisions)]
    above = _above(of("division"), [name for _, name in leads if name.role != "co"], divisions)
    owned = [(each, name, next(above, None) if name.role != "co" else None) for each, name in leads]
    # 各支所、市民課: the one that is named leads.
    for each, name, own in sorted(owned, key=lambda one: is_in_general(one[1].name)):
        _add(known, name, name.division or own, "lead", each, divisions, places)
    for each in of("department.co"):
        for name in _names(each, divisions):
            _add(known, name, name.division, "co", each, divisions, places)
    if not known:
        for each in of("division")[:1]:
            for name in divisions.names_in(each.text):
                _add(known, name, name.division, "lead", each, divisions, places)
    departments = list(known.values())
    if departments and all(d.role == "co" for d in departments) and leads:
        departments[0].role = "lead"
    for each in of("section")[:1]:
        if departments and one_line(each.text):
            departments[0].sections[one_line(each.text)] = places.spot(each.cell, each.section)
    departments.sort(key=lambda d: d.role != "lead")
    return departments


def _names(each: Statement, divisions: Divisions) -> list[DepartmentName]:
    return divisions.names_in(who_of(each))


def _above(
    cells: Sequence[Statement], leads: Sequence[DepartmentName], divisions: Divisions
) -> Iterator[str | None]:
    """Yield the division of each department from a column of their own.

    A cell of as many divisions as there are departments names them in that order; of another count,
    only the first is known.
    """
    if not cells:
        return
    text = offices_joined(normal(cells[0].text))
    names = [one_line(part) for part in _LISTING.split(text) if part.strip()]
    if not all(name.endswith(_DIVISION_ENDS) for name in names):
        names = [one_line(cells[0].text)]
    if len(names) == 1 and len(leads) > 1:
        parts = divisions.divisions_in(names[0])
        names = parts if len(parts) == len(leads) else names
    if len(names) == 1:
        names *= len(leads)
    yield from (names if len(names) == len(leads) else names[:1])


def _add(
    known: dict[str, DepartmentFact],
    name: DepartmentName,
    division: str | None,
    role: str,
    each: Statement,
    divisions: Divisions,
    places: Places,
) -> None:
    """Add a department once; the first that leads is the lead."""
    division = None if division == name.name else division
    mine = name.role or role
    if mine == "lead" and any(d.role == "lead" for d in known.values()):
        mine = "co"
    level = "section" if name.name.endswith("係") else "department"
    level = "division" if name.is_division else level
    key = f"{division} {name.name}" if name.name in divisions.of_several else name.name
    spot = places.spot(each.cell, each.section)
    first = known.setdefault(key, DepartmentFact(name.name, division, mine, spot, level))
    if name.section:
        first.sections.setdefault(name.section, spot)
    if role == "co" and first.role == "lead" and first.division and not division:
        first.again = spot
