"""The target cell (目標値): indicators, their baselines and wishes, as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generator.meaning import Indicator, Quantity, Section
from tests.generator.printers.page import Bullets, Place

COMPARED = {">=": "以上", "<=": "以下", "=": ""}
ROMAN = ("i", "ii", "iii", "iv", "v")
LIST = '<ul style="list-style-type: none"> '


def quantity(amount: Quantity, place: Place) -> str:
    """A number as printed: 約1,200件以上/年, 年9回, 98.20%."""
    value = amount.value
    if isinstance(value, float):
        digits = f"{value:,.2f}" if round(value * 10) != value * 10 else f"{value:,.1f}"
    else:
        digits = f"{value:,}"
    if place.style.no_separators:
        digits = digits.replace(",", "")
    unit, _, rhythm = (amount.unit or "").partition("/")
    about = amount.qualifier or ""
    if place.style.year_before and rhythm == "年" and amount.comparator == "=" and not about:
        return f"年{digits}{unit}"
    compared = COMPARED[amount.comparator]
    if amount.comparator == "<=" and unit in ("日", "分"):
        compared = "以内"
    return f"{about}{digits}{unit}{compared}" + (f"/{rhythm}" if rhythm else "")


def _line(name: str, amount: Quantity, place: Place) -> str:
    return f"{name}{'：' if place.style.by_colon else ' '}{quantity(amount, place)}"


def _bullets(place: Place, section: Section) -> Bullets:
    """The style's bullets, where this cell can be read with them."""
    wanted = place.style.bullets
    numbered = wanted in ("roman", "circled")
    complete = all(one.target and one.baseline for one in section.indicators)
    if section.wishes and wanted in ("bare", "roman", "circled"):
        return "dot"
    if numbered and not (complete and section.indicators):
        return "dot"
    if wanted == "bare" and place.style.by_colon:
        return "dot"
    return wanted


def _listed(items: Sequence[str], bullets: Bullets) -> str:
    if bullets == "roman":
        return " ".join(f"{ROMAN[n]} {item}" for n, item in enumerate(items))
    if bullets == "circled":
        return " ".join(f"{chr(0x2460 + n)}{item}" for n, item in enumerate(items))
    if bullets == "bare":
        return " ".join(items)
    dotted = " ".join(f"・{item}" for item in items)
    if bullets == "paragraph":
        return " ".join(f"<p>・{item}</p>" for item in items)
    return LIST + dotted if bullets == "list" and items else dotted


def as_of(place: Place) -> str:
    return place.brackets(f"{place.document.baseline_year}年度末{place.style.as_of}")


def wanted(section: Section, place: Place) -> list[str]:
    """What is to be reached, item by item, without bullets."""
    lines = [_line(one.name, one.target, place) for one in section.indicators if one.target]
    return [*section.wishes, *lines]


def targets(section: Section, place: Place) -> str:
    """The part of the cell that says what is to be reached."""
    listed = _listed(wanted(section, place), _bullets(place, section))
    return f"{listed} {place.style.note}".strip() if section.indicators else listed


def baselines(section: Section, place: Place) -> str:
    """The part that says where things stand, under its own heading; empty if there is none."""
    bullets = _bullets(place, section)
    measured = [(one, one.baseline) for one in section.indicators if one.baseline]
    if not measured:
        return ""
    if bullets == "roman":
        items = [quantity(baseline, place) for _, baseline in measured]
    else:
        items = [_line(one.name, baseline, place) for one, baseline in measured]
    listed = _listed(items, bullets)
    return f"{as_of(place)} {listed}"


def lines_after(section: Section, place: Place) -> list[str]:
    """The baselines as lines below the table."""
    measured: list[Indicator] = [one for one in section.indicators if one.baseline]
    if not measured:
        return []
    lines = [_line(one.name, one.baseline, place) for one in measured if one.baseline]
    return [as_of(place), *(f" ・{one}" for one in lines)]
