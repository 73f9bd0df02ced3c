"""keikaku (計画): a published plan as a graph, and questions to it, on one page.

>>> import keikaku
>>> graph = keikaku.read()
>>> for row in keikaku.plans(graph, theme="キャッシュレス"):
...     assert row.matches, "each plan comes with why it matched"

A graph is a ``networkx.MultiDiGraph``: node attributes are ``kind``, ``label``, the facts of the
kind and ``evidence``; docs/model.md lists them. Every function imports what it needs when it is
called. Every error that a reader can mend is a :class:`keikaku.graph.errors.KeikakuError`; a
question raises it for a name that the graph does not know or that means several, and for a value
that there is not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from keikaku.graph.language import Lang
    from keikaku.graph.merging import Conflict
    from keikaku.graph.network import Graph
    from keikaku.graph.store.push import Pushed
    from keikaku.loaders.values import Value
    from keikaku.queries.answers import Answer
    from keikaku.queries.bridges.answer import BridgeRow
    from keikaku.queries.check.answer import FindingRow
    from keikaku.queries.compare.answer import PlanChange
    from keikaku.queries.departments.answer import DepartmentRow
    from keikaku.queries.guidelines.answer import GuidelineRow
    from keikaku.queries.indicators.answer import IndicatorRow
    from keikaku.queries.plan.answer import PlanWhole
    from keikaku.queries.plans.answer import PlanRow
    from keikaku.queries.reachability_model import Reached
    from keikaku.queries.themes.answer import ThemeRow
    from keikaku.queries.whatif.answer import Consequence
    from keikaku.queries.workload.answer import WorkloadRow, YearRow
    from keikaku.workshop.collecting import ProblemRow
    from keikaku.workshop.pack import Packed
    from keikaku.workshop.progress.progress_answer import IndicatorProgress
    from keikaku.workshop.rules import Question

__all__ = [
    "ask",
    "bridges",
    "check",
    "compare",
    "decisions",
    "departments",
    "dependencies",
    "explain",
    "export",
    "guidelines",
    "impact",
    "indicators",
    "load",
    "map",
    "merge",
    "next_edition",
    "only",
    "plan",
    "plans",
    "progress",
    "progress_form",
    "pull",
    "push",
    "questions_raised",
    "read",
    "template",
    "themes",
    "validate",
    "values",
    "whatif",
    "workload",
    "workshop_pack",
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
    ``facts_only`` leaves out the prose (事業概要, 目指す姿). A workbook (.xlsx) is the form that
    :func:`template` writes, or a graph that :func:`export` wrote, which takes no options.

    >>> graph = load("examples/midorino-2026-plan.txt")
    >>> graph.graph["document"]["municipality"]
    'みどり野市'

    Raises:
        SourceError: the source cannot be read as a plan.
        CorrectionError: the corrections cannot be read.
    """
    from keikaku import loaders
    from keikaku.graph import network
    from keikaku.graph.records import Records

    told = loaders.content(
        Path(source),
        document_id=document_id,
        themes=_path(themes),
        corrections=_path(corrections),
        facts_only=facts_only,
    )
    return network.from_records(told) if isinstance(told, Records) else told


def explain(source: str | Path, number: str, *, themes: str | Path | None = None) -> str:
    """Return what was read for one plan, from which lines, and how it was understood, in Japanese.

    It tells what the source says, before any correction.

    >>> "1-1-1" in explain("examples/midorino-2026-plan.txt", "1-1-1")
    True

    Raises:
        SourceError: the source cannot be read as a plan.
        NotFoundError: it holds no plan of that number.
    """
    from keikaku import loaders

    return loaders.explain(Path(source), number, themes=_path(themes))


def read(path: str | Path | None = None) -> Graph:
    """Read a graph from its file (``keikaku/2`` JSON); without a path, the bundled one.

    The address of a Neo4j server (``bolt://host:7687``) reads all that it holds, as :func:`pull`.

    >>> read().graph["document"]["id"] in {row["id"] for row in read().graph["documents"]}
    True

    Raises:
        GraphError: the file is missing, broken or against the model.
        StoreError: the server cannot be reached, or refuses us.
    """
    from keikaku.graph import bundled, jsonfile

    if isinstance(path, str) and "://" in path:
        return pull(path)
    return jsonfile.read(bundled.path() if path is None else Path(path))


def write(graph: Graph, path: str | Path) -> None:
    """Write a graph to a file, whole or not at all; the same graph gives the same bytes.

    >>> write(read(), "graph.json")  # doctest: +SKIP

    Raises:
        KeikakuError: the place cannot be written to.
    """
    from keikaku.graph import jsonfile

    jsonfile.write(Path(path), graph)


