"""A cell of laws (根拠法令) → the names in it, articles and 等 left out, 同法施行令 written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.loaders.text import normal, plain

_N = r"[\d一二三四五六七八九十百]+"
_ARTICLE = re.compile(
    rf"(?<!\s)(?:(?:\s*第{_N}(?:条|項|号|章|節)(?:の{_N})*(?:第{_N}(?:項|号))*)+"
    r"|\s*附則|\s*別表(?:第\d+)?)"
)
_ARTICLE_INSIDE = re.compile(rf"(?:{_ARTICLE.pattern})(?=\s*\))")
_ENDS = (
    "法律 法 条例 規則 規程 要綱 指導要領 要領 施行令 政令 省令 令 計画 指針 方針 大綱 基準 "
    "プラン ビジョン ガイドライン 通知 戦略 定款 協定 規約 憲章 憲法 告示 協約 契約"
).split()
_END = f"(?:{'|'.join(_ENDS)})"
_AND = re.compile(rf"(.+?{_END})(?:・|及び|並びに|およびに?|\s+|／|/)")
_ENDED = re.compile(rf"(?:{_END}|施行規則|細則|施行条例)(?:等|など|ほか|他)?(?:\([^()]*\))?$")
_BOTH = re.compile(r"(?P<first>[国県府道都市町村])・(?P<second>[県府道都市町村])(?P<name>.+)$")
_SAME = re.compile(
    r"^同(?:法|条例|規則|要綱)?(?:の)?(施行令|施行規則|施行条例|条例施行規則|規則|要綱|.+)$"
)
_PART = {"施行令", "施行規則", "施行条例", "施行細則"}
_ENACTED = re.compile(r"\((?:明治|大正|昭和|平成|令和)?(?:元|\d+)年[^()]*\)")
"""When a law was made and its number: (昭和25年法律第226号)."""
_LISTED = re.compile(
    r"(?:^|(?<=[\s、]))(?:\(\d{1,2}\)|\d{1,2}[.)](?!\d))\s*|[\u2460-\u2473]", re.MULTILINE
)
"""What numbers a name in its list: ①, (1), 1."""
_NOTED = re.compile(r"(?P<name>.+?)\((?P<note>[^()]*)\)$")
_WRAPPED = re.compile(r"\((?P<name>[^()]+)\)")
_JOINING = re.compile(r"^(?:及び|並びに|および|ならびに)")
_NONE = frozenset(
    ["任意", "市単独", "市単独事業", "未定", "その他", "その", "法定受託事務", "自治事務", *_ENDS]
)
"""Words that name nothing; a bare 要綱 does not say which."""
_NOTHING = re.compile(r".{0,8}(?:なし|無し?|ない)")


def law_names(text: str) -> list[str]:
    """Return the names that a cell of laws lists, in order.

    >>> law_names("道路法第２８条、下水道条例・施行規則")
    ['道路法', '下水道条例', '下水道条例施行規則']
    """
    flat = _LISTED.sub("、", _ENACTED.sub("", normal(text)))
    wrapped = _WRAPPED.fullmatch(flat.strip())
    flat = _ARTICLE_INSIDE.sub("", wrapped["name"] if wrapped else flat)
    flat = _ARTICLE.sub("、", flat.replace("()", ""))
    names: list[str] = []
    base = ""
    for part in _whole_names(re.split(r"[、，,\n;；]+", flat)):
        for name in _parted(_JOINING.sub("", part.strip())):
            bare = plain(
                re.sub(r"(?:等|など|ほか|他)$", "", _without_note(name)).strip(
                    "・「」『』○●◎■※ 　:："
                )
            )
            bare = _written_out(bare, base)
            if _is_none(bare) or not re.search(r"[^\W\d_]{2}", bare):
                continue
            if not bare.startswith(base) or not base or bare.removeprefix(base) not in _PART:
                base = bare
            if bare not in names:
                names.append(bare)
    return names


def _whole_names(parts: list[str]) -> Iterator[str]:
    """Join the parts of a name that has a comma in itself: 劇場、音楽堂等の活性化に関する法律."""
    before = ""
    for at, part in enumerate(parts):
        name = f"{before}、{part}" if before else part
        ended = _ENDED.search(part.strip()) is not None or _is_none(part.strip())
        before = "" if ended or not part.strip() or at + 1 == len(parts) else name
        if not before:
            yield name


def _parted(text: str) -> list[str]:
    """Split names that ・ or 及び joins, where both sides end as names do; 県・市…条例 is two."""
    bare = text.removesuffix("等")
    shortest = min((len(end) for end in _ENDS if bare.endswith(end)), default=len(bare))
    last = len(bare) - shortest
    names: list[str] = []
    at = 0
    while True:
        both = _BOTH.match(text, at)
        if both is not None:
            return [*names, both["first"] + both["name"], both["second"] + both["name"]]
        match = _AND.match(text, at)
        if match is None or match.end() >= last:
            return [*names, text[at:]]
        names.append(match[1])
        at = match.end()


def _is_none(words: str) -> bool:
    return not words or words in _NONE or _NOTHING.fullmatch(words) is not None


def _without_note(name: str) -> str:
    """Return a name without the note in brackets behind it: 標準化法（…に関する法律）.

    Where only the note ends as names do, it is the name: ふるさと納税（地方税法）. 一般社団 in
    brackets before a name stays.
    """
    noted = _NOTED.match(name.strip())
    if noted is None:
        return name.strip()
    outside, inside = noted["name"].strip(), noted["note"].strip()
    return inside if _ENDED.search(inside) and not _ENDED.search(outside) else outside


def _written_out(name: str, base: str) -> str:
    """Write out a short reference: 同法施行令 behind 旅券法 is 旅券法施行令."""
    if not base:
        return name
    if name in _PART:
        return base + name
    if name == "同規則" and base.endswith(("法", "条例", "法律")):
        return f"{base}施行規則"
    same = _SAME.match(name)
    return base + same[1] if same and same[1] in {*_PART, "施行令等"} else name
