"""Names as people type them: width, kana, case, spaces, 五レス, 和暦, an alias, a unique part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.folding import search_form
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.merging import owner
from keikaku.graph.years import normal_years, years_in
from keikaku.queries.graph_walks import Graph, of_kind

_HIRAGANA = {ord(k): ord(k) - 0x60 for k in map(chr, range(0x30A1, 0x30F7))}
_NUMERALS = {ord(kanji): str(n) for n, kanji in enumerate("〇一二三四五六七八九")}
_ONE_FOR_ONE: dict[int, Any] = _HIRAGANA | _NUMERALS
_LONG_VOWEL_AS_DASH = re.compile(r"(?<=\d)ー(?=\d)")
_NUMBER = re.compile(r"\d+([-.]\d+)*")
_DIVISION = re.compile(r"..部$")
EVERYWHERE = ("Theme", "SdgTarget")
"""Shared kinds that every document may mention: known in a document even if it does not."""

_ROMAN = {
    numeral: str(n)
    for n, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), start=1)
}
_MOST_CANDIDATES = 8
_NEAREST = 3
_FOLDED_MOST = 8192  # spellings kept in mind


class AmbiguousNameError(KeikakuError):
    """The typed name is a part of several names; the message lists them."""


class NameEntry(NamedTuple):
    """A node and its names; the first is shown to people.

    ``narrower`` are words of a theme that mean a part of it.
    """

    id: str
    names: tuple[str, ...]
    narrower: tuple[str, ...] = ()


@lru_cache(_FOLDED_MOST)
def fold(text: str) -> str:
    """Return one spelling for all spellings that a person would call the same name.

    Width, half-width kana and case (NFKC, casefold), hiragana and katakana, spaces, dashes, 五 and
    5, 令和4年度 and 2022年度.

    >>> fold("五 ﾚｽ") == fold("5れす"), fold("２－２－５"), fold("令和四年度予算")
    (True, '2-2-5', '2022予算')
    """
    normal = normal_years(search_form(text))
    for year, words in years_in(normal):
        normal = normal.replace(words, str(year), 1)
    spaceless = "".join(normal.split())
    return _LONG_VOWEL_AS_DASH.sub("-", spaceless).translate(_ONE_FOR_ONE)


def guideline_key(name: str) -> str:
    """Return the key by which laws are compared: a short and a long name have the same key.

    >>> guideline_key("個人情報の保護に関する法律") == guideline_key("個人情報保護法")
    True
    """
    plain = re.sub(r"[（(].*?[）)]", "", fold(name))
    plain = re.sub(r"に関する|の|等|及び|並びに|・|、", "", plain)
    return re.sub(r"法律$", "法", plain)


def is_number(text: str) -> bool:
    """Return whether a typed name is a number such as 2-2-5 or 11.3, never a part of a name."""
    return _NUMBER.fullmatch(fold(text)) is not None


def names_of_kind(graph: Graph, kind: str, document: str | None = None) -> Iterator[NameEntry]:
    """Yield the nodes of a kind with their names, in the order of the graph.

    ``document`` keeps those of one document; shared nodes are kept if it has a relation with them;
    themes and SDG targets are the same for all, and always kept.
    """
    within = None if kind in EVERYWHERE else document
    for node, facts in graph.nodes(data=True):
        if facts["kind"] != kind or (within and not concerns(graph, node, within)):
            continue
        known = (facts.get(key) for key in ("title", "name", "code", "number"))
        names = [name for name in known if name]
        short = [guideline_key(name) for name in names] if kind == "Guideline" else []
        aliases = facts.get("aliases") or ()
        levels = level_names(facts)
        also = (*_without_owner(node, names), facts["label"], *aliases, *levels, *short, node)
        yield NameEntry(node, (*names, *also), tuple(facts.get("narrower") or ()))


def level_names(facts: Mapping[str, Any]) -> list[str]:
    """Return what a level is called by its printed word and number, a Roman one in digits too.

    >>> level_names({"level": "基本方針", "number": "II"})
    ['基本方針II', '基本方針2']
    """
    level, number = facts.get("level"), facts.get("number")
    if not level or not number:
        return []
    digits = _ROMAN.get(number)
    return [f"{level}{number}", *([f"{level}{digits}"] if digits else [])]


def _without_owner(node: str, names: list[str]) -> list[str]:
    """Return the names without the municipality's name before them, as people say them."""
    owner, _, rest = node.partition("/")
    if not rest:
        return []
    return [short for name in names if (short := name.removeprefix(owner)) not in (name, "")]


def find(graph: Graph, kind: str, typed: str, *, document: str | None = None) -> list[str]:
    """Return the ids of the nodes of a kind that a typed name means.

    An id means its node; the whole name wins over a part of a name. More than one id comes back
    only where several nodes have the very same name: departments of two cities, 2-2-5 of two
    documents.

    Raises:
        NotFoundError: no name fits; the message offers the nearest.
        AmbiguousNameError: it is a part of several names; the message lists them.
    """
    return choose(list(names_of_kind(graph, kind, document)), typed, what(kind))


def what(kind: str) -> Text:
    """Return the word for a kind in messages."""
    return Text(KIND[kind].ja, kind)


