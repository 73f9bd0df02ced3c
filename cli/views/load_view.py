"""What ``load`` says: what was read, how much of each kind, and what is left to look at."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.views import shared_view
from keikaku.graph.findings import finding_texts
from keikaku.graph.language import Lang, Text
from keikaku.graph.merging import Conflict
from keikaku.queries.answers import Answer
from keikaku.queries.check.answer import SEVERITIES

_SOURCE = Text("原本", "Source")
_CORRECTIONS = Text("訂正ファイル", "Corrections")
_RELATIONS = Text("関係（合計）", "relations (all)")
_FINDINGS = Text("確認事項: {each}", "Findings: {each}")
_SETTLED = Text("解決済み", "settled")
_SAVED = Text("{out} に保存しました。", "Written to {out}.")
_CONFLICT = Text(
    "計画書の間で食い違いがあります: {place} の {fact}。先の計画書の値を採りました。",
    "The documents disagree on {fact} of {place}; the first one's was kept.",
)
_COUNTED = {
    "nodes": Text("ノード", "nodes"),
    "relations": Text("関係", "relations"),
    "findings": Text("確認事項", "findings"),
}
_COLUMNS = ["document", "source", "corrections", "what", "name", "number"]


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return each source with its numbers."""
    return [block for row in answer.rows for block in _source(row, reader.lang)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each number."""
    return _COLUMNS, [
        [row["document"], row["source"], row["corrections"] or "", words, name, number]
        for row in answer.rows
        for what, words in _COUNTED.items()
        for code, number in row[what].items()
        for name in [labels.words_of_code(code)]
    ]


def saved(out: str | None) -> Text:
    """Return where the graph was written, if it was."""
    return _SAVED.format(out=out) if out else shared_view.NOT_SAVED


def conflict(disagreement: Conflict) -> Text:
    """Return a fact on which two documents disagree."""
    return _CONFLICT.format(place=disagreement.place, fact=disagreement.fact)


def _source(row: dict[str, Any], lang: Lang) -> list[Block]:
    about: list[list[Any]] = [[_SOURCE.of(lang), row["source"]]]
    if row["corrections"]:
        about.append([_CORRECTIONS.of(lang), row["corrections"]])
    numbers: list[list[Any]] = [
        [row["levels"].get(kind) or labels.coded(kind, lang), str(number)]
        for kind, number in row["nodes"].items()
    ]
    numbers.append([_RELATIONS.of(lang), str(sum(row["relations"].values()))])
    return [
        Section(f"{row['document']} {row['title']}", [], about),
        Section("", headings(("kind", "count"), lang), numbers),
        _FINDINGS.format(each=_findings(row["findings"], lang)).of(lang),
        *("\n".join(finding_texts(finding, lang)) for finding in row["doubts"]),
    ]


def _findings(numbers: dict[str, int], lang: Lang) -> str:
    counts = [f"{labels.coded(name, lang)} {numbers[name]}" for name in SEVERITIES]
    if numbers["settled"]:
        counts.append(f"{_SETTLED.of(lang)} {numbers['settled']}")
    return labels.listed(counts, lang)
