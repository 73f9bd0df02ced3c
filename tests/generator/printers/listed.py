"""Layout: single lines, and the action table too is cut into single lines, columns lost."""

from __future__ import annotations

from dataclasses import replace

from tests.generator.meaning import Action, Milestone, Plan
from tests.generator.printers import marks, targets
from tests.generator.printers.lines import spaced
from tests.generator.printers.page import BLANK, Line, Place, headings, label_of


def fit(plan: Plan, first_year: int) -> Plan:
    """Without columns a row can say one thing: what is done, from the first year on."""
    section = plan.components[0].section if plan.components else plan.section
    actions = tuple(_printed_once(action, first_year) for action in section.actions)
    return replace(plan, components=(), section=replace(section, actions=actions))


def _printed_once(action: Action, year: int) -> Action:
    text = action.milestones[0].text if action.milestones else f"{action.title}を進める"
    return Action(action.title, (Milestone(text, year, year),))


def print_plan(place: Place) -> list[Line]:
    plan, document = place.plan, place.document
    head = spaced(place.circled, "実施計画名", plan.title, "所管課", place.departments())
    labels = spaced("事業概要", "目指す姿" + place.brackets("目標"))
    texts = [Line("prose", label_of(place)), BLANK, Line("prose", plan.vision), BLANK]
    words = ["取組内容", "行動計画", f"{document.last_year}年度末までの目標値"]
    words += [place.year(year) for year in document.years]
    for action in plan.section.actions:
        words += [action.title, *(one.text for one in action.milestones)]
    below = [f"- ・{one}" for one in targets.wanted(plan.section, place)]
    below += [f"- {one.strip()}" for one in targets.lines_after(plan.section, place)]
    return [
        *headings(place),
        *head,
        *labels,
        *texts,
        *marks.in_lines(place),
        *spaced(*words),
        *(Line("after", one) for one in below),
        BLANK,
    ]
