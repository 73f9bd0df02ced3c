"""What the words of small plans name, kept plan by plan.

``words_kept.txt`` holds cases: under its name plans, behind ``=>`` what their words name. A plan is
its number and title, behind ``/`` its departments, ``>`` its actions, ``@`` its own web pages; a
line below it is a text cell of a section. `python -m tests.loaders.words_kept` writes what is named
anew, after a change that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from keikaku.loaders.mentions.plan_mentions import AllMentions, find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readings import ActionReading, NamedThing, Overview, PlanReading, Spot
from keikaku.loaders.text import normal

FILE = Path(__file__).with_name("words_kept.txt")
_PLAN = re.compile(
    r"(?P<number>\d[\d-]*) (?P<title>[^/>@]*)(?:/(?P<by>[^>@]*))?"
    r"(?:>(?P<does>[^@]*))?(?:@(?P<at>.*))?"
)


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each case, its plans, and what is kept of them."""
    for case in FILE.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        plans, _, kept = rest.partition("\n=>\n")
        yield name, plans, kept.strip("\n")


def _things(printed: str | None, line: int) -> list[NamedThing]:
    names = (printed or "").split("、")
    return [NamedThing(n.strip(), Spot(line, "所管課", n)) for n in names if n.strip()]


def read(text: str) -> list[PlanReading]:
    """Return the plans of a case, as a reader of a document would."""
    plans: list[PlanReading] = []
    for number, line in enumerate(text.split("\n"), 1):
        if head := _PLAN.fullmatch(line):
            plan = PlanReading(number=head["number"], title=head["title"].strip())
            plan.spot = Spot(number, "実施計画名", plan.title)
            plan.departments = _things(head["by"], number)
            plan.actions = [ActionReading(a.name, a.spot) for a in _things(head["does"], number)]
            plan.disclosure.pages = _things(head["at"], number)
            plans.append(plan)
        else:
            section, _, words = line.partition(": ")
            plans[-1].lines.append((number, section, normal(words.replace("／", "\n"))))
    return plans


def said(text: str) -> str:
    """Return what the words of the plans name, a line for each."""
    mentions = find_mentions(read(text), Overview(municipality="みどり市"), read_themes())
    return "\n".join(_lines(mentions))


def _spot(spot: Spot) -> str:
    quote = spot.quote.replace("\n", "／")
    return f"{spot.line} {spot.section}「{quote}」{spot.confidence:g}"


def _lines(mentions: AllMentions) -> Iterator[str]:
    for number, own in mentions.by_plan.items():
        for theme, touch in own.themes.items():
            yield f"{number} theme {theme} {touch.terms} {' '.join(map(_spot, touch.spots))}"
        for one in own.guidelines:
            national = " of the state" if one.national else ""
            where = f"{one.start}-{one.end} {_spot(one.spot)}"
            yield f"{number} {one.type}{national} {one.name} {where}"
        for kind, things in (("department", own.departments), ("partner", own.partners)):
            for thing in things:
                yield f"{number} {kind} {thing.name} {_spot(thing.spot)}"
    for link in mentions.dependencies:
        where = f"{link.line} {link.section}「{link.words}」{link.term}"
        yield f"{link.source} -> {link.target} {link.reason} {where} {link.confidence:g}"
    for pair in mentions.related:
        strong = " strong" if pair.strong else ""
        yield f"{pair.left} ~ {pair.right} {pair.score}{strong} {' '.join(pair.reasons)}"


def main() -> None:
    """Write what each case says."""
    texts = [f"=== {name}\n{plans}\n=>\n{said(plans)}\n\n" for name, plans, _ in cases()]
    FILE.write_text("".join(texts).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
