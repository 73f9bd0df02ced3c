"""Which plan a page belongs to: the overview wins over the page's running header."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from loaders.implementation_plan.pages import GroupHeader, Page
from loaders.implementation_plan.readings import Overview, Remark, Spot
from loaders.text import fold

_ALIKE = 0.75


@dataclass(slots=True)
class _Context:
    """The goal and initiative that the pages so far stand under."""

    goal: str = ""
    initiative: str = ""


def number_pages(pages: list[Page], overview: Overview) -> tuple[list[str], list[Remark]]:
    """The plan number of each page, and what its header says otherwise."""
    remarks: list[Remark] = []
    context = _Context()
    numbers: list[str] = []
    for page in pages:
        printed = _printed(page, context, overview)
        number = _by_overview(page, printed, overview)
        if number is None:
            number = printed
        elif number not in numbers:
            remarks += _disagreements(page, number, overview)
        numbers.append(number)
        context.goal, context.initiative = number.split("-")[0], "-".join(number.split("-")[:2])
    return numbers, remarks


def _printed(page: Page, context: _Context, overview: Overview) -> str:
    """The number that the page prints, what is missing taken from the page before."""
    goal = _group(page.goal, {n: g.title for n, g in overview.goals.items()}) or context.goal or "1"
    initiatives = {
        n.split("-")[1]: i.title
        for n, i in overview.initiatives.items()
        if n.startswith(f"{goal}-")
    }
    initiative = _group(page.initiative, initiatives)
    if initiative is None and context.initiative.startswith(f"{goal}-"):
        initiative = context.initiative.split("-")[1]
    return f"{goal}-{initiative or '1'}-{page.head.number or 1}"


def _group(header: GroupHeader | None, titles: dict[str, str]) -> str | None:
    """The number of a running header: by its title where the number is missing."""
    if header is None:
        return None
    if header.number:
        return str(int(header.number))
    return next((n for n, title in titles.items() if fold(title) == fold(header.title)), None)


def _similarity(a: str, b: str) -> float:
    return Levenshtein.normalized_similarity(fold(a), fold(b))


def _by_overview(page: Page, printed: str, overview: Overview) -> str | None:
    """The overview's plan with the page's title, or a title much like it."""
    title = page.head.title
    same = [n for n, plan in overview.plans.items() if fold(plan.title) == fold(title)]
    if same:
        return printed if printed in same else same[0]
    if not title:
        return printed if printed in overview.plans else None
    at_number = overview.plans.get(printed)
    if at_number and (_similarity(at_number.title, title) >= _ALIKE / 2 or not at_number.title):
        return printed
    scored = sorted(
        ((_similarity(plan.title, title), n) for n, plan in overview.plans.items()), reverse=True
    )
    return scored[0][1] if scored and scored[0][0] >= _ALIKE else None


def _disagreements(page: Page, number: str, overview: Overview) -> list[Remark]:
    goal, initiative, own = number.split("-")
    remarks: list[Remark] = []
    groups = (
        ("goal", page.goal, goal, overview.goals.get(goal)),
        (
            "initiative",
            page.initiative,
            initiative,
            overview.initiatives.get(f"{goal}-{initiative}"),
        ),
    )
    for what, header, expected, group in groups:
        if header is None:
            remarks.append(
                Remark("header-missing", [page.head.spot], {"plan": number, "what": what}, number)
            )
            continue
        title = group.title if group else ""
        differs = header.number is not None and str(int(header.number)) != expected
        if differs or (title and fold(header.title) != fold(title)):
            details = {
                "plan": number,
                "what": what,
                "printed": _shown(header.number, header.title),
                "overview": _shown(expected, title),
            }
            remarks.append(Remark("header-disagrees", [header.spot], details, number))
    if page.head.number is not None and str(page.head.number) != own:
        details = {
            "plan": number,
            "what": "number",
            "printed": str(page.head.number),
            "overview": own,
        }
        remarks.append(Remark("header-disagrees", [page.head.spot], details, number))
    return remarks


def _shown(number: str | None, title: str) -> str:
    return f"{number} {title}".strip() if number else title


def spot_of(page: Page) -> Spot:
    """Where the page's head stands."""
    return page.head.spot
