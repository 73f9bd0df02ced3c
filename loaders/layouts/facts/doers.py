"""実施主体 as the department in charge, in a source that names no other (実施主体と所管課)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.facts.department_pieces import pieces
from keikaku.loaders.layouts.labels.statements import Record

_OFFICE = re.compile(r".+(?:課|室|局|部|係|班|担当|署|支所|センター|会館|館|院)(?:\([^()]*\))?")
_MOST = 0.7  # of the cells that must name offices of the municipality


def take_doers(records: Sequence[Record]) -> None:
    """Read who carries a plan out as its department, where no plan has one and these are offices.

    Elsewhere 実施主体 names residents and companies, which are partners.
    """
    statements = [each for record in records for each in record.statements]
    doers = [each for each in statements if each.meaning.fact == "doers" and each.text]
    if not doers:
        return
    offices = sum(_names_offices(each.text) for each in doers) >= _MOST * len(doers)
    others = any(each.meaning.fact in ("department", "division") for each in statements)
    fact = "department" if offices and not others else "partners"
    for record in records:
        record.statements[:] = [
            replace(each, meaning=each.meaning._replace(fact=fact))
            if each.meaning.fact == "doers"
            else each
            for each in record.statements
        ]


def _names_offices(text: str) -> bool:
    """Return whether all names of a cell are those of offices."""
    names = [piece.text for piece in pieces(text)]
    return bool(names) and all(_OFFICE.fullmatch(name) for name in names)
