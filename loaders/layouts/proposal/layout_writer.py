"""A proposal as a layout file with comments in Japanese, for a planner to finish in an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.vocabulary import catalogue
from keikaku.loaders.layouts.layout_facts import FACTS, READ_BY_PLACE, fact_label
from keikaku.loaders.layouts.proposal.proposal import Proposal, ProposedLabel

_HEAD = """\
# 様式定義（keikaku layout が {source} から作りました）
#
# 使い方:
#   1. 下の labels を上から順に見て、意味（means）が違うものを直します。
#   2. 「#?」の行は自信のない読み方です。合っていれば行頭の「#? 」を外し、違えば means を直します。
#   3. 読み飛ばしてよい欄は means: skip にして、why に理由を書きます。
#   4. keikaku load {source} --layout このファイル --out graph.json で読み込みます。
#
# means に書ける名前は、このファイルの末尾にあります。
"""


def layout_text(proposal: Proposal) -> str:
    """Return the text of a layout file that reads the source as it is proposed."""
    return "\n".join(_lines(proposal)) + "\n"


def _lines(proposal: Proposal) -> Iterator[str]:
    layout = proposal.choice.layout
    yield _HEAD.format(source=proposal.source)
    yield "layout: keikaku-layout/1"
    yield "id: own-layout            # 英小文字・数字・ハイフン"
    yield f"title: {{ja: {_quoted(f'{proposal.source}の様式')}}}"
    yield ""
    yield "# 計画書に書かれていないこと（分かれば # を外して書きます）"
    yield "# document: {title: 計画書名, municipality: 自治体名, first_year: 2026, last_year: 2030}"
    yield ""
    words = _levels(proposal)
    if words:
        yield "# 階層の名称を上から順に。最後が計画（事業）です。"
        yield f"levels: [{', '.join(map(_quoted, words))}]"
        yield ""
    yield "# 見出しに単位がない金額の単位（円、千円、百万円など）"
    yield f"money: {proposal.money}" if proposal.money else "# money: 千円"
    yield ""
    yield "# 印や番号の意味（凡例が計画書にないとき）"
    yield '# legend: {"○": 実施, "1": 拡充, "2": 継続}'
    yield ""
    yield from _years(proposal)
    yield "# 組み込みの語彙も使うか（false にすると labels に書いた見出しだけを読みます）"
    yield f"catalogue: {'true' if layout.catalogue else 'false'}"
    yield ""
    yield "labels:"
    chapters = _chapters(proposal.labels)
    by_row = any(_is_by_place(each) for each in proposal.labels)
    for each in proposal.labels:
        if by_row and label(each.label).year is not None:
            yield f"  # {_quoted(each.label)} の欄は、行の見出しによって読みます。"
        elif each.label not in chapters:
            yield from _label(each)
        elif chapters[each.label] is each:
            yield f"  # {_quoted(each.label)} の下の欄は、現状値・年度などの見出しごとに読みます。"
    for rule in layout.labels:
        body = rule.model_dump(exclude_none=True)
        yield f"  - {json.dumps(body, ensure_ascii=False)}"
    yield ""
    yield "# means に書ける名前"
    for name, text in FACTS.items():
        yield f"#   {name:<24} {text.ja}"


def _years(proposal: Proposal) -> Iterator[str]:
    blocks = proposal.choice.reading.year_blocks
    rule = proposal.choice.layout.years
    if blocks or rule.era:
        yield "# 年度の見出しがない欄の年度"
        yield "years:"
        yield f"  era: {rule.era or '令和'}"
        if blocks:
            first = blocks[0][3]
            number = (
                str(first) if first else "2026   # 最初のブロックの年度（西暦）に直してください"
            )
            yield f"  blocks: {{first: {number}}}" if first else f"  # blocks: {{first: {number}}}"
        yield ""


def _levels(proposal: Proposal) -> list[str]:
    if proposal.choice.layout.levels:
        return list(proposal.choice.layout.levels)
    return []


def _chapters(labels: Sequence[ProposedLabel]) -> dict[str, ProposedLabel]:
    """Return the labels that stand over columns of several meanings, each with its first entry.

    A rule for one of them would give all of its columns one meaning: 指標 over 現状値 and years.
    """
    chapters: dict[str, ProposedLabel] = {}
    first: dict[str, ProposedLabel] = {}
    for each in labels:
        before = first.setdefault(each.label, each)
        if before is not each or _heads_values(each):
            chapters.setdefault(each.label, before)
    return chapters


def _heads_values(each: ProposedLabel) -> bool:
    """Return whether a label is a word over the values of indicators, and no name of one kind."""
    contexts = catalogue().contexts
    about = {contexts.get(s, {}).get("about") for s in label(each.label).segments[-1:]}
    meaning = each.meaning
    return meaning is not None and meaning.fact.startswith("indicator.") and "indicator" in about


def _is_by_place(each: ProposedLabel) -> bool:
    return each.meaning is not None and each.meaning.fact in READ_BY_PLACE


def _label(each: ProposedLabel) -> Iterator[str]:
    note = f"{each.count}件"
    if each.example:
        note += f"、例: {each.example}"
    meaning = each.meaning
    if meaning is None:
        column = f"{each.where}列目" if each.where.isdigit() else each.where
        where = f"{column}、" if column else ""
        yield f"  # 分からなかった見出し（{where}{note}）"
        yield f"  #? - {{label: [{_quoted(each.label)}], means: skip, why: 理由を書く}}"
        return
    if each.label.startswith("（") or not each.label.strip():
        return
    if _is_by_place(each):
        yield f"  # 「{each.label}」は{fact_label(meaning, 'ja')}として読み取ります（{note}）"
        return
    body = f"label: [{_quoted(each.label)}], means: {meaning.fact}"
    for name in ("level", "part", "role", "kind", "stage", "by", "unit", "why", "name"):
        value = getattr(meaning, name)
        if name == "why" and value in catalogue().reasons:
            value = catalogue().reasons[value]["ja"]
        if value:
            body += f", {name}: {_quoted(str(value))}"
    mark = "#? " if each.sureness == "doubtful" else ""
    yield f"  {mark}- {{{body}}}   # {fact_label(meaning._replace(year=None), 'ja')}（{note}）"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
