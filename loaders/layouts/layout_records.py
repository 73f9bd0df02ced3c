"""A source under a layout → records: the plans of its statements, findings, the account."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from keikaku.graph.findings import FINDINGS
from keikaku.graph.records import Evidence, Finding, Records
from keikaku.loaders.layouts.documents.document_head import (
    read_head,
    year_evaluated,
    year_of_headings,
)
from keikaku.loaders.layouts.facts.budgets import unit_by_hours
from keikaku.loaders.layouts.facts.building import Setting, build
from keikaku.loaders.layouts.facts.cell_text import one_line
from keikaku.loaders.layouts.facts.department_names import Divisions, is_in_general, tokens
from keikaku.loaders.layouts.facts.directions_printed import code_of, direction_legend
from keikaku.loaders.layouts.facts.doers import take_doers
from keikaku.loaders.layouts.facts.law_names import law_names
from keikaku.loaders.layouts.facts.plan_facts import Places, PlanFacts
from keikaku.loaders.layouts.facts.schedules import prints_spanned_arrows, prints_yearly_arrows
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Column, Reading, Record
from keikaku.loaders.layouts.layout_file import Layout
from keikaku.loaders.layouts.layout_graph import DocumentFacts, assemble, level_titles
from keikaku.loaders.layouts.lists.joint_remarks import by_label
from keikaku.loaders.layouts.lists.level_targets import LEVEL_TARGETS
from keikaku.loaders.mentions.guideline_mentions import Guidelines
from keikaku.loaders.mentions.plan_mentions import AllMentions, GuidelineMention, find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readers.blocks import Source
from keikaku.loaders.readings import NamedThing, PlanReading, Remark, Spot

_MAX_DETAIL = 120


def transform(
    source: Source, layout: Layout, reading: Reading, document_id: str, themes: Path | None
) -> Records:
    """Return the records of a source as a layout reads it."""
    words = LayoutWords(layout)
    places = Places()
    take_doers(reading.records)
    overview, money, legend = read_head(source, layout, reading, places)
    setting = Setting(
        words,
        places,
        _divisions(reading.records),
        overview.first_year,
        overview.last_year,
        money,
        legend=legend,
        labels_departments=any(
            each.meaning.fact in ("department", "division") and each.text.strip()
            for record in reading.records
            for each in record.statements
        ),
        yearly_arrows=prints_yearly_arrows(reading.records),
        spanned_arrows=prints_spanned_arrows(reading.records),
        year=year_evaluated(overview.title) or year_of_headings(source),
        directions={
            **direction_legend(source, words.catalogue.directions),
            **{code_of(code): word for code, word in layout.legend.items()},
        },
    )
    if setting.money is None:
        setting.money, setting.hour = unit_by_hours(reading.records)
    filled = [record for record in reading.records if record.statements]
    records_read = [build(record, setting) for record in filled]
    plans = [plan for plan in records_read if plan.reading.title or plan.reading.number]
    nameless = [
        plan.reading
        for record, plan in zip(filled, records_read, strict=True)
        if not (plan.reading.title or plan.reading.number)
        and len({each.meaning.fact for each in record.statements}) > 1  # a legend says one thing
    ]
    _set_keys(plans)
    _set_period(overview, plans)
    listed = read_themes(themes)
    mentions = find_mentions([plan.reading for plan in plans], overview, listed)
    for plan in plans:
        _add_laws(plan, mentions, overview.municipality)
    document = overview.head(document_id, source.name, source.sha256)
    records = assemble(DocumentFacts(overview, plans), mentions, listed, document)
    remarks = by_label([r for plan in plans for r in plan.reading.remarks])
    remarks += _remarks(reading, layout, setting, plans)
    remarks += _name_remarks(plans, nameless)
    ids = {node.id for node in records.nodes}
    records.findings = [_finding(document_id, remark, ids) for remark in remarks]
    records.findings += _notices(source, document_id, places)
    places.restore(records)
    return records


def _divisions(records: list[Record]) -> Divisions:
    texts = [
        s.text
        for r in records
        for s in r.statements
        if s.meaning.fact in ("department", "department.co")
    ]
    own = [s.text for r in records for s in r.statements if s.meaning.fact == "division"]
    return Divisions(texts, own)


def _set_keys(plans: list[PlanFacts]) -> None:
    """Give each plan a key that no other has.

    Its number, with its levels where it starts anew.
    """
    numbers = Counter(plan.reading.number for plan in plans if plan.reading.number)
    used: set[str] = set()
    counts: Counter[str] = Counter()
    for plan in plans:
        number = plan.reading.number
        plan.printed_number = number
        key = number or plan.reading.title
        if number and numbers[number] > 1:
            path = "/".join(level.number or level.title for level in plan.levels)
            key = f"{path}/{number}" if path else number
        base = key
        while key in used:
            counts[base] += 1
            key = f"{base}({counts[base] + 1})"
        used.add(key)
        plan.key = plan.reading.number = key


def _set_period(overview: Any, plans: list[PlanFacts]) -> None:
    """Set the period to the years of schedules and targets, where the document prints none."""
    if overview.first_year is not None:
        return
    years = {m.first_year for p in plans for a in p.reading.actions for m in a.milestones}
    years |= {v["fiscal_year"] for p in plans for i in p.indicators for v in i.values}
    if years:
        overview.first_year, overview.last_year = min(years), max(years)


def _add_laws(plan: PlanFacts, mentions: AllMentions, city: str) -> None:
    """Add the names that a cell of laws lists, whatever they look like."""
    own = [city] if city else []
    finder = Guidelines(own)
    mine = mentions.by_plan[plan.key]
    known = {g.name for g in mine.guidelines} | {g.printed for g in mine.guidelines}
    for cell in plan.guidelines:
        for name in law_names(cell.name):
            if name in known:
                continue
            known.add(name)
            hit = next((h for h in finder.find(name) if h.name == name), None)
            kind = (
                hit.type
                if hit
                else finder.whole(name) or ("law" if name.endswith("法") else "other")
            )
            national = hit.national if hit else kind == "law"
            mine.guidelines.append(
                GuidelineMention(name, name, kind, national, cell.spot, 0, 0, len(name))
            )


def _remarks(
    reading: Reading, layout: Layout, setting: Setting, plans: list[PlanFacts]
) -> list[Remark]:
    """Return the remarks about the source as a whole."""
    places = setting.places
    remarks = [_chosen(reading, layout, len(plans))]
    for column in reading.columns:
        if column.meaning is None and column.filled:
            details = {
                "where": _where(column),
                "label": column.label or "（見出しなし）",
                "count": column.filled,
            }
            spot_number = places.number(column.place)
            remarks.append(_at("label-unread", spot_number, column.label, details))
    remarks += _level_targets(reading, places)
    if reading.outside:
        details = {"count": len(reading.outside), "example": one_line(reading.outside[0])[:40]}
        remarks.append(Remark("paragraphs-unread", [], details))
    for title, count in reading.appendices.items():
        remarks.append(Remark("parts-not-read", [], {"what": f"「{title}」の表", "count": count}))
    for cell, count, _, first in reading.year_blocks:
        years = f"{first}～{first + count - 1}" if first else ""
        code = "years-of-blocks" if first else "years-of-blocks-unknown"
        details = {"label": one_line(cell.text), "count": count}
        if first:
            details["years"] = years
        remarks.append(_at(code, places.number(cell.place), cell.text, details))
    for code, cells in (
        ("numbers-as-text", setting.typed),
        ("cells-of-dash", setting.nothing),
        ("words-for-values", setting.worded),
        ("values-left-over", setting.left_over),
        ("years-unread", setting.yearless),
        ("direction-unexplained", setting.unexplained),
        ("names-of-zero", setting.zero_names),
    ):
        if cells:
            remarks.append(_counted(code, cells))
    if setting.hour is not None:
        details = {"unit": setting.money, "rate": f"{setting.hour:,}円"}
        remarks.append(Remark("unit-inferred", [], details))
    remarks += _level_remarks(plans)
    remarks += _department_remarks(plans, setting)
    return remarks


def _at(code: str, place: int, quote: str, details: dict[str, Any]) -> Remark:
    return Remark(code, [Spot(place, "見出し", quote)], details)


def _chosen(reading: Reading, layout: Layout, plans: int) -> Remark:
    total = reading.read + reading.skipped + reading.unread
    share = round(100 * (reading.read + reading.skipped) / total) if total else 0
    return Remark(
        "layout-chosen",
        [],
        {"layout": layout.title.ja, "share": share, "plans": plans, "unread": reading.unread},
    )


def _counted(code: str, cells: list[tuple[str, str]]) -> Remark:
    labels = list(dict.fromkeys(section for section, _ in cells))
    return Remark(code, [], {"count": len(cells), "labels": labels[:5], "example": cells[0][1]})


def _level_remarks(plans: list[PlanFacts]) -> list[Remark]:
    remarks: list[Remark] = []
    titles = level_titles(plans)
    seen: set[tuple[str, ...]] = set()
    for plan in plans:
        path: tuple[str, ...] = ()
        for level in plan.levels:
            path = (*path, level.number or level.title)
            known = titles[path]
            rare = known.most_common(1)[0][0] != level.title
            if rare and (*path, level.title) not in seen:
                seen.add((*path, level.title))
                listed = [f"「{title}」" for title, _ in known.most_common()]
                details = {"level": level.level, "number": level.number, "titles": listed}
                remarks.append(Remark("level-titles-differ", [level.spot], details, plan.key))
    return remarks


def _name_remarks(plans: list[PlanFacts], nameless: list[PlanReading]) -> list[Remark]:
    """Report the plans without a title, and the records with neither number nor title."""
    remarks = [
        Remark("plan-without-title", [plan.reading.spot], {"plan": plan.reading.number}, plan.key)
        for plan in plans
        if plan.reading.spot and not plan.reading.title
    ]
    spots = [reading.spot for reading in nameless if reading.spot]
    if spots:
        details = {"count": len(spots), "example": one_line(spots[0].quote)}
        remarks.append(Remark("records-without-name", spots, details))
    return remarks


def _department_remarks(plans: list[PlanFacts], setting: Setting) -> list[Remark]:
    remarks: list[Remark] = []
    undivided: list[tuple[str, str, Spot]] = []
    seen: set[str] = set()
    for plan in plans:
        for each in plan.departments:
            for token in tokens(each.spot.quote):
                if token in seen:
                    continue
                seen.add(token)
                if whole := setting.divisions.undivided(token):
                    undivided.append((token, whole, each.spot))
                elif other := setting.divisions.slip(token):
                    details = {"plan": plan.reading.number, "printed": token, "known": other}
                    remarks.append(Remark("department-slip", [each.spot], details, plan.key))
    remarks += _remarks_without_division(plans, setting.divisions) + _remarks_in_general(plans)
    if undivided:
        printed, whole, _ = undivided[0]
        about = {"count": len(undivided), "printed": printed, "known": whole}
        spots = [spot for _, _, spot in undivided]
        remarks.append(Remark("department-without-division", spots, about))
    return remarks


def _where(column: Column) -> str:
    """Return where a column stands: without a sheet the cell of its head, if it has one."""
    return (column.place.cell if column.where.isdigit() else None) or column.where


def _level_targets(reading: Reading, places: Places) -> list[Remark]:
    """Report the columns that hold targets of a level above the plans, one remark a group."""
    groups: dict[str, list[Column]] = {}
    for column in reading.columns:
        if column.meaning is not None and column.meaning.why == LEVEL_TARGETS:
            groups.setdefault(column.label.partition(" / ")[0], []).append(column)
    remarks = []
    for label, columns in groups.items():
        first = columns[0]
        details = {
            "where": _where(first),
            "label": label,
            "level": (first.meaning and first.meaning.level) or "上位の階層",
            "count": max(column.filled for column in columns),
            "example": one_line(first.example),
        }
        spot_number = places.number(first.place)
        remarks.append(_at("level-targets-unread", spot_number, label, details))
    return remarks


def _remarks_without_division(plans: list[PlanFacts], divisions: Divisions) -> list[Remark]:
    """Report the departments printed without a division that may be those of several."""
    remarks: list[Remark] = []
    for plan in plans:
        number = plan.reading.number
        for each in plan.departments:
            if each.again is not None:
                lead = f"{each.division} {each.name}"
                details = {"plan": number, "printed": each.name, "known": lead}
                remarks.append(Remark("department-like-lead", [each.again], details, plan.key))
            elif each.division is None and (above := divisions.of_several.get(each.name)):
                names = [f"「{division} {each.name}」" for division in above]
                about = {"plan": number, "printed": each.name, "known": names}
                remarks.append(Remark("division-not-stated", [each.spot], about, plan.key))
    return remarks


def _remarks_in_general(plans: list[PlanFacts]) -> list[Remark]:
    """Report what stands for departments in general: 全課, 関係各課."""
    return [
        Remark(
            "departments-in-general",
            [each.spot],
            {"plan": plan.reading.number, "printed": each.name},
            plan.key,
        )
        for plan in plans
        for each in plan.departments
        if is_in_general(each.name)
    ]


def _finding(document: str, remark: Remark, ids: set[str]) -> Finding:
    plan = f"{document}/plan/{remark.plan or remark.details.get('plan')}"
    evidence = [
        Evidence(
            document, s.line or None, s.section, _short(s.quote), s.reading, s.confidence, s.note
        )
        for s in remark.spots
    ]
    details = {k: _short(v) if isinstance(v, str) else v for k, v in remark.details.items()}
    return FINDINGS[remark.code].at(plan if plan in ids else document, evidence, **details)


def _notices(source: Source, document: str, places: Places) -> list[Finding]:
    notices: list[Finding] = []
    for notice in source.notices:
        evidence = []
        if notice.place is not None:
            evidence = [Evidence(document, places.number(notice.place), "", "")]
        notices.append(FINDINGS[notice.code].at(document, evidence, **notice.details))
    return notices


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text[: 4 * _MAX_DETAIL]).strip()
    return text if len(text) <= _MAX_DETAIL else f"{text[: _MAX_DETAIL - 1]}…"


__all__ = ["NamedThing", "transform"]
