"""What a theme (テーマ) is, and how lists of themes are read: ``themes.yaml`` and a city's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

_BUILT_IN = Path(__file__).with_name("themes.yaml")
_LISTS = ("same", "words", "exclude", "own_name", "facts")
_MAPPINGS = ("near", "unless")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its group, the theme above it, and the words that touch it.

    ``same`` are other names of it, ``words`` narrower ones. ``near`` and ``unless`` say what the
    sentence of a word must contain and must not contain. ``exclude`` are phrases in which a word
    means something else, ``own_name`` names that make the theme a movement of the document.
    ``facts`` are the facts of a plan in which its words count (all where empty).
    """

    name: str
    group: str = ""
    part_of: str | None = None
    same: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    own_name: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def all_words(self) -> tuple[str, ...]:
        """Its name, its other names and its narrower words, each once."""
        return tuple(dict.fromkeys((self.name, *self.same, *self.words)))

    def with_further(self, other: Theme) -> Theme:
        """Return the theme with what another entry of the same name adds."""
        joined = {key: (*getattr(self, key), *getattr(other, key)) for key in _LISTS}
        lists: dict[str, Any] = {key: tuple(dict.fromkeys(ws)) for key, ws in joined.items()}
        return replace(
            self,
            group=other.group or self.group,
            part_of=other.part_of or self.part_of,
            near={**self.near, **other.near},
            unless={**self.unless, **other.unless},
            **lists,
        )


@cache
def built_in() -> tuple[Theme, ...]:
    """Return the themes that ship with the package, in order."""
    from keikaku.loaders.strict_yaml import package_data

    return tuple(map(_theme, package_data(_BUILT_IN)["themes"]))


def themes_by_name(extra: Path | None = None) -> dict[str, Theme]:
    """Return the built-in themes, extended by a file of the same form.

    A theme of the same name takes the further words; a new one is added. Raises
    :class:`keikaku.graph.errors.SourceError` where the file is not of that form.
    """
    themes = {theme.name: theme for theme in built_in()}
    for theme in map(_theme, _own(extra)):
        known = themes.get(theme.name)
        themes[theme.name] = known.with_further(theme) if known else theme
    for theme in list(themes.values()):
        if theme.part_of and theme.part_of not in themes:
            themes[theme.part_of] = Theme(theme.part_of, theme.group)
    return themes


def _own(extra: Path | None) -> list[dict[str, Any]]:
    """Return the entries of a city's own file."""
    if extra is None:
        return []
    from keikaku.loaders.mentions.theme_file import entries

    return entries(extra)


def _theme(entry: Mapping[str, Any]) -> Theme:
    """Return the theme of an entry, of which any key but the name may be missing."""
    facts: dict[str, Any] = {key: tuple(entry.get(key) or ()) for key in _LISTS}
    facts |= {
        key: {word: tuple(others) for word, others in (entry.get(key) or {}).items()}
        for key in _MAPPINGS
    }
    return Theme(entry["name"], entry.get("group") or "", entry.get("part_of") or None, **facts)
