"""The meaning of labels: the words of catalogue and layout, matched by how much they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.word_match import DECORATED, ENDS, EXACT, match_word

CO_INSIDE = "co"
"""The ``name`` of departments whose cells hold others in brackets: 主管課（関係課）."""
DATES_OF_VALUES = {"indicator.baseline": "indicator.as_of", "indicator.target": "indicator.due"}
"""For the fact of a value, the fact of its date."""
_VALUED = ("indicator.", "effect.", "budget.")
_WHEN = {("時点",), ("年度",), ("年",), ("年次",), ("基準年度",), ("目標年度",)}
_TWO_ROWS = 2
_BEFORE_LEVELS = ("具体的な", "主な", "主要な", "個別の")
_JOINTS = re.compile(r"[・/／]|及び|と")
_OF_LEVELS = {"番号", "no", "no.", "№", "コード", "名称", "名"}
"""What stands in the second row of a head, under the word of a level."""
_LEVEL_NUMBER = re.compile(r"(.+?)(?:番号|no\.?|№|コード|id)$")
_LEVEL_TITLE = re.compile(r"(.+?)(?:名称|名)$")


class Meaning(NamedTuple):
    """What a label or a path of labels means.

    ``fact`` is a fact of the catalogue, ``level`` (with ``level`` its word and ``part`` number,
    title or both), ``skip`` (with ``why``), or ``yearly`` where only a year is stated. ``sure`` is
    1 for a word of the catalogue as it stands, less where it only covers part of the label.
    """

    fact: str
    sure: float
    about: str | None = None
    role: str | None = None
    kind: str | None = None
    stage: str | None = None
    by: str | None = None
    level: str | None = None
    part: str | None = None
    why: str | None = None
    unit: str | None = None
    year: int | None = None
    last: int | None = None
    ordinal: int | None = None
    series: str | None = None
    digit: int | None = None
    name: str | None = None
    unit_inside: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The words in force: fact → words, contexts, attributes, levels, what is skipped."""

    facts: Mapping[str, str]
    contexts: Mapping[str, Mapping[str, str]]
    attributes: Mapping[str, Mapping[str, str]]
    levels: Mapping[str, int]
    skipped: Mapping[str, str]
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    categories: frozenset[str] = frozenset()
    category_letters: Mapping[str, str] = field(default_factory=dict)

    def word(self, segment: str) -> tuple[str, float] | None:
        """Return the fact that a segment means by itself, and how sure."""
        return match_word(segment, self.facts)

    def meaning(self, path: Sequence[Label]) -> Meaning | None:
        """Return what a path of labels means, from the outer to the inner.

        None where nothing is known.
        """
        segments = self._paired([s for each in path for s in self._words_of(each)])
        rest = [each.year.rest for each in path if each.year and each.year.rest]
        inner = self._context([path[-1].year.rest]) if path and path[-1].year else {}
        fact = (
            self._date_of_value(path)
            or self._with_co_inside(path)
            or self._fact(segments, rest, inner.get("kind"))
            or self._by_year(path, [*rest, *segments])
        )
        return decorated(fact, path) if fact else None

    def _words_of(self, each: Label) -> tuple[str, ...]:
        """Return the words of a label, as one where the catalogue has them with their note."""
        if each.year is not None and (self.is_dated_baseline(each) or self._is_before_year(each)):
            return (each.year.rest,)
        if self._is_department(each):
            return ()
        if each.segments[1:] in _WHEN and self.facts.get(each.segments[0]) in DATES_OF_VALUES:
            return each.segments[:1]  # 基準値（年度）: its cells hold the value with its year
        whole = "".join(each.segments)
        return (whole,) if len(each.segments) > 1 and whole in self.facts else each.segments

    def _paired(self, segments: list[str]) -> list[str]:
        """Return segments with 番号, 名称 right under a level's word (柱 / 番号) as one with it."""
        result: list[str] = []
        for segment in segments:
            joint = f"{result[-1]}{segment}" if result else ""
            if segment in _OF_LEVELS and (joint in self.facts or self._level(joint) is not None):
                result[-1] = joint
            else:
                result.append(segment)
        return result

    def _is_before_year(self, each: Label) -> bool:
        """Return whether a label is a word of the catalogue glued to a year: 目標値R8, R5実績."""
        rest = each.year.rest if each.year is not None else ""
        alone = len(each.segments) == 1 and each.segments[0] != rest
        fact = self.facts.get(rest, "")
        if not alone or not fact.startswith(_VALUED):
            return False
        word = each.segments[0]
        return word.startswith(rest) or (fact.startswith("indicator.") and word.endswith(rest))

    def _is_department(self, each: Label) -> bool:
        """Return whether a text is a department, and no label: 総務部／推進課（推進係）.

        A name that is unknown stands before the word that is known, the 係 in brackets behind it,
        or what it does there: 【主管】総務部 推進課.
        """
        first, *others = each.segments or ("",)
        roles = [self.contexts[s]["about"] for s in others if "about" in self.contexts.get(s, {})]
        known = [*(match[0] for match in map(self.word, others) if match is not None), *roles]
        units = bool(known) and all(fact in _OF_DEPARTMENTS for fact in known)
        return units and first.endswith(_OFFICES) and self.word(first) is None

    def is_dated_baseline(self, each: Label) -> bool:
        """Return whether a label glues a word for the value of today to its year: 現状 R6."""
        rest = each.year.rest if each.year is not None else ""
        if not rest or len(each.segments) != 1 or each.segments[0] == rest:
            return False
        known = (self.facts.get(rest), self.attributes.get("indicator", {}).get(rest))
        return "indicator.baseline" in known

    def is_attribute(self, segment: str) -> bool:
        """Return whether a word is a label under some context; 歳入の確保 may as well be a name."""
        known = (facts.get(segment) for facts in self.attributes.values())
        return any(fact is not None and fact != "effect.part" for fact in known)

    def attribute(self, segment: str, about: str) -> Meaning | None:
        """Return what a label means beside other labels about the same thing."""
        fact_name = match_word(segment, self.attributes.get(about, {}))
        return (
            Meaning(fact_name[0], 0.8, about=about)
            if fact_name and fact_name[1] >= DECORATED
            else None
        )

    def _with_co_inside(self, path: Sequence[Label]) -> Meaning | None:
        """Return the meaning of one label that announces both: 主管課（関係課）.

        担当部署 over 関係課, in two rows of a head, is a column of the latter alone.
        """
        for each in path:
            known = [self.facts.get(segment) for segment in each.segments[:2]]
            if known == ["department", "department.co"]:
                about = self._context(each.segments).get("about")
                return Meaning("department", EXACT, about=about, name=CO_INSIDE)
        return None

    def _fact(
        self, segments: list[str], rest: list[str], kind: str | None = None
    ) -> Meaning | None:
        context = {**self._context(rest), **self._context(segments)}
        if kind and "kind" in context:
            context["kind"] = kind  # R5実績 under 目標
        segments = segments or rest
        about = context.get("about")
        best: Meaning | None = None
        for depth, segment in enumerate(reversed(segments)):
            skip = match_word(segment, self.skipped)
            if skip and skip[1] >= DECORATED and (depth == 0 or skip[0] in _SKIP_GROUPS):
                return Meaning("skip", skip[1], why=skip[0])
        for depth, segment in enumerate(reversed(segments)):
            fact = self._one(segment, about)
            if fact is None:
                continue
            fact = fact._replace(sure=fact.sure - 0.05 * depth)
            if best is None or fact.sure > best.sure + 0.12:
                best = fact
        if best is None:
            roles = [c["about"] for s in segments if "about" in (c := self.contexts.get(s, {}))]
            alone = len(segments) == 1 and roles[:1] and roles[0] in _OF_DEPARTMENTS
            return Meaning(roles[0], DECORATED) if alone else None  # 協力 beside a department
        return _in_context(self._dated_value(best, segments), context)

    def _date_of_value(self, path: Sequence[Label]) -> Meaning | None:
        """Return 時点 or 目標年度 in a row of its own below a value's label as its date."""
        if len(path) < _TWO_ROWS or path[-1].segments not in _WHEN:
            return None
        value = self.facts.get("".join(path[-2].segments[:1]), "")
        return (
            Meaning(DATES_OF_VALUES[value], EXACT, about="indicator")
            if value in DATES_OF_VALUES
            else None
        )

    def _dated_value(self, fact: Meaning, segments: Sequence[str]) -> Meaning:
        """Return 年度 under a value's label (基準値 / 年度) as the date of that value."""
        of_value = (
            DATES_OF_VALUES.get(self.facts.get(segments[0], ""), "") if len(segments) > 1 else ""
        )
        return fact._replace(fact=of_value) if of_value and fact.fact == "year" else fact

    def _one(self, segment: str, about: str | None) -> Meaning | None:
        fact = self._known(segment)
        own = match_word(segment, self.attributes.get(about or "", {}))
        least = EXACT if fact is not None and fact[1] == EXACT else DECORATED
        if own is not None and own[1] >= least:
            return Meaning(own[0], own[1])
        if segment in self.categories and segment not in self.facts:
            return Meaning("plan.category", 0.9, name=segment)
        level = self._level(segment)
        if fact is None:
            return level
        if level is None or fact[1] > level.sure:
            return Meaning(*fact)
        if fact[1] == level.sure and (level.part != "both" or fact[0] not in _LEVELS):
            return Meaning(*fact, level=level.level)
        return level

    def _known(self, segment: str) -> tuple[str, float] | None:
        """Return the fact of a label; one that heads a number and a name in one cell is of both."""
        fact = match_word(segment, self.facts)
        if fact is not None and fact[1] >= DECORATED:
            return fact
        facts = [self.facts.get(part) for part in _JOINTS.split(segment) if part]
        both = len(facts) == 2 and set(facts) == {"plan.number", "plan.title"}
        return ("plan.title", DECORATED) if both else fact  # 取組番号・取組名

    def _level(self, segment: str) -> Meaning | None:
        for pattern, part in ((_LEVEL_NUMBER, "number"), (_LEVEL_TITLE, "title")):
            match = pattern.match(segment)
            if match and match[1] in self.levels:
                return Meaning("level", EXACT, level=match[1], part=part)
        if segment in self.levels:
            return Meaning("level", EXACT, level=segment, part="both")
        bare = next((segment.removeprefix(w) for w in _BEFORE_LEVELS if segment.startswith(w)), "")
        if bare in self.levels:
            return Meaning("level", DECORATED, level=segment, part="both")
        numbered = re.match(r"(.{2,}?)[0-9a-z一二三四五ⅰ-ⅹ]$", segment)
        if numbered and numbered[1] in self.levels:
            return Meaning("level", DECORATED, level=numbered[1], part="both")
        return None

    def _context(self, segments: Iterable[str]) -> dict[str, str]:
        """Return what context words say of a fact; a weak one (計画) counts only without others."""
        segments = list(segments)
        matches = [match for s in segments if (match := match_word(s, self.contexts)) is not None]
        known: dict[str, str] = {}
        money = any("額" in segment or "財政" in segment for segment in segments)
        for facts, sure in sorted(matches, key=lambda match: "weak" not in match[0]):
            if sure < (EXACT if "weak" in facts else ENDS):
                continue
            kind = facts.get("kind") or facts.get("stage")
            if money and known.get("about") == "effect" and kind in ("target", "actual"):
                known["kind"] = kind  # 効果額 / 目標, 効果額 / 実績額
            else:
                known.update(facts)
        return known

    def _by_year(self, path: Sequence[Label], segments: list[str]) -> Meaning | None:
        context = self._context(segments)
        if context.get("about") not in ("indicator", "effect", "budget", "schedule"):
            dated = any(each.year for each in path)
            return _in_context(Meaning("yearly", 0.7), context) if dated else None
        return _in_context(Meaning("yearly", 0.85), context)


