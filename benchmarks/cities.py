"""Any number of cities that do not exist: copies of the bundled graph with other names.

Laws, themes and SDG targets are the same everywhere, as they are in fact; the municipality, its
departments and its document are each city's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from keikaku.graph import bundled, network
from keikaku.graph.network import Graph

_PLACE = "\0"
"""Stands in the text of a city where its number is to be."""


def cities(number: int, first: int = 0) -> Iterator[Graph]:
    """Yield ``number`` cities, each a graph; they are the same ones every time."""
    text = _of_any_city()
    for place in range(first, first + number):
        own = text.replace(f"city-{_PLACE}", city(place)).replace(_PLACE, str(place))
        yield network.from_payload(json.loads(own))


def city(place: int) -> str:
    """Return the document of a city."""
    return f"city-{place:04}"


def _of_any_city() -> str:
    """Return the text of the bundled graph under names that hold a place for a number."""
    text = bundled.path().read_text(encoding="utf-8")
    payload = json.loads(text)
    head = payload["document"]
    text = text.replace(head["id"], f"city-{_PLACE}")
    text = text.replace(head["municipality"], f"第{_PLACE}市")
    own = {
        name: f"{name[:-1]}第{_PLACE}{name[-1]}"
        for name in (node["name"] for node in payload["nodes"] if node["kind"] == "Department")
    }
    names = "|".join(map(re.escape, sorted(own, key=len, reverse=True)))
    return re.sub(rf'("|/department/)({names})"', lambda m: f'{m[1]}{own[m[2]]}"', text)
