"""How a whole graph stands in a workbook: sheets and columns follow from the declared model.

A sheet for each kind of node and each type of relation that the graph has, one for evidence, one
for findings, one for the documents. Row 1 holds the titles of the columns, row 2 their keys. The
rows below are read by the keys, so columns may be moved and rows sorted. ``no`` numbers nodes
(N1), relations (E1) and findings (F1) in the order of the graph; evidence refers to it.

A text stands as it is. One that a cell could not give back unchanged (empty, with control
characters, with white space at its ends) stands as JSON, in quotes; one that is longer than a cell
in pieces on the sheet ``long``, the cell holding ``⟪n⟫``. Lists have a line for each item, or are
JSON. A measure has a column for each of its parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KINDS
from keikaku.graph.language import Text
from keikaku.graph.records import Evidence, Finding, Measure
from keikaku.graph.relations import RELATIONS
from keikaku.graph.sheet_columns import Column

VERSION = "keikaku-graph/2"
FIRST_VERSION = "keikaku-graph/1"
HEAD_ROWS = 2
LONGEST = 32_000
"""Characters of a text in one cell: a little less than Excel holds."""

PIECE = 5_000
"""Characters of one piece of a longer text, which may have to be written as JSON."""

GUIDE = Text("はじめに", "Read me first")
DOCUMENTS = Text("計画書情報", "Documents")
EVIDENCE = Text("根拠", "Evidence")
FINDINGS = Text("確認事項", "Findings")
LONG = Text("長文", "Long texts")
_NAMES = {
    "HAS_PART": Text("構成", "HAS_PART"),
    "PlanDocument": Text("計画書", "PlanDocument"),
    "Guideline": Text("法令・指針等", "Guideline"),
    "SdgTarget": Text("SDGs", "SdgTarget"),
    "RELATED_TO": Text("関連（推定）", "RELATED_TO"),
}
"""Sheets whose names differ from those of their kind or relation."""

_MARKS = {"node": "N", "edge": "E", "finding": "F"}
_PIECES = re.compile(r"⟪(\d+)⟫")
_RISKY = re.compile(
    r"^[\"\[⟪\s]|\s$|^$|_x[0-9A-Fa-f]{4}_"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
_EXACT = 15  # significant digits that Excel keeps


class Place(NamedTuple):
    """A sheet of the graph: its name, and the kind or relation whose rows it holds."""

    name: Text
    columns: tuple[Column, ...]
    of: str


def kinds() -> Iterator[Place]:
    """Yield the sheets of the kinds of node."""
    for kind in KINDS:
        head = (_NO, _ID, _LABEL)
        yield Place(_name(kind.name, kind.ja), (*head, *_facts(kind.facts)), kind.name)


def relations() -> Iterator[Place]:
    """Yield the sheets of the types of relation."""
    for relation in RELATIONS:
        head = (_NO, _SOURCE, _TARGET)
        name = _name(relation.name, relation.ja)
        yield Place(name, (*head, *_facts(relation.facts)), relation.name)


def _name(code: str, ja: str) -> Text:
    return _NAMES.get(code, Text(ja, code))


_NO = Column("no", Text("No.", "No."), type="text")
_ID = Column("id", Text("ID", "id"), type="text")
_LABEL = Column("label", Text("表示名", "label"), type="text")
_SOURCE = Column("source", Text("から（ID）", "from (id)"), type="text")
_TARGET = Column("target", Text("へ（ID）", "to (id)"), type="text")

_EVIDENCE_TITLES = {
    "document": Text("計画書", "document"),
    "line": Text("行", "line"),
    "section": Text("箇所", "section"),
    "quote": Text("引用", "quote"),
    "reading": Text("読み方", "reading"),
    "confidence": Text("確度", "confidence"),
    "note": Text("補足", "note"),
    "sheet": Text("シート", "sheet"),
    "cell": Text("セル", "cell"),
    "page": Text("ページ", "page"),
    "box": Text("ページ内の位置（JSON）", "box (JSON)"),
}
_EVIDENCE_TYPES = {"line": "integer", "page": "integer", "confidence": "number", "box": "json"}
EVIDENCE_COLUMNS = (
    _NO,
    *(
        Column(name, _EVIDENCE_TITLES[name], type=_EVIDENCE_TYPES.get(name, "text"))
        for name in Evidence.__slots__
    ),
)
_FINDING_TITLES = {
    "code": Text("種類", "code"),
    "severity": Text("重要度", "severity"),
    "node": Text("対象（ID）", "about (id)"),
    "message": Text("内容", "message"),
    "suggestion": Text("対応", "suggestion"),
    "details": Text("詳細（JSON）", "details (JSON)"),
    "settled": Text("解決（JSON）", "settled (JSON)"),
}
FINDING_COLUMNS = (
    _NO,
    *(
        Column(
            name, _FINDING_TITLES[name], type="json" if name in {"details", "settled"} else "text"
        )
        for name in Finding.__slots__
        if name != "evidence"
    ),
)
DOCUMENT_COLUMNS = tuple(
    Column(name, title, type="integer" if name.endswith("year") else "text")
    for name, title in {
        "id": Text("ID", "id"),
        "title": Text("名称", "title"),
        "municipality": Text("自治体", "municipality"),
        "first_year": Text("初年度", "first year"),
        "last_year": Text("最終年度", "last year"),
        "source": Text("原本", "source"),
        "sha256": Text("原本のSHA-256", "SHA-256 of the source"),
    }.items()
)
LONG_COLUMNS = (
    Column("piece", Text("番号", "number"), type="integer"),
    Column("text", Text("文字列", "text"), type="text"),
)

_PARTS = {
    "value": Text("値", "value"),
    "unit": Text("単位", "unit"),
    "comparator": Text("比較", "comparator"),
    "qualifier": Text("約など", "qualifier"),
    "as_of": Text("時点", "as of"),
    "raw": Text("記載", "as printed"),
    "fiscal_year": Text("年度", "fiscal year"),
    "low": Text("下限", "low"),
    "high": Text("上限", "high"),
    "cumulative": Text("累計", "cumulative"),
}
_PART_TYPES = {
    "value": "number",
    "low": "number",
    "high": "number",
    "fiscal_year": "integer",
    "cumulative": "boolean",
}


def _facts(declared: tuple[Fact, ...]) -> Iterator[Column]:
    for fact in declared:
        if fact.type != "measure":
            kind = "json" if fact.type == "values" else fact.type
            yield Column(fact.name, Text(fact.ja, fact.name), type=kind)
            continue
        for part in Measure.__slots__:
            words = _PARTS[part]
            title = Text(f"{fact.ja}・{words.ja}", f"{fact.name} {words.en}")
            yield Column(f"{fact.name}.{part}", title, type=_PART_TYPES.get(part, "text"))


def flat(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts with the parts of measures side by side: ``target.value``, ``target.unit``."""
    cells: dict[str, Any] = {}
    for name, value in facts.items():
        if isinstance(value, dict):
            cells.update((f"{name}.{part}", item) for part, item in value.items())
        else:
            cells[name] = value
    return cells


