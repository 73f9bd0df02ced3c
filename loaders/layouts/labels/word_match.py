"""How well a word of the catalogue covers a label: as it stands, decorated, or only in part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

EXACT, DECORATED, ENDS, BEGINS = 1.0, 0.95, 0.75, 0.65
_PREFIXES = (
    "主な",
    "うち",
    "本",
    "当該",
    "各",
    "計画の",
    "取組の",
    "事業の",
    "具体的な",
    "年度別",
    "想定される",
    "今後の",
    "総合",
    "うち",
    "推進",
)
_SUFFIXES = (
    "名称",
    "名",
    "等",
    "欄",
    "について",
    "の内容",
    "の概要",
    "の名称",
    "一覧",
    "内訳",
    "(案)",
    "など",
    "の状況",
    "の設定",
)
_LEAST_PART = 0.5
_SHORTEST_PART = 3
_LONG = 60
"""A label beyond so many letters is compared only from the longest word that is known."""


def match_word(segment: str, words: Mapping[str, Any]) -> tuple[Any, float] | None:
    """Return the meaning of the longest word that covers a segment, and how well it does."""
    if not segment:
        return None
    if segment in words:
        return words[segment], EXACT
    stripped = _undecorated(segment)
    for each in stripped:
        if each in words:
            return words[each], DECORATED
    longest = len(segment) - 1
    if longest > _LONG:
        longest = min(longest, max(map(len, words), default=0))
    for size in range(longest, max(_SHORTEST_PART, int(len(segment) * _LEAST_PART)) - 1, -1):
        if segment[-size:] in words:
            return words[segment[-size:]], ENDS
        if segment[:size] in words:
            return words[segment[:size]], BEGINS
    return None


def _undecorated(segment: str) -> Iterable[str]:
    for prefix in ("", *_PREFIXES):
        if not segment.startswith(prefix):
            continue
        rest = segment[len(prefix) :]
        if prefix:
            yield rest
        for suffix in _SUFFIXES:
            if rest.endswith(suffix) and len(rest) > len(suffix):
                yield rest[: -len(suffix)]
