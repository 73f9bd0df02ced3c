"""The kinds of node, declared once, as data."""

from __future__ import annotations

from keikaku.graph.declaration import Kind
from keikaku.graph.document_kinds import DOCUMENT_KINDS
from keikaku.graph.measure_kinds import MEASURE_KINDS
from keikaku.graph.shared_kinds import SHARED_KINDS

KINDS: tuple[Kind, ...] = (*DOCUMENT_KINDS, *MEASURE_KINDS, *SHARED_KINDS)
"""All kinds, from the publisher down to what documents share."""

KIND: dict[str, Kind] = {kind.name: kind for kind in KINDS}
"""The kinds by name."""