def nested(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of which :func:`flat` is made.

    A measure of which any part is there is whole.
    """
    facts: dict[str, Any] = {}
    for name, value in cells.items():
        measure, dot, part = name.partition(".")
        if dot:
            facts.setdefault(measure, dict.fromkeys(Measure.__slots__))[part] = value
        else:
            facts[name] = value
    return facts


def number(place: str, at: int) -> str:
    """Return the number of the ``at``-th node, relation or finding: N1, E1, F1."""
    return f"{_MARKS[place]}{at}"


def encoded(value: Any, kind: str) -> Any:
    """Return what stands in the cell for a value of a type; None for None."""
    if value is None or isinstance(value, bool):
        return value
    if kind == "json":
        return json.dumps(value, ensure_ascii=False)
    if kind == "texts":
        plain = all(item and not _RISKY.search(item) and "\n" not in item for item in value)
        return "\n".join(value) if value and plain else _json(value)
    if isinstance(value, str):
        return _json(value) if _RISKY.search(value) else value
    return value if _exact(value) else repr(value)


def _exact(value: float) -> bool:
    """Return whether Excel, which keeps 15 digits, gives a number back as it is."""
    try:
        return float(f"{value:.{_EXACT}g}") == value
    except OverflowError:
        return False


def _json(value: Any) -> str:
    """Return JSON that a cell gives back unchanged.

    No control characters, and no escapes of Excel's.
    """
    text = json.dumps(value, ensure_ascii=False)
    if _HIDDEN.search(text):
        text = json.dumps(value)
    return text.replace("_x", "\\u005fx")


_HIDDEN = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def decoded(cell: Any, kind: str) -> Any:
    """Return the value of a type that stands in a cell.

    Raises:
        ValueError: the cell holds nothing of that type.
    """
    if kind == "boolean":
        return _boolean(cell)
    if kind in {"integer", "number"}:
        return _number(cell, kind)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise ValueError(cell)  # noqa: TRY004 - callers report the cell, not a type
    text = cell if isinstance(cell, str) else f"{cell}"
    if kind == "json":
        return json.loads(text)
    if kind == "texts":
        return _list(text)
    return json.loads(text) if text.startswith('"') else text


def _list(text: str) -> list[str]:
    items = (
        json.loads(text) if text.startswith("[") else [line for line in text.split("\n") if line]
    )
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(text)
    return items


def _boolean(cell: Any) -> bool:
    words = {"true": True, "はい": True, "false": False, "いいえ": False, "1": True, "0": False}
    if isinstance(cell, bool):
        return cell
    boolean = words.get(str(cell).strip().lower())
    if boolean is None:
        raise ValueError(cell)
    return boolean


def _number(cell: Any, kind: str) -> int | float:
    value = json.loads(cell) if isinstance(cell, str) else cell
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(cell)  # noqa: TRY004 - callers report the cell, not a type
    if kind == "integer" and not float(value).is_integer():
        raise ValueError(cell)
    return int(value) if kind == "integer" else value


def piece(cell: Any) -> int | None:
    """Return the number of the long text that a cell refers to, or None."""
    match = _PIECES.fullmatch(cell) if isinstance(cell, str) else None
    return int(match[1]) if match else None
