"""The heads of year columns are the years that they print, or that the plan's period gives them."""

from __future__ import annotations

import pytest

from keikaku.loaders.implementation_plan.year_heads import Head, heads_of, is_row_of_heads

PERIOD = (2026, 2029)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("2026年度", Head(2026, 2026)),
        ("令和8年度", Head(2026, 2026)),
        ("西暦2026年度", Head(2026, 2026)),
        ("’26年度", Head(2026, 2026)),
        ("令和元年度", Head(2019, 2019)),
        ("平成30年度末", Head(2018, 2018)),
        ("令和8年度以降", Head(2026, 2026, open=True)),
        ("令和8年度～", Head(2026, 2026, open=True)),
        ("令和8年度（目標）", Head(2026, 2026)),
        ("令和8年度前半", Head(2026, 2026)),
        ("R8", Head(2026, 2026, bare=True)),
        ("R8～", Head(2026, 2026, bare=True, open=True)),
        ("2026", Head(2026, 2026, bare=True)),
        ("8年度", Head(2026, 2026, bare=True)),
        ("令和8～10年度", Head(2026, 2028)),
        ("1年目", Head(2026, 2026, bare=True)),
        ("第3年次", Head(2028, 2028, bare=True)),
        ("初年度", Head(2026, 2026, bare=True)),
        ("最終年度", Head(2029, 2029, bare=True)),
        ("前期", Head(2026, 2027, bare=True)),
        ("後期", Head(2028, 2029, bare=True)),
        ("後半", Head(2028, 2029, bare=True)),
        ("上期", Head(None, None, bare=True)),
    ],
)
def test_a_head_states_its_years(text: str, head: Head) -> None:
    assert heads_of([text], PERIOD) == {0: head}


@pytest.mark.parametrize("text", ["", "所管課", "9", "令和8年度の取組の進め方について"])
def test_what_is_no_head_is_left_out(text: str) -> None:
    assert heads_of([text], PERIOD) == {}


@pytest.mark.parametrize("text", ["2年目", "最終年度", "前期", "後期", "8年度"])
def test_what_only_the_period_resolves_is_unknown_without_it(text: str) -> None:
    assert heads_of([text]) == {0: Head(None, None, bare=True)}


def test_halves_of_an_odd_period_are_unknown() -> None:
    assert heads_of(["前期", "後期"], (2026, 2030)) == dict.fromkeys(
        (0, 1), Head(None, None, bare=True)
    )


def test_numbers_count_on_behind_a_head() -> None:
    assert heads_of(["R8", "9", "10", "12"]) == {
        0: Head(2026, 2026, bare=True),
        1: Head(2027, 2027, bare=True),
        2: Head(2028, 2028, bare=True),
    }
    assert heads_of(["2026年度", "27", "28"]) == {
        0: Head(2026, 2026),
        1: Head(2027, 2027, bare=True),
        2: Head(2028, 2028, bare=True),
    }


def test_a_year_without_its_era_takes_that_of_the_head_before() -> None:
    assert heads_of(["項目", "平成30年度", "31年度"]) == {1: Head(2018, 2018), 2: Head(2019, 2019)}


def test_two_or_more_ascending_heads_alone_are_a_row_of_heads() -> None:
    row = heads_of(["R8", "R9"])
    assert is_row_of_heads(row, others=0)
    assert not is_row_of_heads(row, others=1)
    assert not is_row_of_heads(heads_of(["R8"]), others=0)
    assert not is_row_of_heads(heads_of(["R9", "R8"]), others=0)
    assert is_row_of_heads(heads_of([f"R{n}" for n in range(1, 25)]), others=0)
    assert not is_row_of_heads(heads_of([f"R{n}" for n in range(1, 26)]), others=0)
