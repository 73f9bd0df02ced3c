"""Files of ``keikaku/1`` open as graphs of the present version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from keikaku.graph import jsonfile, network

OLD = Path(__file__).parent / "data" / "keikaku-1.json"
"""A plan as version 1.0 wrote it: a city that does not exist."""


def _nodes(kind: str) -> dict[str, dict[str, Any]]:
    graph = jsonfile.read(OLD)
    return {name: facts for name, facts in graph.nodes(data=True) if facts["kind"] == kind}


def test_an_old_file_opens_and_is_written_as_the_present_version(tmp_path: Path) -> None:
    assert json.loads(OLD.read_text(encoding="utf-8"))["schema"] == "keikaku/1"
    new = tmp_path / "new.json"
    jsonfile.write(new, jsonfile.read(OLD))
    assert json.loads(new.read_text(encoding="utf-8"))["schema"] == "keikaku/2"
    again = jsonfile.read(new)
    assert jsonfile.dumps(again) == new.read_text(encoding="utf-8")
    assert network.to_payload(again) == network.to_payload(jsonfile.read(OLD))


def test_what_may_go_on_is_unknown_and_the_rest_ends() -> None:
    continues = {facts["text"]: facts["continues"] for facts in _nodes("Milestone").values()}
    assert continues == {"検討": "no", "実施": "unknown"}


def test_measures_get_the_parts_that_they_did_not_have() -> None:
    (indicator,) = _nodes("Indicator").values()
    assert indicator["target"] == {
        "value": 10,
        "unit": "件/年",
        "comparator": "=",
        "qualifier": None,
        "as_of": "2029年度末",
        "raw": "10件/年",
        "fiscal_year": None,
        "low": None,
        "high": None,
        "cumulative": None,
    }
    assert indicator["baseline"] is None
