"""Themes are found by their words; a city may add its own in a file of the same form."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku import loaders
from keikaku.graph.errors import SourceError
from keikaku.loaders.mentions.theme_list import Theme, built_in
from keikaku.loaders.mentions.theme_mentions import Themes, read_themes
from keikaku.loaders.text import normal
from tests.loaders.hoshimi import FRONT, edges, load, page, plan_id


def touched(text: str, themes: Themes | None = None) -> list[str]:
    return [hit.theme for hit in (themes or read_themes()).find(normal(text))]


@pytest.mark.parametrize("theme", built_in(), ids=lambda theme: theme.name)
def test_every_word_of_a_theme_touches_it(theme: Theme) -> None:
    themes = read_themes()
    for word in theme.all_words:
        beside = theme.near.get(word, ("",))[0]
        assert theme.name in touched(f"市は{beside}の{word}を進める。", themes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＩを使う", ["AI"]),
        ("aiを使う", ["AI"]),
        ("ＤＸとＲＰＡ", ["DX", "RPA"]),
        ("キャッシュレス決済", ["キャッシュレス"]),
        ("５レス", ["5レス"]),
        ("web会議", ["ムーブレス"]),
        ("AID", []),
        ("PAID", []),
        ("MAIL", []),
        ("窓口の改善", []),
        ("", []),
    ],
)
def test_words_are_compared_without_width_and_case_but_whole(
    text: str, expected: list[str]
) -> None:
    assert touched(text) == expected


def test_the_five_are_children_of_one() -> None:
    themes = read_themes()
    children = [t.name for t in themes.by_name.values() if t.part_of == "5レス"]
    assert children == [
        "カウンターレス",
        "キャッシュレス",
        "ペーパーレス",
        "ファイルレス",
        "ムーブレス",
    ]


def own(folder: Path, text: str) -> Path:
    path = folder / "themes.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_city_adds_a_theme(tmp_path: Path) -> None:
    path = own(
        tmp_path, "themes:\n- name: ゼロカーボン\n  group: 環境\n  words: [脱炭素, 太陽光]\n"
    )
    themes = read_themes(path)
    assert touched("脱炭素と太陽光", themes) == ["ゼロカーボン", "ゼロカーボン"]
    assert themes.by_name["ゼロカーボン"].group == "環境"
    assert len(themes.by_name) == len(built_in()) + 1


def test_a_theme_without_words_is_found_by_its_name(tmp_path: Path) -> None:
    assert touched(
        "ゼロカーボン", read_themes(own(tmp_path, "themes:\n- name: ゼロカーボン\n"))
    ) == ["ゼロカーボン"]


def test_a_known_theme_takes_further_words_and_keeps_its_own(tmp_path: Path) -> None:
    themes = read_themes(own(tmp_path, "themes:\n- name: キャッシュレス\n  words: [ほしみペイ]\n"))
    assert touched("ほしみペイと電子マネー", themes) == ["キャッシュレス", "キャッシュレス"]
    assert themes.by_name["キャッシュレス"].part_of == "5レス"


def test_a_theme_may_stand_under_a_new_one(tmp_path: Path) -> None:
    path = own(tmp_path, "themes:\n- name: 太陽光\n  part_of: ゼロカーボン\n")
    assert "ゼロカーボン" in read_themes(path).by_name


def test_an_empty_list_changes_nothing(tmp_path: Path) -> None:
    assert read_themes(own(tmp_path, "themes: []\n")).by_name == read_themes().by_name


def test_a_file_with_a_bom_is_read(tmp_path: Path) -> None:
    path = own(tmp_path, "\ufeffthemes:\n- name: ゼロカーボン\n")
    assert "ゼロカーボン" in read_themes(path).by_name


BAD = {
    "no list": "name: ゼロカーボン\n",
    "a plain list": "- name: ゼロカーボン\n",
    "a text": "ゼロカーボン\n",
    "empty": "",
    "no name": "themes:\n- words: [脱炭素]\n",
    "entry no mapping": "themes:\n- ゼロカーボン\n",
    "words no list": "themes:\n- name: ゼロカーボン\n  words: 脱炭素\n",
    "unknown key": "themes:\n- name: ゼロカーボン\n  synonyms: [脱炭素]\n",
    "no yaml": "themes: [\n",
    "a tag": "themes: !!python/object:os.system x\n",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_file_of_another_form_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(SourceError) as raised:
        read_themes(path)
    for lang in ("ja", "en"):
        message = raised.value.message(lang)
        assert "themes.yaml" in message
        assert "\n" not in message


def test_the_faulty_entry_is_reported_by_its_place(tmp_path: Path) -> None:
    path = own(tmp_path, "themes:\n- name: ゼロカーボン\n- words: [脱炭素]\n")
    with pytest.raises(SourceError, match="2件目"):
        read_themes(path)


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.yaml", tmp_path):
        with pytest.raises(SourceError):
            read_themes(path)


def test_a_scalar_is_a_word_whatever_it_looks_like(tmp_path: Path) -> None:
    words = "2026, 1.5, true, null, 2026-13-45, no"
    path = tmp_path / "themes.yaml"
    path.write_bytes(f"themes:\n- name: 太陽光\n  words: [{words}]\n".encode("cp932"))
    assert read_themes(path).by_name["太陽光"].words == tuple(words.split(", "))


def test_a_small_file_cannot_grow_without_end(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nthemes:\n- name: 太陽光\n  words: *b\n"
    deep = "themes:\n- name: 太陽光\n  words: " + "[" * 50 + "]" * 50 + "\n"
    for text in (bomb, deep):
        with pytest.raises(SourceError, match="行目"):
            read_themes(own(tmp_path, text))


def test_a_mark_and_a_word_are_two_bases_of_one_touch(tmp_path: Path) -> None:
    text = page("窓口の改善", says="電子マネーを使えるようにする。")
    both = text.replace("\t\t\t\t\t\t\t○", "\t\t○\t\t\t\t\t○")
    records = load(tmp_path, text, both.replace("窓口の改善", "納付の推進").replace("①", "②"))
    basis = {
        number: [e.facts["basis"] for e in edges(records, "TOUCHES", number)]
        for number in ("1-1-1", "1-1-2")
    }
    assert basis == {"1-1-1": [["text"]], "1-1-2": [["mark", "text"]]}


def test_a_citys_theme_reaches_the_graph(tmp_path: Path) -> None:
    path = own(tmp_path, "themes:\n- name: ゼロカーボン\n  words: [脱炭素]\n")
    source = tmp_path / "hoshimi-plan.txt"
    source.write_text(f"{FRONT}\n{page('窓口の改善', says='脱炭素を進める。')}", encoding="utf-8")
    records = loaders.load(source, themes=path)
    (edge,) = [e for e in records.edges if e.target == "theme/ゼロカーボン"]
    assert (edge.source, edge.type) == (plan_id("1-1-1"), "TOUCHES")
    assert "脱炭素" in edge.evidence[0].quote
