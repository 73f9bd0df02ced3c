"""A source of the family 実施計画 → records: the stages in order, remarks made findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.findings import FINDINGS
from keikaku.graph.language import Text
from keikaku.graph.records import Edge, Evidence, Finding, Node, Records
from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.assemble import assemble
from keikaku.loaders.implementation_plan.head import heads_a_list, is_head
from keikaku.loaders.implementation_plan.labels_by_place import Labels, read_labels
from keikaku.loaders.implementation_plan.plan_reader import DocumentReading, read_document
from keikaku.loaders.implementation_plan.sections import section_label
from keikaku.loaders.implementation_plan.table_head import LONGEST_HEAD
from keikaku.loaders.implementation_plan.text_rows import Row, RowPlaces, rows_of
from keikaku.loaders.mentions.plan_mentions import find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readers.blocks import Notice, Place, Source
from keikaku.loaders.readings import PlanReading, Remark
from keikaku.loaders.text import fold

_STANDARD = re.compile(family.any_of([family.PLAN_NAME]))
_MAX_DETAIL = 120
_FEWEST_LOST = 2
_COLUMNS_LOST = Text(
    "{name}: 行動計画の表の列が失われていて、大半の計画を読み取れません。"
    "PDFやWordから文字だけを取り出したものと思われます。"
    "元のファイル（.pdf、.docx、.xlsx、.html）をそのまま指定してください。",
    "{name}: the columns of the schedules are lost, so that most plans cannot be read. "
    "It seems to be text pulled out of a PDF or Word file; give that file itself "
    "(.pdf, .docx, .xlsx, .html).",
)
_NOT_OF_FAMILY = Text(
    "{name}: 「実施計画名」と「所管課」のページが見つかりません。"
    "実施計画のテキストかどうか確かめてください。",
    "{name}: no page with 実施計画名 and 所管課 was found; "
    "check that it is the text of an implementation plan.",
)


def transform(source: Source, document_id: str, themes_file: Path | None = None) -> Records:
    """Read a source into records, with the findings of its layout.

    Raises :class:`keikaku.graph.errors.SourceError` where the text is of another family.
    """
    rows, places = rows_of(source)
    labels = read_labels(rows)
    reading = read_or_refuse(source, rows)
    themes = read_themes(themes_file)
    mentions = find_mentions(reading.plans, reading.overview, themes)
    overview = reading.overview
    document = overview.head(document_id, source.name, source.sha256)
    records = assemble(reading, mentions, themes, document)
    ids = {node.id for node in records.nodes}
    remarks = [*reading.remarks, *(r for plan in reading.plans for r in plan.remarks)]
    records.findings = [_finding(document_id, remark, ids) for remark in remarks]
    _quote_as_printed(records, labels, rows)
    set_places(records, places)
    records.findings += [_noticed(document_id, notice) for notice in source.notices]
    return records


def is_of_family(rows: Sequence[Row]) -> bool:
    """Return whether a source has pages of this family: heads, each with sections below it.

    A list with a column 実施計画名 has no sections below. Where the word in the heads is also used
    by other documents, one page must print what only this family has: 5レス, or 取組内容 beside
    行動計画.
    """
    heads = [at for at, row in enumerate(rows) if is_head(row)]
    if not heads or any(heads_a_list(rows[at]) for at in heads):
        return False
    ends = [*heads[1:], len(rows)]
    followed = sum(
        any(section_label(row) for row in rows[at + 1 : end])
        for at, end in zip(heads, ends, strict=True)
    )
    standard = any(_STANDARD.search(cell) for at in heads for cell in rows[at].cells)
    return followed >= len(heads) / 2 and (standard or any(map(_is_typical, rows)))


def _is_typical(row: Row) -> bool:
    """Return whether a row is the head of this family's marks or schedule."""
    labels = {fold(cell) for cell in row.filled if len(cell) <= LONGEST_HEAD}
    return fold(family.FIVE) in labels or bool(
        labels & family.ACTION_LABELS and labels & family.SCHEDULE_LABELS
    )


def read_or_refuse(source: Source, rows: list[Row]) -> DocumentReading:
    """Read the pages, or say that this is no plan of the family."""
    reading = read_document(rows) if is_of_family(rows) else None
    if reading is None:
        raise SourceError(_NOT_OF_FAMILY.format(name=source.name))
    if _is_pulled_out(reading):
        raise SourceError(_COLUMNS_LOST.format(name=source.name))
    if sum(map(_hollow, reading.plans)) >= len(reading.plans) / 2:
        raise SourceError(_NOT_OF_FAMILY.format(name=source.name))
    return reading


def _is_pulled_out(reading: DocumentReading) -> bool:
    """Return whether a text has lost its columns everywhere: in schedules, and in heads or marks.

    Where only the cells of schedules stand in lines, one after the other, they can be read.
    """
    plans = reading.plans
    differing = {remark.plan for remark in reading.remarks if remark.code == "title-differs"}
    most = max(len(plans) / 2, _FEWEST_LOST)
    return sum(map(_lost, plans)) > most and any(
        sum(map(missing, plans)) > most
        for missing in (
            lambda plan: not plan.departments,
            lambda plan: bool(plan.marks.unknown),
            lambda plan: not plan.title or plan.number in differing,
        )
    )


def _lost(plan: PlanReading) -> bool:
    """Return whether a plan has no schedule that keeps its columns."""
    return not any(part.actions for part in (plan, *plan.components)) or any(
        remark.code == "columns-lost" for remark in plan.remarks
    )


def _hollow(plan: PlanReading) -> bool:
    """Return whether a plan is only a heading, and so no page of this family."""
    return not plan.departments and _lost(plan)


def _quote_as_printed(records: Records, labels: Labels, rows: Iterable[Row]) -> None:
    """Quote labels and signs as the source prints them, where they are read as others."""
    signed = {row.line: row for row in rows if row.signs}
    if not labels.printed and not signed:
        return

    def printed(line: int | None, quote: str) -> str:
        row = signed.get(line or 0)
        return labels.restore(line, quote if row is None else row.quoted(quote))

    holders: Iterable[Node | Edge | Finding] = chain(records.nodes, records.edges, records.findings)
    for holder in holders:
        holder.evidence = [
            replace(one, quote=printed(one.line, one.quote)) for one in holder.evidence
        ]


def set_places(records: Records, places: RowPlaces) -> None:
    """Replace the row in every evidence by the sheet and cell, or page and box, it stands for."""
    holders: Iterable[Node | Edge | Finding] = chain(records.nodes, records.edges, records.findings)
    for holder in holders:
        holder.evidence = [_placed(one, places) for one in holder.evidence]


def _placed(evidence: Evidence, places: RowPlaces) -> Evidence:
    place = places.of(evidence.line, evidence.quote) if evidence.line else None
    return evidence if place is None else _at(evidence, place)


def _at(evidence: Evidence, place: Place) -> Evidence:
    return replace(
        evidence,
        line=place.line,
        sheet=place.sheet,
        cell=place.cell,
        page=place.page,
        box=place.box,
    )


def _noticed(document: str, notice: Notice) -> Finding:
    """Return the finding for a notice of a reader."""
    place = notice.place or Place()
    quote = str(notice.details.get("text", ""))
    evidence = [_at(Evidence(document, None, "本文", _short(quote)), place)] if notice.place else []
    return FINDINGS[notice.code].at(document, evidence, **notice.details)


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
