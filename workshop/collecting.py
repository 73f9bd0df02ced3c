"""``workshop read``: filled forms in, the decisions file out, with a report of what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from keikaku.graph.files import write_whole
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import name_of, responsibilities, scope
from keikaku.workshop import decisions as decided
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.decisions import settling_sheet
from keikaku.workshop.decisions.check_decisions import check
from keikaku.workshop.decisions.resolve import State
from keikaku.workshop.problems import Problem
from keikaku.workshop.reading import Gathered, gather
from keikaku.workshop.reading.form_problems import PROBLEMS as _OF_READING

_TO_SETTLE = Text(
    "{file} に調整が必要な計画{n}件を書きました。記入して同じコマンドを実行すると読み込みます。",
    "{n} plans to settle are in {file}; fill it in and run the same command again.",
)
_ALL_SETTLED = Text(
    "調整が必要な計画はないため、{file} は作成していません。",
    "No plan is left to settle: {file} was not written.",
)
_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem of a form or of the decisions: how severe, about which plan, where, and what.

    ``settled`` is true where a person has decided about the plan, so that it is no longer open;
    ``message`` is in Japanese, ``message_en`` in English.
    """

    severity: str
    code: str
    plan: str | None
    file: str
    sheet: str | None
    cell: str | None
    settled: bool
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Collected:
    """How many plans are decided, in conflict or open; the files read, each with its department.

    ``silent`` are departments that answer for a plan and sent nothing.
    """

    document: str
    files: dict[str, str]
    silent: list[str]
    plans: int
    new: int
    states: dict[State, int]
    decisions: dict[str, int]
    open_errors: int
    open_gaps: int


def collect(
    graph: Graph,
    paths: Iterable[Path],
    *,
    out: Path | None = None,
    conflicts: Path | None = None,
    document: str | None = None,
) -> Answer[ProblemRow]:
    """Gather forms, check what they decide, and write the decisions to ``out``.

    Where ``out`` exists, what is settled in it stays, and so do the answers of files that are not
    read this time. ``conflicts`` is a workbook to settle what is open: if it exists, its entries
    are used; if not, it is written. Rows are the problems, the most severe first; ``totals`` holds
    one :class:`Collected`.

    Raises:
        KeikakuError: a file cannot be read, is not a form or belongs to another document, or
            ``out`` exists and is not a decisions file.
    """
    known = decided.read(out) if out is not None and out.exists() else None
    gathered = gather(graph, paths, document=document, known=known)
    if conflicts is not None and conflicts.exists():
        settled_rows = settling_sheet.settle(conflicts, gathered.decisions)
        gathered = replace(gathered, decisions=settled_rows)
    places = {(problem.file, problem.cell) for problem in gathered.problems}
    problem_list = check(graph, gathered.decisions)
    new = [p for p in problem_list if p.code != "voice-unread" or (p.file, p.cell) not in places]
    problems = [*gathered.problems, *new]
    if out is not None:
        write_whole(out, decided.dumps(gathered.decisions))
    notes = []
    if conflicts is not None and not conflicts.exists():
        count = settling_sheet.write(conflicts, gathered.decisions)
        notes.append((_TO_SETTLE if count else _ALL_SETTLED).format(file=conflicts, n=count))
    settled = {entry.number for entry in gathered.decisions.entries if entry.settled}
    rows = [_row(problem, settled) for problem in problems]
    rows.sort(key=lambda row: (row.settled, _SEVERITIES.index(row.severity)))
    parameters = drop_none(out=None if out is None else str(out), document=document)
    total = _collected(gathered, rows, _departments(graph, gathered.decisions.document))
    return Answer("workshop read", parameters, rows, totals=[total], notes=notes)


def _departments(graph: Graph, document: str) -> list[str]:
    """Return the departments that answer for a plan of the document, by name."""
    plans = scope(graph, document=document).plans
    answering = {duty.department for plan in plans for duty in responsibilities(graph, plan)}
    return sorted(name_of(graph, department) for department in answering)


def _row(problem: Problem, settled: set[str | None]) -> ProblemRow:
    # A settled conflict is no problem any more: a person decided what could not be read.
    done = problem.plan is not None and problem.plan in settled and problem.code in _OF_READING
    return ProblemRow(
        problem.severity,
        problem.code,
        problem.plan,
        problem.file,
        problem.sheet,
        problem.cell,
        done,
        problem.message("ja"),
        problem.message("en"),
    )


def _collected(gathered: Gathered, rows: list[ProblemRow], departments: list[str]) -> Collected:
    voices = {said.by for entry in gathered.decisions.entries for said in entry.said}
    voices.update(gathered.files.values())
    results = decided.outcomes(gathered.decisions)
    states = Counter(each.state for each in results if each.entry.number)
    choices = Counter(each.change.decision for each in results if each.state == "decided")
    return Collected(
        gathered.decisions.document,
        gathered.files,
        [name for name in departments if name not in voices],
        len(gathered.decisions.plans),
        len(gathered.decisions.added),
        {state: states[state] for state in ("decided", "conflict", "gap")},
        {each.code: choices[each.code] for each in DECISIONS},
        sum(row.severity == "error" and not row.settled for row in rows),
        sum(row.code == "gap" for row in rows),
    )
