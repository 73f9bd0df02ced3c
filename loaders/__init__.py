"""Loaders: a published source → records with evidence and findings.

``load`` is get → transform → correct → check: :mod:`keikaku.loaders.source` reads the file,
``implementation_plan`` reads the family 実施計画, ``mentions``
what its words name, :mod:`keikaku.loaders.corrections` what people have settled,
:mod:`keikaku.loaders.checks` what a person should look at.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.records import Records
from keikaku.loaders.corrections_beside import corrections_for

if TYPE_CHECKING:
    from keikaku.graph.network import Graph
    from keikaku.loaders.implementation_plan.text_rows import Row
    from keikaku.loaders.readers.blocks import Source

_RESERVED = {"theme", "sdg", "guideline", "partner", "municipality"}
"""What the ids of shared nodes begin with."""

__all__ = ["content", "document_id_of", "explain", "load"]

_NO_RECORDS = Text(
    "{path}: グラフ全体を収めたブックです。計画書ではありません。",
    "{path}: holds a whole graph, and is no published plan.",
)
_WHOLE = Text(
    "{path}: グラフ全体を収めたブックです。"
    "--id、--themes、--corrections、--facts-only は使えません。",
    "{path}: holds a whole graph; "
    "it goes with none of --id, --themes, --corrections, --facts-only.",
)


def load(
    source: Path,
    *,
    document_id: str | None = None,
    themes: Path | None = None,
    corrections: Path | None = None,
    layout: Path | None = None,
    facts_only: bool = False,
) -> Records:
    """Read a published plan into records.

    ``document_id`` names the document (default: the file's stem without a trailing ``-plan``);
    ``themes`` extends the list of themes; ``corrections`` are applied before the checks (default:
    those that lie beside the source, see :mod:`keikaku.loaders.corrections_beside`);
    ``layout`` is a layout file (様式定義) to read by, else the one that fits best is taken;
    ``facts_only`` leaves out the prose (:mod:`keikaku.graph.facts_only`).
    Raises :class:`keikaku.graph.errors.SourceError` for a source that cannot be read as a plan,
    :class:`keikaku.graph.errors.CorrectionError` for corrections that cannot.
    """
    records = content(
        source,
        document_id=document_id,
        themes=themes,
        corrections=corrections,
        layout=layout,
        facts_only=facts_only,
    )
    if not isinstance(records, Records):
        raise SourceError(_NO_RECORDS.format(path=source))
    return records


@gc_paused()
def content(
    source: Path,
    *,
    document_id: str | None = None,
    themes: Path | None = None,
    corrections: Path | None = None,
    layout: Path | None = None,
    facts_only: bool = False,
    with_prose: bool = False,
    on_note: Callable[[Text], None] | None = None,
) -> Records | Graph:
    """Return the content of a source: the records of a plan, or the graph that a workbook holds.

    Parameters and errors are those of :func:`load`. A folder or a zip of tables that a key joins
    becomes a graph of several documents, without its prose unless ``with_prose`` is true.
    ``on_note`` takes further notes for the user (default: a Python warning). A workbook of a whole
    graph takes no options; :class:`keikaku.graph.errors.GraphError` says that it holds no graph.
    """
    document = _checked(document_id) or document_id_of(source)
    if _holds_tables(source):
        from keikaku.loaders.relational import load_tables

        return load_tables(source, document, themes=themes, with_prose=with_prose)
    records = _read(source, document, themes, layout)
    if not isinstance(records, Records):
        if layout or document_id or themes or corrections or facts_only:
            raise SourceError(_WHOLE.format(path=source))
        return records
    if corrections is None:
        corrections, note = corrections_for(source, document)
        if note is not None:
            (on_note or _warn)(note)
    _check(records, corrections)
    if facts_only:
        from keikaku.graph import facts_only as short

        return short.facts_only(records)
    return records


def _holds_tables(source: Path) -> bool:
    """Return whether a source is a folder with tables, or a zip."""
    if source.is_dir():
        from keikaku.loaders.relational import is_table_folder

        return is_table_folder(source)
    return source.is_file() and source.suffix.lower() == ".zip"


def _warn(note: Text) -> None:
    warnings.warn(note.ja, stacklevel=4)


def _read(path: Path, document: str, themes: Path | None, layout: Path | None) -> Records | Graph:
    from keikaku.loaders.readers import read_source
    from keikaku.loaders.workbook import is_own, is_workbook

    source = read_source(path)
    own = layout is None and is_workbook(path) and is_own(source)
    if not own:
        return _plans(source, document, themes, layout)
    from keikaku.loaders import sheet_reader
    from keikaku.loaders.workbook import form_plan, workbook_import

    book = sheet_reader.read(path)
    if workbook_import.holds_graph(book):
        return workbook_import.graph_of(book)
    return form_plan.read(path, book, document, themes)


def _plans(source: Source, document: str, themes: Path | None, layout: Path | None) -> Records:
    """Read form pages by their own stages; anything else by the layout that fits it best."""
    from keikaku.loaders.implementation_plan.text_rows import rows_of
    from keikaku.loaders.implementation_plan.transform import is_of_family, transform

    may_be = layout is None and (source.form == "text" or _prints_the_label(source))
    rows = rows_of(source)[0] if may_be else []
    family = is_of_family(rows)
    if family and source.by_position:
        from keikaku.loaders.layouts.choice import columns_lost

        raise columns_lost(source)  # its columns are too narrow to distinguish
    if family and (source.form == "text" or _prints_schedules(rows)):
        try:
            return transform(source, document, themes)
        except SourceError:
            return _else(source, document, themes)
    from keikaku.loaders.layouts.engine import records_of

    try:
        return records_of(source, document, themes, layout)
    except SourceError:
        if family:
            return transform(source, document, themes)
        raise


def _prints_the_label(source: Source) -> bool:
    """Return whether the label of the form pages may be there: a large book is not read for it."""
    from keikaku.loaders.readers.blocks import Paragraph

    return any(
        "画" in text and "名" in text
        for block in source.blocks()
        for text in (
            [block.text] if isinstance(block, Paragraph) else (c.text for c in block.cells)
        )
        if source.form == "text" or len(text) < 200
    )


def _else(source: Source, document: str, themes: Path | None) -> Records:
    """Read what only looked like form pages; where nothing else fits, say why they were refused."""
    from keikaku.loaders.implementation_plan.transform import transform
    from keikaku.loaders.layouts.engine import records_of

    try:
        return records_of(source, document, themes, None)
    except SourceError:
        return transform(source, document, themes)


def _prints_schedules(rows: list[Row]) -> bool:
    """Return whether the schedules of the form pages are there, and not only their first label."""
    return any("行動計画" in "".join(cell.split()) for row in rows for cell in row.cells)


def _check(records: Records, corrections: Path | None) -> None:
    """Correct the facts, then check them; put the findings in the order of the lines."""
    from keikaku.loaders import checks

    if corrections is None:
        records.findings += checks.run(records)
    else:
        _correct_and_check(records, corrections)
    records.findings.sort(key=lambda f: (f.evidence[0].line or 0) if f.evidence else 0)


def _correct_and_check(records: Records, corrections: Path) -> None:
    """Correct the facts, check them, and settle the findings that people have confirmed."""
    from keikaku.loaders import checks
    from keikaku.loaders import corrections as correcting

    settled = correcting.read(corrections)
    correcting.apply(records, settled)
    records.findings += checks.run(records)
    correcting.settle(records, settled)


def explain(source: Path, number: str, *, themes: Path | None = None) -> str:
    """Return what was read for one plan, from which lines, and how it was understood (for people).

    It describes the source alone, before any correction. Raises
    :class:`keikaku.graph.errors.NotFoundError` where the source has no such plan.
    """
    from keikaku.loaders.implementation_plan.explain import explain_plan
    from keikaku.loaders.implementation_plan.text_rows import rows_of
    from keikaku.loaders.implementation_plan.transform import is_of_family
    from keikaku.loaders.readers import read_source

    read = read_source(source)
    if is_of_family(rows_of(read)[0]):
        return explain_plan(read, number, themes)
    from keikaku.loaders.layouts.proposal.layout_explain import explain_record

    return explain_record(read, number)


def _checked(document_id: str | None) -> str | None:
    """Return a user's document id; refuse one with which ids of shared nodes begin."""
    if document_id is not None and (document_id in _RESERVED or not document_id.strip(" /")):
        raise SourceError(
            Text(
                f"文書ID「{document_id}」は使えません。例: aozora-2026",
                f"the document id “{document_id}” cannot be used; take one like aozora-2026",
            )
        )
    return document_id


def document_id_of(source: Path) -> str:
    """Return the id that a document takes from its file.

    ``koriyama-2022-plan.txt`` → ``koriyama-2022``.

    >>> document_id_of(Path("Midorino 2026_plan.txt"))
    'midorino-2026'
    """
    import re
    import unicodedata

    stem = unicodedata.normalize("NFKC", source.stem).casefold()
    stem = re.sub(r"[^\w.]+|_", "-", stem).strip("-.")
    return stem.removesuffix("-plan").strip("-.") or "plan"