def choose(candidates: list[NameEntry], typed: str, what: Text) -> list[str]:
    """Return the ids among the candidates that a typed name means; see :func:`find`."""
    if any(c.id == typed for c in candidates):
        return [typed]
    wanted = fold(typed)
    folded = [(c, [fold(name) for name in c.names]) for c in candidates]
    law = guideline_key(typed)
    whole = [c for c, names in folded if wanted in names or (_is_rule(c) and law in names)]
    if whole:
        return [c.id for c in _nearest_of(whole, wanted)]
    of_words = [c for c in candidates if wanted in map(fold, c.narrower)]
    if of_words:
        return [c.id for c in of_words]
    searched = bool(wanted) and not is_number(typed)
    part = [c for c, names in folded if _part(wanted, names)] if searched else []
    if not part and searched and len(wanted) > 1:
        part_of_words = [c.id for c in candidates if any(wanted in fold(w) for w in c.narrower)]
        if part_of_words:
            return part_of_words
    if not part:
        raise NotFoundError(_unknown(typed, what, folded))
    spellings = unique(c.names[0] for c in part)
    if len({fold(name) for name in spellings}) > 1:
        raise AmbiguousNameError(_ambiguous(typed, what, spellings))
    return [c.id for c in part]


def terms_meant(graph: Graph, themes: Iterable[str], typed: str) -> list[str] | None:
    """Return the words of themes that a typed narrower word means.

    None where the typed name is the name of a theme (or a part of it): then all of it is meant.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("t", kind="Theme", name="ムーブレス", narrower=["テレワーク"], label="")
    >>> terms_meant(graph, ["t"], "テレワーク"), terms_meant(graph, ["t"], "ムーブレス")
    (['テレワーク'], None)
    """
    wanted = fold(typed)
    facts = [graph.nodes[node] for node in themes if graph.nodes[node]["kind"] == "Theme"]
    own = [fold(name) for each in facts for name in (each["name"], *(each.get("aliases") or ()))]
    words = [word for each in facts for word in each.get("narrower") or ()]
    if typed in themes or wanted in own:
        return None
    if wanted not in map(fold, words) and any(wanted in name for name in own):
        return None
    return sorted({word for word in words if wanted in fold(word)}) or None


def categories(graph: Graph) -> list[str]:
    """Return the categories of all plans, as printed (新規, 継続, 拡充), each once."""
    plans = of_kind(graph, "Plan")
    return unique(facts["category"] for _, facts in plans if facts.get("category"))


def unique(names: Iterable[str]) -> list[str]:
    """Return the names without repetition, in their order."""
    return list(dict.fromkeys(names))


def _nearest_of(whole: list[NameEntry], wanted: str) -> list[NameEntry]:
    """Return the nodes with this as their main name; else the others, themes only if alone."""
    law = guideline_key(wanted)
    own = [
        c
        for c in whole
        if fold(c.names[0]) == wanted or (_is_rule(c) and guideline_key(c.names[0]) == law)
    ]
    if own:
        return own
    return [c for c in whole if not c.id.startswith("theme/")] or whole


def _is_rule(entry: NameEntry) -> bool:
    """Return whether an entry is a law or another rule, which has a long and a short name."""
    return entry.id.startswith("guideline/")


def concerns(graph: Graph, node: str, document: str) -> bool:
    """Return whether a node belongs to a document or, if shared, has a relation with it."""
    if not KIND[graph.nodes[node]["kind"]].shared or owner(graph, node) == document:
        return owner(graph, node) == document
    ends = (*graph.successors(node), *graph.predecessors(node))
    return any(owner(graph, end) == document for end in ends)


def _part(wanted: str, names: list[str]) -> bool:
    # The last name is the id, and people never type a part of an id's path.
    return any(stands_in(wanted, name) for name in names[:-1])


def stands_in(wanted: str, name: str) -> bool:
    """Return whether a name holds what is typed; a division only where one begins.

    総務部 is no part of 教育総務部総務課: that is another division.
    """
    if not _DIVISION.search(wanted):
        return wanted in name
    return re.search(rf"(?:^|[部局課 ・]){re.escape(wanted)}", name) is not None


def _ambiguous(typed: str, what: Text, names: list[str]) -> Text:
    listed = "、".join(names[:_MOST_CANDIDATES])
    more = len(names) - _MOST_CANDIDATES
    return Text(
        f"{what.ja}「{typed}」に当てはまるものが{len(names)}件あります: {listed}"
        + (f"、ほか{more}件。" if more > 0 else "。"),
        f"{what.en} '{typed}' could be any of {len(names)}: {listed}"
        + (f" and {more} more." if more > 0 else "."),
    )


def _unknown(typed: str, what: Text, folded: list[tuple[NameEntry, list[str]]]) -> Text:
    nearest = _nearest(fold(typed), folded)
    known = unique(candidate.names[0] for candidate, _ in folded)
    if nearest:
        ja, en = f"もしかして: {'、'.join(nearest)}？", f"did you mean: {'、'.join(nearest)}?"
    elif 0 < len(known) <= _MOST_CANDIDATES:
        ja, en = f"あるのは: {'、'.join(known)}。", f"there are: {'、'.join(known)}."
    else:
        return Text(f"{what.ja}「{typed}」は見つかりません。", f"no {what.en} '{typed}'.")
    return Text(f"{what.ja}「{typed}」は見つかりません。{ja}", f"no {what.en} '{typed}'; {en}")


def _nearest(wanted: str, folded: list[tuple[NameEntry, list[str]]]) -> list[str]:
    """Return names that look like the wanted one, best first."""
    from difflib import get_close_matches

    spellings = {
        key: spelling
        for candidate, keys in folded
        for key, spelling in zip(keys[:-1], candidate.names, strict=False)
    }
    close = get_close_matches(wanted, spellings, n=_NEAREST, cutoff=0.5)
    return unique(spellings[key] for key in close)
