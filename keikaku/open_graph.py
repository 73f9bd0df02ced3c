"""A graph that is open for questions: the bundled one, a file, or one that a Neo4j server holds."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keikaku.engines import Engine, InFile, InMemory, OnServer
from keikaku.question_methods import QuestionMethods

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from keikaku.graph.network import Graph
    from keikaku.queries.answers import Answer
    from keikaku.queries.cypher.directory import Directory
    from keikaku.queries.department.answer import DepartmentWhole


class OpenGraph(QuestionMethods):
    """A graph that answers every question, wherever it is kept.

    Each question is a method: ``opened.plans(theme="DX")`` answers as ``keikaku.plans`` does of a
    graph in memory; a server answers by Cypher, and the graph is not downloaded. It is closed at
    the end of a ``with`` block.

    >>> with open() as opened:
    ...     opened.name, opened.plan("1-1-1").rows[0].number
    ('bundled:koriyama-2022', '1-1-1')
    """

    def __init__(self, name: str, engine: Engine, closing: ExitStack | None = None) -> None:
        self.name = name
        self._engine = engine
        self._closing = closing or ExitStack()

    @classmethod
    def of(cls, graph: Graph, name: str = "memory") -> Self:
        """Open a graph that is in memory; ``name`` is its name in answers."""
        return cls(name, InMemory(graph))

    @property
    def graph(self) -> Graph:
        """The graph itself; a server's is read whole when this is first used."""
        return self._engine.graph

    @property
    def engine(self) -> Engine:
        """What answers its questions."""
        return self._engine

    @property
    def several(self) -> bool:
        """Return whether it holds more than one document."""
        return self._engine.several

    @property
    def directory(self) -> Directory:
        """Where the names of a statement of Cypher are looked up."""
        return self._engine.directory

    def question(self, name: str, *, first: int | None = None, **parameters: Any) -> Answer[Any]:
        """Answer the question of that name.

        ``first`` is how many rows are needed: a server may leave out the others, and counts them.

        Raises:
            KeyError: there is no such question.
            TypeError: it does not take such a parameter.
            KeikakuError: a name is unknown, a value cannot be understood, or a server fails.
        """
        return self._engine.answer(name, parameters, first)

    def ask(self, sentence: str, *, document: str | None = None) -> Answer[Any]:
        """Answer a question in a person's words; ``command`` shows how it was understood.

        Raises:
            KeikakuError: the sentence is not understood, or a name in it is unknown.
        """
        from keikaku.queries.sentences import answered

        return answered(self.directory.of, self.question, sentence, document)

    def department(
        self, department: str, *, document: str | None = None
    ) -> Answer[DepartmentWhole]:
        """Answer what one department is responsible for, by when, and how that is measured.

        Raises:
            KeikakuError: the department is unknown, or the name means several.
        """
        from keikaku.queries.department.answer import answer

        return answer(self.question, department, document=document)

    def close(self) -> None:
        """Close the connection to a server; a graph in memory has none."""
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<keikaku graph {self.name}>"


def open(  # noqa: A001 - keikaku.open
    where: str | Path | None = None,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> OpenGraph:
    """Open a graph for questions: a file, a Neo4j server (``bolt://host:7687``), or the bundled.

    User, password and database are those of a server, as ``keikaku.push`` takes them.

    >>> open("bolt://localhost:7687", password="…").plans(theme="DX")  # doctest: +SKIP
    <Answer to plans: 2 rows; theme=DX>

    Raises:
        GraphError: the file is missing, broken or against the model.
        StoreError: the server cannot be reached, or refuses us.
    """
    if isinstance(where, str) and "://" in where:
        from keikaku.graph.store.server import Login, connected

        closing = ExitStack()
        server = closing.enter_context(connected(where, Login(user, password, database)))
        return OpenGraph(server.address, OnServer(server), closing)
    from keikaku.graph import bundled, jsonfile
    from keikaku.graph.index_file import is_large

    path = bundled.path() if where is None else Path(where)
    name = f"bundled:{path.stem}" if where is None else str(where)
    if where is not None and is_large(path):
        return OpenGraph(name, InFile(path))
    return OpenGraph.of(jsonfile.read(path), name)


def ask(graph: Graph, sentence: str, *, document: str | None = None) -> Answer[Any]:
    """Answer a question in a person's words; ``command`` shows how it was understood.

    >>> ask(read(), "キャッシュレスに関わる計画").command
    'keikaku plans --theme キャッシュレス'

    Raises:
        KeikakuError: the sentence is not understood, or a name in it is unknown.
    """
    return OpenGraph.of(graph).ask(sentence, document=document)


def department(
    graph: Graph, department: str, *, document: str | None = None
) -> Answer[DepartmentWhole]:
    """Answer what one department is responsible for, by when, how measured (所管課の一覧票).

    >>> department(read(), "収納課").rows[0].department
    '収納課'

    Raises:
        KeikakuError: the department is unknown, or the name means several.
    """
    return OpenGraph.of(graph).department(department, document=document)
