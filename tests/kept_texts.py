"""Texts that tests keep word for word in a folder, a file for each name."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path


def write_texts(folder: Path, names: Iterable[str], text_of: Callable[[str, Path], str]) -> None:
    """Write the text of each name anew; ``text_of`` gets the name and an empty folder."""
    folder.mkdir(exist_ok=True)
    for name in names:
        with tempfile.TemporaryDirectory() as desk:
            text = text_of(name, Path(desk))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
