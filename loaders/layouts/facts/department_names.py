"""部課名 → the division above (部, 局) and the department (課): glued, parted, in two columns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from keikaku.loaders.layouts.facts.department_pieces import Piece, pieces
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.text import distance, normal

_PARTS_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_NOBODY = re.compile(r"ほか|他|等|なし|無し?|特になし|該当なし|未定")
_IN_GENERAL = re.compile(
    r"(?:全|各|関係|全て|すべて|庁内)(?:の)?(?:課|所属|部局|部署|庁|各課|部|課等|室|担当|支所|出張所|施設|機関|小?中?学?校|園|館)*(?:等)?|全庁(?:的)?|庁内各課|全庁各課|全職員"
)
_DIVISION = re.compile(
    r"^(.{1,16}?(?:委員会事務局|委員会|事務局|本部|公室|管理監|管理者|部|局|庁|院))(?=(.+)$)"
)
_IS_DIVISION = re.compile(r".+(?:部|局|本部|庁|企業局|委員会)$")
_NO_DIVISION = {
    "内部",
    "外部",
    "一部",
    "全部",
    "北部",
    "南部",
    "東部",
    "西部",
    "中部",
    "支部",
    "学部",
    "本部",
    "細部",
    "局部",
    "議会事務局",
}
_UNIT = re.compile(
    r".+(?:課|室|所|センター|館|署|園|校|係|班|局|場|院|チーム|グループ|支所|公民館|事務所|担当|会|隊|組合|プロジェクト|参事|監|ステーション|窓口)(?:\(.*\))?$"
)
_SECTION_INSIDE = re.compile(
    r"(?P<name>[^()]+(?:課|室|所|局|センター))"
    r"\((?P<section>[^()]+(?:係|班|グループ)|(?<=課\()[^()]+(?:室|チーム|担当))\)"
)
"""総務課（文書係）, 収納課（債権管理室）: a section in brackets behind its department."""
_DIVISION_INSIDE = re.compile(
    r"(?P<name>[^()]+(?:課|室|所|センター|館))\((?P<division>[^()]+(?:部|局|庁|委員会))\)"
)
"""総務課（総務部）: the division in brackets behind its department."""
_SECTION_GLUED = re.compile(
    r"(?P<name>\S{2,}?[課室])(?P<section>[^\s()課室]{2,}(?:係|班|グループ))"
)
"""市民課窓口係: a section right behind its department."""
_LEAD = re.compile(
    r"^(?:\(?(?:主|主管|主担当|主務|正)\)?[:：]?|◎)|\((?:主|主管|主担当|主務|主担当課|総括)\)$"
)
_CO = re.compile(
    r"^(?:\(?(?:副|従|関係|共管|協力|連携)\)?[:：]|○|△)|\((?:副|従|関係|共管|協力|連携|関係課)\)$"
)
_RINGS = ("◎", "○", "△")
"""Marks of roles; a name behind one of its own is in no division that another line prints."""
_OFFICES = ("課", "室", "所", "局", "センター")
_SECTIONS = ("係", "班", "グループ")
_SLASHED = re.compile(r"([^/()\s]+)\s*/\s*[^/]+")
_FEWEST_SLASHES = 2
_LONG_NAME = 4
_HOUSES = ("病院", "署", "支所", "センター")
_WITHIN_HOUSES = ("課", "室", "係", "担当", "班")
"""What stands within a house that has a name of its own, and leads it."""
_LONE = ("局", "委員会", "庁", "公室", "管理監", "管理者")
"""What a division may end with beside 部, where a department follows it."""


class DepartmentName(NamedTuple):
    """A department: its name, its division where it is stated, ``role`` where it is printed.

    ``section`` is the 係 in brackets behind it.
    """

    name: str
    division: str | None
    role: str | None = None
    is_division: bool = False
    section: str | None = None


def is_in_general(name: str) -> bool:
    """Return whether a name means no department by itself, but several: 全課, 関係各課, 全庁."""
    return _IN_GENERAL.fullmatch(name) is not None


def names_of_several(departments: Iterable[tuple[str, str | None]]) -> dict[str, list[str]]:
    """Return the names that stand under several divisions, each with these.

    ``departments`` are names, each with its division where it is known.
    """
    above: dict[str, set[str]] = defaultdict(set)
    for name, division in departments:
        if division:
            above[name].add(division)
    return {name: sorted(divisions) for name, divisions in above.items() if len(divisions) > 1}


class Divisions:
    """Splits names by all the cells of a document; ``own`` are the divisions of a 部 column."""

    def __init__(self, texts: Iterable[str], own: Iterable[str] = ()) -> None:
        texts = list(texts)
        rests: dict[str, set[str]] = defaultdict(set)
        self._own = {_name(text) for text in own if not is_nothing(text)} | _before_slashes(texts)
        self._count: Counter[str] = Counter()
        for text in texts:
            for _, token, _ in pieces(text):
                self._count[token] += 1
                match = _DIVISION.match(token)
                if match:
                    rests[match[1]].add(match[2])
                if _IS_DIVISION.fullmatch(token) and not _UNIT.fullmatch(token.removesuffix("局")):
                    rests[token].add("")
        self._known = {d for d, names in rests.items() if len(names) > 1} | self._own
        self._texts = frozenset(texts)

    @cached_property
    def of_several(self) -> dict[str, list[str]]:
        """The names that stand under several divisions (総務部 総務課), each with these."""
        names = (name for text in self._texts for name in self.names_in(text))
        return names_of_several((each.name, each.division) for each in names)

    def names_in(self, text: str) -> list[DepartmentName]:
        """Return the departments of a cell, in order."""
        result: list[DepartmentName] = []
        division: str | None = None
        pending: DepartmentName | None = None
        tokens = list(self._parted(pieces(text)))
        rings = "◎" in text  # without it no one says what ○ means
        for at, (group, printed, _) in enumerate(tokens):
            if (at and group != tokens[at - 1].role) or (rings and printed.startswith(_RINGS)):
                division = None
            token = printed if rings else printed.lstrip("○")
            role = "co" if _CO.search(token) else "lead" if _LEAD.search(token) else group
            bare = _bare(token)
            if not bare or _NOBODY.fullmatch(bare) or is_nothing(bare):
                continue
            if is_in_general(bare):
                result.append(DepartmentName(bare, None, role))
                continue
            within = _DIVISION_INSIDE.fullmatch(bare)
            mine, name = (within["division"], within["name"]) if within else self.split(bare)
            follows = at + 1 < len(tokens) and not tokens[at + 1][2] and tokens[at + 1][0] == group
            heads = follows and self._heads(bare, _bare(tokens[at + 1][1]))
            if mine is None and (heads or self._is_division(bare)):
                if pending is not None:
                    result.append(pending)
                division, pending = bare, DepartmentName(bare, None, role, is_division=True)
                continue
            pending = None
            inside = _SECTION_INSIDE.fullmatch(name) or _SECTION_GLUED.fullmatch(name)
            name, section = (inside["name"], inside["section"]) if inside else (name, None)
            if result and mine is None and _is_section_of(name, result[-1]):
                result[-1] = result[-1]._replace(section=name)
                continue
            result.append(DepartmentName(name, mine or division, role, section=section))
            division = mine or division
        if pending is not None:
            result.append(pending)
        return list(dict.fromkeys(result))

    def _heads(self, token: str, below: str) -> bool:
        """Return whether a name is the division of the department that stands right behind it."""
        ends = token.endswith(("部", *_LONE)) and token not in (_NO_DIVISION - {"議会事務局"})
        of_one_name = token.endswith("室") and below.endswith("課") and token[:2] == below[:2]
        if of_one_name or (token.endswith(_HOUSES) and below.endswith(_WITHIN_HOUSES)):
            return True  # 会計室 会計課, 市民病院 経営企画室
        return ends and bool(_UNIT.fullmatch(below)) and not below.endswith(("部", *_LONE))

    def _parted(self, names: Iterable[Piece]) -> Iterator[Piece]:
        """Part names that a narrow column has run together: 人事課納税課."""
        for role, token, listed in names:
            *stems, rest = token.split("課")
            are_names = all(len(stem) > 1 and not set(stem) & set("()") for stem in stems)
            if len(stems) > 1 and are_names and not rest and self._count[token] == 1:
                yield from (Piece(role, f"{stem}課", listed) for stem in stems)
            else:
                yield Piece(role, token, listed)

    def split(self, token: str) -> tuple[str | None, str]:
        """Return the division glued before a name (None where there is none), and the name."""
        best: tuple[str | None, str] = (None, token)
        for known in sorted(self._known, key=len, reverse=True):
            if token.startswith(known) and len(token) > len(known) and known not in _NO_DIVISION:
                rest = token[len(known) :]
                if _UNIT.fullmatch(rest) and not rest.startswith(("局", "長")):
                    return known, rest
        match = _DIVISION.match(token)
        if match is None or match[1] in _NO_DIVISION or match[2] == "事務局":
            return best
        if len(match[2]) > 1 and _UNIT.fullmatch(match[2]):
            best = (match[1], match[2])
        return best

    def divisions_in(self, text: str) -> list[str]:
        """Return the divisions that a narrow cell has run together: 総務部企画部; else the one.

        Each of them stands elsewhere by itself.
        """
        known = sorted((d for d in self._known if d != text), key=len, reverse=True)
        parts: list[str] = []
        rest = text
        while rest:
            part = next((d for d in known if rest.startswith(d)), "")
            if not part:
                return [text]
            parts.append(part)
            rest = rest[len(part) :]
        return parts

    def _is_division(self, token: str) -> bool:
        return (
            token in self._own
            or bool(
                _IS_DIVISION.fullmatch(token) and token in self._known and token not in _NO_DIVISION
            )
            or (
                token.endswith("部")
                and len(token) > 2
                and token not in _NO_DIVISION
                and not token.endswith("本部")
            )
        )

    def undivided(self, token: str) -> str | None:
        """Return the name with its division that a rare one without a division stands for."""
        if self._count[token] > 1 or self.split(token)[0] is not None:
            return None
        return next((o for o in self._divided() if self.split(o)[1] == token), None)

    def slip(self, token: str) -> str | None:
        """Return the better known name that a rare one looks like a slip of.

        None where it does not look like a slip.
        """
        if self._count[token] > 1:
            return None
        division, name = self.split(token)
        for other in self._divided():
            theirs, their_name = self.split(other)
            if token in (other, theirs):
                continue
            if division is None and (distance(token, other) == 1 or _lacks_one(name, their_name)):
                return other
            if (
                division == theirs
                and self._count[other] >= self._count[token]
                and len(name) == len(their_name) >= 4
                and name[0] == their_name[0]
                and name[-1] == their_name[-1]
                and _sounds_alike(name, their_name)
            ):
                return other
        return None

    def _divided(self) -> Iterator[str]:
        """Yield the names that are printed with their division, the most frequent first."""
        return (each for each, _ in self._count.most_common() if self.split(each)[0] is not None)


def _before_slashes(texts: Iterable[str]) -> set[str]:
    """Return the names before a slash where such are divisions: 総務部／総務課, 市立病院／事務室.

    None where one of them is an office itself (総務課／財政課), or hardly any ends with 部.
    """
    lines = (part for text in texts for part in re.split(r"[\n、,]+", normal(text)))
    before = [match[1] for line in lines if (match := _SLASHED.fullmatch(line.strip()))]
    divisions = sum(name.endswith(("部", "局")) for name in before)
    if divisions < max(_FEWEST_SLASHES, len(before) / 2) or any(
        name.endswith(("課", "室", "係")) for name in before
    ):
        return set()
    return set(before)


def _is_section_of(name: str, before: DepartmentName) -> bool:
    """Return whether a name is that of a 係 or 班 of the department right before it."""
    office = before.name.endswith(_OFFICES) and not before.is_division
    return office and before.section is None and name.endswith(_SECTIONS)


def _lacks_one(left: str, right: str) -> bool:
    """Return whether one of two long names has a letter more than the other."""
    long_enough = min(len(left), len(right)) >= _LONG_NAME
    return long_enough and abs(len(left) - len(right)) == 1 and distance(left, right) == 1


def _sounds_alike(left: str, right: str) -> bool:
    """Return whether names differ in one letter, or in two next to each other."""
    at = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return len(at) == 1 or (len(at) == 2 and at[1] - at[0] == 1 and len(left) == 4)


def tokens(text: str) -> list[str]:
    """Return the names of a cell, without the words beside them."""
    return [bare for _, token, _ in pieces(text) if (bare := _bare(token))]


def _bare(token: str) -> str:
    bare = _LEAD.sub("", _CO.sub("", token))
    if re.fullmatch(r".+(?:課|室|部|局|所|係|班|センター|館|署)(?:ほか|他|など|等)", bare):
        bare = re.sub(r"(?:ほか|他|など|等)$", "", bare)
    return bare.strip("()◎○●・※ ") if bare.count("(") != bare.count(")") else bare.strip("◎○●・※ ")


def _name(text: str) -> str:
    return "".join(normal(text).split())