def _in_context(meaning: Meaning, context: Mapping[str, str]) -> Meaning:
    """Return a meaning with what its context says of it.

    What is done, under a schedule, is the name of a row of it.
    """
    if context.get("about") == "schedule" and meaning.fact in _ROW_NAMES:
        meaning = meaning._replace(fact="action.title")
    return meaning._replace(
        about=context.get("about"),
        role=context.get("role"),
        kind=context.get("kind"),
        stage=context.get("stage"),
        by=context.get("by"),
    )


def decorated(meaning: Meaning, path: Sequence[Label]) -> Meaning:
    """Return a meaning with what the labels print beside their words: unit, series, digit, year."""
    for each in path:
        if each.unit:
            meaning = meaning._replace(unit=each.unit)
        if each.unit_inside:
            meaning = meaning._replace(unit_inside=True)
        if each.series:
            meaning = meaning._replace(series=each.series)
        if each.digit:
            meaning = meaning._replace(digit=each.digit)
        if each.year:
            year = each.year
            meaning = meaning._replace(year=year.year, last=year.last, ordinal=year.ordinal)
    return meaning


_SUBJECTS = {
    "schedule": {"about": "schedule"},
    "effect.total": {"about": "effect", "stage": "effect"},
}
"""Facts whose labels also say what stands below or beside them."""

