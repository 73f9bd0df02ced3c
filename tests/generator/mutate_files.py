"""Damage to workbooks, YAML, CSV, JSON, HTML: to any bytes, and to what such files are made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

from tests.generator.mutate import MUTATIONS, Mutation

_LARGE = b"9" * 400

NOISE: dict[str, tuple[bytes, ...]] = {
    "yaml": (
        *(
            b"&a ",
            b"*a",
            b"<<: *a",
            b"!!python/object:os.system ",
            b"!!binary x",
            b"? ",
            b": ",
            b"- ",
        ),
        *(
            b"[",
            b"]",
            b"{",
            b"}",
            b"|\n",
            b">\n",
            b"'",
            b'"',
            b"\t",
            b"#",
            b"---\n",
            b"...\n",
            b"%YAML 9",
        ),
        *(
            b"true",
            b"~",
            b"2026-13-45",
            b"2026-02-30",
            b"0x_",
            b"1e999",
            b".nan",
            _LARGE,
            b"[" * 2000,
        ),
        *(
            "決定".encode("cp932"),
            "全角：　".encode(),
            "\ufeff".encode(),
            b"\x00",
            b"\x85",
            b"\xff",
        ),
        *(b"plan: 1-1-1\n", b"set: ", b"was: ", b"themes:\n", b"  - name: ", b"why: ", b"when: "),
    ),
    "csv": (
        *(
            b",",
            b",,",
            b'"',
            b'""',
            b"\r",
            b"\r\n",
            b"\n",
            b"\t",
            b";",
            b"\x00",
            b"=1+1",
            b"+x",
            b"@x",
        ),
        *(
            "令和八年度".encode(),
            "2026年度".encode(),
            b"R8",
            b"R99999",
            _LARGE,
            b"1e999",
            "△１，０".encode(),
        ),
        *(
            "達成".encode(),
            "実績".encode("cp932"),
            "\ufeff".encode(),
            b"ID",
            b"-",
            "約".encode(),
            b"," * 3000,
        ),
    ),
    "json": (
        *(
            b"{",
            b"}",
            b"[",
            b"]",
            b'"',
            b",",
            b":",
            b"null",
            b"true",
            b"1e999",
            b"-0",
            b"NaN",
            _LARGE,
        ),
        *(
            b'"\\ud800"',
            b'"\\u0000"',
            b'"id": "x",',
            b'"kind": "Plan",',
            b'"evidence": [],',
            b"[" * 3000,
        ),
    ),
    "xml": (
        *(
            b"<c/>",
            b"<row>",
            b"</row>",
            b'<c r="A1048577"><v>1</v></c>',
            b'<c r="ZZZZ1">',
            b"<v>",
            b"</v>",
        ),
        *(
            b'<row r="1000000000000">',
            b'<row r="-1">',
            b't="s"',
            b't="e"',
            b's="99999"',
            b"<f>A1</f>",
        ),
        *(
            b'<mergeCell ref="A1:XFD1048576"/>',
            b"<t>",
            b"<is>",
            b"&x;",
            b"&#0;",
            b"<!DOCTYPE a [",
            _LARGE,
        ),
        *(
            b"<w:p>",
            b"<w:tbl>",
            b'<w:gridSpan w:val="9999999"/>',
            b"<w:vMerge/>",
            b"<w:tc>",
            b"</w:tc>",
        ),
    ),
    "html": (
        *(
            b"<table>",
            b"<td rowspan='9999999'>",
            b"<td colspan='-1'>",
            b"</tr>",
            b"<ul>",
            b"<h1>",
            b"<!--",
        ),
        *(
            b"<script>",
            b"&#x110000;",
            b"<meta charset=utf-7>",
            b"<td " + b"a " * 500 + b">",
            b"<p>" * 2000,
        ),
    ),
}
"""What damage of a sort of file puts in."""

_ZIPPED = "xml"


def _add(noise: tuple[bytes, ...]) -> Mutation:
    def add(data: bytes, random: Random) -> bytes:
        for _ in range(random.randint(1, 6)):
            at = random.randrange(len(data) + 1)
            data = data[:at] + random.choice(noise) + data[at:]
        return data

    return add


def _swap_pieces(mark: bytes) -> Mutation:
    """Exchange two pieces between marks: cells, elements, values."""

    def swap(data: bytes, random: Random) -> bytes:
        pieces = data.split(mark)
        a, b = random.randrange(len(pieces)), random.randrange(len(pieces))
        pieces[a], pieces[b] = pieces[b], pieces[a]
        return mark.join(pieces)

    return swap


_MARKS = {"yaml": b": ", "csv": b",", "json": b",", "xml": b"<", "html": b"<"}


def _mutations(sort: str) -> list[Callable[[bytes, Random], bytes]]:
    add = _add(NOISE[sort])
    return [*MUTATIONS, add, add, add, add, _swap_pieces(_MARKS[sort]), _swap_pieces(_MARKS[sort])]


def _damaged_text(sort: str, data: bytes, random: Random) -> bytes:
    for mutation in random.choices(_mutations(sort), k=random.randint(1, 3)):
        data = mutation(data, random) if data else data
    return data


def _damaged_zip(data: bytes, random: Random) -> bytes:
    """Damage one or two parts, leave one out or double its name; seldom the bytes of the zip."""
    if random.random() < 0.1:
        return _damaged_text(_ZIPPED, data, random)
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        parts = [(name, zipped.read(name)) for name in zipped.namelist()]
    inner = [n for n, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    chosen = [n for n in inner if "sheet" in parts[n][0] or "document.xml" in parts[n][0]] or inner
    for _ in range(random.randint(1, 2)):
        place = random.choice(chosen if random.random() < 0.7 else inner)
        name, content = parts[place]
        parts[place] = (name, _damaged_text(_ZIPPED, content, random))
    if random.random() < 0.05:
        del parts[random.randrange(len(parts))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as again:
        for name, content in parts:
            again.writestr(name, content)
    return out.getvalue()


def damaged(sort: str, data: bytes, seed: int) -> bytes:
    """Return a damaged file: ``yaml``, ``csv``, ``json``, ``html`` or ``zip``, by the seed."""
    random = Random(seed)
    return _damaged_zip(data, random) if sort == "zip" else _damaged_text(sort, data, random)
