"""A sentence is brought into one spelling before it is read: width, numbers in words, spaces."""

from __future__ import annotations

import pytest

from keikaku.queries.asking.vocabulary.letters import fold, lower, normal


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ＡＩに触れる計画", "AIに触れる計画"),
        ("計画１－２－２", "計画1-2-2"),
        ("1‐2–2", "1-2-2"),
        ("指標が 三つ ある 計画", "指標が3つある計画"),
        ("二つの課", "2つの課"),
        ("十件以上", "10件以上"),
        ("五番目に多い", "5番目に多い"),
        ("一番目標が多い", "一番目標が多い"),
        ("三年", "三年"),
        ("ふたつ以上のテーマ", "2つ以上のテーマ"),
        ("ここのつ", "9つ"),
        ("市民とひとつながり", "市民とひとつながり"),
        ("いつかの計画", "いつかの計画"),
        ("5 計画", "5 計画"),
        ("AI 計画", "AI計画"),
        ("納付 AI", "納付AI"),
        ("AIと関係のない計画", "AIと関係しない計画"),
        ("AIと関連が無い計画", "AIと関係しない計画"),
        ("plans with two  indicators", "plans with 2 indicators"),
        ("Ten plans", "10 plans"),
        ("the second most indicators", "2番目most indicators"),
        ("Third-largest plan", "3番目largest plan"),
        ("exactly one theme", "exactly 1 theme"),
        ("at least a single theme", "at least 1 theme"),
        ("one theme", "one theme"),
    ],
)
def test_one_spelling(typed: str, read: str) -> None:
    assert normal(typed) == read


def test_letters_are_compared_without_case_and_kana() -> None:
    assert fold("DXノスイシン") == fold("dxのすいしん") == "dxのすいしん"
    assert fold("ヴ") == "ゔ"
    assert fold("ー・") == "ー・"


def test_each_letter_stays_one_letter() -> None:
    assert lower("İa B") == "İa b"
    assert [len(lower(text)) for text in ("İİ", "ABC")] == [2, 3]
