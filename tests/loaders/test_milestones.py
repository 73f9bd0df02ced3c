"""The schedule: a text belongs to the year of its column, and arrows carry it on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.actions import TableReading, read_actions
from keikaku.loaders.implementation_plan.text_rows import read_rows
from keikaku.loaders.text import ARROWS

YEARS = ("2030年度", "2031年度", "2032年度", "2033年度")
Milestones = list[tuple[str, int, int]]
TEXT = st.sampled_from(["現状調査", "試行運用", "制度設計", "本格実施", "効果検証"])


def row(*cells: str) -> str:
    return "\t".join(cells)


def head(*years: str) -> str:
    gap = [""] * (len(years) - 1)
    return "\n".join(
        [row("取組内容", "行動計画", *gap, "2033年度末までの目標値"), row("", *years, "")]
    )


def table(*rows: str, years: tuple[str, ...] = YEARS) -> TableReading:
    return read_actions(read_rows("\n".join([head(*years), *rows])), "1-1-1", (2030, 2033))


def schedule(*cells: str, years: tuple[str, ...] = YEARS) -> Milestones:
    """The milestones of one row: text, first and last year."""
    (action,) = table(row("窓口の改善", *cells, ""), years=years).actions
    return [(one.text, one.first_year, one.last_year) for one in action.milestones]


def codes(reading: TableReading) -> list[str]:
    return [remark.code for remark in reading.remarks]


@given(st.lists(st.sampled_from(["", "現状調査", "本格実施"]), min_size=4, max_size=4))
def test_every_text_belongs_to_the_year_of_its_column(cells: list[str]) -> None:
    table_ = table(row("窓口の改善", *cells, "5件"))
    expected = [(text, 2030 + n) for n, text in enumerate(cells) if text]
    assert [
        (one.text, one.first_year) for action in table_.actions for one in action.milestones
    ] == expected
    assert not table_.remarks


@pytest.mark.parametrize("arrow", ARROWS)
def test_bare_arrows_carry_a_text_on(arrow: str) -> None:
    assert schedule("現状調査", arrow, f"{arrow}{arrow}", arrow) == [("現状調査", 2030, 2033)]
    assert schedule("現状調査", arrow, "本格実施", arrow) == [
        ("現状調査", 2030, 2031),
        ("本格実施", 2032, 2033),
    ]


@given(TEXT, st.integers(0, 3), st.data())
def test_an_arrow_runs_to_the_next_filled_cell(text: str, first: int, data: st.DataObject) -> None:
    """Its head may be lost: with or without bare arrows it runs up to what stands next."""
    following = data.draw(st.integers(first + 1, 4))
    printed = data.draw(st.integers(first, following - 1))
    cells = ["", "", "", "", ""]
    cells[first : printed + 1] = [f"{text} →", *["→"] * (printed - first)]
    if following < 4:
        cells[following] = "次の段階"
    (one, *_) = table(row("窓口の改善", *cells[:4], "")).actions[0].milestones
    assert (one.text, one.first_year, one.last_year) == (text, 2030 + first, 2029 + following)
    assert one.continues == ("yes" if following > first + 1 else "no")
    assert one.latest_year is None
    assert one.spot.reading == ("repaired" if printed < following - 1 else "stated")


def test_an_arrow_behind_a_text_is_no_part_of_it() -> None:
    assert schedule("現状調査 →", "→", "本格実施⇒", "") == [
        ("現状調査", 2030, 2031),
        ("本格実施", 2032, 2033),
    ]


def test_arrows_alone_are_the_actions_own_span() -> None:
    (action,) = table(row("窓口の改善", "", "→", "→", "→", "")).actions
    assert (action.milestones, action.arrow) == ([], (2031, 2033, None, None))
    (action,) = table(row("窓口の改善", "→", "", "", "", "")).actions
    assert action.arrow is not None
    assert (action.arrow.first_year, action.arrow.last_year) == (2030, 2033)
    assert action.arrow.note is not None, "its head is not printed"
    (action,) = table(row("窓口の改善", "→", "", "本格実施", "", "")).actions
    assert action.arrow is not None
    assert (action.arrow.first_year, action.arrow.last_year) == (2030, 2031)


def test_the_shaft_of_a_lone_head_may_have_begun_before_it() -> None:
    (action,) = table(row("窓口の改善", "", "", "", "→", "")).actions
    assert (action.milestones, action.arrow) == ([], (2033, 2033, None, 2030))
    (action,) = table(row("窓口の改善", "→", "本格実施", "", "", "")).actions
    assert action.arrow is not None
    assert action.arrow.earliest_year is None


def test_empty_years_behind_a_text_leave_open_whether_it_goes_on() -> None:
    (action,) = table(row("窓口の改善", "現状調査", "", "", "", "")).actions
    (one,) = action.milestones
    assert (one.last_year, one.continues, one.latest_year) == (2030, "unknown", 2033)
    (action,) = table(row("窓口の改善", "現状調査", "", "本格実施", "", "")).actions
    spans = [(one.last_year, one.continues, one.latest_year) for one in action.milestones]
    assert spans == [(2030, "unknown", 2031), (2032, "unknown", 2033)]
    (action,) = table(row("窓口の改善", "現状調査", "", "", "本格実施", "")).actions
    spans = [(one.last_year, one.continues, one.latest_year) for one in action.milestones]
    assert spans == [(2030, "unknown", 2032), (2033, "no", None)]


def test_what_ends_is_recorded_as_ending() -> None:
    (action,) = table(row("窓口の改善", "現状調査", "制度設計", "同左", "本格実施", "")).actions
    spans = [(one.last_year, one.continues, one.latest_year) for one in action.milestones]
    assert spans == [(2030, "no", None), (2032, "no", None), (2033, "no", None)]


@pytest.mark.parametrize(
    "heads",
    [
        ("西暦2030年度", "西暦2031年度", "西暦2032年度", "西暦2033年度"),
        ("令和十二年度", "令和十三年度", "令和十四年度", "令和十五年度"),
        ("'30年度", "'31年度", "'32年度", "'33年度"),
        ("’30", "’31", "’32", "’33"),
        ("R12", "R13", "R14", "R15"),
        ("R12", "13", "14", "15"),
        ("2030", "31", "32", "33"),
        ("12年度", "13年度", "14年度", "15年度"),
        ("令和12年度", "13年度", "14年度", "15年度"),
        ("1年目", "2年目", "3年目", "4年目"),
        ("第1年次", "第2年次", "第3年次", "第4年次"),
        ("初年度", "2年目", "3年目", "最終年度"),
        ("30年度", "31年度", "32年度", "33年度"),
        ("昭和105年度", "昭和106年度", "昭和107年度", "昭和108年度"),
        ("2030年度前期", "2031年度", "2032年度", "2033年度"),
    ],
)
def test_year_heads_in_every_form(heads: tuple[str, ...]) -> None:
    reading = table(row("窓口の改善", "現状調査", "", "本格実施", "", "5件"), years=heads)
    (action,) = reading.actions
    assert [(one.text, one.first_year) for one in action.milestones] == [
        ("現状調査", 2030),
        ("本格実施", 2032),
    ]
    assert not reading.remarks
    assert [one.text for one in reading.targets] == ["5件"]


def test_halves_of_the_period_span_its_years() -> None:
    reading = table(row("窓口の改善", "現状調査", "本格実施", ""), years=("前期", "後期"))
    (action,) = reading.actions
    assert [(one.text, one.first_year, one.last_year) for one in action.milestones] == [
        ("現状調査", 2030, 2031),
        ("本格実施", 2032, 2033),
    ]
    years = ("2030～2031年度", "2032～2033年度")
    (action,) = table(row("窓口の改善", "現状調査", "", ""), years=years).actions
    (one,) = action.milestones
    assert (one.first_year, one.last_year, one.latest_year) == (2030, 2031, 2033)


def test_heads_without_a_year_are_reported_and_no_table_is_lost() -> None:
    line = row("窓口の改善", "現状調査", "", "本格実施", "", "5件")
    counted = table(line, years=("第一段階", "第二段階", "第三段階", "第四段階"))
    (action,) = counted.actions
    assert [(one.text, one.first_year) for one in action.milestones] == [
        ("現状調査", 2030),
        ("本格実施", 2032),
    ]
    assert {one.spot.reading for one in action.milestones} == {"repaired"}
    assert codes(counted) == ["year-heads-counted"]
    lost = table(
        row("窓口の改善", "現状調査", "", "本格実施", "5件"), years=("短期", "中期", "長期")
    )
    assert [action.title for action in lost.actions] == ["窓口の改善"]
    assert [one.text for one in lost.targets] == ["5件"]
    assert sorted(codes(lost)) == ["unread-text", "unread-text", "year-heads-unread"]


def test_a_text_that_ends_in_mid_sentence_goes_on_in_the_next_cell() -> None:
    reading = table(row("窓口の改善", "現状調査、", "制度設計", "本格実施", "", ""))
    (action,) = reading.actions
    assert [(one.text, one.first_year, one.spot.reading) for one in action.milestones] == [
        ("現状調査、制度設計", 2030, "repaired"),
        ("本格実施", 2032, "stated"),
    ]
    (remark,) = reading.remarks
    assert remark.code == "milestone-cut"
    assert remark.spots[0].quote == "現状調査、|制度設計"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("窓口に関する", "意見聴取"),
        ("窓口の調査及び", "見直し"),
        ("手続", "の見直し"),
        ("申請受付", "及び審査"),
    ],
)
def test_words_that_cannot_end_or_begin_a_text_show_a_cut(left: str, right: str) -> None:
    assert schedule(left, right, "", "") == [(left + right, 2030, 2031)]


def test_a_word_cut_in_two_is_joined_where_the_page_has_it_whole() -> None:
    reading = table(
        row("窓口の改善", "電子申請の受", "付窓口を設置", "", "", ""),
        row("受付窓口の増設", "", "現状調査", "", "", ""),
    )
    assert [one.text for one in reading.actions[0].milestones] == ["電子申請の受付窓口を設置"]
    assert codes(reading) == ["milestone-cut"]


def test_a_text_cut_over_three_cells_is_one() -> None:
    reading = table(row("窓口の改善", "調査に関する", "検討", "のまとめ", "", ""))
    (one,) = reading.actions[0].milestones
    assert (one.text, one.first_year, one.last_year) == ("調査に関する検討のまとめ", 2030, 2032)
    assert codes(reading) == ["milestone-cut"]


def test_neighbouring_texts_that_are_whole_stay_apart() -> None:
    assert schedule("現状調査", "制度設計", "試行運用", "本格実施") == [
        ("現状調査", 2030, 2030),
        ("制度設計", 2031, 2031),
        ("試行運用", 2032, 2032),
        ("本格実施", 2033, 2033),
    ]


@pytest.mark.parametrize(
    "years",
    [
        ("令和12年度", "令和13年度", "令和14年度", "令和15年度"),
        ("令和１２年度", "令和１３年度", "令和１４年度", "令和１５年度"),
        ("R12", "R13", "R14", "R15"),
        ("2030年度(令和12年度)", "2031年度", "2032年度", "2033年度"),
        ("2030年度(R12)", "2031年度(R13)", "2032年度(R14)", "2033年度(R15)"),
    ],
)
def test_years_are_headed_in_any_calendar(years: tuple[str, ...]) -> None:
    assert schedule("現状調査", "", "", "本格実施", years=years) == [
        ("現状調査", 2030, 2030),
        ("本格実施", 2033, 2033),
    ]


def test_a_year_may_have_several_columns() -> None:
    years = ("2030年度", "", "2031年度", "", "2032年度", "2033年度")
    assert schedule("現状調査", "制度設計", "", "試行運用", "本格実施", "", years=years) == [
        ("現状調査", 2030, 2030),
        ("制度設計", 2030, 2030),
        ("試行運用", 2031, 2031),
        ("本格実施", 2032, 2032),
    ]


def test_years_that_disagree_or_lie_outside_the_period_are_reported() -> None:
    years = ("2030年度(令和13年度)", "2031年度", "2032年度", "2040年度")
    assert sorted(codes(table(years=years))) == ["year-mismatch", "year-outside-period"]


def test_the_targets_stand_behind_the_years() -> None:
    reading = table(row("窓口の改善", "現状調査", "", "", "", "・待ち時間 5分"))
    assert [(one.line, one.text) for one in reading.targets] == [(3, "・待ち時間 5分")]
    assert (reading.as_of, reading.summed) == ("2033年度末", False)


def test_a_head_may_say_that_the_targets_sum_up() -> None:
    lines = [
        row("取組内容", "行動計画", "", "2031年度末までの目標値（累計）"),
        row("", "2030年度", "2031年度", ""),
        row("窓口の改善", "現状調査", "", "・利用件数 40件"),
    ]
    reading = read_actions(read_rows("\n".join(lines)), "1-1-1", (2030, 2031))
    assert (reading.as_of, reading.summed) == ("2031年度末", True)
    assert [one.text for one in reading.targets] == ["・利用件数 40件"]


def test_a_group_before_the_item_is_part_of_the_name() -> None:
    lines = [
        row("取組内容", "", "行動計画", "", "目標値"),
        row("", "", "2030年度", "2031年度", ""),
        row("窓口", "予約制の導入", "現状調査", "", "5件"),
    ]
    reading = read_actions(read_rows("\n".join(lines)), "1-1-1", (2030, 2031))
    assert [one.title for one in reading.actions] == ["窓口 予約制の導入"]


def test_a_name_broken_over_lines_is_joined() -> None:
    reading = table(row("<p>電子申請の</p><p>拡大</p>", "現状調査", "", "", "", ""))
    assert [one.title for one in reading.actions] == ["電子申請の拡大"]


def test_a_row_without_a_name_continues_the_one_above() -> None:
    reading = table(
        row("窓口の改善", "現状調査", "", "", "", "5件"), row("", "", "", "本格実施", "", "3件")
    )
    (action,) = reading.actions
    assert [one.text for one in action.milestones] == ["現状調査", "本格実施"]
    assert [one.text for one in reading.targets] == ["5件", "3件"]


def test_a_schedule_before_its_name_was_shifted_and_is_reported() -> None:
    reading = table(row("", "現状調査", "→", "", "", ""), row("窓口の改善", "", "", "", "", "5件"))
    (action,) = reading.actions
    assert (action.title, action.spot.reading) == ("窓口の改善", "repaired")
    assert [one.text for one in action.milestones] == ["現状調査"]
    assert codes(reading) == ["row-shifted"]


@given(
    st.lists(
        st.sampled_from(["", "→", "、", "の", "調査→", "2031年度", "①5件", "A\nB"]), max_size=9
    )
)
def test_any_soup_of_cells_gives_spans_within_the_years(cells: list[str]) -> None:
    for action in table(row("窓口の改善", *cells), row(*cells)).actions:
        for one in action.milestones:
            assert one.text
            assert 2030 <= one.first_year <= one.last_year <= 2033
