"""A page of a website is read in the encoding that it names, or in the one that fits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Paragraph

WORDS = "窓口の改善〜髙橋①"
PLAIN = "窓口の改善"


def texts(path: Path, data: bytes) -> list[str]:
    page = path / "a.html"
    page.write_bytes(data)
    return [block.text for block in read_source(page).blocks() if isinstance(block, Paragraph)]


def page(words: str, charset: str) -> str:
    head = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{head}</head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("charset", "encoding", "words"),
    [
        ("utf-8", "utf-8", WORDS),
        ("", "utf-8", WORDS),
        ("Shift_JIS", "cp932", PLAIN + "髙①"),
        ("x-sjis", "cp932", PLAIN + "髙①"),
        ("", "cp932", PLAIN + "髙①"),
        ("euc-jp", "euc_jp", PLAIN),
        ("iso-2022-jp", "iso2022_jp", PLAIN),
        ("nonsense", "cp932", PLAIN),
        ("euc-jp", "utf-8", WORDS),
        ("", "utf-16", WORDS),
    ],
)
def test_the_words_of_a_page(charset: str, encoding: str, words: str, tmp_path: Path) -> None:
    assert texts(tmp_path, page(words, charset).encode(encoding)) == [words]
