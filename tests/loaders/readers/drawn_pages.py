"""Pages of a PDF drawn by hand: words at a place, rules and boxes, in points from the upper left.

The letters are of Courier: each is 0.6 of its size wide.
"""

from __future__ import annotations

import io

import pdfplumber

from keikaku.loaders.readers.blocks import Table
from keikaku.loaders.readers.pdf_hidden import hidden_texts
from keikaku.loaders.readers.pdf_page import PageRead, read_page

WIDTH, HEIGHT = 400, 300


def word(text: str, left: float, top: float, size: float = 10.0) -> str:
    """A text whose letters stand between ``top`` and a size below it, as near as may be."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {left} {HEIGHT - top - size + 1.9} Td ({safe}) Tj ET"


def upwards(text: str, left: float, bottom: float, size: float = 10.0) -> str:
    """A text that reads upwards."""
    return f"BT /F {size} Tf 0 1 -1 0 {left + size} {HEIGHT - bottom} Tm ({text}) Tj ET"


def rule(left: float, top: float, right: float, bottom: float) -> str:
    """A ruled line."""
    return f"{left} {HEIGHT - top} m {right} {HEIGHT - bottom} l S"


def grid(xs: list[float], ys: list[float]) -> list[str]:
    """The rules of a table whose columns and rows begin and end there."""
    flat = [rule(xs[0], y, xs[-1], y) for y in ys]
    return flat + [rule(x, ys[0], x, ys[-1]) for x in xs]


def document(*drawn: str) -> bytes:
    """A PDF of one page."""
    stream = "\n".join(drawn).encode("latin-1")
    box = f"[0 0 {WIDTH} {HEIGHT}]"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R"
        f" /Resources << /Font << /F {font} >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % n for n in offsets)
    out += b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return out


def page(*drawn: str) -> PageRead:
    """What is read of a page."""
    data = document(*drawn)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return read_page(pdf, 0, hidden_texts(data).get(0, ()))


def said(read: PageRead) -> list[str]:
    """Each block in reading order: the text of a paragraph, or the cells of a table."""
    result = []
    for placed in read.placed:
        block = placed.block
        if isinstance(block, Table):
            cells = (
                f"{c.row}.{c.column}"
                + (f"+{c.row_span}x{c.column_span}" if c.row_span * c.column_span > 1 else "")
                + f" {c.text}"
                for c in block.cells
            )
            result.append(" | ".join(cells))
        else:
            result.append(f"[{block.text}]" if block.style == "box" else block.text)
    return result
