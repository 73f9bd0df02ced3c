"""The target cell (目標値) with its baselines (現況値): items, values, which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.pairing import MAX_COMPARED, SECTION, Item, pair
from keikaku.loaders.implementation_plan.sums import is_sum_heading, says_sum, summed_by_note
from keikaku.loaders.implementation_plan.target_numbers import (
    BRACKETS,
    NumberHit,
    chain,
    counted,
    in_sentence,
    in_words,
    is_unclear,
    single_value,
    values,
    whole_hit,
    yearly,
)
from keikaku.loaders.readings import IndicatorReading, Remark, Spot
from keikaku.loaders.text import ARROWS, CIRCLED, fold, tidy

_ROMAN = r"(?:ix|iv|v?i{1,3}|v|x)"
_MARK = re.compile(
    rf"(?:(?:^|(?<=[\s、,。]))(?P<roman>{_ROMAN})(?=[\s.:]|$)[\s.:]*"
    rf"|(?P<circled>[{''.join(CIRCLED)}])\s*"
    r"|(?:^|(?<=\s))[-‐]?\s*[・･•●■◆][\s]*"
    r"|(?:^|(?<=\s))-\s+(?=\S))"
)
_HEADING = re.compile(r"【(?P<name>[^【】]+)】|<(?P<note>[^<>]+)>")
_NOTE = re.compile(r"※[^\n※]*")
_NOTE_DATE = re.compile(r"(?P<as_of>\d{4}年度末|令和\d+年度末)の?目標")
_INNER = re.compile(r"\((?P<name>[^()\d・、]{2,20})[\s:]+(?P<value>[約\d][^()・、]*)\)")
_AS_OF = re.compile(
    r"\((?P<as_of>[^()\d]{0,8}\d[^()]{0,16}?(?:年|月|末))(?:時点|現在)[^()]{0,20}\)"
)
_TIMES = re.compile(r"(?P<number>\d[\d,.]*+)(?P<unit>[^()]*)$")
MAX_CHUNK = 2000
"""A longer item is no target."""
_OWN_DATE = re.compile(
    r"^(?P<as_of>(?:\d{4}|(?:令和|平成)\s*(?:元|\d{1,2}))年度?(?:末|決算見込|決算|実績|見込)?)(?:値|の|における)?\s*"
)
_DATE_BEHIND = re.compile(r"(?:^|\s)(?P<as_of>(?:\d{4}|(?:令和|平成)\d{1,2})年度(?:末)?)$")
_LEADS_ON = re.compile(rf"\s*(?:\([^()]*\))?\s*[{ARROWS}]")
_NOW = {"現状", "現況", "現在"}
_SPACED_DIGITS = re.compile(r"(?<![\d.])\d(?: \d)+(?=[^\s\d.])")
_BOUNDARY = re.compile(rf"\n|(?<=\s)[・･•]|[{''.join(CIRCLED)}]")
_UNCLEAR = re.compile(r"\d[^\s、。]{0,6}[~〜]\s*\d|\d/\d")
_ONLY_WORDS = re.compile(r"^[-‐ー―\s.。、・()]*$")
_TAIL = re.compile(r"[\s:=、,L]*(?:\((?:目標|実績|現況|現状)値?\))?[\s:=、,]*$")
_OWN_PREFIX = re.compile(r"^(?:うち|内)\s*")


@dataclass(slots=True)
class TargetCell:
    """The text of one cell and its line; ``outside`` where it stands outside the table."""

    line: int
    text: str
    outside: bool = False


@dataclass(slots=True)
class _Sides:
    """Targets and baselines, each in order, and how many of them have a number."""

    targets: list[Item] = field(default_factory=list)
    baselines: list[Item] = field(default_factory=list)
    _measured: int = 0
    _reached: int = 0

    def add(self, items: list[Item], *, baseline: bool) -> None:
        for item in items:
            reached = baseline or item.is_baseline
            (self.baselines if reached else self.targets).append(item)
            if item.hit and reached:
                self._reached += 1
            elif item.hit:
                self._measured += 1

    def complete(self) -> bool:
        """Return whether every target so far has its baseline: then new text is a new target."""
        return 0 < self._measured <= self._reached


def read_targets(
    cells: list[TargetCell], as_of: str | None, plan: str, *, summed: bool = False
) -> tuple[list[IndicatorReading], list[Remark]]:
    """Return the indicators of a table's target cells, in order.

    ``as_of`` is the column head's date, ``summed`` whether that head says that targets sum up.
    """
    sides = _Sides()
    remarks: list[Remark] = []
    baseline_date: str | None = None
    in_baseline = False
    notes: list[str] = []
    heading = ""
    for cell in cells:
        for text, date, side in _split_baseline(cell.text):
            in_baseline = side == "baseline" or (in_baseline and side is None)
            if date is not None:
                baseline_date = date or None
                if cell.outside:
                    spot = Spot(cell.line, SECTION, cell.text)
                    remarks.append(
                        Remark("target-split", [spot], {"plan": plan, "row": tidy(cell.text)}, plan)
                    )
            notes += _NOTE.findall(text)[:MAX_COMPARED]
            default = baseline_date if in_baseline else as_of
            if in_baseline and side is None and not cell.outside and sides.complete():
                in_baseline, default = False, as_of
            joined = _SPACED_DIGITS.sub(lambda m: m[0].replace(" ", ""), text)
            items = list(_items(joined, cell.line, default, heading))
            if side == "baseline" and len(items) == 1 and not items[0].name and sides.targets:
                items[0].name = sides.targets[-1].name
            remarks += _unclear(items, plan)
            heading = _last_heading(text) or heading
            for item in items:
                item.summed |= summed and not in_baseline
            sides.add(items, baseline=in_baseline)
    _redate(sides.targets, notes)
    for item in sides.targets:
        item.summed |= any(summed_by_note(item.name, note) for note in notes)
    sides.targets = _without_repeats(_joined_values(sides.targets))
    sides.baselines = _joined_values(sides.baselines)
    return pair(sides.targets, sides.baselines), remarks


def _split_baseline(text: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the text cut at each "（…現況値）", as (text, the marker's date, side).

    The side is "target", "baseline", or None, which continues the side of the cell above. Where one
    cell has several markers, each is followed by the baseline of the item before it, and then by
    the next target.
    """
    markers = list(family.BASELINE.finditer(text))
    at = 0
    side: str | None = None
    date: str | None = None
    for nth, match in enumerate(markers):
        between = text[at : match.start()]
        if nth and side == "baseline":
            yield from _baseline_then_target(between, date)
        elif between.strip():
            yield between, date, side
        date = family.AS_OF_TAIL.sub("", (match["as_of"] or match["dated"] or "").strip())
        side = "baseline"
        if match["inside"]:
            yield match["inside"], date, "baseline"
            side, date = "target", None
        at = match.end()
    yield text[at:], date, side


