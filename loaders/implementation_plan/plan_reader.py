"""Pages → one reading per plan, checked against the overview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.actions import read_actions
from keikaku.loaders.implementation_plan.head import split_departments
from keikaku.loaders.implementation_plan.marks import merge_marks, read_marks
from keikaku.loaders.implementation_plan.numbering import number_pages
from keikaku.loaders.implementation_plan.overview import read_overview
from keikaku.loaders.implementation_plan.plan_pages import Page, appendix_of, split_pages
from keikaku.loaders.implementation_plan.prose import read_prose
from keikaku.loaders.implementation_plan.sections import ComponentHeading, Section, split_sections
from keikaku.loaders.implementation_plan.symbols import explain_symbols, read_legend
from keikaku.loaders.implementation_plan.target_cells import read_targets
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import (
    ComponentReading,
    NamedThing,
    Overview,
    OverviewGroup,
    Part,
    PlanReading,
    Prose,
    Remark,
    Spot,
)
from keikaku.loaders.text import fold, tidy


@dataclass(slots=True)
class DocumentReading:
    """All that a document says, before the words are looked through for names."""

    overview: Overview
    plans: list[PlanReading] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    groups: dict[str, OverviewGroup] = field(default_factory=dict)
    """Goals and initiatives by number, as the pages' headers print them."""


def read_document(rows: list[Row]) -> DocumentReading:
    """Read a whole document of the family."""
    front, pages = split_pages(rows)
    overview = read_overview(front)
    numbering = number_pages(pages, overview)
    reading = DocumentReading(overview, remarks=[*overview.remarks, *numbering.remarks])
    reading.groups = numbering.groups
    reading.remarks += _remarks_on_frame(overview, appendix_of(rows, pages))
    by_number: dict[str, PlanReading] = {}
    last_of: dict[str, int] = {}
    for number, page in zip(numbering.numbers, pages, strict=True):
        plan = by_number.get(number)
        if plan is None:
            plan = by_number[number] = _plan(number, page)
        elif not _same_plan(plan, page):
            free = _free(number, by_number, last_of)
            plan = by_number[free] = _plan(free, page)
            remark = Remark("duplicate-plan", [page.head.spot], {"plan": free}, free)
            reading.remarks.append(remark)
        _read_page(plan, page, overview)
    for plan in by_number.values():
        _finish(plan)
    _join_page_names(list(by_number.values()))
    explain_symbols(by_number.values(), read_legend(rows))
    reading.plans = sorted(by_number.values(), key=lambda p: plan_order(p.number))
    _check_overview(reading)
    return reading


def _remarks_on_frame(overview: Overview, appendix: Row | None) -> Iterator[Remark]:
    """Yield what is missing around the pages, and what behind them is not read."""
    if not overview.plans:
        yield Remark("overview-missing", [], {})
    if not overview.municipality:
        yield Remark("municipality-unknown", [overview.spot] if overview.spot else [], {})
    if appendix is not None:
        text = tidy(appendix.text)
        yield Remark("appendix-not-read", [Spot(appendix.line, "本文", text)], {"text": text})


def plan_order(number: str) -> tuple[int, ...]:
    """Return the numeric order of plan numbers: 1-1-2 before 1-1-10.

    >>> plan_order("1-10-2")
    (1, 10, 2)
    """
    return tuple(int(part) for part in number.split("-"))


def _plan(number: str, page: Page) -> PlanReading:
    head = page.head
    return PlanReading(
        number=number, title=head.title, spot=head.spot, departments=list(head.departments)
    )


def _same_plan(plan: PlanReading, page: Page) -> bool:
    return fold(plan.title) == fold(page.head.title) or not page.head.title


def _free(number: str, numbered: dict[str, PlanReading], last_of: dict[str, int]) -> str:
    """Return a number of its own for a second plan that prints a number already taken.

    ``last_of`` remembers the last number given in each group.
    """
    group, own = number.rsplit("-", 1)
    last = last_of.get(group, int(own)) + 1
    while f"{group}-{last}" in numbered:
        last += 1
    last_of[group] = last
    return f"{group}-{last}"


def _read_page(plan: PlanReading, page: Page, overview: Overview) -> None:
    names = {d.name for d in plan.departments}
    plan.departments += [d for d in page.head.departments if d.name not in names]
    plan.sdgs += [s for s in page.sdgs if s.name not in {known.name for known in plan.sdgs}]
    for section in split_sections(page.body):
        part = _part(plan, section.component)
        _read_section(plan, part, section, overview)


def _part(plan: PlanReading, heading: ComponentHeading | None) -> Part:
    """Return the plan itself, or its component of that heading, which may stand on two pages."""
    if heading is None:
        return plan
    key = fold(f"{heading.title}<{heading.departments}>")
    known = plan.component_by_heading.get(key)
    if known is not None:
        return known
    spot = Spot(heading.row.line, "個別取組", heading.row.text)
    departments = split_departments(heading.departments, spot)
    component = ComponentReading(title=heading.title, spot=spot, departments=departments)
    plan.components.append(component)
    plan.component_by_heading[key] = component
    return component


