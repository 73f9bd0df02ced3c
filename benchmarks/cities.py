"""Any number of cities that do not exist: copies of the bundled graph with other names.

Laws, themes and SDG targets are the same everywhere, as they are in fact; the municipality, its
departments and its document are each city's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from keikaku.graph import bundled, network
from keikaku.graph.network import Graph


def cities(number: int, first: int = 0) -> Iterator[Graph]:
    """Yield ``number`` cities, each a graph; they are the same ones every time."""
    text = bundled.path().read_text(encoding="utf-8")
    payload = json.loads(text)
    head = payload["document"]
    names = [node["name"] for node in payload["nodes"] if node["kind"] == "Department"]
    for place in range(first, first + number):
        copy = text.replace(head["id"], city(place)).replace(head["municipality"], f"第{place}市")
        for name in names:
            own = json.dumps(f"{name[:-1]}第{place}{name[-1]}", ensure_ascii=False)
            copy = copy.replace(f'"{name}"', own).replace(
                f'/department/{name}"', f"/department/{own[1:]}"
            )
        yield network.from_payload(json.loads(copy))


def city(place: int) -> str:
    """Return the document of a city."""
    return f"city-{place:04}"