def _baseline_then_target(text: str, date: str | None) -> Iterator[tuple[str, str | None, str]]:
    """Yield one baseline, and behind the next line break or list mark the next target."""
    boundary = next((m for m in _BOUNDARY.finditer(text) if text[: m.start()].strip()), None)
    end = boundary.start() if boundary else len(text)
    yield text[:end], date, "baseline"
    if text[end:].strip():
        yield text[end:], None, "target"


def _unclear(items: list[Item], plan: str) -> Iterator[Remark]:
    """Yield a remark on words with a range or a fraction, which no single value can hold."""
    for item in items:
        if item.hit is None and (_UNCLEAR.search(item.name) or is_unclear(item.name)):
            spot = Spot(item.line, SECTION, item.raw)
            yield Remark("value-unclear", [spot], {"plan": plan, "text": tidy(item.name)}, plan)


def _last_heading(text: str) -> str:
    return next((m["name"] for m in reversed(list(_HEADING.finditer(text))) if m["name"]), "")


def _items(text: str, line: int, as_of: str | None, heading: str) -> Iterator[Item]:
    text = _NOTE.sub("\n", text)
    summed = False
    for mark, chunk in _chunks(text):
        if is_sum_heading(chunk):
            summed = True
            continue
        for match in _HEADING.finditer(chunk):
            heading = match["name"] or heading
            summed = False
        # Runs of spaces are one: searching them for a value would take their length squared.
        words = " ".join(_HEADING.sub(" ", chunk).split())
        for item in _values_of(mark, words, line, as_of, heading):
            item.summed |= summed or says_sum(heading)
            yield item


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text cut at its list marks and line breaks: (mark or "", text)."""
    for part in text.split("\n"):
        at, mark = 0, ""
        for match in _MARK.finditer(part):
            if part[at : match.start()].strip(" 、,"):
                yield mark, part[at : match.start()].strip(" 、,")
            mark = match["roman"] or match["circled"] or ""
            at = match.end()
        if part[at:].strip(" 、,"):
            yield mark, part[at:].strip(" 、,")


def _values_of(mark: str, text: str, line: int, as_of: str | None, heading: str) -> Iterator[Item]:
    """Yield one item per value of a chunk; a chunk without any is one item in words."""
    inner = [m for m in _INNER.finditer(text) if single_value(m["value"]) is not None]
    if inner:
        starts = {match.start() for match in inner}
        kept = _INNER.sub(lambda m: " " if m.start() in starts else m[0], text)
        text = " ".join(kept.split())
    if years := yearly(text) if len(text) <= MAX_CHUNK else []:
        name, _ = _name(text[: years[0].start], heading)
        name = _name(years[0].read.label or name, heading)[0]
        yield Item(mark, name, years[-1], as_of, text, line, heading, years=years)
        return
    if steps := chain(text) if len(text) <= MAX_CHUNK else []:
        yield from _chained(mark, steps, as_of, text, line, heading)
        return
    hits = list(values(text)) if len(text) <= MAX_CHUNK else []
    cuts = _cuts(text, hits)
    start = 0
    name = ""
    for value in cuts:
        before = name
        name, own = _name(text[start : value.start], heading)
        name, baseline = _from(name)
        name = name or before
        if baseline is not None:
            first = Item(mark, name, baseline, None, baseline.raw, line, heading, is_baseline=True)
            yield replace(first, leads_on=True)
        rest = text[value.end :]
        date = _AS_OF.search(rest[: _next_name(rest)])
        leads_on = value is not cuts[-1] and _LEADS_ON.match(rest) is not None
        yield Item(
            mark,
            name,
            value,
            date["as_of"] if date else own or (None if leads_on else as_of),
            text[start : value.end].strip(),
            line,
            heading,
            is_baseline=leads_on,
            leads_on=leads_on,
        )
        start = value.end + _next_name(rest)
        mark = ""
    left = text[start:].strip(" 、,。")
    if not cuts:
        yield from _in_words(mark, text, line, as_of, heading)
    elif left and not left.startswith("(") and len(left) > 3:
        yield Item("", tidy(left), None, as_of, left, line, heading)
    for match in inner:
        said = whole_hit(match["value"])
        now = tidy(match["name"]) in _NOW
        name_here = name if now else tidy(match["name"])
        dated = None if now else as_of
        yield Item("", name_here, said, dated, match[0], line, heading, is_baseline=now)


def _chained(
    mark: str, steps: list[NumberHit], as_of: str | None, text: str, line: int, heading: str
) -> Iterator[Item]:
    """Yield what a chain of values starts from, and where it ends, with its dated steps."""
    first, last = steps[0], steps[-1]
    name, _ = _name(first.read.label or text[: first.start], heading)
    printed = text[first.start :].strip()
    start = Item(mark, name, first, None, printed, line, heading, is_baseline=True)
    yield replace(start, leads_on=True)
    dated = [step for step in steps[1:] if step.read.fiscal_year is not None]
    whole = last._replace(raw=printed)
    end = Item("", name, whole, as_of, printed, line, heading)
    yield replace(end, years=dated) if len(dated) > 1 else end


def _cuts(text: str, hits: list[NumberHit]) -> list[NumberHit]:
    """Return those values that end an item.

    What follows is the end, a note, or another name and value.
    """
    kept: list[NumberHit] = []
    start = 0
    for i, value in enumerate(hits):
        name = text[start : value.start].strip(" 、,・:=×")
        behind = text[value.end :].lstrip(" 、,")
        last = i == len(hits) - 1
        if not name and kept and not last:
            continue
        if last and not name and behind and not _note_only(behind):
            continue
        kept.append(value)
        start = value.end
    return kept


def _note_only(text: str) -> bool:
    return text.startswith(("※", "(", "。"))


def _next_name(rest: str) -> int:
    """Return the length of a value's own parentheses in the text behind it."""
    match = BRACKETS.match(rest)
    return match.end() if match else 0


