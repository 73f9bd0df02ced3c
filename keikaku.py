"""keikaku (計画): a published plan as a graph, and questions to it, on one page.

>>> import keikaku
>>> graph = keikaku.read()
>>> for row in keikaku.plans(graph, theme="キャッシュレス"):
...     assert row.matches, "each plan comes with why it matched"

A graph is a ``networkx.MultiDiGraph``: node attributes are ``kind``, ``label``, the facts of the
kind and ``evidence``; docs/model.md lists them. Every function imports what it needs when it is
called. Every error that a reader can mend is a :class:`graph.errors.KeikakuError`; a question
raises it for a name that the graph does not know or that means several, and for a value that there
is not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.language import Lang
    from graph.merging import Conflict
    from graph.network import Graph
    from queries.answers import Answer
    from queries.bridges import BridgeRow
    from queries.check import FindingRow
    from queries.departments import DepartmentRow
    from queries.guidelines import GuidelineRow
    from queries.indicators import IndicatorRow
    from queries.plan import PlanWhole
    from queries.plans import PlanRow
    from queries.reach import Reached
    from queries.themes import ThemeRow
    from queries.workload import WorkloadRow, YearRow

__all__ = [
    "ask",
    "bridges",
    "check",
    "departments",
    "dependencies",
    "explain",
    "guidelines",
    "impact",
    "indicators",
    "load",
    "map",
    "merge",
    "only",
    "plan",
    "plans",
    "read",
    "themes",
    "validate",
    "workload",
    "write",
]


def load(
    source: str | Path,
    *,
    document_id: str | None = None,
    themes: str | Path | None = None,
    corrections: str | Path | None = None,
    facts_only: bool = False,
) -> Graph:
    """Read a published plan (計画書) into a graph, with the evidence of every fact.

    ``document_id`` names the document (else the file's stem without ``-plan``); ``themes`` adds to
    the themes and their synonyms, ``corrections`` holds what people have settled (both YAML);
    ``facts_only`` leaves out the prose (事業概要, 目指す姿).

    >>> graph = load("examples/midorino-2026-plan.txt")
    >>> graph.graph["document"]["municipality"]
    'みどり野市'

    Raises:
        SourceError: the source cannot be read as a plan.
        CorrectionError: the corrections cannot be read.
    """
    import loaders
    from graph import network

    records = loaders.load(
        Path(source),
        document_id=document_id,
        themes=_path(themes),
        corrections=_path(corrections),
        facts_only=facts_only,
    )
    return network.from_records(records)


def explain(source: str | Path, number: str, *, themes: str | Path | None = None) -> str:
    """What was read for one plan, from which lines, and how it was understood, in Japanese.

    It tells what the source says, before any correction.

    >>> "1-1-1" in explain("examples/midorino-2026-plan.txt", "1-1-1")
    True

    Raises:
        SourceError: the source cannot be read as a plan.
        NotFoundError: it holds no plan of that number.
    """
    import loaders

    return loaders.explain(Path(source), number, themes=_path(themes))


def read(path: str | Path | None = None) -> Graph:
    """Read a graph from its file (``keikaku/1`` JSON); without a path, the bundled one.

    >>> read().graph["document"]["id"] in {row["id"] for row in read().graph["documents"]}
    True

    Raises:
        GraphError: the file is missing, broken or against the model.
    """
    from graph import bundled, jsonfile

    return jsonfile.read(bundled.path() if path is None else Path(path))


def write(graph: Graph, path: str | Path) -> None:
    """Write a graph to a file, whole or not at all; the same graph gives the same bytes.

    >>> write(read(), "graph.json")  # doctest: +SKIP

    Raises:
        KeikakuError: the place cannot be written to.
    """
    from graph import jsonfile

    jsonfile.write(Path(path), graph)


def validate(graph: Graph) -> None:
    """Hold a graph to the declared model (docs/model.md).

    >>> validate(read())

    Raises:
        GraphError: names every place that does not fit.
    """
    from graph import network, validation

    validation.validate(network.to_payload(graph))


def merge(*graphs: Graph) -> tuple[Graph, list[Conflict]]:
    """Several documents in one graph, and the facts on which they disagree (the first's is kept).

    >>> both, conflicts = merge(read(), load("examples/midorino-2026-plan.txt"))
    >>> len(both.graph["documents"])
    2

    Raises:
        GraphError: a document occurs twice, or one id means different kinds.
    """
    from graph import merging

    return merging.merge(graphs)


def only(graph: Graph, document: str) -> Graph:
    """The part of a graph that one of its documents tells.

    >>> graph = read()
    >>> only(graph, graph.graph["document"]["id"]).number_of_edges() == graph.number_of_edges()
    True

    Raises:
        GraphError: the graph holds no such document.
    """
    from graph import merging

    return merging.only(graph, document)


def plans(  # noqa: PLR0913 - one for each thing that can be asked
    graph: Graph,
    *,
    theme: str | None = None,
    department: str | None = None,
    guideline: str | None = None,
    goal: str | None = None,
    initiative: str | None = None,
    sdg: str | None = None,
    year: str | int | None = None,
    text: str | None = None,
    basis: str | None = None,
    document: str | None = None,
) -> Answer[PlanRow]:
    """The plans (実施計画) that match all that is given, each with why it matched.

    Names are taken as people type them; ``basis`` is ``mark`` or ``text``.

    >>> [row.number for row in plans(read(), theme="5レス", basis="mark")] != []
    True
    """
    from queries.plans import answer

    return answer(
        graph,
        theme=theme,
        department=department,
        guideline=guideline,
        goal=goal,
        initiative=initiative,
        sdg=sdg,
        year=year,
        text=text,
        basis=basis,
        document=document,
    )


def plan(graph: Graph, number: str, *, document: str | None = None) -> Answer[PlanWhole]:
    """One plan whole: who answers for it, actions by year, indicators, what it rests on.

    >>> [whole.number for whole in plan(read(), "1-1-1")]
    ['1-1-1']
    """
    from queries.plan import answer

    return answer(graph, number=number, document=document)


def workload(
    graph: Graph,
    *,
    department: str | None = None,
    goal: str | None = None,
    by: str | None = None,
    document: str | None = None,
) -> Answer[WorkloadRow | YearRow]:
    """How much each department (所管課) answers for, and how concentrated it is (``totals``).

    docs/counting.md tells how things are counted. ``by="year"`` gives a row for each fiscal year.

    >>> heaviest, *_ = workload(read())
    >>> heaviest.plans >= heaviest.fractional
    True
    """
    from queries.workload import answer

    return answer(graph, department=department, goal=goal, by=by, document=document)


def dependencies(
    graph: Graph,
    node: str | None = None,
    *,
    depth: int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Answer[Reached]:
    """What a plan, or another thing, rests on (依存), each with its path; or what all plans do.

    >>> all(row.path for row in dependencies(read()))
    True
    """
    from queries.dependencies import answer

    return answer(
        graph, node=node, depth=depth, include_inferred=include_inferred, document=document
    )


def impact(
    graph: Graph,
    node: str,
    *,
    depth: int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Answer[Reached]:
    """What is affected if the plan, guideline, department, theme or indicator changes (影響).

    >>> {row.depth for row in impact(read(), "DX", depth=1)}
    {1}
    """
    from queries.impact import answer

    return answer(
        graph, node=node, depth=depth, include_inferred=include_inferred, document=document
    )


def indicators(
    graph: Graph,
    *,
    without_baseline: bool = False,
    at_target: bool = False,
    unit: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[IndicatorRow]:
    """Targets and baselines (目標値・現況値), and who answers for them.

    >>> any(row.baseline for row in indicators(read(), without_baseline=True))
    False
    """
    from queries.indicators import answer

    return answer(
        graph,
        without_baseline=without_baseline,
        at_target=at_target,
        unit=unit,
        department=department,
        goal=goal,
        document=document,
    )


def themes(
    graph: Graph,
    theme: str | None = None,
    *,
    with_theme: str | None = None,
    and_theme: str | None = None,
    matrix: str | None = None,
    basis: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[ThemeRow]:
    """Each theme (テーマ) with the plans that touch it, alone or together with another.

    >>> [row.other for row in themes(read(), with_theme="DX", and_theme="BPR")] in ([], ["BPR"])
    True
    """
    from queries.themes import answer

    return answer(
        graph,
        theme=theme,
        with_theme=with_theme,
        and_theme=and_theme,
        matrix=matrix,
        basis=basis,
        goal=goal,
        document=document,
    )


def guidelines(
    graph: Graph,
    guideline: str | None = None,
    *,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[GuidelineRow]:
    """Each law, guideline or plan (法令・指針等) with the plans that rest on it.

    >>> all(row.count == len(row.plans) for row in guidelines(read()))
    True
    """
    from queries.guidelines import answer

    return answer(graph, guideline=guideline, matrix=matrix, goal=goal, document=document)


def departments(
    graph: Graph,
    department: str | None = None,
    *,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[DepartmentRow]:
    """Each department (所管課) with the plans that it answers for, and those that name it.

    >>> all(row.lead <= row.count for row in departments(read()))
    True
    """
    from queries.departments import answer

    return answer(graph, department=department, matrix=matrix, goal=goal, document=document)


def bridges(
    graph: Graph, *, top: int | None = None, document: str | None = None
) -> Answer[BridgeRow]:
    """What holds the plan together and where it would break, in words (要と切れ目).

    >>> all(row.words for row in bridges(read(), top=3))
    True
    """
    from queries.bridges import answer

    return answer(graph, top=top, document=document)


def ask(graph: Graph, sentence: str, *, document: str | None = None) -> Answer[Any]:
    """The answer to a question as a person says it; ``command`` tells how it was understood.

    >>> ask(read(), "キャッシュレスに関わる計画").command
    'keikaku plans --theme キャッシュレス'
    """
    from queries import registry
    from queries.sentences import answered

    def question(name: str, **parameters: Any) -> Answer[Any]:
        return registry.ask(name, graph, **parameters)

    return answered(lambda _: graph, question, sentence, document)


def check(
    graph: Graph,
    *,
    severity: str | None = None,
    code: str | None = None,
    settled: bool = False,
    document: str | None = None,
) -> Answer[FindingRow]:
    """The findings (確認事項), most severe first; those already settled only where asked for.

    >>> {row.severity for row in check(read(), severity="error")} <= {"error"}
    True
    """
    from queries.check import answer

    return answer(graph, severity=severity, code=code, settled=settled, document=document)


def map(  # noqa: A001 - the command's name
    graph: Graph,
    out: str | Path,
    *,
    focus: str | None = None,
    depth: str | int | None = None,
    theme: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Path:
    """Write the interactive map (地図): one HTML file that asks nothing of any network.

    ``focus`` keeps what lies within ``depth`` steps (2 if not said) of a node of any kind; the
    others keep the plans that match all, as in :func:`plans`.

    >>> map(read(), "plan-map.html")  # doctest: +SKIP

    Raises:
        KeikakuError: a name is unknown or ambiguous, nothing is left, or ``out`` cannot be written.
    """
    from queries.map_data import cut
    from visualizations import page

    part = cut(
        graph,
        focus=focus,
        depth=depth,
        theme=theme,
        department=department,
        goal=goal,
        document=document,
    )
    page.write(Path(out), part, lang)
    return Path(out)


def _path(given: str | Path | None) -> Path | None:
    return None if given is None else Path(given)


if __name__ == "__main__":
    from cli.main import main

    main()
