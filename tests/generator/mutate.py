"""Damage to a document, as a careless scan, a broken disk or a hostile hand would do it.

Every mutation takes bytes and a random generator, and returns bytes; the same seed does the same.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

NOISE = (
    b"<table>",
    b"</table>",
    b"<tr><td rowspan='99999999' colspan='-3'>",
    b"<td>",
    b"</td></tr>",
    b'<ul style="list-style-type: none">',
    b"</ul></ul>",
    b"<p",
    b"<!-- ",
    b"]]>",
    b"&#x110000;&lt;&nbsp",
    b"<script>alert(1)</script>",
    b"$= \\frac{1}{",
    b"**",
    b"---\t---",
    b"\t\t\t\t",
    b"\r",
    b"\x00",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    b"\x1b[31m",
    "\u202e\u200b\ufeff".encode(),
    "○".encode(),
    "→".encode(),
    "（".encode(),
    "①".encode(),
    "㊿".encode(),
    "９９９９９９年度（令和０年度）".encode(),
    "R99999年度".encode(),
    "重点推進目標 0".encode(),
    "取組事項 99 ".encode(),
    "実施計画名".encode(),
    "所管課".encode(),
    "取組内容\t行動計画".encode(),
    "（2025年度末時点の現況値）".encode(),
    "・割合 1e999%以上".encode(),
    "・件数 ".encode() + b"9" * 400 + "件".encode(),
    " <課、課>".encode(),
    "計 -1計画".encode(),
)


def _lines(data: bytes) -> list[bytes]:
    return data.split(b"\n")


def flip_bytes(data: bytes, random: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(random.randint(1, 20)):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


def swap_lines(data: bytes, random: Random) -> bytes:
    lines = _lines(data)
    for _ in range(random.randint(1, 10)):
        a, b = random.randrange(len(lines)), random.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def delete_lines(data: bytes, random: Random) -> bytes:
    lines = _lines(data)
    start = random.randrange(len(lines))
    del lines[start : start + random.randint(1, 40)]
    return b"\n".join(lines)


def repeat_lines(data: bytes, random: Random) -> bytes:
    lines = _lines(data)
    start = random.randrange(len(lines))
    block = lines[start : start + random.randint(1, 40)]
    return b"\n".join([*lines[:start], *block * random.randint(1, 4), *lines[start:]])


def cut(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] if random.random() < 0.5 else data[at:]


def add_noise(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(NOISE) * random.choice((1, 1, 1, 30)) + data[at:]
    return data


def lose_tabs(data: bytes, random: Random) -> bytes:
    lines = _lines(data)
    for _ in range(random.randint(1, 20)):
        at = random.randrange(len(lines))
        lines[at] = lines[at].replace(b"\t", random.choice((b"", b" ", b"\t\t")), 1)
    return b"\n".join(lines)


def shuffle_cells(data: bytes, random: Random) -> bytes:
    lines = _lines(data)
    for _ in range(random.randint(1, 10)):
        at = random.randrange(len(lines))
        cells = lines[at].split(b"\t")
        random.shuffle(cells)
        lines[at] = b"\t".join(cells)
    return b"\n".join(lines)


def join_lines(data: bytes, random: Random) -> bytes:
    lines = _lines(data)
    start = random.randrange(len(lines))
    end = start + random.randint(2, 60)
    return b"\n".join([*lines[:start], b" ".join(lines[start:end]), *lines[end:]])


def change_digits(data: bytes, random: Random) -> bytes:
    damaged = bytearray(data)
    places = [n for n, byte in enumerate(damaged) if 48 <= byte <= 57]
    for at in random.sample(places, min(len(places), random.randint(1, 15))):
        damaged[at] = random.randint(48, 57)
    return bytes(damaged)


def deep_nesting(data: bytes, random: Random) -> bytes:
    depth = random.choice((10, 200, 3000))
    tag = random.choice((b"<table><tr><td>", b"<ul>", b"<p>", "（".encode(), b"**"))
    at = random.randrange(len(data) + 1)
    return data[:at] + tag * depth + data[at:]


def huge_line(data: bytes, random: Random) -> bytes:
    piece = random.choice((b"a", b"\t", b" ", "・件数 1件 ".encode(), "→".encode(), b"1", b"<td>"))
    at = random.randrange(len(data) + 1)
    return data[:at] + piece * random.choice((500, 5_000, 20_000)) + data[at:]


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    swap_lines,
    delete_lines,
    repeat_lines,
    cut,
    add_noise,
    lose_tabs,
    shuffle_cells,
    join_lines,
    change_digits,
    deep_nesting,
    huge_line,
)


def mutated(data: bytes, seed: int) -> bytes:
    """The document with one to four mutations, which the seed alone decides."""
    random = Random(seed)
    for mutation in random.choices(MUTATIONS, k=random.randint(1, 4)):
        data = mutation(data, random) if data else data
    return data
