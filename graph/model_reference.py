"""The reference page of the model, in Japanese and English, made from the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KINDS
from keikaku.graph.network import ALWAYS
from keikaku.graph.records import SCHEMA, Measure
from keikaku.graph.relations import RELATIONS


class _Words(NamedTuple):
    """The fixed words of the page in one language."""

    title: str
    intro: str
    kinds: str
    relations: str
    facts: str
    no_facts: str
    required: str
    shared: str
    inferred: str
    prose: str
    joint: str
    types: dict[str, str]


_PARTS = " ".join(f"`{part.name}`" for part in fields(Measure))
_JA = _Words(
    title="計画グラフのモデル",
    intro=(
        f"グラフのファイル（JSON、`{SCHEMA}`）に現れる節点の種類と関係の一覧です。どの節点と関係にも"
        "`evidence`（根拠: 文書・行・区分・引用・読み方・確からしさ）が付きます。"
        "機械が読む定義は [schema/keikaku-2.json](schema/keikaku-2.json) にあります。"
    ),
    kinds="節点の種類",
    relations="関係",
    facts="| 項目 | 型 | 必須 | 意味 |",
    no_facts="項目はありません。",
    required="必須",
    shared="複数の文書で共有されます。",
    inferred="文書に書かれたものではなく、keikakuの推定です。",
    prose="本文（`--facts-only` では省かれます）",
    joint="。",
    types={
        "text": "文字列",
        "texts": "文字列のリスト",
        "integer": "整数",
        "number": "数",
        "boolean": "真偽値",
        "measure": f"値（{_PARTS}）",
        "values": "年度別の値のリスト（`fiscal_year`、"
        "`kind`: target / actual / forecast と、値の各項目）",
    },
)
_EN = _Words(
    title="The model of a plan graph",
    intro=(
        f"The kinds of node and the relations that a graph file (JSON, `{SCHEMA}`) holds. Every "
        "node and relation carries `evidence`: document, line, section, quote, reading, "
        "confidence. For machines: [schema/keikaku-2.json](schema/keikaku-2.json)."
    ),
    kinds="Kinds of node",
    relations="Relations",
    facts="| fact | type | required | meaning |",
    no_facts="It carries no facts.",
    required="yes",
    shared="Shared between documents.",
    inferred="Not stated by the document but inferred by keikaku.",
    prose="running text, left out by `--facts-only`",
    joint="; ",
    types={
        "text": "text",
        "texts": "list of texts",
        "integer": "integer",
        "number": "number",
        "boolean": "true or false",
        "measure": f"measure ({_PARTS})",
        "values": "list of yearly values (`fiscal_year`, `kind`: target / actual / forecast, and "
        "the parts of a measure)",
    },
)


def page() -> str:
    """Return the page as Markdown: the whole model in Japanese, then in English."""
    note = "<!-- Made from graph/kinds.py and graph/relations.py by `make docs`; edit those. -->"
    return "\n".join([note, "", *_model(_JA, "ja"), "", "---", "", *_model(_EN, "en"), ""])


def _model(words: _Words, lang: str) -> Iterator[str]:
    yield from (f"# {words.title}", "", words.intro, "", f"## {words.kinds}")
    for kind in KINDS:
        yield from ("", f"### {kind.name} — {getattr(kind, lang)}")
        if kind.shared:
            yield from ("", words.shared)
        yield from ("", *_facts(kind.facts, kind.name, words, lang))
    yield from ("", f"## {words.relations}")
    for relation in RELATIONS:
        yield from ("", f"### {relation.name} — {getattr(relation, lang)}", "")
        yield from (f"- {source} → {target}" for source, target in relation.ends)
        if relation.inferred:
            yield from ("", words.inferred)
        yield from ("", *_facts(relation.facts, relation.name, words, lang))


def _facts(facts: tuple[Fact, ...], owner: str, words: _Words, lang: str) -> Iterator[str]:
    if not facts:
        yield words.no_facts
        return
    yield from (words.facts, "| --- | --- | --- | --- |")
    for fact in facts:
        required = fact.required or fact.name in ALWAYS.get(owner, {})
        texts = [getattr(fact, lang)]
        if fact.choices:
            texts.append(" / ".join(f"`{choice}`" for choice in fact.choices))
        if fact.prose:
            texts.append(words.prose)
        cells = (f"`{fact.name}`", words.types[fact.type], words.required if required else "")
        yield f"| {' | '.join(cells)} | {words.joint.join(texts)} |"
