"""Find the part of each number of a cell (男性, 小5女子): its label, where the cell has several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.values.words import SUBGROUPS

if TYPE_CHECKING:
    from keikaku.loaders.values.walk import NumberInProgress

_SUB = re.compile(
    r"国語|算数|数学|英語|理科|社会|男性?|女性?|男子|女子|外来|入院|公立|私立|県内|県外|家庭系|事業系"
)

_MEASURE = re.compile(r"(?:数|率|割合|額|量|度|人口|点|指数)$")
"""Ends of an indicator's name; before a colon it is no group: 登録者数：市内 10人 市外 5人."""
_SUBJECT = re.compile(r"国語|算数|数学|英語|理科|社会")
_ALL = re.compile(r"(?:全国|国|県|市|本県|本市|他県|東北|九州)(?:平均値?)?")
"""A wider whole beside which a value is printed in brackets: 65.8%（全国65.2%）."""


class NamedValue(NamedTuple):
    """A number with its label; a group that a colon ends (小5:) goes on to the next labels."""

    number: NumberInProgress
    group: str
    label: str

    @classmethod
    def of(cls, number: NumberInProgress) -> NamedValue:
        """Take the label's words, the group apart."""
        words = number.label
        if len(words) > 1 and SUBGROUPS.fullmatch(words[-1].text):
            name = "".join(word.text for word in words[:-1])
            if not words[0].colon and not SUBGROUPS.fullmatch(name):
                words = words[-1:]  # the indicator's name, and then the part
        at = next((i for i, word in enumerate(words[:-1]) if word.colon), None)
        name = "".join(word.text for word in words[: at + 1]) if at is not None else ""
        if at is not None and (at or (_MEASURE.search(name) and not SUBGROUPS.fullmatch(name))):
            return cls(number, "", "".join(word.text for word in words[at + 1 :]))
        if len(words) > 1 and words[0].colon:
            return cls(number, words[0].text, "".join(word.text for word in words[1:]))
        return cls(number, "", "".join(word.text for word in words))


def _in_brackets(name: str | None, members: list[NamedValue]) -> bool:
    """Return whether words in brackets behind a number name its part: 12件（夏期） 8件（冬期）."""
    if name is None:
        return False
    every = len(members) > 1 and all(one.number.said_name for one in members)
    return every or SUBGROUPS.fullmatch(name) is not None


def _without_name(members: list[NamedValue]) -> list[NamedValue]:
    """Take the indicator's name from the first label: of 取得率 県庁 65% 民間 17%, 取得率."""
    words = [member.number.label for member in members if member.number.label]
    if len(words) < 2 or len(words[0]) < 2 or any(len(own) > 1 for own in words[1:]):
        return members
    first = members[0]
    if _SUB.fullmatch(words[0][-1].text):
        return members  # what stands before it goes on to the next: 小6 国語 66 算数 62
    if first.group or not first.label or any(word.colon for word in words[0][:-1]):
        return members
    return [first._replace(label=words[0][-1].text), *members[1:]]


def _with_subject(members: list[NamedValue]) -> list[NamedValue]:
    """Let a subject go on to the parts behind it: 国語 小6 66.0 中3 69.8."""
    subject = ""
    complete: list[NamedValue] = []
    for member in members:
        words = [word.text for word in member.number.label]
        if len(words) == 2 and _SUBJECT.fullmatch(words[0]) and SUBGROUPS.fullmatch(words[1]):
            subject = words[0]
        elif len(words) != 1 or _SUB.fullmatch(words[0]) or not SUBGROUPS.fullmatch(words[0]):
            subject = ""
        complete.append(member._replace(label=f"{subject}{words[-1]}") if subject else member)
    return complete


def _led_to(one: NumberInProgress, other: NumberInProgress) -> bool:
    """Return whether the other is where the one shall come to: 男性 78.5→79.5歳."""
    return (one.role, other.role) == ("baseline", "target")


def series_of(members: list[NamedValue]) -> None:
    """Set each number's ``series``."""
    members = _with_subject(_without_name(members))
    labelled = [one for one in members if one.label]
    parted = any(one.number.before.part for one in labelled)
    wholes = [one for one in labelled if _ALL.fullmatch(one.label)]  # 本市 54% (県平均 56%)
    least = min((one.number.deep for one in labelled), default=0)
    side_by_side = sum(one.number.deep == least for one in labelled) > 1
    group = head = ""
    last: str | None = None
    outer = 0
    for i, one in enumerate(members):
        number = one.number
        if one.group:
            group = one.group
        if _in_brackets(number.said_name, members) and not SUBGROUPS.fullmatch(one.label):
            number.series = number.said_name
            continue
        if number.before.share and number.deep > 0 and not SUBGROUPS.fullmatch(one.label):
            continue  # 100か所(高齢者人口の10%)
        if not one.label:
            goes_on = number.deep > outer or _led_to(members[max(i - 1, 0)].number, number)
            number.series = last if goes_on else None
            continue
        label = one.label
        if group:
            label = f"{group}{label}"
        elif _SUB.fullmatch(label) and head:
            label = f"{head}{label}"
        else:
            sub = _SUB.search(label)
            head = label[: sub.start()] if sub and sub.end() == len(label) and sub.start() else ""
        beside_parts = sum(not one.number.before.part for one in labelled) > 1
        several = len(labelled) > 1 and (side_by_side or number.deep > least)
        if parted:  # 農業産出額 1,250億円 うち園芸 420億円: the whole has no part
            several = number.before.part or (several and beside_parts)
        beside = number.deep > 0 and number is not members[0].number and _ALL.fullmatch(label)
        beside = beside or (len(wholes) > 1 and _ALL.fullmatch(label))
        number.series = label if several or beside or SUBGROUPS.fullmatch(label) else None
        if number.series is None and SUBGROUPS.fullmatch(group):
            number.series = group
        last, outer = number.series, number.deep
