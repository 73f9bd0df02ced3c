"""The bundled graph: facts only, and what a rebuild from its source makes."""

from __future__ import annotations

import pytest

from keikaku import loaders
from keikaku.graph import bundled, jsonfile, network, parsing, validation
from keikaku.graph.facts_only import AROUND, LONGEST_QUOTE
from scripts import build_bundled

pytestmark = pytest.mark.skipif(
    not bundled.path().exists(), reason="the bundled graph is not built yet"
)

needs_source = pytest.mark.skipif(
    not build_bundled.SOURCE.exists(), reason="the source is not beside the repository"
)


def test_it_fits_the_model() -> None:
    validation.validate(parsing.parse(bundled.path().read_text(encoding="utf-8")))


def test_it_holds_no_prose() -> None:
    payload = network.to_payload(jsonfile.read(bundled.path()))
    rows = [*payload["nodes"], *payload["edges"], *payload["findings"]]
    assert not [row for row in rows if "overview" in row or "vision" in row]
    quotes = [item["quote"] for row in rows for item in row["evidence"]]
    assert max(map(len, quotes)) <= LONGEST_QUOTE + AROUND + len("……")


@needs_source
def test_no_passage_of_the_prose_is_in_it() -> None:
    content = bundled.path().read_text(encoding="utf-8")
    facts = [node.facts for node in loaders.load(build_bundled.SOURCE).nodes]
    prose = [text for each in facts for text in (each.get("overview"), each.get("vision")) if text]
    assert prose
    passages = {text[i : i + 60] for text in prose for i in range(0, len(text) - 59, 20)}
    assert [passage for passage in passages if passage in content] == []


@needs_source
def test_it_is_what_its_source_makes() -> None:
    built = build_bundled.text()
    assert bundled.path().read_text(encoding="utf-8") == built, "run `make bundled`"
