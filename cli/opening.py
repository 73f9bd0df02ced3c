"""The graph that a command asks: the bundled one, or the one that is named."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from graph.errors import KeikakuError
from graph.language import Text
from queries.graphs import Graph

_LATER = Text(
    "{name}: Neo4j への接続は今後の版で対応します。"
    "いまはグラフのファイル（JSON）を指定してください。",
    "{name}: Neo4j comes with a later version; name a graph file (JSON) for now.",
)


class Opened(NamedTuple):
    """A graph and the name by which answers call it."""

    name: str
    graph: Graph

    @property
    def several(self) -> bool:
        """Whether it holds more than one document."""
        return len(self.graph.graph["documents"]) > 1


def opened(named: str | None) -> Opened:
    """The graph of ``--graph``, or the bundled one.

    Raises:
        KeikakuError: it cannot be read.
    """
    from graph import bundled, jsonfile

    if not named:
        path = bundled.path()
        return Opened(f"bundled:{path.stem}", jsonfile.read(path))
    if "://" in named:
        raise KeikakuError(_LATER.format(name=_without_user(named)))
    return Opened(named, jsonfile.read(Path(named)))


def _without_user(address: str) -> str:
    """An address without the user and password that may stand in it."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
