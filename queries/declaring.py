"""How a question is declared: its parameters with their words, and what its rows are (問いの宣言).

Each folder ``queries/<question>/`` holds a ``declaration.py`` whose ``QUESTION`` is one
:class:`Question`. The command with its help, the check of the Python signature, the slots of
sentences, the JSON Schema of answers and the reference pages are made from it. Declarations are
read whenever a command starts, so they import nothing that is slow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from keikaku.graph.language import Text

ParameterType = Literal["words", "node", "number", "year", "flag", "graph", "file", "change"]
"""``words`` are used as typed, or name a node where the parameter has a kind; a ``node`` is
anything that can change, a ``number`` whole and from 1, a ``year`` as people write it. Inputs are
a ``graph`` (a file or a server), another ``file``, or a ``change`` to try."""


class Parameter(NamedTuple):
    """A parameter of a question.

    ``name`` is its name in Python, in Cypher and in the JSON of an answer; ``label`` what people
    call it, where an answer says what was asked; ``value`` the placeholder of its value in the
    help; ``kind`` the kind of node that it names. ``option`` is the option of the command where
    that is not the name with dashes; a ``positional`` parameter is an argument instead, in Python
    too. A ``repeatable`` one may have several values, which must all hold; a ``pair`` takes two
    values at once. ``spoken`` is a pattern for the words that mark such a value in a sentence
    (``目標1``); its first group that matches is the value.
    """

    name: str
    label: Text
    help: Text
    value: Text = Text("", "")
    type: ParameterType = "words"
    kind: str | None = None
    choices: tuple[str, ...] = ()
    option: str | None = None
    positional: bool = False
    required: bool = False
    repeatable: bool = False
    spoken: str | None = None
    pair: bool = False

    @property
    def flag(self) -> str:
        """The option of the command line, ``--with-dashes``."""
        return "--" + (self.option or self.name.replace("_", "-"))

    @property
    def is_filter(self) -> bool:
        """Whether a sentence can use it together with others: 収納課の令和5年度の計画."""
        if self.positional or self.kind == "PlanDocument":
            return False
        return self.type == "year" or self.kind is not None


class Question(NamedTuple):
    """A question: its name, its words, its parameters in order, and what its answer holds.

    ``inputs`` are its graphs, files and changes, for a question that is not asked of one graph.
    ``rows`` names the types of its rows, and ``besides`` the types of the other parts of an answer;
    all are types of the module that answers. ``only_where_asked`` are those of ``besides`` that
    some answers lack. ``unread`` are kinds of node, relations and findings that the question does
    not need, each with the parameters that do need it: a large file is read without them.
    ``answered_in`` is the module that answers it, where that is not the ``answer`` of its folder.
    """

    name: str
    help: Text
    parameters: tuple[Parameter, ...]
    rows: tuple[str, ...]
    besides: Mapping[str, str] = {}
    only_where_asked: tuple[str, ...] = ()
    unread: Mapping[str, tuple[str, ...]] = {}
    inputs: tuple[Parameter, ...] = ()
    answered_in: str | None = None

    def left_out(self, parameters: Mapping[str, Any]) -> frozenset[str]:
        """Return the kinds that the question does not need with these parameters."""
        return frozenset(
            kind
            for kind, looking in self.unread.items()
            if all(parameters.get(name) is None for name in looking)
        )

    @property
    def module(self) -> str:
        """The module that defines it and answers it from a graph in memory."""
        return self.answered_in or f"keikaku.queries.{self.name}.answer"

    @property
    def cypher(self) -> str:
        """The module that makes its statement."""
        return f"keikaku.queries.{self.name}.cypher"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parameters."""
        return tuple(each.name for each in self.parameters)

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter or input of that name, None where it has none."""
        return next((each for each in (*self.inputs, *self.parameters) if each.name == name), None)

    def given_in(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return its parameters from the options of a command, each in its plain form.

        A repeatable one with one value is that value, not a list; without a value it is None.
        """
        return {
            each.name: _plain(options[each.name]) if each.repeatable else options[each.name]
            for each in self.parameters
        }


def _plain(values: Sequence[Any] | None) -> Any:
    """Return the only value as it is, several as a list, None for none."""
    return values if values and len(values) > 1 else next(iter(values or ()), None)


DOCUMENT = Parameter(
    "document",
    Text("計画書", "document"),
    Text("対象の計画書（複数を収めたグラフの場合）", "the document, where a graph holds several"),
    Text("計画書", "ID"),
    kind="PlanDocument",
)
GOAL = Parameter(
    "goal",
    Text("重点推進目標", "goal"),
    Text("重点推進目標", "goal"),
    Text("番号", "N"),
    kind="Goal",
    spoken=r"(?:重点推進|推進)?目標(.+)|goal (.+)",
)
DEPARTMENT = Parameter(
    "department",
    Text("所管課", "department"),
    Text("この所管課だけ", "this department only"),
    Text("課名", "DEPARTMENT"),
    kind="Department",
)
PLAN = Parameter(
    "plan",
    Text("実施計画", "plan"),
    Text("この実施計画だけ", "this plan only"),
    Text("番号", "NUMBER"),
    kind="Plan",
)
THEME = Parameter(
    "theme",
    Text("テーマ", "theme"),
    Text("このテーマだけ", "this theme only"),
    Text("テーマ", "THEME"),
    kind="Theme",
)
GUIDELINE = Parameter(
    "guideline",
    Text("法令・指針等", "guideline"),
    Text("この法令・指針等だけ", "this one only"),
    Text("名称", "GUIDELINE"),
    kind="Guideline",
)
BASIS = Parameter(
    "basis",
    Text("根拠", "basis"),
    Text("テーマの根拠", "by its mark or by its text"),
    choices=("mark", "text"),
)
DEPTH = Parameter(
    "depth",
    Text("段階の上限", "depth"),
    Text("たどる段階の上限", "most steps of a path"),
    Text("段階", "N"),
    type="number",
)
CERTAIN = Parameter(
    "certain",
    Text("確実なものだけ", "certain only"),
    Text(
        "その年度に続いている可能性があるだけのものを除く",
        "leave out what only may run in the year",
    ),
    type="flag",
)
INCLUDE_INFERRED = Parameter(
    "include_inferred",
    Text("推定を含む", "with inferred"),
    Text("推定した関連も、区別して示す", "also what we infer, marked as such"),
    type="flag",
)


def matrix(*against: str) -> Parameter:
    """Return the parameter that counts plans against one of these."""
    return Parameter(
        "matrix",
        Text("クロス集計", "matrix"),
        Text("計画数のクロス集計", "count plans against these"),
        choices=against,
    )
