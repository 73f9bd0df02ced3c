"""A city's own list of themes (``--themes FILE``): what it may hold, read strictly."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from keikaku.graph.errors import SourceError
from keikaku.loaders.source import read_source
from keikaku.loaders.strict_yaml import YamlText

_PAGE = "docs/reading.md"


def _or(empty: Any) -> BeforeValidator:
    """Take a key that stands there without a value as if it did not."""
    return BeforeValidator(lambda value: empty if value == "" else value)


Word = Annotated[str, Field(min_length=1)]
Words = Annotated[list[Word], _or(())]
WordsOfWord = Annotated[dict[Word, list[Word]], _or({})]


class ThemeEntry(BaseModel):
    """A theme as it is written; see :class:`keikaku.loaders.mentions.theme_list.Theme`."""

    model_config = ConfigDict(extra="forbid")

    name: Word
    group: str = ""
    part_of: str | None = None
    same: Words = []
    words: Words = []
    exclude: Words = []
    own_name: Words = []
    facts: Words = []
    near: WordsOfWord = {}
    unless: WordsOfWord = {}


class ThemeFile(BaseModel):
    """A whole file."""

    model_config = ConfigDict(extra="forbid")

    themes: Annotated[list[ThemeEntry], _or(())]


def entries(path: Path) -> list[dict[str, Any]]:
    """Return the entries of a file, UTF-8 or cp932.

    Raises:
        SourceError: it cannot be read, or is not of that form; the place is told.
    """
    text = YamlText(path.name, _PAGE, None, SourceError)
    read = text.model(read_source(path).text, ThemeFile)
    return [entry.model_dump() for entry in read.themes]
