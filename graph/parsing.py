"""From the text of a graph file to its values, refusing what is no JSON and saying where."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from keikaku.graph.errors import GraphError
from keikaku.graph.language import Text

_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")
_CUT_OFF = Text(
    "{name}: {line}行{column}文字目でJSONが途切れています。ファイルを作り直してください。",
    "{name}: the JSON is cut off at line {line}, column {column}. Create the file again.",
)
_NO_JSON = Text(
    "{name}: {line}行{column}文字目がJSONとして読めません。",
    "{name}: line {line}, column {column} is not JSON.",
)
_NO_NUMBER = Text("{name}: 数値でない値 {value} があります。", "{name}: {value} is no number.")
_NO_CHARACTER = Text(
    "{name}: 文字でない符号 {code} があります。", "{name}: the code {code} is no character."
)
_TWICE = Text(
    "{name}: 項目「{key}」が同じ箇所に2回あります。どちらが正しいか分からないため読みません。"
    "一方を消してください。",
    "{name}: the key “{key}” stands twice in one place, and it is unclear which one is right. "
    "Remove one.",
)
_TOO_MUCH = Text(
    "{name}: 入れ子が深すぎるか、数の桁が多すぎて読めません。",
    "{name}: nested too deeply, or a number too long, to be read.",
)


def parse(text: str, name: str = "JSON") -> Any:
    """Return what a JSON text says; odd values are refused.

    These are NaN, infinities, lone surrogates, a key that stands twice, and broken text.

    Raises:
        GraphError: with ``name`` and the line and column of the first fault.
    """
    try:
        value = json.loads(
            text, parse_constant=_finite, parse_float=_finite, object_pairs_hook=_distinct
        )
        if _HALF_PAIR.search(text):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        refusal = _CUT_OFF if _ends_there(text, error) else _NO_JSON
        raise GraphError(
            refusal.format(name=name, line=error.lineno, column=error.colno)
        ) from error
    except UnicodeEncodeError as error:
        code = ascii(error.object[error.start])
        raise GraphError(_NO_CHARACTER.format(name=name, code=code)) from error
    except KeyError as error:
        raise GraphError(_TWICE.format(name=name, key=error.args[0])) from error
    except OverflowError as error:
        raise GraphError(_NO_NUMBER.format(name=name, value=error)) from error
    except (RecursionError, ValueError) as error:
        raise GraphError(_TOO_MUCH.format(name=name)) from error
    return value


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    facts = dict(pairs)
    if len(facts) < len(pairs):
        keys = [key for key, _ in pairs]
        raise KeyError(next(key for key in keys if keys.count(key) > 1))
    return facts


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise OverflowError(digits[:20])
    return number


def _ends_there(text: str, error: json.JSONDecodeError) -> bool:
    return not text[error.pos :].strip() or error.msg.startswith("Unterminated")
