"""Tables joined by a key → one graph with a document for each publisher."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from keikaku.graph.errors import SourceError
from keikaku.graph.findings import (
    ColumnUnread,
    NameDiffers,
    RelatedMissing,
    RelatedOneSided,
    TableAccount,
)
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.network import Graph
from keikaku.loaders.mentions.theme_mentions import Themes, read_themes
from keikaku.loaders.relational.graph_builder import GraphBuilder, place
from keikaku.loaders.relational.project_rows import Project, Row, by_key
from keikaku.loaders.relational.relational_layout import (
    RelationalLayout,
    TableRule,
    built_in_layouts,
)
from keikaku.loaders.relational.table_files import Table, read_tables

_NO_LAYOUT = Text(
    "{path}: 表の見出しに合う様式定義がありません。計画書を収めたフォルダーではないか、"
    "表がそろっているかを確認してください。",
    "{path}: no layout fits the heads of its tables. Check that it is the folder of a published "
    "plan, and that all its tables are there.",
)


class _Read(NamedTuple):
    rule: TableRule
    table: Table
    rows: dict[str, list[Row]]


class _Setting(NamedTuple):
    """What holds for the whole source: its layout, names, themes, and the graph in the making."""

    layout: RelationalLayout
    document_id: str
    head: dict[str, str]
    themes: Themes
    builder: GraphBuilder


@gc_paused()
def load_tables(
    path: Path, document_id: str, *, themes: Path | None = None, with_prose: bool = False
) -> Graph:
    """Read the tables of a folder or a zip into one graph.

    Each publisher becomes a document ``document_id/publisher``. Running text (overview, comments)
    is kept only ``with_prose``: it is most of the size. Evidence names table and record.

    Raises:
        SourceError: no built-in layout fits the tables, or one cannot be read.
    """
    tables = read_tables(path)
    layout = _fitting(tables)
    if layout is None:
        raise SourceError(_NO_LAYOUT.format(path=path))
    builder = GraphBuilder(with_prose=with_prose)
    reads = [_read(layout, rule, tables, builder) for rule in layout.tables]
    digest = hashlib.sha256("\n".join(table.name for table in tables).encode()).hexdigest()
    head = {"source": path.name, "sha256": digest}
    setting = _Setting(layout, document_id, head, read_themes(themes), builder)
    projects = _projects([read for read in reads if read], setting)
    _tie(projects, layout, builder)
    builder.graph.graph["findings"] = [asdict(finding) for finding in builder.findings]
    return builder.graph


def _fitting(tables: list[Table]) -> RelationalLayout | None:
    """Return the layout most of whose tables are there."""

    def there(layout: RelationalLayout) -> int:
        return sum(_table_of(rule, tables) is not None for rule in layout.tables)

    best = max(built_in_layouts(), key=there, default=None)
    return best if best is not None and there(best) * 2 > len(best.tables) else None


def _table_of(rule: TableRule, tables: list[Table]) -> Table | None:
    return next((t for t in tables if all(t.column(head) is not None for head in rule.needs)), None)


def _read(
    layout: RelationalLayout, rule: TableRule, tables: list[Table], builder: GraphBuilder
) -> _Read | None:
    table = _table_of(rule, tables)
    if table is None:
        return None
    skip = rule.skip_rows_with
    column = table.column(skip.column) if skip else None
    places = {head: number for number, head in enumerate(table.heads)}
    rows = [
        Row(rule.name, number, cells, places)
        for number, cells in enumerate(table.rows)
        if any(cells) and not (column is not None and cells[column].strip())
    ]
    _account(layout, rule, table, len(rows), builder)
    return _Read(rule, table, by_key(iter(rows), layout.key))


def _account(
    layout: RelationalLayout, rule: TableRule, table: Table, read: int, builder: GraphBuilder
) -> None:
    """Say how many rows were read, and which columns no rule knows."""
    known = rule.columns() | set(layout.skip) | {layout.key, layout.title_column, layout.year}
    known |= set(layout.publishers) | set(rule.skip_columns_of_skipped_rows)
    known |= {link.column for t in layout.tables for d in t.departments for link in d.chain}
    for place_of, head in enumerate(table.heads):
        if head in known:
            continue
        filled = sum(1 for row in table.rows if row[place_of].strip())
        if filled:
            details = {"table": rule.name, "column": head, "filled": filled}
            builder.finding(ColumnUnread, None, None, **details)
    total = sum(1 for row in table.rows if any(row))
    why = rule.skip_rows_with.why if rule.skip_rows_with else "なし"
    details = {"table": rule.name, "rows": total, "read": read, "skipped": total - read}
    builder.finding(TableAccount, None, None, **details, why=why)


def _projects(reads: list[_Read], setting: _Setting) -> dict[str, Project]:
    described = next((read for read in reads if read.rule.plan), reads[0])
    projects: dict[str, Project] = {}
    for key, rows in described.rows.items():
        project = _project(key, rows, setting)
        projects[key] = project
        project.plan(described.rule, rows[0])
        for read in reads:
            mine = read.rows.get(key, [])
            _check_names(project, mine)
            project.read(read.rule, mine)
        project.finish()
    return projects


def _project(key: str, rows: list[Row], setting: _Setting) -> Project:
    row, layout = rows[0], setting.layout
    publisher = next((row[column] for column in layout.publishers if row[column]), "不明")
    printed = row[layout.year]
    year = int(printed) if printed.isdigit() else None
    document = f"{setting.document_id}/{publisher}"
    _document(document, publisher, year, setting)
    title = " ".join(row[layout.title_column].split())
    return Project(key, title, publisher, document, year, layout, setting.builder, setting.themes)


def _document(document: str, publisher: str, year: int | None, setting: _Setting) -> None:
    builder, layout = setting.builder, setting.layout
    if document in builder.graph:
        return
    title = layout.document_title.format(publisher=publisher, year=year)
    years = {"first_year": year, "last_year": year}
    facts = {"id": document, "title": title, "municipality": publisher, **years, **setting.head}
    builder.graph.graph["documents"].append(facts)
    builder.graph.graph["document"] = builder.graph.graph["documents"][0]
    city = f"municipality/{publisher}"
    builder.node(city, "Municipality", publisher, {"name": publisher}, None)
    builder.node(document, "PlanDocument", title, {"title": title, **years}, None)
    builder.edge(city, document, "PUBLISHES", None)


def _check_names(project: Project, rows: list[Row]) -> None:
    for row in rows:
        name = " ".join(row[project.layout.title_column].split())
        if name and name != project.title:
            evidence = place(project.document, row.table, row.number, name)
            details = {"plan": project.key, "first": project.title, "second": name}
            project.builder.finding(NameDiffers, project.node, evidence, **details)
            return


def _tie(projects: dict[str, Project], layout: RelationalLayout, builder: GraphBuilder) -> None:
    """Make ASSOCIATED_WITH of what projects say of each other, and note what does not agree."""
    inverse = {a: b for rule in layout.tables for a, b in rule.inverse.items()}
    inverse |= {b: a for a, b in inverse.items()}
    pairs = {(each.plan, each.key) for p in projects.values() for each in p.related}
    for project in projects.values():
        for each in project.related:
            other = projects.get(each.key)
            if other is None:
                details = {"plan": project.key, "related": each.title, "key": each.key}
                builder.finding(RelatedMissing, project.node, each.evidence, **details)
                continue
            builder.edge(
                project.node, other.node, "ASSOCIATED_WITH", each.evidence, words=each.words
            )
            if each.words in inverse and (other.node, project.key) not in pairs:
                details = {"plan": project.key, "related": other.key, "words": each.words}
                builder.finding(RelatedOneSided, project.node, each.evidence, **details)
