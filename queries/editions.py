"""Which of several documents of a graph is the newer one (新しい版), by its SUCCEEDS relations."""

from __future__ import annotations

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.queries.graph_walks import Graph, document_of

_WHICH = Text(
    "このグラフには計画書が{n}件あり（{known}）、どれを指すか分かりません。"
    "{option} で指定してください。",
    "this graph holds {n} documents ({known}); name one with {option}.",
)


def follows(graph: Graph) -> dict[str, list[str]]:
    """Return each document with those that its plans continue, in the order of the graph."""
    before: dict[str, list[str]] = {head["id"]: [] for head in graph.graph["documents"]}
    for new, old, facts in graph.edges(data=True):
        if facts["type"] != "SUCCEEDS":
            continue
        later, earlier = document_of(graph, new), document_of(graph, old)
        if later in before and earlier != later and earlier not in before[later]:
            before[later].append(earlier)
    return before


def newest(graph: Graph, option: str = "--document") -> str:
    """Return the id of the only document, or of the only edition that no other one continues.

    Raises:
        KeikakuError: several are possible; the message names the option that picks one.
    """
    documents = [str(head["id"]) for head in graph.graph["documents"]]
    followed = follows(graph)
    tied = {d for later, earlier in followed.items() if earlier for d in (later, *earlier)}
    last = [d for d in documents if followed[d] and not _is_followed(d, followed)]
    if len(documents) == 1:
        return documents[0]
    if len(last) == 1 and tied == {*documents}:
        return last[0]
    raise KeikakuError(_WHICH.format(n=len(documents), known="、".join(documents), option=option))


def _is_followed(document: str, followed: dict[str, list[str]]) -> bool:
    return any(document in earlier for earlier in followed.values())
