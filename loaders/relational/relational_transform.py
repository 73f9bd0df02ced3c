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
    ProjectUndescribed,
    RelatedMissing,
    RelatedOneSided,
    RowsWithoutKey,
    TableAccount,
    TableMissing,
    TableUnread,
)
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.network import Graph
from keikaku.loaders.mentions.theme_mentions import Themes, read_themes
from keikaku.loaders.relational.graph_builder import GraphBuilder, place
from keikaku.loaders.relational.project_logic import is_year_head
from keikaku.loaders.relational.project_rows import Project, Row, year_in
from keikaku.loaders.relational.relational_layout import (
    RelationalLayout,
    TableRule,
    built_in_layouts,
)
from keikaku.loaders.relational.table_files import Table, head_key, read_tables
from keikaku.loaders.text import normal

_NO_LAYOUT = Text(
    "{path}: 表の見出しに合う様式定義がありません。計画書を収めたフォルダーではないか、"
    "表がそろっているかを確認してください。",
    "{path}: no layout fits the heads of its tables. Check that it is the folder of a published "
    "plan, and that all its tables are there.",
)


Key = tuple[int | None, str]
"""The fiscal year of a project and its key: editions of several years may lie in one folder."""


class _Read(NamedTuple):
    rule: TableRule
    rows: dict[Key, list[Row]]


class _Setting(NamedTuple):
    """What holds for the whole source: its layout, names, themes, and the graph in the making."""

    layout: RelationalLayout
    document_id: str
    head: dict[str, str]
    themes: Themes
    builder: GraphBuilder
    by_year: bool
    """True where the tables hold projects of several years."""


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
    reads = _reads(layout, tables, builder)
    digest = hashlib.sha256("\n".join(table.name for table in tables).encode()).hexdigest()
    head = {"source": path.name, "sha256": digest}
    years = {year for read in reads for year, _ in read.rows}
    setting = _Setting(layout, document_id, head, read_themes(themes), builder, len(years) > 1)
    projects = _projects(reads, setting)
    _tie(projects, layout, builder)
    builder.graph.graph["findings"] = [asdict(finding) for finding in builder.findings]
    return builder.graph


def _fitting(tables: list[Table]) -> RelationalLayout | None:
    """Return the layout that knows most of the tables, if it reads something of them."""

    def known(layout: RelationalLayout, *, read: bool = False) -> int:
        rules = [rule for rule in layout.tables if not (read and rule.skip_table)]
        return sum(any(_fits(rule, table) for rule in rules) for table in tables)

    best = max(built_in_layouts(), key=known, default=None)
    fits = best is not None and known(best) * 2 > len(tables) and known(best, read=True) > 0
    return best if fits else None


def _fits(rule: TableRule, table: Table) -> bool:
    return all(table.column(head) is not None for head in rule.needs)


def _reads(layout: RelationalLayout, tables: list[Table], builder: GraphBuilder) -> list[_Read]:
    """Read each table by the first rule that it fits; several tables may be parts of one."""
    of_rule: dict[str, list[Table]] = {}
    for table in tables:
        rule = next((rule for rule in layout.tables if _fits(rule, table)), None)
        if rule is None:
            details = {"table": table.name, "rows": len(table.rows)}
            builder.finding(TableUnread, None, None, **details)
        else:
            of_rule.setdefault(rule.name, []).append(table)
    reads = []
    for rule in layout.tables:
        parts = of_rule.get(rule.name)
        if parts:
            reads.append(_read(layout, rule, parts, builder))
        elif not rule.skip_table:
            builder.finding(TableMissing, None, None, table=rule.name)
    return reads


def _read(
    layout: RelationalLayout, rule: TableRule, tables: list[Table], builder: GraphBuilder
) -> _Read:
    of_key: dict[Key, list[Row]] = {}
    without, total, parts = 0, 0, 0
    for table in tables:
        name = rule.name if len(tables) == 1 else table.name
        skip = table.column(rule.skip_rows_with.column) if rule.skip_rows_with else None
        _columns(layout, rule, table, builder)
        for number, cells in enumerate(table.rows):
            if not any(cells):
                continue
            total += 1
            parts += skip is not None and bool(cells[skip].strip())
            if rule.skip_table:
                continue
            row = Row(name, number, cells, table.places)
            key = _key(row[layout.key])
            if key:
                of_key.setdefault((year_in(row[layout.year]), key), []).append(row)
            else:
                without += 1
    if without:
        details = {"table": rule.name, "rows": without, "column": layout.key}
        builder.finding(RowsWithoutKey, None, None, **details)
    _account(rule, total, 0 if rule.skip_table else total - parts - without, builder)
    return _Read(rule, of_key)


