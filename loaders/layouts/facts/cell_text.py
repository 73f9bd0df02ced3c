"""The text of a cell: on one line, in paragraphs, as a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.text import normal, tidy

_NAMES = re.compile(r"[、，,\n;；]+")


def one_line(text: str) -> str:
    """Return a name on one line: breaks inside it go, NFKC, no stray spaces."""
    return tidy(re.sub(r"(?<!\s)\s*\n\s*", "", normal(text))).strip()


def paragraphs(text: str) -> str:
    """Return running text with its own line breaks, each line tidy."""
    lines = [tidy(line).strip() for line in normal(text).split("\n")]
    return "\n".join(line for line in lines if line)


def split_names(text: str) -> Iterable[str]:
    """Yield the names of a cell that lists them.

    >>> list(split_names("市民課、税務課・会計課"))
    ['市民課', '税務課・会計課']
    """
    for part in _NAMES.split(normal(text)):
        name = tidy(part).strip("・ 「」『』")
        if name:
            yield name
