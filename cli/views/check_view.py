"""The answer to ``check``: the findings, each with its line, its quote and how to settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Code, Entries, Reader, Section
from keikaku.graph.findings import finding_texts
from keikaku.graph.language import LANGS, Lang, Text
from keikaku.queries.answers import Answer, plain
from keikaku.queries.check.answer import SEVERITIES, FindingRow

_NONE = Text("確認が必要な事項はありません。", "There is nothing to look at.")
_COUNT = Text("確認事項{n}件（{each}）", "Findings: {n} ({each})")
_SETTLED = Text("解決済み: {who} {when} {why}", "settled: {who} {when} {why}")
_HOW = Text("訂正ファイルに加える記述:", "To settle it, add to the corrections file:")
_FEW = 5
"""Up to so many findings are listed without a table of their sorts."""
_COLUMNS = "document code severity node line quote message suggestion settled".split()


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return how many findings there are, of each sort too, then each, most severe first."""
    if not answer.rows:
        return [_NONE.of(reader.lang)]
    each = Entries([[*_finding(row, reader)] for row in answer.rows])
    return [
        counted((row.severity for row in answer.rows), reader.lang),
        *_sorts(answer, reader),
        each,
    ]


def _sorts(answer: Answer[Any], reader: Reader) -> Iterator[Section]:
    """Yield how many findings each code has, where there are more than a few."""
    numbers = Counter((SEVERITIES.index(row.severity), row.code) for row in answer.rows)
    if len(answer.rows) <= _FEW:
        return
    rows = [
        [
            labels.coded(SEVERITIES[severity], reader.lang),
            labels.finding_title(code, reader.lang),
            code,
            str(n),
        ]
        for (severity, code), n in sorted(numbers.items())
    ]
    yield Section("", headings(("severity", "sort", "code", "count"), reader.lang), rows)


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each finding."""
    return _COLUMNS, [
        [
            row.document,
            row.code,
            labels.words_of_code(row.severity),
            row.node or "",
            labels.places(row.evidence),
            "; ".join(piece["quote"] for piece in row.evidence),
            *(Text(*both) for both in zip(*texts, strict=True)),
            "; ".join(map(str, (row.settled or {}).values())),
        ]
        for row in answer.rows
        for texts in [[finding_texts(plain(row), lang)[:2] for lang in LANGS]]
    ]


def counted(severities: Iterator[str], lang: Lang) -> str:
    """Return how many findings there are, in all and of each severity."""
    numbers = Counter(severities)
    each = (f"{labels.coded(name, lang)} {numbers[name]}" for name in SEVERITIES if numbers[name])
    return _COUNT.format(n=numbers.total(), each=labels.listed(each, lang)).of(lang)


def _finding(row: FindingRow, reader: Reader) -> Iterator[Block]:
    lang = reader.lang
    message, suggestion = finding_texts(plain(row), lang)
    where = labels.line_of(row.evidence, lang)
    document = row.document if reader.several else ""
    head = " ".join(filter(None, [f"[{labels.coded(row.severity, lang)}]", document, where]))
    quote = labels.shortened(row.evidence[0]["quote"], 60) if row.evidence else ""
    lines = [f"{head} {message} <{row.code}>", f"  {labels.quoted(quote, lang)}" if quote else ""]
    if row.settled:
        settled = {"who": "", "when": "", "why": ""} | row.settled
        yield "\n".join(filter(None, [*lines, f"  {_SETTLED.format(**settled).of(lang)}"]))
        return
    yield "\n".join(filter(None, [*lines, f"  {suggestion}", f"  {_HOW.of(lang)}"]))
    yield Code(_correction(row))


def _correction(row: FindingRow) -> str:
    from textwrap import indent

    from keikaku.loaders.corrections import entry_for

    return indent(entry_for(plain(row)).rstrip(), "  ")  # as it stands under "corrections:"
