"""SDGs are read as goals and targets that exist, however they are printed."""

from __future__ import annotations

import pytest

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.sdgs import is_ambiguous, sdg_codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("11.3", ["11.3"]),
        ("目標11", ["11"]),
        ("ゴール１１", ["11"]),
        ("11.b", ["11.b"]),
        ("11.B", ["11.b"]),
        ("16.10、17.17", ["16.10", "17.17"]),
        ("3・4・11", ["3", "4", "11"]),
        ("③ ⑪", ["3", "11"]),
        ("目標11 住み続けられるまちづくりを", ["11"]),
        ("SDGs 11.3 / 11.3 / 12.8", ["11.3", "12.8"]),
    ],
)
def test_goals_and_targets_are_read(text: str, codes: list[str]) -> None:
    assert sdg_codes(text) == (codes, [])


@pytest.mark.parametrize("text", ["18", "11.9", "17.a", "0", "11.30", "まちづくり", "1.2.3"])
def test_what_is_no_goal_or_target_is_named(text: str) -> None:
    assert sdg_codes(text) == ([], [text])


def test_a_number_that_may_have_lost_its_zero_is_ambiguous() -> None:
    assert [n for n in (8.1, 16.1, 17.1, 11.1, 3.1, 16.2, 16.0) if is_ambiguous(n)] == [
        8.1,
        16.1,
        17.1,
    ]


@pytest.mark.parametrize("row", ["11.3、11.b", "目標11", "目標 3、11.3", "16.10"])
def test_a_row_of_codes_is_known(row: str) -> None:
    assert family.SDG_CODES.match(row)


@pytest.mark.parametrize("row", ["11", "3、4", "2026", "目標その1"])
def test_bare_numbers_are_no_row_of_codes(row: str) -> None:
    assert not family.SDG_CODES.match(row)
