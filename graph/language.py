"""Texts in the two languages of keikaku: Japanese, the default, and English."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Lang = Literal["ja", "en"]
LANGS: tuple[Lang, ...] = ("ja", "en")


class Text(NamedTuple):
    """One text in both languages; ``{names}`` in it are filled by :meth:`format`.

    >>> Text("{plan}の印", "marks of {plan}").format(plan="1-1-1").of("en")
    'marks of 1-1-1'
    """

    ja: str
    en: str

    def of(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.en if lang == "en" else self.ja

    def format(self, **values: Any) -> Text:
        """Return both texts with their ``{names}`` filled; a text fills each in its language.

        >>> Text("{kind}の数", "number of {kind}").format(kind=Text("指標", "indicators")).en
        'number of indicators'
        """
        ja, en = ({name: _in(lang, each) for name, each in values.items()} for lang in LANGS)
        return Text(self.ja.format(**ja), self.en.format(**en))


def _in(lang: Lang, value: Any) -> Any:
    return value.of(lang) if isinstance(value, Text) else value
