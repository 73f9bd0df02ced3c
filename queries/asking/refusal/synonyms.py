"""Words that mean the same where a plan prints another: 収納率 for 徴収率 (言い換え).

A word is replaced only if the sentence is not understood as it is. The new word must be in a name
of the graph or in the tables of words, and the answer names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.queries.asking.tokens.lexicon import NAMEABLE_KINDS, Names
from keikaku.queries.asking.vocabulary.letters import fold, normal

_SAME: tuple[str, ...] = (
    "徴収率 収納率 納付率 収入率 納税率",
    "削減額 節減額 縮減額 節約額",
    "受講者数 参加者数 受講人数 参加人数",
    "開催回数 開催数 実施回数",
    "利用率 使用率",
    "公表 公示",
    "スマートフォン スマホ 携帯電話",
    "保育所 保育園",
    "橋りょう 橋梁 橋",
    "公園 パーク",
    "ウェブサイト ホームページ webサイト",
    "LINEのおともだち数 LINEの友だち数 LINEの友達数 LINEの登録者数 LINE登録者数 LINE友だち数",
    "LINEのおともだち数 LINEの友だち LINEの友達 LINEのともだち LINEのお友達 LINEの登録者",
    "アクセス数 閲覧数 閲覧件数 アクセス件数 訪問者数",
    "売電収入 売電収益 売電額",
    "コンビニ交付 コンビニ発行 コンビニでの証明書の交付 コンビニ証明書交付",
    "育児休業 育休",
    "定期健康診断 健康診断 健診",
    "トイレ洋式化率 洋式トイレ率 トイレの洋式化率 洋式トイレの割合",
    "延床面積 延べ床面積 床面積",
    "公用車 市の車",
    "附属機関 審議会",
    "外郭団体 第三セクター",
    "女性委員登用率 女性登用率 女性委員の登用率 女性委員比率 女性委員の割合",
    "公募委員比率 公募委員率 公募委員の割合 公募委員の比率",
    "耐震化率 耐震率",
    "接続率 水洗化率",
    "要介護認定 介護認定",
    "時間外 残業",
    "滞納繰越額 滞納額",
    "業務時間削減数 削減時間 時間削減",
    "オンライン化率 電子化率 オンライン率",
    "電子申告利用率 電子申告率 電子申告の利用率",
    "委託校数 委託学校数",
    "監査 チェック",
    "削減 節減",
    "女性活躍 男女共同参画",
    "使用料 利用料",
    "給食 学校給食",
)
"""Words that cities print for the same thing, with equal rank."""


def rewordings(sentence: str, known: Names) -> Iterator[tuple[str, Text]]:
    """Yield a sentence with one word replaced by the graph's word, and the note that says so."""
    yield from _of_other_kana(sentence, known)
    written = fold(normal(sentence))
    names = [each.folded[0] for kind in NAMEABLE_KINDS for each in known.of(kind)]
    for typed, instead in _pairs(written):
        if any(instead in name for name in names):
            start = written.index(typed)
            text = normal(sentence)
            yield (
                text[:start] + instead + text[start + len(typed) :],
                _READ_AS.format(typed=text[start : start + len(typed)], instead=instead),
            )


_LOOSE = re.compile(r"[ーっ・]")
_SHORTEST = 5  # letters of a name of which one may be left out


def _of_other_kana(sentence: str, known: Names) -> Iterator[tuple[str, Text]]:
    """Yield a sentence with a name in its own spelling: カウンタレス, 行政マネージメント課."""
    text = normal(sentence)
    letters = [(at, letter) for at, letter in enumerate(fold(text)) if not _LOOSE.match(letter)]
    loose = "".join(letter for _, letter in letters)
    for kind in ("Department", "Theme", "Guideline", "Partner", "Component"):
        for each in known.of(kind):
            name = each.folded[0]
            wanted = _LOOSE.sub("", name)
            shortest = _SHORTEST - all("\u3040" <= letter <= "\u309f" for letter in wanted)
            start = loose.find(wanted) if len(wanted) >= shortest else -1
            if start < 0 or name in fold(text) or (wanted == name and "ー" not in text):
                continue
            first, last = letters[start][0], letters[start + len(wanted) - 1][0]
            while last + 1 < len(text) and _LOOSE.match(fold(text)[last + 1]):
                last += 1
            typed = text[first : last + 1]
            yield (
                text[:first] + each.names[0] + text[last + 1 :],
                _READ_AS.format(typed=typed, instead=each.names[0]),
            )


_READ_AS = Text("「{typed}」を「{instead}」と読みました", "'{typed}' is taken for '{instead}'")


def same_words(word: str) -> list[str]:
    """Return the words that mean the same as a word."""
    return [
        other
        for group in _SAME
        for other in group.split()
        if word in group.split() and other != word
    ]


def _pairs(written: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a sentence that means the same as another, the longest words first."""
    pairs = [
        (fold(typed), fold(instead))
        for group in _SAME
        for typed in group.split()
        for instead in group.split()
        if fold(typed) in written and instead != typed and fold(instead) not in written
    ]
    yield from sorted(pairs, key=lambda pair: -len(pair[0]))
