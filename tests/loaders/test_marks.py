"""The mark row (5レス) and disclosure (情報公開): a ○ is read where it stands, or unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.marks import read_marks
from keikaku.loaders.implementation_plan.text_rows import read_rows
from keikaku.loaders.readings import Disclosure, Marks, Remark

FIVE = ("カウンターレス", "キャッシュレス", "ペーパーレス", "ファイルレス", "ムーブレス")
WORDS = ("カウンター", "キャッシュ", "ペーパー", "ファイル", "ムーブ")
LABELS = ("5レス", *WORDS, "情報公開", "市ウェブサイト", "その他", "市ウェブページ")
SITE, OTHER, PAGES = (LABELS.index(word) for word in LABELS[-3:])
Read = tuple[Marks, Disclosure, list[Remark]]


def read(*lines: str) -> Read:
    return read_marks(read_rows("\n".join(lines)), "1-1-1")


def with_values(values: dict[int, str], labels: tuple[str, ...] = LABELS) -> Read:
    cells = [values.get(n, "") for n in range(len(labels))]
    return read("\t".join(labels), "\t".join(cells))


def codes(result: Read) -> list[str]:
    return [remark.code for remark in result[2]]


@given(st.sets(st.integers(1, 5)), st.booleans())
def test_every_mark_stands_in_its_column(columns: set[int], website: bool) -> None:
    values = dict.fromkeys(columns, "○") | ({SITE: "○"} if website else {})
    marks, disclosure, remarks = with_values(values)
    assert set(marks.marked) == {FIVE[n - 1] for n in columns}
    assert all(spot.reading == "stated" for spot in marks.marked.values())
    assert (marks.unknown, disclosure.website, remarks) == ({}, website, [])


@given(st.permutations(WORDS), st.integers(0, 4))
def test_columns_may_stand_in_any_order(words: list[str], at: int) -> None:
    marks, _, _ = with_values({at + 1: "○"}, ("5レス", *words))
    assert set(marks.marked) == {f"{words[at]}レス"}


@pytest.mark.parametrize("circle", "○◯〇●◎")
@pytest.mark.parametrize("label", ["５レス", "5 レス", "**5レス**", "<p>5レス</p>"])
def test_marks_in_every_print(circle: str, label: str) -> None:
    marks, _, _ = with_values({2: circle}, (label, *LABELS[1:]))
    assert set(marks.marked) == {"キャッシュレス"}


def test_columns_may_be_headed_with_the_whole_word() -> None:
    marks, _, _ = with_values({3: "○"}, ("5レス", *FIVE))
    assert set(marks.marked) == {"ペーパーレス"}


def test_a_mark_on_the_label_was_shifted_and_belongs_to_the_next_column() -> None:
    result = with_values({0: "○", 3: "○"})
    marks = result[0]
    assert {name: spot.reading for name, spot in marks.marked.items()} == {
        "カウンターレス": "repaired",
        "ペーパーレス": "stated",
    }
    assert codes(result) == ["marks-shifted"]
    assert result[2][0].details["read_as"] == "カウンターレス"


def test_a_mark_on_the_label_of_disclosure_belongs_to_the_website() -> None:
    result = with_values({LABELS.index("情報公開"): "○"})
    disclosure = result[1]
    assert disclosure.website is True
    assert disclosure.website_spot is not None
    assert disclosure.website_spot.reading == "repaired"
    assert not result[0].marked
    assert codes(result) == ["marks-shifted"]


@pytest.mark.parametrize("column", [OTHER, PAGES])
def test_a_mark_where_only_names_can_stand_leaves_the_website_unknown(column: int) -> None:
    result = with_values({column: "○"})
    assert result[1].website is None
    assert (result[1].other, result[1].pages) == ([], [])
    assert codes(result) == ["marks-ambiguous"]


def test_a_mark_between_the_columns_is_unknown_and_never_guessed() -> None:
    labels = (*LABELS[:6], "", *LABELS[6:])
    marks, _, remarks = with_values({6: "○"}, labels)
    assert not marks.marked
    assert list(marks.unknown) == ["ムーブレス"]
    assert {remark.code for remark in remarks} == {"marks-ambiguous"}


def test_an_empty_row_says_no_mark() -> None:
    marks, disclosure, remarks = with_values({})
    assert (marks.marked, marks.unknown, remarks) == ({}, {}, [])
    assert disclosure.website is False


def test_a_row_that_is_not_there_says_nothing() -> None:
    result = read("\t".join(LABELS))
    assert list(result[0].unknown) == list(FIVE)
    assert result[1].website is None
    assert codes(result) == ["marks-missing", "disclosure-unknown"]


@pytest.mark.parametrize("lines", [(), ("",), ("5レス",), ("窓口の一覧",), ("5レス", *WORDS)])
def test_without_columns_every_mark_is_unknown(lines: tuple[str, ...]) -> None:
    result = read(*lines)
    assert list(result[0].unknown) == list(FIVE)
    assert not result[0].marked
    assert result[1].website is None


def test_blank_lines_between_labels_and_marks_do_not_matter() -> None:
    marks, disclosure, _ = read("\t".join(LABELS), "", "\t\t○\t\t\t\t\t○\t\t")
    assert (set(marks.marked), disclosure.website) == ({"キャッシュレス"}, True)


def test_labels_and_marks_glued_in_one_cell_are_read_with_care() -> None:
    result = read("5レス カウンター キャッシュ ○ ペーパー ファイル ムーブ ○")
    assert {name: spot.reading for name, spot in result[0].marked.items()} == {
        "キャッシュレス": "repaired",
        "ムーブレス": "repaired",
    }
    assert "marks-glued" in codes(result)


def test_a_label_cut_in_two_shifts_no_column() -> None:
    marks, _, _ = read("5\tレス\t" + "\t".join(WORDS), "\t\t\t○\t\t\t")
    assert set(marks.marked) == {"キャッシュレス"}


def test_marks_and_disclosure_may_be_two_tables() -> None:
    marks, disclosure, remarks = read(
        "\t".join(LABELS[:6]),
        "\t\t○\t\t\t",
        "情報公開\t市ウェブサイト\tその他\t市ウェブページ",
        "\t○\t広報紙\t・窓口の案内",
    )
    assert set(marks.marked) == {"キャッシュレス"}
    assert disclosure.website is True
    assert [one.name for one in disclosure.other] == ["広報紙"]
    assert [one.name for one in disclosure.pages] == ["窓口の案内"]
    assert remarks == []


@pytest.mark.parametrize(
    ("site", "page"),
    [
        ("町ウェブサイト", "町ウェブページ"),
        ("公式ホームページ", "市Webページ"),
        ("市HP", "掲載ページ"),
    ],
)
def test_another_city_names_its_website_otherwise(site: str, page: str) -> None:
    labels = (*LABELS[:7], site, "その他", page)
    _, disclosure, _ = with_values({SITE: "○", PAGES: "・窓口の案内"}, labels)
    assert disclosure.website is True
    assert [one.name for one in disclosure.pages] == ["窓口の案内"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("広報紙", ["広報紙"]),
        ("・広報紙 ・議会だより", ["広報紙", "議会だより"]),
        ("・広報紙<br>・議会だより等", ["広報紙", "議会だより"]),
        ("・広報紙など", ["広報紙"]),
        ("<ul><li>広報紙</li><li>議会だより</li></ul>", ["広報紙", "議会だより"]),
        ("", []),
    ],
)
def test_names_lose_their_bullets_and_and_so_on(cell: str, names: list[str]) -> None:
    _, disclosure, _ = with_values({SITE: "○", OTHER: cell, PAGES: "・窓口の案内"})
    assert [one.name for one in disclosure.other] == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("・窓口の案内", ["窓口の案内"]),
        ("・窓口の案内 ・電話の案内など", ["窓口の案内", "電話の案内"]),
        ("・窓口の案内<br>・電話・ファクスの案内等", ["窓口の案内", "電話・ファクスの案内"]),
        ("・Ｗｅｂ 窓口 の 案内", ["Web 窓口の案内"]),
        ("", []),
    ],
)
def test_pages_are_named_without_their_bullets(cell: str, names: list[str]) -> None:
    _, disclosure, _ = with_values({SITE: "○", PAGES: cell})
    assert [one.name for one in disclosure.pages] == names


def test_pages_may_go_on_below_the_table() -> None:
    _, disclosure, _ = read(
        "\t".join(LABELS), "\t\t\t\t\t\t\t○\t\t・窓口の案内", "・電話の案内", "・窓口の案内"
    )
    assert [one.name for one in disclosure.pages] == ["窓口の案内", "電話の案内"]


def test_a_remark_quotes_its_row() -> None:
    (remark,) = with_values({0: "○"})[2]
    assert (remark.plan, remark.spots[0].line) == ("1-1-1", 2)
    assert remark.spots[0].quote == "○"


@given(st.lists(st.lists(st.sampled_from(["", "○", *LABELS, "広報紙"]), max_size=10), max_size=5))
def test_no_mark_is_both_there_and_unknown(rows: list[list[str]]) -> None:
    marks, _, _ = read(*("\t".join(row) for row in rows))
    assert not set(marks.marked) & set(marks.unknown)
    assert {*marks.marked, *marks.unknown} <= set(FIVE)
