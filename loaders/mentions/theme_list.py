"""What a theme (テーマ) is, and how lists of themes are read: ``themes.yaml`` and a city's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text

_BUILT_IN = Path(__file__).with_name("themes.yaml")
_LISTS = ("same", "words", "exclude", "own_name", "facts")
_MAPPINGS = ("near", "unless")
_KEYS = {"name", "group", "part_of", *_LISTS, *_MAPPINGS}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its group, the theme above it, and the words that touch it.

    ``same`` are other names of it, ``words`` narrower ones; ``near`` and ``unless`` say what must,
    and what must not, stand in the sentence of a word; ``exclude`` are phrases in which a word
    means something else; ``own_name`` are names that make it a movement of the document; ``facts``
    are the facts of a plan that count where its facts are looked through (all where empty).
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
    return tuple(_parse(_read(_BUILT_IN), _BUILT_IN))


def themes_by_name(extra: Path | None = None) -> dict[str, Theme]:
    """Return the built-in themes, extended by a file of the same form.

    A theme of the same name takes the further words; a new one is added. Raises
    :class:`keikaku.graph.errors.SourceError` where the file is not of that form.
    """
    themes = {theme.name: theme for theme in built_in()}
    for theme in _parse(_read(extra), extra) if extra is not None else ():
        known = themes.get(theme.name)
        themes[theme.name] = known.with_further(theme) if known else theme
    for theme in list(themes.values()):
        if theme.part_of and theme.part_of not in themes:
            themes[theme.part_of] = Theme(theme.part_of, theme.group)
    return themes


def _read(path: Path) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with path.open(encoding="utf-8-sig") as file:
            return yaml.load(file, Loader=loader)  # noqa: S506 - a safe loader, the fast one
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())[:200]
        raise _bad(path, reason, reason) from error


def _parse(data: Any, path: Path) -> Iterator[Theme]:
    entries = data.get("themes") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise _bad(path, "「themes:」の一覧がありません", 'there is no list "themes:"')
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise _bad(path, f"{number}件目に name がありません", f"entry {number} has no name")
        wrong = next((key for key in entry if not _right(key, entry[key])), None)
        if wrong is not None:
            raise _bad(
                path, f"{number}件目の {wrong} が読めません", f"entry {number}: cannot read {wrong}"
            )
        facts: dict[str, Any] = {key: tuple(entry.get(key) or ()) for key in _LISTS}
        facts |= {key: _tuples(entry.get(key) or {}) for key in _MAPPINGS}
        yield Theme(entry["name"], entry.get("group") or "", entry.get("part_of"), **facts)


def _right(key: Any, value: Any) -> bool:
    """Whether a key of an entry is known, and its value of the form that it must have."""
    if key not in _KEYS:
        return False
    if value is None:
        return True
    if key in _LISTS:
        return _are_texts(value)
    if key in _MAPPINGS:
        return isinstance(value, dict) and all(
            isinstance(word, str) and _are_texts(others) for word, others in value.items()
        )
    return isinstance(value, str)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _tuples(mapping: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(others) for word, others in mapping.items()}


def _bad(path: Path, ja: str, en: str) -> SourceError:
    return SourceError(
        Text(
            f"テーマ一覧 {path} を読めません: {ja}。name と words を並べた YAML にしてください。",
            f"cannot read the themes {path}: {en}. Write YAML with name and words for each theme.",
        )
    )
