"""The names in a sentence that fill the slots of its form (文型の空欄に入る名前)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, islice
from typing import Any

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.years import fiscal_year
from keikaku.queries import names
from keikaku.queries.answers import one_or_all
from keikaku.queries.asking.vocabulary.letters import holds_word
from keikaku.queries.declaring import Parameter
from keikaku.queries.graph_walks import Graph
from keikaku.queries.reachability_model import NAMEABLE_KINDS
from keikaku.queries.registry import DECLARED
from keikaku.queries.scope import name_of
from keikaku.queries.sentence_examples import nearest_examples
from keikaku.queries.sentence_forms import FILTERS, PARAMETER_OF, Form

Lookup = Callable[[str], Graph]
"""For a kind, a graph that holds at least the nodes of that kind with their names."""

_UNKNOWN = Text(
    "「{sentence}」は、問いとして読み取れません。たとえば次のように尋ねられます: {near}",
    "'{sentence}' is not understood. You can ask, for example: {near}",
)
_QUOTES = "「」『』\"'“”‘’ "
_LINKS = re.compile(
    r"(?:に|と)(?:関わる|かかわる|関係する|関連する|関する)|(?:に|で)(?:行う|動く|実施する)|の|で|かつ|、"
    r"| (?:and|in|of|by|for|under|during) (?:the )?"
)
_MOST_PARTS = 4  # names in one sentence
_MOST_LINKS = 8  # places where one name may end and the next begin


class SlotReader:
    """Fills the slots of forms with names in a graph."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._read: dict[str, list[names.NameEntry]] = {}

    def _names(self, kind: str) -> list[names.NameEntry]:
        """Return the nodes of a kind with their names, read once for all forms."""
        if kind not in self._read:
            self._read[kind] = list(names.names_of_kind(self._lookup(kind), kind))
        return self._read[kind]

    def filled(self, form: Form, match: re.Match[str]) -> dict[str, Any]:
        """Return the parameters of a sentence.

        Raises:
            KeikakuError: a name in it is unknown or ambiguous.
        """
        parameters: dict[str, Any] = {}
        declared = {each.name: each for each in DECLARED[form.question].parameters}
        for slot, words in match.groupdict().items():
            if slot == FILTERS:
                takes = [each for each in declared.values() if each.is_filter]
                if form.is_bare:
                    takes = [each for each in takes if each.kind and not each.spoken]
                parameters |= self._filters(words, takes, whole=form.is_bare)
            else:
                name = PARAMETER_OF.get(slot, slot)
                parameters[name] = self._value(declared[name], words.strip(_QUOTES))
        return parameters

    def _filters(
        self, words: str, takes: list[Parameter], *, whole: bool = False
    ) -> dict[str, Any]:
        """Return what names, one after the other, ask for; a whole name wins over its parts.

        With ``whole``, only whole names count.
        """
        fault: KeikakuError | None = None
        for parts in _partitions(words):
            try:
                return self._each(parts, takes, whole=whole or len(parts) > 1)
            except KeikakuError as error:
                fault = fault or error
        raise fault or _not_understood(words)

    def _each(self, parts: list[str], takes: list[Parameter], *, whole: bool) -> dict[str, Any]:
        values: dict[str, list[Any]] = {}
        for part in parts:
            left = [each for each in takes if each.repeatable or each.name not in values]
            name, value = self._one(part.strip(_QUOTES), left, whole=whole)
            values.setdefault(name, []).append(value)
        return {each.name: one_or_all(values[each.name]) for each in takes if each.name in values}

    def _one(self, words: str, takes: list[Parameter], *, whole: bool) -> tuple[str, Any]:
        """Return the parameter that the words fill, and its value; names before parts of names.

        With ``whole`` (one of several names), a part of a name does not count: 行政サービス.
        """
        fault: KeikakuError | None = None
        for parameter in takes:
            is_name = parameter.kind and not parameter.spoken
            if whole and is_name and not self._is_whole(str(parameter.kind), words):
                continue
            try:
                return parameter.name, self._value(parameter, words)
            except names.AmbiguousNameError as error:
                fault = error
            except KeikakuError:
                continue
        raise fault or self._no_such(words, takes)

    def _no_such(self, words: str, takes: list[Parameter]) -> KeikakuError:
        """Report that nothing has this name, with the nearest names of all kinds it might be."""
        kinds = [each.kind for each in takes if each.kind and not each.spoken]
        candidates = [each for kind in kinds for each in self._names(kind)]
        what = Text("／".join(KIND[kind].ja for kind in kinds), " or ".join(kinds))
        try:
            names.choose(candidates, words, what)
        except KeikakuError as error:
            return error
        return _not_understood(words)

    def _value(self, parameter: Parameter, words: str) -> Any:
        """Return the value of a parameter that the words mean.

        Raises:
            KeikakuError: they mean no value.
        """
        if parameter.type == "year":
            year = fiscal_year(words)
            if year is None:
                raise NotFoundError(Text(f"年度「{words}」", f"year '{words}'"))
            return year
        if parameter.type == "node":
            return self._node(words)
        if parameter.kind is None:
            return words
        if parameter.spoken:
            return self._value_after_kind(parameter.name, parameter.kind, parameter.spoken, words)
        return self._node_name(parameter.kind, words.removesuffix("さん"))

    def _node_name(self, kind: str, words: str) -> str:
        graph = self._lookup(kind)
        try:
            nodes = names.choose(self._names(kind), words, names.what(kind))
        except names.AmbiguousNameError:
            wanted = names.fold(words)
            entries = self._names(kind)
            if any(holds_word(names.fold(n), wanted) for each in entries for n in each.names):
                raise
            raise _not_understood(words) from None  # 水道 is no word of 下水道施設長寿命化基本計画
        if not _is_name(graph, nodes[0], words):
            raise _not_understood(words)
        return _typed_name(graph, nodes)

    def _is_whole(self, kind: str, words: str) -> bool:
        """Return whether words are all of a name, not a part of one."""
        wanted = names.fold(words)
        return any(
            wanted in map(names.fold, (*each.names, *each.narrower)) for each in self._names(kind)
        )

    def _node(self, words: str) -> str:
        kinds = NAMEABLE_KINDS[:1] if names.is_number(words) else NAMEABLE_KINDS
        candidates = [each for kind in kinds for each in self._names(kind)]
        node = names.choose(candidates, words, Text("対象", "thing"))
        kind = next(k for k in kinds if node[0] in self._lookup(k))
        return _typed_name(self._lookup(kind), node[:1])

    def _value_after_kind(self, name: str, kind: str, spoken: str, words: str) -> str:
        """Return the name in words that also say its kind: 目標1, SDGsの11.3."""
        match = re.compile(spoken, re.IGNORECASE).fullmatch(words)
        if match is None:
            raise NotFoundError(Text(f"「{words}」は{name}ではありません。", f"'{words}'?"))
        typed = next(group for group in match.groups() if group).strip(_QUOTES)
        # A goal of the SDGs stands for its targets, and is not a node itself.
        return typed if kind == "SdgTarget" else self._node_name(kind, typed)


