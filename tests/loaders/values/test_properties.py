"""What holds of every cell: nothing is invented, nothing breaks, and it takes no long time."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.values import read_cell, read_values

UNITS = (
    "%",
    "件",
    "人",
    "千円",
    "百万円",
    "億円",
    "か所",
    "回",
    "時間",
    "km",
    "ha",
    "m2",
    "ポイント",
)
RHYTHMS = ("", "/年", "/年度", "/月", "/4年")
COMPARATORS = {"": "=", "以上": ">=", "超": ">", "以下": "<=", "以内": "<=", "未満": "<"}
YEARS = {"R8年度": 2026, "令和8年度": 2026, "2026年度": 2026, "H31.2": 2018, "令和9年3月": 2026}
PIECES = (
    *"0123456789",
    *"()、。・~-▲%",
    " ",
    "年",
    "人",
    "件",
    "R8",
    "以上",
    "累計",
    "男性",
    "→",
    "約",
)

numbers = st.one_of(
    st.integers(0, 10**9), st.decimals(0, 10**6, places=1, allow_nan=False).map(float)
)


@given(
    numbers,
    st.sampled_from(UNITS),
    st.sampled_from(RHYTHMS),
    st.sampled_from(sorted(COMPARATORS)),
    st.sampled_from(sorted(YEARS)),
    st.booleans(),
)
def test_a_printed_value_is_read_back(
    number: float, unit: str, rhythm: str, bound: str, date: str, wide: bool
) -> None:
    text = f"{number:,}{unit}{rhythm}{bound}（{date}）"
    if wide:
        text = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789,.%/"})
    (value,) = read_values(text)
    assert value.value == number
    assert value.unit == f"{unit}{rhythm}"
    assert value.comparator == COMPARATORS[bound]
    assert value.fiscal_year == YEARS[date]


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(("億", "万")))
def test_mixed_scales_are_multiplied_out(large: int, small: int, scale: str) -> None:
    size = {"億": 10**8, "万": 10**4}[scale]
    (value,) = read_values(f"{large}{scale}{small:,}円")
    assert (value.value, value.unit) == (large * size + small, "円")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_number_stands_in_the_cell(text: str) -> None:
    """A plain number that is read is printed as such, unless it was put together or divided."""
    cell = read_cell(text)
    folded = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    for value in cell.values:
        for number in (value.value, value.low, value.high):
            if number is not None and "/" not in text and "月" not in text:
                assert format(abs(number), "g") in folded or str(abs(number)) in folded
    assert not (cell.kind != "values" and cell.values)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    cell = read_cell(text)
    assert all(text[v.start : v.end].strip() == v.raw for v in cell.values)


@pytest.mark.parametrize("piece", ["1 ", "1件 ", "あ", "(", "1(", "1~", "※", "R4", "1億", "男性1 "])
def test_the_time_grows_with_the_length(piece: str) -> None:
    """Five thousand letters are read within a second or two; more are no cell."""
    began = time.process_time()
    read_cell(piece * (5_000 // len(piece)))
    assert time.process_time() - began < 10
    began = time.process_time()
    assert read_cell(piece * 40_000).kind == "unclear"
    assert time.process_time() - began < 1