def _read_section(plan: PlanReading, part: Part, section: Section, overview: Overview) -> None:
    rows = section.rows
    if section.kind == "prose":
        said, aimed = read_prose(rows)
        part.overview = _more(part.overview, said)
        part.vision = _more(part.vision, aimed)
        for prose in (said, aimed):
            if prose is not None:
                plan.lines.append((prose.spot.line, prose.spot.section, prose.text))
        return
    if section.kind == "marks":
        marks, disclosure, remarks = read_marks(rows, plan.number)
        if plan.has_marks:
            marks, disclosure = merge_marks((plan.marks, plan.disclosure), (marks, disclosure))
        plan.marks, plan.disclosure, plan.has_marks = marks, disclosure, True
        plan.remarks += remarks
        for thing in [*disclosure.pages, *disclosure.other]:
            plan.lines.append((thing.spot.line, family.DISCLOSURE, thing.name))
        return
    if section.kind == "actions":
        _read_table(plan, part, rows, overview)
        return
    _read_free(plan, part, section)


def _read_table(plan: PlanReading, part: Part, rows: list[Row], overview: Overview) -> None:
    table = read_actions(rows, plan.number, (overview.first_year, overview.last_year))
    part.actions += table.actions
    plan.remarks += table.remarks
    indicators, remarks = read_targets(table.targets, table.as_of, plan.number, summed=table.summed)
    part.indicators += indicators
    plan.remarks += remarks
    plan.lines += [(cell.line, "目標値", cell.text) for cell in table.targets]
    for action in table.actions:
        plan.lines.append((action.spot.line, family.ACTIONS, action.title))
        plan.lines += [(m.spot.line, family.SCHEDULE, m.text) for m in action.milestones]


def _read_free(plan: PlanReading, part: Part, section: Section) -> None:
    """Read rows under no label: the own text of a component, or unread rows under a plan."""
    for row in section.rows:
        if not row.text:
            continue
        if section.component is not None:
            text = "\n".join(row.filled)
            spot = Spot(row.line, family.OVERVIEW, row.text)
            part.overview = _more(part.overview, Prose(text, spot))
            plan.lines.append((row.line, family.OVERVIEW, text))
        else:
            details = {"plan": plan.number, "text": tidy(row.text)}
            spot = Spot(row.line, "本文", row.text)
            plan.remarks.append(Remark("unread-text", [spot], details, plan.number))
            plan.lines.append((row.line, "本文", row.text))


def _more(known: Prose | None, new: Prose | None) -> Prose | None:
    if known is None or new is None:
        return known or new
    return Prose(f"{known.text}\n{new.text}", known.spot)


def _finish(plan: PlanReading) -> None:
    """Report what all pages of a plan together lack."""
    parts: list[Part] = [plan, *plan.components]
    spots = [plan.spot] if plan.spot else []
    if not any(p.actions for p in parts):
        _missing(plan, family.ACTIONS, spots)
    if not any(p.overview for p in parts):
        _missing(plan, family.OVERVIEW, spots)
    if not plan.departments:
        _missing(plan, family.DEPARTMENTS, spots)
    if not plan.has_marks:
        plan.marks, plan.disclosure, remarks = read_marks([], plan.number)
        plan.remarks += remarks
    settled = {
        code
        for code, known in (
            ("marks-missing", not plan.marks.unknown),
            ("disclosure-unknown", plan.disclosure.website is not None),
        )
        if known
    }
    plan.remarks = [remark for remark in plan.remarks if remark.code not in settled]


def _join_page_names(plans: list[PlanReading]) -> None:
    """Join a page's name that a stray space cut at its ・, where another plan prints it whole."""
    whole = {p.name for plan in plans for p in plan.disclosure.pages}
    for plan in plans:
        pages = plan.disclosure.pages
        for i in range(len(pages) - 2, -1, -1):
            name = f"{pages[i].name}・{pages[i + 1].name}"
            if name in whole:
                spot = pages[i].spot
                repaired = Spot(spot.line, spot.section, spot.quote, "repaired", 0.9)
                pages[i : i + 2] = [NamedThing(name, repaired)]


def _missing(plan: PlanReading, section: str, spots: list[Spot]) -> None:
    details = {"plan": plan.number, "section": section}
    plan.remarks.append(Remark("section-missing", spots, details, plan.number))


def _check_overview(reading: DocumentReading) -> None:
    """Compare the list of plans with the pages, both ways."""
    read = {plan.number: plan for plan in reading.plans}
    planned = reading.overview.plans
    for number, row in planned.items():
        if number not in read:
            details = {"plan": number, "title": row.title}
            reading.remarks.append(Remark("plan-without-page", [row.spot], details, None))
    for number, plan in read.items():
        spots = [plan.spot] if plan.spot else []
        known = planned.get(number)
        if known is None:
            if planned:
                details = {"plan": number, "title": plan.title}
                reading.remarks.append(Remark("plan-not-in-overview", spots, details, number))
            continue
        if fold(known.title) != fold(plan.title):
            details = {"plan": number, "printed": plan.title, "overview": known.title}
            reading.remarks.append(Remark("title-differs", spots, details, number))
        _check_departments(reading, plan)


def _check_departments(reading: DocumentReading, plan: PlanReading) -> None:
    listed = reading.overview.plans[plan.number].departments
    components = {d.name for c in plan.components for d in c.departments}
    printed = {d.name for d in plan.departments} | components
    for department in listed:
        if department.name not in printed:
            details = {"plan": plan.number, "department": department.name}
            spots = [department.spot, *([plan.spot] if plan.spot else [])]
            reading.remarks.append(Remark("department-not-on-page", spots, details, plan.number))
    names = {d.name for d in listed}
    for department in plan.departments:
        if department.name not in names:
            details = {"plan": plan.number, "department": department.name}
            reading.remarks.append(
                Remark("department-not-in-overview", [department.spot], details, plan.number)
            )
