"""A sentence that can be read in two ways: both are shown, neither is answered (二通りの文)."""

from __future__ import annotations

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

_TWO = Text(
    "「{sentence}」は、次のどちらにも読めます。どちらかのコマンドで尋ねてください。",
    "'{sentence}' can be read in two ways; ask with one of these commands.",
)


class TwoReadingsError(KeikakuError):
    """A sentence with two readings; ``items`` are the command of each, also in words."""


def two_readings(sentence: str, commands: list[tuple[str, Text]]) -> TwoReadingsError:
    """Return the error that shows each command that a sentence may mean, in words too."""
    items = [
        Text(f"{command}  （{words.ja}）", f"{command}  ({words.en})")
        for command, words in commands
    ]
    return TwoReadingsError(_TWO.format(sentence=sentence.strip()), items)
