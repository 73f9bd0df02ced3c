"""A source of the family 実施計画 → records: the stages in order, remarks made findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.findings import FINDINGS
from keikaku.graph.language import Text
from keikaku.graph.records import Evidence, Finding, Records
from keikaku.loaders.implementation_plan.assemble import assemble
from keikaku.loaders.implementation_plan.plan_reader import DocumentReading, read_document
from keikaku.loaders.implementation_plan.text_rows import MAX_LINE
from keikaku.loaders.mentions.plan_mentions import find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readings import Remark, Spot
from keikaku.loaders.source import Source

_FAMILY = re.compile(r"実\s*施\s*計\s*画\s*名")
_MAX_DETAIL = 120


def transform(source: Source, document_id: str, themes_file: Path | None = None) -> Records:
    """Read a source into records, with the findings of its layout.

    Raises :class:`keikaku.graph.errors.SourceError` where the text is of another family.
    """
    reading = read_or_refuse(source)
    themes = read_themes(themes_file)
    mentions = find_mentions(reading.plans, reading.overview, themes)
    overview = reading.overview
    document = overview.head(document_id, source.name, source.sha256)
    records = assemble(reading, mentions, themes, document)
    ids = {node.id for node in records.nodes}
    remarks = [*reading.remarks, *(r for plan in reading.plans for r in plan.remarks)]
    remarks += _remarks_on_text(source)
    records.findings = [_finding(document_id, remark, ids) for remark in remarks]
    return records


def read_or_refuse(source: Source) -> DocumentReading:
    """Read the pages, or say that this is no plan of the family."""
    reading = read_document(source.text) if _FAMILY.search(source.text) else None
    if reading is None or not reading.plans:
        raise SourceError(
            Text(
                f"{source.name}: 「実施計画名」と「所管課」のページが見つかりません。"
                "実施計画のテキストかどうか確かめてください。",
                f"{source.name}: no page with 実施計画名 and 所管課 was found; "
                "check that it is the text of an implementation plan.",
            )
        )
    return reading


def _remarks_on_text(source: Source) -> Iterator[Remark]:
    """Yield lines that could not be decoded or are too long to be read whole."""
    if not source.broken and len(source.text) <= MAX_LINE:
        return
    for number, line in enumerate(source.text.split("\n"), 1):
        if "\ufffd" in line:
            yield Remark("characters-broken", [Spot(number, "本文", line)], {"text": _short(line)})
        if len(line) > MAX_LINE:
            details = {"length": len(line), "limit": MAX_LINE}
            yield Remark("text-too-long", [Spot(number, "本文", line[:_MAX_DETAIL])], details)


def _finding(document: str, remark: Remark, ids: set[str]) -> Finding:
    plan = f"{document}/plan/{remark.plan}" if remark.plan else None
    evidence = [
        Evidence(
            document,
            spot.line or None,
            spot.section,
            _short(spot.quote),
            spot.reading,
            spot.confidence,
            spot.note,
        )
        for spot in remark.spots
    ]
    details = {k: _short(v) if isinstance(v, str) else v for k, v in remark.details.items()}
    node = plan if plan in ids else document
    return FINDINGS[remark.code].at(node, evidence, **details)


def _short(text: str) -> str:
    text = " ".join(text[: 4 * _MAX_DETAIL].split())
    return text if len(text) <= _MAX_DETAIL else f"{text[: _MAX_DETAIL - 1]}…"
