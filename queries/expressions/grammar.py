"""The grammar of conditions, and the tree of a text (条件式の文法).

Keywords are English or Japanese, signs full or half width. A value of several words needs no
quotes; a value with a sign or a keyword in it is put in 「」, 『』, "" or ''.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.queries.expressions.tree import (
    PRESENT,
    And,
    Comparison,
    Not,
    Operator,
    Or,
    Some,
    Tree,
)

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark import Tree as Parsed

GRAMMAR = r"""
start: _either
_either: _each | either
either: _each (OR _each)+
_each: _one | each
each: _one (AND _one)+
_one: negated | _atom
negated: NOT _one
_atom: OPEN _either CLOSE | compared | contained | present
compared: field SIGN words
contained: words IN field
present: field
field: WORD [OPEN (_either | name) CLOSE]
name: _many | QUOTED
words: _word | _many
_many: _word _word+
_word: WORD | QUOTED
AND.3: /(and(?![^\s()（）])|かつ|&&?|＆＆?)/i
OR.3: /(or(?![^\s()（）])|または|又は|\|\|?|｜｜?)/i
NOT.3: /(not(?![^\s()（）])|[!！](?![=＝]))/i
IN.3: /(in(?![^\s()（）])|∈)/i
SIGN: /[>＞][=＝]|[<＜][=＝]|[!！][=＝]|[=＝][=＝]|[<＜][>＞]|[=＝≧≦≠<>＜＞≥≤]/
OPEN: /[(（]/
CLOSE: /[)）]/
QUOTED: /"[^"]*"|'[^']*'|「[^」]*」|『[^』]*』|“[^”]*”/
WORD.1: /(?!(?:かつ|または|又は)(?:[\s(（]))[^\s()（）=＝<>＜＞!！≧≦≠≥≤"'「」『』“”&＆|｜∈]+/
%ignore /[\s　]+/
"""

_SIGNS: dict[str, Operator] = {
    **dict.fromkeys(("=", "=="), "="),
    **dict.fromkeys(("!=", "≠", "<>"), "!="),
    **dict.fromkeys((">=", "≧", "≥"), ">="),
    **dict.fromkeys(("<=", "≦", "≤"), "<="),
    **dict.fromkeys((">",), ">"),
    **dict.fromkeys(("<",), "<"),
}

_FITTING = {
    "SIGN": Text("比較（= != >= <= > <）", "a comparison (= != >= <= > <)"),
    "WORD": Text("項目か値", "a field or a value"),
    "QUOTED": Text("「」で囲んだ値", "a quoted value"),
    "AND": Text("and", "and"),
    "OR": Text("or", "or"),
    "NOT": Text("not", "not"),
    "IN": Text("in", "in"),
    "OPEN": Text("（", "("),
    "CLOSE": Text("）", ")"),
    "$END": Text("終わり", "the end"),
}
_WRONG = Text(
    "条件式「{text}」の{place}: ここには {fitting} が来ます。",
    "condition '{text}', {place}: expected {fitting}.",
)
_AT = Text("{n}文字目「{word}」", "character {n} '{word}'")
_AT_END = Text("終わり", "at its end")
_JOINT = Text(
    "条件式「{text}」の{n}文字目「{word}」: 条件と条件のあいだに and か or を置いてください"
    "（{before} and {rest}）。",
    "condition '{text}', character {n} '{word}': put and / or between two conditions "
    "({before} and {rest}).",
)
_SECOND = 2  # words of which the last may be the field of a second comparison
_EMPTY = Text("条件式が空です。例: テーマ=DX and 所管課数>1", "the condition is empty.")
_LONG = Text(
    "条件式が長すぎます。{most}字以内にしてください。",
    "the condition is too long; at most {most} characters.",
)
_DEEP = Text("条件式の括弧や not が深すぎます。", "the condition is nested too deeply.")
_LONGEST = 4000
_DEEPEST = 60


def parse(text: str) -> Tree:
    """Return the tree of a condition.

    Raises:
        KeikakuError: it is not a condition; the message shows the place and what fits there.
    """
    from lark.exceptions import UnexpectedInput

    if not text.strip():
        raise KeikakuError(_EMPTY)
    if len(text) > _LONGEST:
        raise KeikakuError(_LONG.format(most=_LONGEST))
    try:
        read = _parser().parse(text)
    except UnexpectedInput as error:
        raise KeikakuError(_unexpected(text, error)) from None
    return _tree(read)


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(GRAMMAR, parser="lalr", lexer="basic")


def _unexpected(text: str, error: Any) -> Text:
    joint = _missing_joint(text, error)
    if joint is not None:
        return joint
    expected = getattr(error, "accepts", None) or getattr(error, "expected", None) or ()
    allowed = getattr(error, "allowed", None) or ()
    known = [words for name, words in _FITTING.items() if name in {*expected, *allowed}]
    known = known or [_FITTING["WORD"]]
    fitting = Text("、".join(t.ja for t in known), ", ".join(t.en for t in known))
    at = error.pos_in_stream
    token = getattr(error, "token", None)
    if at is None or at >= len(text) or (token is not None and token.type == "$END"):
        place = _AT_END
    else:
        word = text[at:].split(maxsplit=1)[0][:12] if text[at:].split() else text[at]
        place = _AT.format(n=at + 1, word=word)
    return _WRONG.format(text=text.strip(), place=place, fitting=fitting)


def _missing_joint(text: str, error: Any) -> Text | None:
    """Report a missing and / or before a second comparison: テーマ=DX 所管課=収納課."""
    token, at = getattr(error, "token", None), error.pos_in_stream
    if token is None or token.type != "SIGN" or at is None:
        return None
    field = text[:at].split()[-1:]
    if not field or len(text[:at].split()) < _SECOND:
        return None
    place = text[:at].rindex(field[0])
    return _JOINT.format(
        text=text.strip(),
        n=place + 1,
        word=field[0].lstrip("，,、;；"),
        before=text[:place].strip(),
        rest=text[place:].lstrip("，,、;； "),
    )


def _tree(read: Parsed[Token], depth: int = 0) -> Tree:
    if depth > _DEEPEST:
        raise KeikakuError(_DEEP)
    kept: list[Any] = [c for c in read.children if getattr(c, "type", "") not in _PUNCTUATION]
    if read.data in {"either", "each"}:
        parts = tuple(_tree(child, depth + 1) for child in kept)
        return Or(parts) if read.data == "either" else And(parts)
    if read.data == "negated":
        return Not(_tree(kept[0], depth + 1))
    if read.data == "present":
        return _comparison(kept[0], "=", PRESENT, 0, depth)
    if read.data == "contained":
        return _comparison(kept[1], "in", *_words(kept[0]), depth)
    if read.data == "compared":
        return _comparison(kept[0], _SIGNS[_half(str(kept[1]))], *_words(kept[2]), depth)
    return _tree(kept[0], depth)


_PUNCTUATION = {"AND", "OR", "NOT", "IN", "OPEN", "CLOSE"}


def _comparison(
    field: Any, operator: Operator, value: str, value_at: int, depth: int
) -> Comparison | Some:
    """Return a comparison; where the field's brackets hold no name but a condition, of what has it.

    A single word in brackets is a name: 印(カウンターレス).
    """
    name, *rest = [c for c in field.children if c is not None and _type(c) not in _PUNCTUATION]
    at, called = name.start_pos or 0, normal(str(name))
    if not rest:
        return Comparison(called, operator, value, None, at, value_at)
    if rest[0].data == "name":
        return Comparison(called, operator, value, _words(rest[0])[0], at, value_at)
    inner = _tree(rest[0], depth + 1)
    if isinstance(inner, Comparison) and rest[0].data == "present" and not inner.argument:
        return Comparison(called, operator, value, inner.field, at, value_at)
    return Some(called, inner, operator, value, at, value_at)


def _type(child: Any) -> str:
    return str(getattr(child, "type", ""))


def _words(read: Any) -> tuple[str, int]:
    """Return a value of one or more words, and where it begins."""
    words = [str(t)[1:-1] if t.type == "QUOTED" else str(t) for t in read.children]
    return normal(" ".join(words)), read.children[0].start_pos or 0


def _half(sign: str) -> str:
    """Return a sign in half width; ≠ is one sign, which NFKC would leave alone."""
    return unicodedata.normalize("NFKC", sign)


def normal(text: str) -> str:
    """Words in half width, without spaces around."""
    return unicodedata.normalize("NFKC", text).strip()
