"""A quote is a whole clause round the words, never cut inside a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph.quotes import LONGEST, quote
from tests.graph import quotes_kept

CLAUSES = {
    "from one mark to the next": (
        "はじめに現状を述べ、窓口でのキャッシュレス決済を広げる。次に移る。",
        "キャッシュレス",
        "窓口でのキャッシュレス決済を広げる",
    ),
    "to the ends of a line": (
        "窓口の改善を進める\n電子申請の利用を広げていく\n終わり",
        "電子申請",
        "電子申請の利用を広げていく",
    ),
    "a pair of brackets whole": (
        "市は、業務の再構築(BPR、見直し)による改善を進める。",
        "再構築",
        "業務の再構築(BPR、見直し)による改善を進める",
    ),
    "with the next clause where it is short": (
        "AI、RPA等の技術を使う。",
        "AI",
        "AI、RPA等の技術を使う",
    ),
    "with the brackets round it where it is short": (
        "市が事業手法(PFI)を効果的に活用する。",
        "PFI",
        "市が事業手法(PFI)を効果的に活用する",
    ),
    "with the clause before at the end of a sentence": (
        "窓口を改め、AIを使う。次の文。",
        "AI",
        "窓口を改め、AIを使う",
    ),
    "an item of a cell": (
        "・窓口での受付件数 40% ・電子申請による手続き数 70件",
        "電子申請",
        "電子申請による手続き数 70件",
    ),
    "alone": ("DX", "DX", "DX"),
}


@pytest.mark.parametrize(("text", "word", "expected"), CLAUSES.values(), ids=CLAUSES.keys())
def test_a_clause(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    assert quote(text, start, start + len(word)) == expected


def test_a_long_clause_is_cut_between_words_and_says_so() -> None:
    text = (
        "住民の暮らしに役立つ取組を広く集めて検討した結果として窓口におけるキャッシュレス決済の"
        "導入を段階的に進めていくことを目指す"
    )
    start = text.index("キャッシュレス")
    words = quote(text, start, start + 7)
    assert "キャッシュレス" in words
    assert len(words.strip("…")) <= LONGEST
    assert words.startswith("…") or words.endswith("…")
    assert words.strip("…") in text


def test_no_cut_inside_a_word_that_kana_joins() -> None:
    text = "取り組みの申し込みと引き上げと受け付けと繰り越しと打ち合わせと働き方と書き換え"
    at = text.index("働き方")
    words = quote(text, at, at + 3).strip("…")
    for whole in ("取り組み", "申し込み", "引き上げ", "受け付け", "繰り越し", "打ち合わせ"):
        assert (whole in words) or not any(part in words for part in (whole[:2], whole[-2:]))


@given(st.text(alphabet="計画のをに、。（）()「」 \n取り組みABC・", max_size=150), st.data())
def test_any_text_is_quoted_with_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = quote(text, start, end)
    kept = "".join(words.replace("…", "").split())
    assert kept in "".join(text.split())
    assert "".join(text[start:end].split()).strip("・、。，,;；…") in kept


def test_every_place_of_many_texts_is_quoted_as_it_was() -> None:
    kept = quotes_kept.FILE.read_text(encoding="utf-8").splitlines()
    again = "If this is meant: python -m tests.graph.quotes_kept, and read the difference."
    assert list(quotes_kept.lines()) == kept, again