def _from(name: str) -> tuple[str, NumberHit | None]:
    """Return a name that ends in "50人→": the name, and the value that it starts from."""
    bare = name.rstrip(f" {ARROWS}").removesuffix("から")
    if bare == name:
        return name, None
    last = next(reversed(list(values(bare))), None)
    if last is None or last.end != len(bare):
        return bare, None
    return bare[: last.start].strip(" :、,・"), last


def _name(text: str, heading: str) -> tuple[str, str | None]:
    """Return the name before a value, and the date that it begins with ("2025年度の…")."""
    name = _OWN_PREFIX.sub("", tidy(text).strip(" 、,・"))
    name = _TAIL.sub("", name)
    own = _OWN_DATE.match(name)
    behind = _DATE_BEHIND.search(name)
    if own is None and behind is not None:
        return name[: behind.start()].strip() or heading, behind["as_of"]
    if own is None:
        return name or heading, None
    rest = name[own.end() :].strip()
    return rest or heading, own["as_of"]


def _in_words(mark: str, text: str, line: int, as_of: str | None, heading: str) -> Iterator[Item]:
    words = tidy(text).strip()
    bare = words.strip("()")
    if _ONLY_WORDS.match(words) or (words.startswith("(") and words.endswith(")") and bare):
        return
    name, _, inner = words.rstrip(")").rpartition("(")
    times = _TIMES.search(inner) if name and words.endswith(")") and "×" in inner else None
    if times:
        counted_value = counted(times["number"].rstrip(",."), times["unit"], words)
        yield Item(mark, name.strip(), counted_value, as_of, words, line, heading)
        return
    for sentence in re.split(r"(?<=。)\s+", words):
        short = len(sentence) <= MAX_CHUNK
        bound = in_words(sentence) if short else None
        if bound is not None:
            yield Item(mark, bound[0], None, as_of, sentence, line, heading, relative=bound[1])
            continue
        sentence_name = in_sentence(sentence) if short else None
        yield Item(mark, sentence, sentence_name, as_of, sentence, line, heading)


def _joined_values(items: list[Item]) -> list[Item]:
    """Join a value that the scan cut off from its name to the item in words before it."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        if item.hit and not item.name and not item.mark and before and not before.hit:
            before.hit, before.as_of = item.hit, item.as_of or before.as_of
            before.name, _ = _name(before.name, before.heading)
            before.raw = f"{before.raw} {item.raw}"
            continue
        joined.append(item)
    return joined


def _redate(targets: list[Item], notes: list[str]) -> None:
    """Let a note "※…2023年度末の目標値" date the targets that it names, else the last one."""
    for note in notes[:MAX_COMPARED]:
        match = _NOTE_DATE.search(note)
        if match and targets:
            namesakes = [
                t for t in targets if t.hit and fold(t.name) and fold(t.name) in fold(note)
            ]
            for item in namesakes or targets[-1:]:
                item.as_of = match["as_of"]


def _without_repeats(targets: list[Item]) -> list[Item]:
    """Return the targets; one in words that the scan printed twice counts once."""
    seen: set[str] = set()
    kept: list[Item] = []
    for item in targets:
        key = fold(item.name)
        if item.hit is None and key in seen:
            continue
        seen.add(key)
        kept.append(item)
    return kept
