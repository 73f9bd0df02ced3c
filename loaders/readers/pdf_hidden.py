"""Text that a PDF holds and no page shows: it lies wholly outside the area that it is clipped to.

A spreadsheet that breaks a merged cell over pages draws its text on each of them, clipped to the
part of the cell that the page has; over the head of the next page, where nothing of it is seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from keikaku.loaders.readers.pdf_letters import Letter

_MOST_LETTERS = 400
_NEAR = 1.0
"""How far outside its area, in points, the middle of a text is surely not shown."""


class Hidden(NamedTuple):
    """A text that is not shown, with its box from the top of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, letter: Letter) -> bool:
        """Return whether a letter is one of the text's."""
        across, down = letter.middle
        inside = self.left - _NEAR <= across <= self.right + _NEAR
        return (
            inside and self.top - _NEAR <= down <= self.bottom + _NEAR and letter.text in self.text
        )


def hidden_texts(data: bytes) -> dict[int, list[Hidden]]:
    """Return the hidden texts of a PDF by page, from 0; of turned pages none are known."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        known = ((at, list(_of_page(document[at]))) for at in range(len(document)))
        return {at: texts for at, texts in known if texts}
    finally:
        document.close()


def visible(letters: Sequence[Letter], hidden: Sequence[Hidden]) -> list[Letter]:
    """Return the letters of a page without those of its hidden texts."""
    return [each for each in letters if not any(text.holds(each) for text in hidden)]


def _of_page(page: Any) -> Iterator[Hidden]:
    import pypdfium2.raw as pdfium

    if page.get_rotation():
        page.close()
        return
    height = page.get_height()
    words: Any = None
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        area = _area(pdfium.FPDFPageObj_GetClipPath(each.raw))
        if area is None:
            continue
        left, bottom, right, top = each.get_bounds()
        middle = (bottom + top) / 2
        if area[0] - _NEAR <= middle <= area[1] + _NEAR:
            continue
        words = words or page.get_textpage()
        yield Hidden(_text(each, words), left, height - top, right, height - bottom)
    page.close()


def _area(clip: Any) -> tuple[float, float] | None:
    """Return the lower and upper end of the area that all paths of a clip leave, None for all."""
    import pypdfium2.raw as pdfium

    low, high = float("-inf"), float("inf")
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        ends = []
        for at in range(max(pdfium.FPDFClipPath_CountPathSegments(clip, path), 0)):
            x, y = ctypes.c_float(), ctypes.c_float()
            pdfium.FPDFPathSegment_GetPoint(
                pdfium.FPDFClipPath_GetPathSegment(clip, path, at), x, y
            )
            ends.append(y.value)
        if ends:
            low, high = max(low, min(ends)), min(high, max(ends))
    return (low, high) if low < high < float("inf") else None


def _text(each: Any, words: Any) -> str:
    import pypdfium2.raw as pdfium

    letters = (ctypes.c_ushort * _MOST_LETTERS)()
    size = pdfium.FPDFTextObj_GetText(each.raw, words.raw, letters, 2 * _MOST_LETTERS)
    return bytes(letters)[: max(0, size - 2)].decode("utf-16-le", "replace")


__all__ = ["Hidden", "hidden_texts", "visible"]
