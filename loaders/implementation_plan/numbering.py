"""Which plan a page belongs to: the overview wins over the page's running header."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan.plan_pages import GroupHeader, Page
from keikaku.loaders.readings import Overview, OverviewGroup, Remark
from keikaku.loaders.text import fold, similarity

_ALIKE = 0.75
_MOST_COMPARED = 200


@dataclass(slots=True)
class Numbers:
    """The plan number of each page, what headers say otherwise, and the groups they print."""

    numbers: list[str]
    remarks: list[Remark]
    groups: dict[str, OverviewGroup]


def number_pages(pages: list[Page], overview: Overview) -> Numbers:
    """Return the plan numbers of the pages of a document."""
    numbering = _Numbering(overview)
    numbers = [numbering.number(page) for page in pages]
    return Numbers(numbers, numbering.remarks, numbering.groups)


@dataclass(slots=True)
class _Numbering:
    """Takes the pages in order; what a header leaves out is taken from the page before."""

    overview: Overview
    remarks: list[Remark] = field(default_factory=list)
    groups: dict[str, OverviewGroup] = field(default_factory=dict)
    _before: tuple[tuple[str, int | None], str] | None = None
    _goal: str = "1"
    _initiative: str = ""
    _seen: set[str] = field(default_factory=set)
    _by_title: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _in_group: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _goals: dict[str, str] = field(default_factory=dict)
    _initiatives: defaultdict[str, dict[str, str]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _remarks: dict[tuple[str, str, str], Remark] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, plan in self.overview.plans.items():
            self._by_title[fold(plan.title)].append(number)
            self._in_group[number.rsplit("-", 1)[0]].append(number)
        for number, group in self.overview.goals.items():
            self._goals[number] = group.title
        for number, group in self.overview.initiatives.items():
            goal, own = number.split("-")
            self._initiatives[goal][own] = group.title

    def number(self, page: Page) -> str:
        head = (fold(page.head.title), page.head.number)
        printed = self._printed(page)
        # The next page of a plan repeats its head; it is no second plan of that title.
        known = self._in_overview(page.head.title, printed)
        if self._before and head == self._before[0] and printed not in self._by_title[head[0]]:
            known = self._before[1]
        if known is not None and known not in self._seen:
            self._check_header(page, known)
        number = known or printed
        self._seen.add(number)
        self._before = head, number
        self._goal, self._initiative, _ = number.split("-")
        self._note_groups(page)
        return number

    def _note_groups(self, page: Page) -> None:
        """Keep the titles that the header prints, for a document whose overview lacks them."""
        for number, header in (
            (self._goal, page.goal),
            (f"{self._goal}-{self._initiative}", page.initiative),
        ):
            if header is not None and header.title:
                self.groups.setdefault(number, OverviewGroup(number, header.title, header.spot))

    def _printed(self, page: Page) -> str:
        """Return the number that the page prints."""
        goal = _group(page.goal, self._goals) or self._goal
        initiative = _group(page.initiative, self._initiatives[goal])
        if initiative is None and goal == self._goal:
            initiative = self._initiative
        return f"{goal}-{initiative or '1'}-{page.head.number or 1}"

    def _in_overview(self, title: str, printed: str) -> str | None:
        """Return the overview's plan with the page's title, or a title much like it."""
        plans = self.overview.plans
        same = self._by_title.get(fold(title), [])
        known = all(number in self._seen for number in same)
        if same and known and printed in plans and printed not in self._seen:
            # Two plans print one title; the number distinguishes them.
            return printed
        if same:
            return printed if printed in same else self._likeliest(same, printed)
        at_number = plans.get(printed)
        if at_number and (not title or not at_number.title):
            return printed
        if at_number and similarity(at_number.title, title) >= _ALIKE / 2:
            return printed
        group = printed.rsplit("-", 1)[0]
        near = [
            (similarity(plans[number].title, title), number)
            for number in self._in_group[group][:_MOST_COMPARED]
        ]
        best = max(near, default=(0.0, ""))
        return best[1] if best[0] >= _ALIKE else None

    def _likeliest(self, same: list[str], printed: str) -> str:
        """Return one of several plans of one title: without a page yet, under the printed goal."""
        goal = printed.split("-", maxsplit=1)[0]
        waiting = [number for number in same if number not in self._seen] or same
        return next((n for n in waiting if n.split("-")[0] == goal), waiting[0])

    def _check_header(self, page: Page, number: str) -> None:
        goal, initiative, own = number.split("-")
        overview = self.overview
        group = overview.goals.get(goal)
        self._check_group(page, number, "goal", page.goal, goal, group.title if group else "")
        group = overview.initiatives.get(f"{goal}-{initiative}")
        title = group.title if group else ""
        self._check_group(page, number, "initiative", page.initiative, initiative, title)
        if page.head.number is not None and str(page.head.number) != own:
            details = {
                "plan": number,
                "what": "number",
                "printed": str(page.head.number),
                "overview": own,
            }
            self.remarks.append(Remark("header-disagrees", [page.head.spot], details, number))

    def _check_group(
        self,
        page: Page,
        number: str,
        what: str,
        header: GroupHeader | None,
        expected: str,
        title: str,
    ) -> None:
        if header is None:
            details = {"plan": number, "what": what}
            self.remarks.append(Remark("header-missing", [page.head.spot], details, number))
            return
        differs = header.number is not None and str(int(header.number)) != expected
        if not differs and (not title or fold(header.title) == fold(title)):
            return
        printed, right = (
            _numbered_title(header.number, header.title),
            _numbered_title(expected, title),
        )
        earlier = None if differs else self._remarks.get((what, printed, right))
        if earlier is not None:
            # The same slip of a title on page after page is one remark with every line.
            earlier.spots.append(header.spot)
            return
        details = {"plan": number, "what": what, "printed": printed, "overview": right}
        remark = Remark("header-disagrees", [header.spot], details, number)
        self._remarks[what, printed, right] = remark
        self.remarks.append(remark)


def _group(header: GroupHeader | None, titles: dict[str, str]) -> str | None:
    """Return the number of a running header: by its title where the number is missing."""
    if header is None:
        return None
    if header.number:
        return str(int(header.number))
    return next((n for n, title in titles.items() if fold(title) == fold(header.title)), None)


def _numbered_title(number: str | None, title: str) -> str:
    return f"{number} {title}".strip() if number else title
