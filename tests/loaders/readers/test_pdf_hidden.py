"""Text that a PDF holds outside its page, or outside the area that it is clipped to."""

from __future__ import annotations

from keikaku.loaders.readers.pdf_hidden import hidden_texts
from tests.loaders.readers.drawn_pages import HEIGHT, document, page, said, word


def clipped(drawn: str, left: float, top: float, right: float, bottom: float) -> str:
    """Return what is drawn, shown only inside a box."""
    box = f"{left} {HEIGHT - bottom} {right - left} {bottom - top} re W n"
    return f"q {box} {drawn} Q"


HEAD = word("name", 50, 20)
BODY = clipped(word("body", 50, 60), 40, 50, 200, 80)
ABOVE = clipped(word("18", 52, 20), 40, 50, 200, 80)


def test_text_outside_its_area_is_not_shown() -> None:
    assert said(page(HEAD, BODY, ABOVE)) == ["name", "body"]


def test_letters_in_the_same_place_stay_where_they_are_others() -> None:
    (texts,) = hidden_texts(document(HEAD, BODY, ABOVE)).values()
    assert [text.text.strip() for text in texts] == ["18"]


def test_text_that_is_cut_at_its_border_stays() -> None:
    half = clipped(word("half", 50, 40), 40, 46, 200, 80)
    assert said(page(HEAD, half)) == ["name", "half"]


def test_a_page_without_areas_has_no_hidden_text() -> None:
    assert hidden_texts(document(HEAD, word("body", 50, 60))) == {}


def test_text_above_or_below_the_page_is_not_shown() -> None:
    above, below = word("above", 50, -40), word("below", 50, HEIGHT + 20)
    assert said(page(above, HEAD, below)) == ["name"]
