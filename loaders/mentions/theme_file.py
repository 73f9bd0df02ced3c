"""A city's own list of themes (``--themes FILE``): what it may hold, read strictly."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from keikaku.graph.errors import SourceError
from keikaku.loaders.source import read_source
from keikaku.loaders.strict_yaml import YamlText
from keikaku.loaders.yaml_models import Word, WrittenModel

_PAGE = "docs/reading.md"


Words = list[Word]


class ThemeEntry(WrittenModel):
    """A theme as it is written; see :class:`keikaku.loaders.mentions.theme_list.Theme`."""

    name: Word
    group: str = ""
    part_of: str | None = None
    same: Words = []
    words: Words = []
    exclude: Words = []
    own_name: Words = []
    facts: Words = []
    near: dict[Word, Words] = {}
    unless: dict[Word, Words] = {}


class ThemeFile(WrittenModel):
    """A whole file."""

    themes: Annotated[list[ThemeEntry], BeforeValidator(lambda value: value or [])]


def entries(path: Path) -> list[dict[str, Any]]:
    """Return the entries of a file, UTF-8 or cp932.

    Raises:
        SourceError: it cannot be read, or is not of that form; the message names the place.
    """
    text = YamlText(path.name, _PAGE, None, SourceError)
    read = text.model(read_source(path).text, ThemeFile)
    return [entry.model_dump() for entry in read.themes]
