"""What ``relate`` says: each plan with the projects that it is most related to."""

from __future__ import annotations

from typing import Any

from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.graph.language import LANGS, Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.relate.answer import RelatedProject, RelateRow, WeighedReason

REASONS = {
    "law": Text("同じ法令", "same law"),
    "plan": Text("同じ計画・制度", "same plan or system"),
    "named": Text("事業名の記載", "named"),
    "theme": Text("同じテーマ", "same theme"),
    "wording": Text("文言の近さ", "wording"),
}
_TABLE_COLUMNS = "document number title score stated inferred".split()
_NONE = Text(
    "関係する計画・事業は見つかりませんでした。", "No plan or project was found to be related."
)


def blocks(answer: Answer[RelateRow], reader: Reader) -> list[Block]:
    """Return a table for each plan."""
    sections = [_section(row, reader.lang) for row in answer.rows if row.projects]
    return [*sections] or [_NONE.of(reader.lang)]


def flat(answer: Answer[RelateRow]) -> tuple[list[str], list[list[Any]]]:
    """Return a row for each pair."""
    columns = ["id", "number", "title", "project", "document", "project_number"]
    columns += ["project_title", "score", "stated", "inferred"]
    rows = [[*_start(row), *_end(each)] for row in answer.rows for each in row.projects]
    return columns, rows


def _start(row: RelateRow) -> list[Any]:
    return [row.id, row.number, row.title]


def _end(each: RelatedProject) -> list[Any]:
    whose = [each.id, each.document, each.number, each.title, each.score]
    return [*whose, *(_both(ties) for ties in (each.stated, each.inferred))]


def _both(ties: list[WeighedReason]) -> Text:
    return Text(*(_ties(ties, lang).replace("\n", "; ") for lang in LANGS))


def _section(row: RelateRow, lang: Lang) -> Section:
    title = f"{row.number or ''} {row.title}".strip()
    heads = headings(_TABLE_COLUMNS, lang)
    return Section(title, heads, [_cells(each, lang) for each in row.projects])


def _cells(each: RelatedProject, lang: Lang) -> list[str]:
    cells = [each.document, each.number or "―", each.title, f"{each.score:.2f}"]
    return [*cells, _ties(each.stated, lang), _ties(each.inferred, lang)]


def _ties(ties: list[WeighedReason], lang: Lang) -> str:
    return "\n".join(f"{REASONS[tie.reason].of(lang)}: {tie.words}" for tie in ties) or "―"
