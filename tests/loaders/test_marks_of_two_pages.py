"""What two pages of one plan say of its marks: known is what at least one of them states."""

from __future__ import annotations

import pytest

from keikaku.loaders.implementation_plan.marks import merge_marks
from keikaku.loaders.readings import Disclosure, Marks, NamedThing, Spot

ONE, TWO = Spot(1, "", "○"), Spot(2, "", "○")
NOTHING = Disclosure()


def marks(first: Marks, second: Marks) -> tuple[dict[str, Spot], dict[str, Spot]]:
    merged, _ = merge_marks((first, NOTHING), (second, NOTHING))
    return merged.marked, merged.unknown


def test_a_mark_on_one_page_is_a_mark_and_the_first_page_says_where() -> None:
    both = Marks({"DX": ONE, "AI": ONE}, {}), Marks({"DX": TWO, "RPA": TWO}, {})
    assert marks(*both) == ({"DX": ONE, "AI": ONE, "RPA": TWO}, {})


def test_a_theme_is_unknown_only_where_neither_page_says_anything_of_it() -> None:
    assert marks(Marks({}, {"DX": ONE, "AI": ONE}), Marks({}, {"AI": TWO})) == ({}, {"AI": ONE})
    assert marks(Marks({}, {"DX": ONE}), Marks({"DX": TWO}, {"DX": TWO})) == ({"DX": TWO}, {})


@pytest.mark.parametrize(
    ("first", "second", "both", "spot"),
    [
        (True, True, True, ONE),
        (True, False, True, ONE),
        (False, True, True, TWO),
        (None, True, True, TWO),
        (False, None, False, ONE),
        (None, False, False, TWO),
        (None, None, None, ONE),
    ],
)
def test_a_page_that_says_yes_goes_before_one_that_says_no(
    first: bool | None, second: bool | None, both: bool | None, spot: Spot
) -> None:
    pages = Disclosure(first, ONE), Disclosure(second, TWO)
    _, united = merge_marks((Marks(), pages[0]), (Marks(), pages[1]))
    assert (united.website, united.website_spot) == (both, spot)


def test_names_of_both_pages_are_kept_once() -> None:
    one, again, more = (NamedThing(name, ONE) for name in ("広報紙", "広報紙", "市報"))
    first = Disclosure(None, None, [one], [more])
    second = Disclosure(None, None, [again, more], [one])
    _, united = merge_marks((Marks(), first), (Marks(), second))
    assert [thing.name for thing in united.other] == ["広報紙", "市報"]
    assert [thing.name for thing in united.pages] == ["市報", "広報紙"]
    assert first.other == [one]
