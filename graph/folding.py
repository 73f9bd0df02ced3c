"""The one form in which names and texts are compared, however a source or a person wrote them.

NFKC makes most letters that look alike the same. This module adds what NFKC leaves different: CJK
radicals that text layers of PDFs hold in place of ideographs, dashes and minus signs, wave dashes,
and invisible characters (variation selectors, soft hyphens, zero-width letters).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# CJK radicals supplement (U+2E80-2EF3) and the ideograph that each stands for, as Unicode's
# EquivalentUnifiedIdeograph.txt has it. Kangxi radicals (U+2F00-2FD5) are left to NFKC.
_RADICALS = {
    0x2E80 + int(place, 16): ideographs
    for place, ideographs in (
        pair.split("=")
        for pair in (
            "01=厂 02=乛 03=乚 04=乙 05=亻 06=冂 08=刀 09=刂 0A=卜 0C=小 0D=小 0E=兀 0F=尣 "
            "10=尢 12=巳 13=幺 14=彑 16=忄 18=扌 19=攵 1B=旡 1C=日 1D=月 1E=歺 1F=母 20=民 "
            "21=氵 22=氺 23=灬 24=爫 25=爫 26=丬 27=牛 28=犭 29=王 2B=目 2C=示 2D=礻 2F=糹 "
            "30=纟 31=罓 32=罒 34=网 36=羊 39=耂 3A=肀 3B=聿 3C=肉 3E=艹 3F=艹 40=艹 41=虎 "
            "42=衤 43=覀 44=西 45=见 46=角 48=讠 49=贝 4B=车 4C=辶 4D=辶 4E=辶 4F=邑 50=钅 "
            "51=長 52=镸 53=长 54=门 56=阝 57=雨 58=青 59=韦 5A=页 5B=风 5C=飞 5D=食 5F=飠 "
            "60=饣 62=马 63=骨 64=鬼 65=鱼 66=鸟 67=卤 68=麦 69=黄 6A=黾 6B=斉 6C=齐 6D=歯 "
            "6E=齿 6F=竜 70=龙 71=龜 72=亀 73=龟"
        ).split()
    )
}
_RADICALS[0x2F3E] = "戸"
"""NFKC gives the old form 戶 for it."""
_RADICALS[0x2027] = "・"
"""A browser's PDF names the middle dot of some fonts a hyphenation point."""
_RADICAL = re.compile("[\u2027\u2e80-\u2ef3\u2f3e]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\U000e0100-\U000e01ef]"
)
_ALIKE = {ord(c): "-" for c in "‐‑‒–—―−⁃─━"} | {ord(c): "~" for c in "〜∼〰"}


def ideographs(text: str) -> str:
    """Return the text with ideographs in place of CJK radicals, without invisible characters.

    >>> ideographs("市⺠協働課"), ideographs("⻑寿"), ideographs("40⼾"), ideographs("検討‧調査")
    ('市民協働課', '長寿', '40戸', '検討・調査')
    """
    if text.isascii():
        return text
    seen = _UNSEEN.sub("", text)
    return seen.translate(_RADICALS) if _RADICAL.search(seen) else seen


def search_form(text: str) -> str:
    """Return the form in which texts are searched: without case, width and look-alike letters.

    >>> search_form("子育て〜応援") == search_form("子育て～応援"), search_form("Ａ−１")
    (True, 'a-1')
    """
    if text.isascii():
        return text.casefold()
    return ideographs(unicodedata.normalize("NFKC", text)).translate(_ALIKE).casefold()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the form in which two names are compared: as texts are searched, without spaces.

    >>> fold("市⺠ 協働課") == fold("市民協働課")
    True
    """
    return "".join(search_form(text).split())
