"""Themes by the words of a text, from a list that a city can extend (``--themes FILE``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.mentions.terms import Hit, TermIndex
from keikaku.loaders.mentions.theme_list import THEMES, Theme
from keikaku.loaders.text import normal


@dataclass(slots=True)
class Themes:
    """The themes by name, and an index over their words."""

    by_name: dict[str, Theme]
    _owner: dict[str, str] = field(default_factory=dict)
    _index: TermIndex = field(default_factory=lambda: TermIndex(()))

    def __post_init__(self) -> None:
        self._owner = {
            _key(word): theme.name for theme in self.by_name.values() for word in theme.words
        }
        self._index = TermIndex(self._owner)

    def find(self, text: str) -> Iterator[tuple[str, Hit]]:
        """Yield the themes that a text touches, with the words: (theme, hit)."""
        for hit in self._index.find(text.casefold()):
            yield self._owner[hit.term], hit


def _key(word: str) -> str:
    return normal(word).casefold()


def read_themes(extra: Path | None = None) -> Themes:
    """Return the themes that ship with the package, extended by a file of the same form.

    A theme of the same name takes the further words; a new one is added. Raises
    :class:`keikaku.graph.errors.SourceError` where the file is not of that form.
    """
    themes = {theme.name: theme for theme in THEMES}
    if extra is not None:
        for theme in _parse(_read_extra(extra), extra):
            known = themes.get(theme.name)
            words = (*known.words, *theme.words) if known else theme.words or (theme.name,)
            group = theme.group or (known.group if known else "")
            part_of = theme.part_of or (known.part_of if known else None)
            themes[theme.name] = Theme(theme.name, group, part_of, tuple(dict.fromkeys(words)))
    for theme in list(themes.values()):
        if theme.part_of and theme.part_of not in themes:
            themes[theme.part_of] = Theme(theme.part_of, theme.group)
    return Themes(themes)


def _read_extra(path: Path) -> Any:
    import yaml

    try:
        with path.open(encoding="utf-8-sig") as file:
            return yaml.safe_load(file)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise _bad(path, reason, reason) from error


def _parse(data: Any, path: Path) -> Iterator[Theme]:
    entries = data.get("themes") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise _bad(path, "「themes:」の一覧がありません", 'there is no list "themes:"')
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise _bad(path, f"{number}件目に name がありません", f"entry {number} has no name")
        unknown = sorted(set(entry) - {"name", "group", "part_of", "words"})
        words = entry.get("words") or []
        if unknown or not isinstance(words, list):
            what = unknown[0] if unknown else "words"
            raise _bad(
                path, f"{number}件目の {what} が読めません", f"entry {number}: cannot read {what}"
            )
        yield Theme(
            entry["name"],
            str(entry.get("group") or ""),
            entry.get("part_of"),
            tuple(str(word) for word in words),
        )


def _bad(path: Path, ja: str, en: str) -> SourceError:
    return SourceError(
        Text(
            f"テーマ一覧 {path} を読めません: {ja}。name と words を並べた YAML にしてください。",
            f"cannot read the themes {path}: {en}. Write YAML with name and words for each theme.",
        )
    )
