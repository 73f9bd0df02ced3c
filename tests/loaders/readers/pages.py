"""Letters and lines of a printed page, set by hand: where each stands is said in points."""

from __future__ import annotations

from keikaku.loaders.readers.pdf_letters import Letter, Line, lines_of

SIZE = 10.0


def width(sign: str, size: float = SIZE) -> float:
    """Half as wide as high for a Latin letter or a digit, else as wide as high."""
    return size / 2 if sign.isascii() else size


def letters(text: str, left: float = 0.0, top: float = 0.0, size: float = SIZE) -> list[Letter]:
    """The letters of a text without gaps, from its upper left corner."""
    result = []
    for sign in text:
        right = left + width(sign, size)
        result.append(Letter(sign, left, top, right, top + size, size))
        left = right
    return result


def upwards(text: str, left: float, bottom: float, size: float = SIZE) -> list[Letter]:
    """The letters of a text that reads upwards."""
    result = []
    for sign in text:
        top = bottom - width(sign, size)
        result.append(Letter(sign, left, top, left + size, bottom, size, 90))
        bottom = top
    return result


def downwards(text: str, left: float, top: float, size: float = SIZE) -> list[Letter]:
    """The letters of a text that is turned to read downwards."""
    result = []
    for sign in text:
        bottom = top + width(sign, size)
        result.append(Letter(sign, left, top, left + size, bottom, size, 270))
        top = bottom
    return result


def line(*parts: tuple[str, float], top: float = 0.0, size: float = SIZE) -> Line:
    """One line of texts, each with where it begins."""
    (made,) = lines_of([one for text, left in parts for one in letters(text, left, top, size)])
    return made


def lines(*rows: tuple[tuple[str, float], ...], step: float = 12.0) -> list[Line]:
    """Lines below one another."""
    return [line(*row, top=step * at) for at, row in enumerate(rows)]
