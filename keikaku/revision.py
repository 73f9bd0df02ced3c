"""The revision of a plan: progress, the workshop, the next edition, comparisons, variants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keikaku.graph.language import Lang
    from keikaku.graph.network import Graph
    from keikaku.queries.answers import Answer
    from keikaku.queries.whatif.answer import Consequence
    from keikaku.workshop.collecting import ProblemRow
    from keikaku.workshop.pack import Packed
    from keikaku.workshop.progress.progress_answer import IndicatorProgress
    from keikaku.workshop.rules import Question


def progress(
    graph: Graph,
    file: str | Path | None = None,
    *,
    department: str | None = None,
    goal: str | None = None,
    plan: str | None = None,
    state: str | None = None,
    document: str | None = None,
) -> Answer[IndicatorProgress]:
    """Return how far each indicator has come (進捗), from a file of actual values.

    Without a file, and for years that it leaves out, the values that the plan prints count.

    ``totals`` sum it up.

    ``state`` is ``reached`` (達成), ``on_course`` (順調), ``nearly`` (概ね順調), ``behind`` (遅れ)
    or ``unknown`` (不明).
    docs/progress.md explains the rules.

    >>> rows = progress(read(), "progress.xlsx", department="収納課")  # doctest: +SKIP

    Raises:
        SourceError: the file cannot be opened.
        ProgressError: it holds cells that cannot be taken; every one is listed.
    """
    from keikaku.workshop import progress as room

    return room.answer(
        graph,
        room.Progress("") if file is None else room.read(Path(file), graph),
        department=department,
        goal=goal,
        plan=plan,
        state=state,
        document=document,
    )


def progress_form(
    graph: Graph,
    out: str | Path,
    *,
    filled: str | Path | None = None,
    department: str | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Path:
    """Write the form (様式) for actual values and states, as ``.xlsx`` or ``.csv``.

    ``filled`` is a progress file whose values are carried over.

    >>> progress_form(read(), "progress.xlsx")  # doctest: +SKIP

    Raises:
        KeikakuError: a name is unknown, several documents are there and none is named, or the
            place cannot be written to.
    """
    from keikaku.workshop import progress as room

    known = None if filled is None else room.read(Path(filled), graph)
    room.template(
        graph, Path(out), document=document, department=department, progress=known, lang=lang
    )
    return Path(out)


def report(
    graph: Graph,
    out: str | Path,
    *,
    progress: str | Path | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Path:
    """Write the progress report (進捗状況報告書) as ``.docx`` or ``.html``.

    It holds a summary, then the progress by goal, by year, what is late, by department, and plan by
    plan. ``progress`` is a filled-in form; without one, and for years that it leaves out, the
    values that the plan prints count.

    >>> report(read(), "report.docx", progress="progress.xlsx")  # doctest: +SKIP

    Raises:
        KeikakuError: neither a file nor the plan states any actual value, the ending is unknown,
            the graph holds several documents and none is named, or the place cannot be written to.
        ProgressError: the file holds cells that cannot be taken; every one is listed.
    """
    from keikaku.exports.documents import html_document, word_document
    from keikaku.graph.errors import KeikakuError
    from keikaku.graph.language import Text
    from keikaku.workshop import progress as room
    from keikaku.workshop import report as sections

    path = Path(out)
    if path.suffix.lower() not in {".docx", ".html"}:
        raise KeikakuError(
            Text(
                "{out}: 報告書は .docx か .html で保存してください。",
                "{out}: a report is saved as .docx or .html.",
            ).format(out=path)
        )
    if progress is None and not room.prints_actuals(graph):
        raise KeikakuError(
            Text(
                "実績値がありません。--progress で記入済みの進捗のファイルを指定してください"
                "（様式は keikaku progress --template で作れます）。",
                "There are no actual values; name a progress file with --progress "
                "(keikaku progress --template writes a form for it).",
            )
        )
    values = room.Progress("") if progress is None else room.read(Path(progress), graph)
    title = sections.title(graph, document, lang)
    blocks = sections.blocks(graph, values, document=document, lang=lang)
    if path.suffix.lower() == ".docx":
        word_document.write(path, title, blocks)
    else:
        html_document.write(path, title, blocks, lang)
    return path


def decisions(
    graph: Graph,
    *forms: str | Path,
    out: str | Path | None = None,
    conflicts: str | Path | None = None,
    document: str | None = None,
) -> Answer[ProblemRow]:
    """Gather filled forms (照会様式; files or folders) into the decisions file ``out``.

    Rows are problems, oddities and open points, the most severe first; ``totals`` counts what is
    decided. ``conflicts`` is a workbook in which people settle open points; it is written, or read
    once it exists. docs/workshop.md explains each kind.

    >>> decisions(read(), "came-back/", out="decisions.yaml")  # doctest: +SKIP

    Raises:
        KeikakuError: a file cannot be read or is no form; all such are listed.
    """
    from keikaku.workshop.collecting import collect

    return collect(
        graph,
        [Path(form) for form in forms],
        out=_path(out),
        conflicts=_path(conflicts),
        document=document,
    )


def questions_raised(
    graph: Graph,
    *,
    plan: str | None = None,
    progress: str | Path | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Answer[Question]:
    """Return the questions for the workshop (論点) that plans and departments raise, with facts.

    >>> {row.number for row in questions_raised(read(), plan="1-1-1")}
    {'1-1-1'}
    """
    from keikaku.workshop.progress import read as progress_of
    from keikaku.workshop.rules import answer

    progress_values = None if progress is None else progress_of(Path(progress), graph)
    return answer(graph, document=document, plan=plan, progress=progress_values, lang=lang)


def workshop_pack(
    graph: Graph,
    out: str | Path,
    *,
    department: str | None = None,
    goal: str | None = None,
    progress: str | Path | None = None,
    due: str | None = None,
    contact: str | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Packed:
    """Write the pack of a workshop (資料一式) into a folder: forms, issue sheets, the hand-out.

    ``due`` (回答期限) and ``contact`` (提出先) stand on all of them.

    >>> workshop_pack(read(), "workshop-pack").departments > 1  # doctest: +SKIP
    True

    Raises:
        KeikakuError: a name is unknown, no plan is left, or the folder holds other things.
    """
    from keikaku.workshop.pack import pack
    from keikaku.workshop.progress import read as progress_of

    progress_values = None if progress is None else progress_of(Path(progress), graph)
    return pack(
        graph,
        Path(out),
        document=document,
        department=department,
        goal=goal,
        progress=progress_values,
        due=due,
        contact=contact,
        lang=lang,
    )


def next_edition(
    graph: Graph,
    decided: str | Path,
    *,
    document_id: str | None = None,
    title: str | None = None,
    first_year: str | int | None = None,
    last_year: str | int | None = None,
    progress: str | Path | None = None,
    gaps: str = "fail",
) -> Graph:
    """Return the next edition (次期計画案) that a decisions file makes, with this one behind it.

    Without options its id, title and years follow from this one's. The last actual values of a
    ``progress`` file become its baselines; ``gaps="continue"`` takes plans without a decision as
    continued.

    >>> both = next_edition(read(), "decisions.yaml")  # doctest: +SKIP

    Raises:
        KeikakuError: conflicts, gaps or what cannot be done are open, each listed; or the
            decisions or the progress cannot be read.
    """
    from keikaku.workshop.edition import Period
    from keikaku.workshop.edition.outcomes import next_edition as made
    from keikaku.workshop.progress import read as progress_of

    both, _ = made(
        graph,
        Path(decided),
        period=Period(document_id, title, first_year, last_year),
        progress=None if progress is None else progress_of(Path(progress), graph),
        gaps=gaps,
    )
    return both


def whatif(
    graph: Graph,
    *changes: tuple[str, str],
    file: str | Path | None = None,
    document: str | None = None,
) -> tuple[Graph, Answer[Consequence]]:
    """Return a variant of the graph (試案), and what the changes would bring (影響の試算).

    Each change is an option of ``keikaku whatif`` and its value; ``file`` holds more, which come
    first. The graph itself stays as it is.

    >>> variant, answer = whatif(read(), ("drop-plan", "1-1-1"))
    >>> len(plans(variant)) == len(plans(read())) - 1
    True

    Raises:
        KeikakuError: a change cannot be read or made; all such are named, and none is made.
    """
    from keikaku.loaders.changes import parse
    from keikaku.queries.whatif.answer import answer

    changes_asked = [parse(*change) for change in changes]
    if file is not None:
        from keikaku.loaders.changes.changes_file import read as read_changes

        changes_asked = [*read_changes(Path(file)), *changes_asked]
    return answer(graph, changes_asked, document=document)


def _path(path: str | Path | None) -> Path | None:
    return None if path is None else Path(path)
