"""Words of a corrections file as values of the model: numbers, years, yes and no, measures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from keikaku.graph.declaration import Fact
from keikaku.graph.measures import format_measure
from keikaku.graph.records import Measure
from keikaku.loaders.strict_yaml import Written
from keikaku.loaders.text import fiscal_year, fold, normal
from keikaku.loaders.values import whole_value
from keikaku.loaders.values.value_measures import as_measure

YES = frozenset(map(fold, ("○", "◯", "〇", "有", "あり", "はい", "yes", "true", "1")))
NO = frozenset(map(fold, ("なし", "無", "無し", "いいえ", "×", "no", "false", "0")))
UNKNOWN = frozenset(map(fold, ("", "~", "null", "不明", "unknown")))

ENDINGS = {">=": "以上", ">": "超", "<=": "以下", "<": "未満", "=": ""}

_MEASURE_KEYS = tuple(field.name for field in fields(Measure))
_KEPT = frozenset(("as_of", "fiscal_year"))
"""Parts of a measure that stay as they were where a written value does not state them."""


def as_value(fact: Fact, written: Written, old: Any) -> Any:
    """Return what a written value means for a fact; None for unknown.

    Raises ValueError, with what is expected as its words, where it can mean nothing.
    """
    if isinstance(written, str) and written in fact.choices:
        return written  # such as continues: unknown, where unknown is a value of its own
    if isinstance(written, str) and fold(written) in UNKNOWN:
        value = None
    else:
        value = _READERS[fact.type](written, old)
    if value is None and fact.required:
        raise ValueError("値")
    if fact.choices and value is not None:
        for one in value if isinstance(value, list) else [value]:
            if one not in fact.choices:
                raise ValueError(" | ".join(fact.choices))
    return value


def as_mark(written: Written) -> bool | None:
    """Return ○ or なし, however people write them; None for 不明 or an empty value."""
    word = fold(_text(written))
    if word in UNKNOWN:
        return None
    if word in YES or word in NO:
        return word in YES
    raise ValueError("○ | なし | 不明")


def is_blank(written: Written) -> bool:
    """Return whether a value was left empty."""
    return isinstance(written, str) and not written.strip()


def _text(written: Written, _: Any = None) -> str:
    if not isinstance(written, str):
        raise ValueError("文字 (text)")  # noqa: TRY004 - reported to the user as any wrong value
    return normal(written).strip()


def _texts(written: Written, _: Any) -> list[str]:
    return [_text(one) for one in (written if isinstance(written, list) else [written])]


def _integer(written: Written, _: Any) -> int:
    word = fold(_text(written))
    year = int(word) if re.fullmatch(r"-?\d+", word) else fiscal_year(word)
    if year is None:
        raise ValueError("整数または年度 (a whole number or a year)")
    return year


def _number(written: Written, _: Any) -> float | int:
    word = fold(_text(written)).replace(",", "")
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", word):
        raise ValueError("数 (a number)")
    return float(word) if "." in word else int(word)


def _measure(written: Written, old: dict[str, Any] | None) -> dict[str, Any]:
    """Return a measure from 98.2%以上 or from a mapping of changes; the rest stays as it was."""
    base = dict(old) if old else {**dict.fromkeys(_MEASURE_KEYS), "comparator": "="}
    if isinstance(written, dict):
        return _measure_of_parts(written, base)
    number = whole_value(_text(written))
    if number is None:
        raise ValueError("数と単位。例: 98.2%以上 (a number and a unit)")
    read = asdict(as_measure(number, base.get("as_of"), _text(written)))
    return base | {key: value for key, value in read.items() if key not in _KEPT or value}


def _part(key: str, written: Written) -> Any:
    if key in ("value", "low", "high"):
        return _number(written, None)
    if key == "fiscal_year":
        return _integer(written, None)
    return as_mark(written) if key == "cumulative" else _text(written)


def _measure_of_parts(written: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    for key, value in written.items():
        if key not in _MEASURE_KEYS:
            raise ValueError(" | ".join(_MEASURE_KEYS))
        base[key] = None if is_blank(value) else _part(key, value)
    if "as_of" in written and "fiscal_year" not in written:
        base["fiscal_year"] = fiscal_year(fold(base["as_of"] or ""))
    ends = (base.get("low"), base.get("high"))
    if (base["value"] is None and ends == (None, None)) or base["comparator"] not in ENDINGS:
        raise ValueError("value, unit, comparator (>= | > | <= | < | =)")
    if "raw" not in written:
        base["raw"] = format_measure(base | {"as_of": None}, "ja")
    return base


_READERS: dict[str, Callable[[Written, Any], Any]] = {
    "text": _text,
    "texts": _texts,
    "integer": _integer,
    "number": _number,
    "boolean": lambda written, _: as_mark(written),
    "measure": _measure,
}
