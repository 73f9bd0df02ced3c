"""The names by which a text states that a plan rests on another: lists, aliases, bulletins."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.loaders.mentions.text_lists import list_items
from tests.loaders.hoshimi import load, page
from tests.loaders.test_dependencies import depends, second, the_edge


def test_the_items_of_a_list_inside_a_sentence(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("公金収納の推進"),
        second("窓口改革や公金収納、施設保全の推進による経費の削減に努める。"),
        page("施設保全の推進", "③", by="人事課"),
    )
    assert depends(records) == [
        ("1-1-2", "1-1-1", "names_plan"),
        ("1-1-2", "1-1-3", "names_plan"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲計やシス、丙組の推進による削減", ["甲計", "シス", "丙組"]),
        ("甲計及び乙画を通じて進める", ["甲計", "乙画"]),
        ("「甲計」と「乙画」との連携", ["甲計", "乙画"]),
        ("甲計の推進による削減", []),
        ("甲計、乙画を検討する", []),
        ("", []),
    ],
)
def test_a_list_ends_with_what_it_is_for(text: str, expected: list[str]) -> None:
    assert [item.text for item in list_items(text)] == expected


def test_a_short_word_of_a_list_that_many_plans_name_states_nothing(tmp_path: Path) -> None:
    others = [
        page(f"窓口の改善{n}", mark, "ICTを使う。", by="人事課")
        for n, mark in enumerate("③④⑤⑥⑦", 1)
    ]
    says = "人の力やICTの活用による。"
    records = load(tmp_path, page("ICTを活用した業務"), second(says), *others)
    assert ("1-1-2", "1-1-1", "names_plan") not in depends(records)


def test_a_long_name_of_its_own_web_page_is_an_alias(tmp_path: Path) -> None:
    home = page("中枢都市の構想", pages="・ほしみ広域定住圏について")
    records = load(tmp_path, home, second("ほしみ広域定住圏の会議に出る。"))
    assert depends(records) == [("1-1-2", "1-1-1", "names_plan")]
    proper = page("中枢都市の構想", pages="・ほしの広域圏")
    records = load(tmp_path, proper, second("ほしの広域圏の会議に出る。"))
    assert depends(records) == [("1-1-2", "1-1-1", "names_plan")]
    short = page("中枢都市の構想", pages="・ほしみ圏")
    assert depends(load(tmp_path, short, second("ほしみ圏の会議に出る。"))) == []


def test_an_alias_in_brackets(tmp_path: Path) -> None:
    home = page("施設予約システムの導入", says="施設予約システム(以下「よやくんネット」という。)。")
    records = load(tmp_path, home, second("よやくんネットで受け付ける。"))
    assert depends(records) == [("1-1-2", "1-1-1", "names_plan")]


def test_a_bulletin_is_named_however_short_its_name(tmp_path: Path) -> None:
    home = page("市政の発信", action="広報ほしの発行")
    assert depends(load(tmp_path, home, second("広報ほしに載せる。"))) == [
        ("1-1-2", "1-1-1", "names_system")
    ]
    general = page("市政の発信", action="広報紙の発行")
    assert depends(load(tmp_path, general, second("広報紙に載せる。"))) == []


def test_the_term_is_distinguished_from_the_words_around_it(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("電子申請の利用促進"),
        second("窓口では電子申請の利用促進と併せて進める。"),
    )
    facts = the_edge(records).facts
    assert facts["term"] == "電子申請の利用促進"
    assert facts["words"] == "窓口では電子申請の利用促進と併せて進める"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("「窓口の改善」や「納付の推進」の推進により", ["窓口の改善", "納付の推進"]),
        ("広報紙や「市政だより」等を通じて", ["広報紙", "市政だより"]),
        ("会議室、ホール及び図書室の活用により", ["会議室", "ホール", "図書室"]),
        ("窓口の改善の推進により", []),
        ("会議室、ホールを貸す", []),
    ],
)
def test_what_rests_on_a_list_rests_on_each_of_its_items(text: str, items: list[str]) -> None:
    listed = [*list_items(text)]
    assert [each.text for each in listed] == items
    assert [text[each.start : each.end] for each in listed] == items