_OF_DEPARTMENTS = ("department", "department.co", "division", "section")
_OFFICES = ("課", "室", "局", "所", "館", "センター")
_ROW_NAMES = {"plan.work", "plan.overview"}

_LEVELS = {"plan.overview", "plan.vision"}
"""Facts whose words are rather those of a level where they stand alone."""

_SKIP_GROUPS = {"account", "whole"}


@cache
def catalogue() -> Vocabulary:
    """Return the words that are built in."""
    return vocabulary_of(catalogue_data())


@cache
def catalogue_data() -> dict[str, Any]:
    """Return the catalogue as its file holds it."""
    from keikaku.loaders.strict_yaml import package_data

    data: dict[str, Any] = package_data(Path(__file__).with_name("words") / "catalogue.yaml")
    return data


def vocabulary_of(data: Mapping[str, Any], base: Vocabulary | None = None) -> Vocabulary:
    """Return the words of a file's data; over those of ``base`` where it is given."""
    known = Vocabulary(
        {key(w): fact for fact, words in data.get("facts", {}).items() for w in words},
        {
            key(w): {k: v for k, v in each.items() if k != "words"}
            for each in data.get("contexts", ())
            for w in each["words"]
        }
        if base
        else _contexts(data),
        {
            about: {key(w): fact for fact, words in facts.items() for w in words}
            for about, facts in data.get("attributes", {}).items()
        },
        {
            key(w): rank
            for rank, name in enumerate(("top", "middle", "leaf"))
            for w in data.get("levels", {}).get(name, ())
        },
        {key(w): why for why, words in data.get("skipped", {}).items() for w in words},
        data.get("reasons", {}),
        {key(w): code for code, words in data.get("directions", {}).items() for w in words},
        frozenset(data.get("categories", ())),
        data.get("category_letters", {}),
    )
    if base is None:
        return known
    return replace(
        base,
        facts={**base.facts, **known.facts},
        contexts={**base.contexts, **known.contexts},
        skipped={
            **{w: r for w, r in base.skipped.items() if w not in known.facts},
            **known.skipped,
        },
        levels={**base.levels, **known.levels},
        reasons={**base.reasons, **known.reasons},
    )


def _contexts(data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return the contexts by word, with several entries of one word merged."""
    known: dict[str, dict[str, str]] = {}
    for each in data.get("contexts", ()):
        for word in each["words"]:
            known.setdefault(key(word), {}).update({k: v for k, v in each.items() if k != "words"})
    for fact, said in _SUBJECTS.items():
        for word in data.get("facts", {}).get(fact, ()):
            known.setdefault(key(word), dict(said))
    return known


def key(word: str) -> str:
    """Return a word of the catalogue as labels are folded."""
    segments = label(word).segments
    return "".join(segments) if segments else word.casefold()