def _key(text: str) -> str:
    """Return a key as tables are joined by it: 007, ７ and 7.0 are one."""
    plain = _printed_key(text)
    return plain.lstrip("0") or plain if plain.isdigit() else plain


def _printed_key(text: str) -> str:
    """Return a key as printed, without what a spreadsheet adds to a number."""
    return normal(text).strip().removesuffix(".0")


def _columns(
    layout: RelationalLayout, rule: TableRule, table: Table, builder: GraphBuilder
) -> None:
    """Say which columns of a table no rule knows."""
    if rule.skip_table:
        return
    known = rule.columns() | set(layout.skip) | {layout.key, layout.title_column, layout.year}
    known |= set(layout.publishers) | set(rule.skip_columns_of_skipped_rows)
    known |= {link.column for t in layout.tables for d in t.departments for link in d.chain}
    keys = {head_key(head) for head in known}
    for at, head in enumerate(table.heads):
        if head_key(head) in keys or (rule.indicators and is_year_head(head)):
            continue
        filled = sum(1 for row in table.rows if row[at].strip())
        if filled:
            details = {"table": rule.name, "column": head, "filled": filled}
            builder.finding(ColumnUnread, None, None, **details)


def _account(rule: TableRule, total: int, read: int, builder: GraphBuilder) -> None:
    """Say how many rows of a table were read."""
    skip = rule.skip_rows_with
    why = rule.skip_table or (skip.why if skip else "なし")
    details = {"table": rule.name, "rows": total, "read": read, "skipped": total - read}
    builder.finding(TableAccount, None, None, **details, why=why)


def _projects(reads: list[_Read], setting: _Setting) -> dict[Key, Project]:
    described = next((read for read in reads if read.rule.plan), None)
    order = [described, *reads] if described else reads
    keys = dict.fromkeys(key for read in order for key in read.rows)
    logic = any(read.rule.logic or read.rule.indicators for read in reads)
    projects: dict[Key, Project] = {}
    for key in keys:
        first = next((read.rows[key] for read in order if key in read.rows), [])
        project = _project(key, first, setting)
        projects[key] = project
        rule = described.rule if described and key in described.rows else None
        project.plan(rule, first[0])
        if described and rule is None:
            details = {"plan": project.key, "name": project.title, "table": described.rule.name}
            evidence = project.place(first[0], project.title)
            setting.builder.finding(ProjectUndescribed, project.node, evidence, **details)
        for read in reads:
            mine = read.rows.get(key, [])
            _check_names(project, mine)
            project.read(read.rule, mine)
        project.finish(logic=logic)
    return projects


def _project(key: Key, rows: list[Row], setting: _Setting) -> Project:
    row, layout = rows[0], setting.layout
    year, _ = key
    publisher = next((row[column] for column in layout.publishers if row[column]), "不明")
    document = f"{setting.document_id}/{publisher}"
    if setting.by_year:
        document += f"/{year or '年度不明'}"
    _document(document, publisher, year, setting)
    title = " ".join(row[layout.title_column].split())
    printed = _printed_key(row[layout.key])
    return Project(
        printed, title, publisher, document, year, layout, setting.builder, setting.themes
    )


def _document(document: str, publisher: str, year: int | None, setting: _Setting) -> None:
    builder, layout = setting.builder, setting.layout
    if document in builder.graph:
        return
    of_year = layout.document_title if year else layout.document_title_without_year
    title = of_year.format(publisher=publisher, year=year)
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


def _tie(projects: dict[Key, Project], layout: RelationalLayout, builder: GraphBuilder) -> None:
    """Make ASSOCIATED_WITH of what projects say of each other, and note what does not agree."""
    inverse = {a: b for rule in layout.tables for a, b in rule.inverse.items()}
    inverse |= {b: a for a, b in inverse.items()}
    pairs = {(each.plan, _key(each.key)) for p in projects.values() for each in p.related}
    for (year, key), project in projects.items():
        for each in project.related:
            other = projects.get((year, _key(each.key)))
            if other is None:
                details = {"plan": project.key, "related": each.title, "key": each.key}
                builder.finding(RelatedMissing, project.node, each.evidence, **details)
                continue
            builder.edge(
                project.node, other.node, "ASSOCIATED_WITH", each.evidence, words=each.words
            )
            if each.words in inverse and (other.node, key) not in pairs:
                details = {"plan": project.key, "related": other.key, "words": each.words}
                builder.finding(RelatedOneSided, project.node, each.evidence, **details)
