"""The token behind and before a place of a sentence, at its ends too (前後の語)."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.queries.asking.tokens.lexicon import Token

NO_TOKEN = Token("", None, "")
"""What stands behind the last token and before the first: no role, no value, no words."""


def next_token(tokens: Sequence[Token], place: int) -> Token:
    """Return the token behind a place, or ``NO_TOKEN`` behind the last."""
    return tokens[place + 1] if place + 1 < len(tokens) else NO_TOKEN


def previous_token(tokens: Sequence[Token], place: int) -> Token:
    """Return the token before a place, or ``NO_TOKEN`` before the first."""
    return tokens[place - 1] if place > 0 else NO_TOKEN
