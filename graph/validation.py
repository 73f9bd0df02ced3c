"""Check the content of a ``keikaku/2`` file against the declared model.

The pydantic models are made from the declaration, so a fact is declared once. This module adds the
rules that no model of one object can express: ids are unique, edges end at nodes of the right kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from keikaku.graph import models
from keikaku.graph.errors import GraphError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.records import SCHEMA
from keikaku.graph.relations import RELATION

LIMIT = 20
"""How many problems are reported at most."""

_LONGEST = 40  # characters of a wrong value
_LISTS = ("nodes", "edges", "findings")


class _Edge(NamedTuple):
    source: str
    target: str
    type: str


def validate(payload: Any, name: str = "JSON") -> None:
    """Refuse what is no graph.

    Raises:
        GraphError: names every problem and its place, up to :data:`LIMIT` of them.
    """
    faults = problems(payload)
    first_faults = list(islice(faults, LIMIT))
    if not first_faults:
        return
    if next(faults, None) is not None:
        first_faults.append(Text("ほかにもあります。", "There are more."))
    if len(first_faults) == 1:
        raise GraphError(Text(f"{name}: {first_faults[0].ja}", f"{name}: {first_faults[0].en}"))
    raise GraphError(
        Text(f"{name}: モデルに合わない箇所があります。", f"{name}: does not fit the model."),
        first_faults,
    )


def problems(payload: Any) -> Iterator[Text]:
    """Yield what keeps a payload from being a graph: each problem with its place, in file order."""
    if not isinstance(payload, dict):
        yield _at(
            "",
            "keikakuのグラフ（JSONオブジェクト）ではありません。",
            "is no graph: not a JSON object.",
        )
        return
    if payload.get("schema") != SCHEMA:
        yield _at(
            "schema",
            f"この版が読めるのは {SCHEMA} だけです（ファイルは {payload.get('schema')!r}）。",
            f"this version reads {SCHEMA} only (the file says {payload.get('schema')!r}).",
        )
        return
    head = {key: value for key, value in payload.items() if key not in _LISTS}
    yield from _against(models.Head, head, "")
    yield from _documents(payload)
    for key in _LISTS:
        if not isinstance(payload.get(key), list):
            yield _at(key, "リストがありません。", "there is no such list.")
            return
    kinds: dict[str, str] = {}
    yield from _nodes(payload["nodes"], kinds)
    yield from _edges(payload["edges"], kinds)
    for index, finding in enumerate(payload["findings"]):
        yield from _against(models.Finding, finding, f"findings[{index}]")


def _documents(payload: dict[str, Any]) -> Iterator[Text]:
    """Yield the problems of the list of documents, which stands only where there are several."""
    documents = payload.get("documents")
    if not isinstance(documents, list):
        return
    if payload.get("document") not in documents[:1]:
        yield _at("documents[0]", "document と同じではありません。", "is not the same as document.")
    ids = [_word(document, "id") for document in documents]
    for index, name in enumerate(ids):
        if name in ids[:index]:
            place = f"documents[{index}] {name}"
            yield _at(place, "同じidの文書が前にもあります。", "this id has occurred before.")


def _nodes(nodes: list[Any], kinds: dict[str, str]) -> Iterator[Text]:
    """Yield the problems of the nodes; ``kinds`` is filled with the kind of each id."""
    for index, node in enumerate(nodes):
        place = _place("nodes", index, node, ("id",))
        kind = KIND.get(_word(node, "kind"))
        if kind is None:
            kind_name = _word(node, "kind")
            yield _at(
                place,
                f"種類（kind）「{kind_name}」はありません。",
                f"there is no kind “{kind_name}”.",
            )
            continue
        yield from _against(models.of_kind(kind), node, place)
        name = _word(node, "id")
        if name in kinds:
            yield _at(place, "同じidの節点が前にもあります。", "this id has occurred before.")
        kinds[name] = kind.name


def _edges(edges: list[Any], kinds: dict[str, str]) -> Iterator[Text]:
    seen: set[_Edge] = set()
    wholes: dict[str, list[str]] = {}
    for index, edge in enumerate(edges):
        place = _place("edges", index, edge, ("source", "type", "target"))
        relation = RELATION.get(_word(edge, "type"))
        if relation is None:
            kind = _word(edge, "type")
            yield _at(place, f"関係（type）「{kind}」はありません。", f"there is no type “{kind}”.")
            continue
        yield from _against(models.of_relation(relation), edge, place)
        ends = _Edge(_word(edge, "source"), _word(edge, "target"), relation.name)
        yield from _ends(ends, kinds, place)
        if ends in seen:
            yield _at(place, "同じ関係が前にもあります。", "this relation has occurred before.")
        seen.add(ends)
        if relation.name == "HAS_PART":
            wholes.setdefault(ends.target, []).append(ends.source)
            if _is_above(wholes, ends.source, ends.target):
                yield _at(place, "自分自身の一部になっています。", "makes a node a part of itself.")


def _is_above(wholes: dict[str, list[str]], node: str, other: str) -> bool:
    """Return whether ``node`` is a part of ``other``, at any number of levels."""
    ahead, seen = [*wholes.get(node, ())], set()
    while ahead:
        above = ahead.pop()
        if above == other:
            return True
        if above not in seen:
            seen.add(above)
            ahead += wholes.get(above, ())
    return False


def _ends(edge: _Edge, kinds: dict[str, str], place: str) -> Iterator[Text]:
    missing = [end for end in (edge.source, edge.target) if end not in kinds]
    for end in missing:
        yield _at(place, f"節点「{end}」がありません。", f"there is no node “{end}”.")
    if missing:
        return
    if edge.source == edge.target:
        yield _at(place, "自分自身への関係です。", "leads from a node to itself.")
    source, target = kinds[edge.source], kinds[edge.target]
    if (source, target) not in RELATION[edge.type].ends:
        allowed = ", ".join(f"{start} → {end}" for start, end in RELATION[edge.type].ends)
        yield _at(
            place,
            f"{source} → {target} を結べません（結べるのは {allowed}）。",
            f"cannot lead {source} → {target} (but {allowed}).",
        )


def _against(model: type[BaseModel], value: Any, place: str) -> Iterator[Text]:
    try:
        model.model_validate(value, strict=True)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=True):
            yield _fault(fault, place)


def _fault(fault: Any, place: str) -> Text:
    """Return one complaint of pydantic in our words."""
    where = ".".join(str(step) for step in fault["loc"] if not _is_branch(step))
    words = _FAULTS.get(fault["type"], _OTHER)
    values = {"got": _short(fault["input"]), "why": fault["msg"], **fault.get("ctx", {})}
    ja, en = words.format(**values)
    return _at(": ".join(part for part in (place, where) if part), ja, en)


def _is_branch(step: Any) -> bool:
    """Return whether a step names a branch of a union and not a place in the file."""
    return step in {"int", "float", "Measure", "YearValue"}


_OTHER = Text("{why}", "{why}")
_EXPECTED = Text("{expected} のいずれかです（{got}）。", "must be one of {expected}, not {got}.")
_FAULTS: dict[str, Text] = {
    "missing": Text("必須の項目がありません。", "is required and missing."),
    "extra_forbidden": Text("この種類にない項目です。", "is no fact of this kind."),
    "literal_error": _EXPECTED,
    "string_type": Text("文字列ではありません（{got}）。", "must be a string, not {got}."),
    "string_too_short": Text("空です。", "is empty."),
    "int_type": Text("整数ではありません（{got}）。", "must be an integer, not {got}."),
    "float_type": Text("数ではありません（{got}）。", "must be a number, not {got}."),
    "bool_type": Text("真偽値ではありません（{got}）。", "must be true or false, not {got}."),
    "list_type": Text("リストではありません（{got}）。", "must be a list, not {got}."),
    "dict_type": Text("オブジェクトではありません（{got}）。", "must be an object, not {got}."),
    "model_type": Text("オブジェクトではありません（{got}）。", "must be an object, not {got}."),
    "finite_number": Text("数ではありません（{got}）。", "must be a number, not {got}."),
    "greater_than_equal": Text("{ge} 以上です（{got}）。", "must be {ge} or more, not {got}."),
    "less_than_equal": Text("{le} 以下です（{got}）。", "must be {le} or less, not {got}."),
    "no_number": Text("数がありません。", "holds no number."),
    "too_short": Text("数が足りません（{got}）。", "has too few items: {got}."),
    "too_long": Text("数が多すぎます（{got}）。", "has too many items: {got}."),
    "years_reversed": Text("終了年度が開始年度より前です。", "ends before it begins."),
}


def _at(place: str, ja: str, en: str) -> Text:
    return Text(f"{place}: {ja}", f"{place}: {en}") if place else Text(ja, en)


def _place(key: str, index: int, item: Any, names: tuple[str, ...]) -> str:
    ids = " ".join(word for name in names if (word := _word(item, name)))
    return f"{key}[{index}] {ids}".rstrip()


def _word(item: Any, key: str) -> str:
    value = item.get(key, "") if isinstance(item, dict) else ""
    return value if isinstance(value, str) else _short(value)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