def _not_understood(words: str) -> NotFoundError:
    """Report that words are not a name that a slot may hold, with the nearest examples."""
    return NotFoundError(_UNKNOWN.format(sentence=words, near=nearest_examples(words)))


def _typed_name(graph: Graph, nodes: list[str]) -> str:
    """Return the name of nodes in a command: the number if there is one, else the name."""
    return str(graph.nodes[nodes[0]].get("number") or name_of(graph, nodes[0]))


_LEAST = {"Plan": 3}
"""The fewest letters of a part of a name: PFI is a theme, not a plan with that word."""


def _is_name(graph: Graph, node: str, words: str) -> bool:
    """Return whether words are a name of a node, or a part of it: 水道 is not 上下水道協会."""
    wanted, facts = names.fold(words), graph.nodes[node]
    own_names = [facts.get(key) for key in ("title", "name", "code", "number", "label")]
    own = [names.fold(str(each)) for each in own_names if each]
    known = [node, *own, *map(names.fold, facts.get("aliases") or ())]
    if facts["kind"] == "Department":  # 介護 does not mean 介護保険課, though 保険課 may.
        return wanted in known or any(name.endswith(wanted) for name in own)
    least = _LEAST.get(facts["kind"], 1)
    return wanted in known or (
        len(wanted) > least and any(holds_word(name, wanted) for name in own)
    )


def _partitions(words: str) -> Iterator[list[str]]:
    """Yield the words whole, then cut at ever more of the places that link two names."""
    places = [link.span() for link in islice(_LINKS.finditer(words), _MOST_LINKS)]
    yield [words]
    for count in range(1, min(len(places), _MOST_PARTS - 1) + 1):
        for chosen in combinations(places, count):
            starts = [0, *(end for _, end in chosen)]
            ends = [*(start for start, _ in chosen), len(words)]
            parts = [words[a:b] for a, b in zip(starts, ends, strict=True)]
            if all(parts):
                yield parts