def validate(graph: Graph) -> None:
    """Hold a graph to the declared model (docs/model.md).

    >>> validate(read())

    Raises:
        GraphError: names every place that does not fit.
    """
    from keikaku.graph import network, validation

    validation.validate(network.to_payload(graph))


def merge(*graphs: Graph) -> tuple[Graph, list[Conflict]]:
    """Return several documents in one graph.

    And the facts on which they disagree (the first's is kept).

    >>> both, conflicts = merge(read(), load("examples/midorino-2026-plan.txt"))
    >>> len(both.graph["documents"])
    2

    Raises:
        GraphError: a document occurs twice, or one id means different kinds.
    """
    from keikaku.graph import merging

    return merging.merge(graphs)


def only(graph: Graph, document: str) -> Graph:
    """Return the part of a graph that one of its documents tells.

    >>> graph = read()
    >>> only(graph, graph.graph["document"]["id"]).number_of_edges() == graph.number_of_edges()
    True

    Raises:
        GraphError: the graph holds no such document.
    """
    from keikaku.graph import merging

    return merging.only(graph, document)


def push(
    graphs: Graph | Iterable[Graph],
    address: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> list[Pushed]:
    """Put the documents of one graph or of several into a Neo4j server, or bring them up to date.

    Returns how many nodes, relations and findings of each document were created, updated and
    removed. User and password come from the address (``bolt://user:password@host:7687``), else from
    ``NEO4J_USER`` and ``NEO4J_PASSWORD``, the database from ``NEO4J_DATABASE``, where they are not
    given. Each document is in the server whole or not at all, and pushing again does no harm.

    >>> push(read(), "bolt://localhost:7687", password="…")  # doctest: +SKIP
    [Pushed(document='koriyama-2022', created=2085, updated=0, removed=0)]

    Raises:
        StoreError: the server cannot be reached, refuses us, or fails.
        GraphError: a document is given twice, relates to another one, or tells another kind of a
            node that the server holds.
    """
    import networkx as nx

    from keikaku.graph.store.push import push as into
    from keikaku.graph.store.server import Login, connected

    wanted = [graphs] if isinstance(graphs, nx.MultiDiGraph) else graphs
    with connected(address, Login(user, password, database)) as server:
        return list(into(server, wanted))


def pull(
    address: str,
    document: str | Sequence[str] | None = None,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> Graph:
    """Return the graph that a Neo4j server holds, or the documents of it that are named.

    Equal to what was pushed; several documents come as by :func:`merge`. User, password and
    database as in :func:`push`.

    >>> pull("bolt://localhost:7687", "koriyama-2022", password="…")  # doctest: +SKIP

    Raises:
        StoreError: the server cannot be reached, refuses us, or fails.
        NotFoundError: it holds no document, or not one that is named.
    """
    from keikaku.graph.store.pull import pull as out_of
    from keikaku.graph.store.server import Login, connected

    with connected(address, Login(user, password, database)) as server:
        return out_of(server, document)


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
    """Return the plans (実施計画) that match all that is given, each with why it matched.

    Names are taken as people type them; ``basis`` is ``mark`` or ``text``.

    >>> [row.number for row in plans(read(), theme="5レス", basis="mark")] != []
    True
    """
    from keikaku.queries.plans.answer import answer

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
    """Return one plan whole: who answers for it, actions by year, indicators, what it rests on.

    >>> [whole.number for whole in plan(read(), "1-1-1")]
    ['1-1-1']
    """
    from keikaku.queries.plan.answer import answer

    return answer(graph, number=number, document=document)


def workload(
    graph: Graph,
    *,
    department: str | None = None,
    goal: str | None = None,
    by: str | None = None,
    document: str | None = None,
) -> Answer[WorkloadRow | YearRow]:
    """Return how much each department (所管課) answers for.

    And how concentrated it is (``totals``).

    docs/counting.md tells how things are counted. ``by="year"`` gives a row for each fiscal year.

    >>> heaviest, *_ = workload(read())
    >>> heaviest.plans >= heaviest.fractional
    True
    """
    from keikaku.queries.workload.answer import answer

    return answer(graph, department=department, goal=goal, by=by, document=document)


def dependencies(
    graph: Graph,
    node: str | None = None,
    *,
    depth: int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Answer[Reached]:
    """Return what a plan, or another thing, rests on (依存), each with its path.

    Or what all plans do.

    >>> all(row.path for row in dependencies(read()))
    True
    """
    from keikaku.queries.dependencies.answer import answer

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
    """Return what is affected if the plan, guideline, department.

    Theme or indicator changes (影響).

    >>> {row.depth for row in impact(read(), "DX", depth=1)}
    {1}
    """
    from keikaku.queries.impact.answer import answer

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
    """Return targets and baselines (目標値・現況値), and who answers for them.

    >>> any(row.baseline for row in indicators(read(), without_baseline=True))
    False
    """
    from keikaku.queries.indicators.answer import answer

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
    """Return each theme (テーマ) with the plans that touch it, alone or together with another.

    >>> [row.other for row in themes(read(), with_theme="DX", and_theme="BPR")] in ([], ["BPR"])
    True
    """
    from keikaku.queries.themes.answer import answer

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
    """Return each law, guideline or plan (法令・指針等) with the plans that rest on it.

    >>> all(row.count == len(row.plans) for row in guidelines(read()))
    True
    """
    from keikaku.queries.guidelines.answer import answer

    return answer(graph, guideline=guideline, matrix=matrix, goal=goal, document=document)


def departments(
    graph: Graph,
    department: str | None = None,
    *,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[DepartmentRow]:
    """Return each department (所管課) with the plans that it answers for, and those that name it.

    >>> all(row.lead <= row.count for row in departments(read()))
    True
    """
    from keikaku.queries.departments.answer import answer

    return answer(graph, department=department, matrix=matrix, goal=goal, document=document)


def bridges(
    graph: Graph, *, top: int | None = None, document: str | None = None
) -> Answer[BridgeRow]:
    """Return what holds the plan together and where it would break, in words (要と切れ目).

    >>> all(row.words for row in bridges(read(), top=3))
    True
    """
    from keikaku.queries.bridges.answer import answer

    return answer(graph, top=top, document=document)


def ask(graph: Graph, sentence: str, *, document: str | None = None) -> Answer[Any]:
    """Return the answer to a question as a person says it; ``command`` tells how it was understood.

    >>> ask(read(), "キャッシュレスに関わる計画").command
    'keikaku plans --theme キャッシュレス'
    """
    from keikaku.queries import registry
    from keikaku.queries.sentences import answered

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
    """Return the findings (確認事項), most severe first.

    Those already settled only where asked for.

    >>> {row.severity for row in check(read(), severity="error")} <= {"error"}
    True
    """
    from keikaku.queries.check.answer import answer

    return answer(graph, severity=severity, code=code, settled=settled, document=document)


def progress(
    graph: Graph,
    path: str | Path,
    *,
    department: str | None = None,
    goal: str | None = None,
    plan: str | None = None,
    state: str | None = None,
    document: str | None = None,
) -> Answer[IndicatorProgress]:
    """Return how far each indicator has come (進捗), from a file of actual values.

    ``totals`` roll it up.

    ``state`` is ``reached`` (達成), ``on_course`` (順調), ``behind`` (遅れ) or ``unknown`` (不明).
    docs/progress.md tells how all is reckoned.

    >>> rows = progress(read(), "progress.xlsx", department="収納課")  # doctest: +SKIP

    Raises:
        SourceError: the file cannot be opened.
        ProgressError: it holds cells that cannot be taken; every one is listed.
    """
    from keikaku.workshop import progress as room

    return room.answer(
        graph,
        room.read(Path(path), graph),
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


def decisions(
    graph: Graph,
    *forms: str | Path,
    out: str | Path | None = None,
    document: str | None = None,
) -> Answer[ProblemRow]:
    """Gather filled forms (照会様式; files or folders) into the decisions file ``out``.

    Rows are what is wrong, odd or open, the gravest first; ``totals`` tells how much is decided.
    docs/workshop.md tells how each is understood.

    >>> decisions(read(), "came-back/", out="decisions.yaml")  # doctest: +SKIP

    Raises:
        KeikakuError: a file cannot be read or is no form; all such are listed.
    """
    from keikaku.workshop.collecting import collect

    return collect(graph, [Path(form) for form in forms], out=_path(out), document=document)


def questions_raised(
    graph: Graph,
    *,
    plan: str | None = None,
    progress: str | Path | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Answer[Question]:
    """Return the questions for the workshop (論点) that plans and departments raise.

    Each with its fact.

    >>> {row.number for row in questions_raised(read(), plan="1-1-1")}
    {'1-1-1'}
    """
    from keikaku.workshop.progress import read as progress_of
    from keikaku.workshop.rules import answer

    told = None if progress is None else progress_of(Path(progress), graph)
    return answer(graph, document=document, plan=plan, progress=told, lang=lang)


def workshop_pack(
    graph: Graph,
    out: str | Path,
    *,
    department: str | None = None,
    goal: str | None = None,
    progress: str | Path | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> Packed:
    """Write the pack of a workshop (資料一式) into a folder: forms, issue sheets, the hand-out.

    >>> workshop_pack(read(), "workshop-pack").departments > 1  # doctest: +SKIP
    True

    Raises:
        KeikakuError: a name is unknown, no plan is left, or the folder holds other things.
    """
    from keikaku.workshop.pack import pack
    from keikaku.workshop.progress import read as progress_of

    told = None if progress is None else progress_of(Path(progress), graph)
    return pack(
        graph,
        Path(out),
        document=document,
        department=department,
        goal=goal,
        progress=told,
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


def export(
    graph: Graph,
    path: str | Path,
    *,
    to: str | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> str:
    """Write the graph for another tool (出力): xlsx, graphml, gexf, cypher, md, json, CSV.

    The format follows from the ending of ``path``, or is named by ``to`` (``csv`` for a folder);
    it is returned. A workbook is read back by :func:`load` without a loss.

    >>> from tempfile import mkdtemp
    >>> export(read(), Path(mkdtemp()) / "plan.md")
    'md'

    Raises:
        KeikakuError: the format or the document is unknown, or ``path`` cannot be written.
    """
    from keikaku.exports.formats import export as written
    from keikaku.graph.merging import only
    from keikaku.queries.scope import document_named

    within = document_named(graph, document)
    part = graph if within is None else only(graph, within)
    return written(part, str(path), to=to, lang=lang).name


def template(path: str | Path, *, lang: Lang = "ja") -> Path:
    """Write the form in which a plan is filled in with Excel (入力様式); :func:`load` reads it.

    >>> from tempfile import mkdtemp
    >>> template(Path(mkdtemp()) / "plan.xlsx").name
    'plan.xlsx'
    """
    from keikaku.exports import plan_template as form

    form.write(Path(path), lang)
    return Path(path)


def compare(
    old: Graph, new: Graph | None = None, *, old_id: str | None = None, new_id: str | None = None
) -> Answer[PlanChange]:
    """Return what became of each plan (新旧対照) from one document to another.

    Two editions, two cities.

    Without ``new``, ``old`` holds both; ``old_id`` and ``new_id`` name the documents where a graph
    holds several. Each row says by what it was matched; ``totals`` hold counts and workload.

    >>> [row.changes for row in compare(read(), read()) if row.changes]
    []
    """
    from keikaku.queries.compare.answer import answer

    return answer(old, new, old_id=old_id, new_id=new_id)


def whatif(
    graph: Graph,
    *changes: tuple[str, str],
    file: str | Path | None = None,
    document: str | None = None,
) -> tuple[Graph, Answer[Consequence]]:
    """Return a variant of the graph (試案), and what the changes would bring (影響の試算).

    Each change is an option of ``keikaku whatif`` and its value; ``file`` holds more, which come
    first. The graph itself is left as it is.

    >>> variant, told = whatif(read(), ("drop-plan", "1-1-1"))
    >>> len(plans(variant)) == len(plans(read())) - 1
    True

    Raises:
        KeikakuError: a change cannot be read or made; all such are named, and none is made.
    """
    from keikaku.loaders.changes import parse
    from keikaku.queries.whatif.answer import answer

    asked = [parse(*change) for change in changes]
    if file is not None:
        from keikaku.loaders.changes.changes_file import read as read_changes

        asked = [*read_changes(Path(file)), *asked]
    return answer(graph, asked, document=document)


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
    from keikaku.queries.map_data import cut
    from keikaku.visualizations import map_page

    part = cut(
        graph,
        focus=focus,
        depth=depth,
        theme=theme,
        department=department,
        goal=goal,
        document=document,
    )
    map_page.write(Path(out), part, lang, graph)
    return Path(out)


def values(text: str) -> list[Value]:
    """Read the values that a cell states (値): number, unit, comparator, date, part and role.

    The list is empty where the cell was not understood wholly, and where it holds no number.

    >>> [(value.value, value.unit, value.comparator) for value in values("年2回以上")]
    [(2, '回/年', '>=')]
    """
    from keikaku.loaders.values import read_values

    return read_values(text)


def _path(given: str | Path | None) -> Path | None:
    return None if given is None else Path(given)


if __name__ == "__main__":
    from keikaku.cli.main import main

    main()
