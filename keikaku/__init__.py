"""keikaku (計画): a published plan as a graph, and questions to it.

>>> import keikaku
>>> graph = keikaku.read()
>>> for row in keikaku.plans(graph, theme="キャッシュレス"):
...     assert row.matches, "each plan comes with why it matched"

A graph is a ``networkx.MultiDiGraph``: node attributes are ``kind``, ``label``, the facts of the
kind and ``evidence``; docs/model.md lists them. ``keikaku.open`` opens a file or a Neo4j server,
and the opened graph answers every question.

Every error that a user can correct is a :class:`keikaku.graph.errors.KeikakuError`. A question
raises it for an unknown or ambiguous name, and for a value that does not exist. Each name is
imported when it is first used. Type checkers read the signatures from the stub beside this file,
which ``make docs`` writes from :data:`PLACES`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from keikaku.queries.registry import NAMES

_OF_MODULE = {
    "keikaku.graph_files": "explain load merge only read validate write",
    "keikaku.graph_server": "pull push",
    "keikaku.open_graph": "OpenGraph ask department open",
    "keikaku.revision": "decisions next_edition progress progress_form questions_raised report"
    " whatif workshop_pack",
    "keikaku.written_out": "export map template",
}

PLACES: dict[str, tuple[str, str]] = {
    **{name: (module, name) for module, names in _OF_MODULE.items() for name in names.split()},
    **{
        name: (f"keikaku.queries.{name}.answer", "answer") for name in (*NAMES, "compare", "relate")
    },
    "values": ("keikaku.loaders.values", "read_values"),
}
"""Where each name of the public face stands: a module, and its name there."""

__all__ = sorted(PLACES)  # noqa: PLE0605 - the stub has it in full


def __getattr__(name: str) -> Any:
    """Import a name of the public face when it is first used (PEP 562)."""
    if name not in PLACES:
        raise AttributeError(f"module 'keikaku' has no attribute {name!r}", name=name, obj=None)
    module, there = PLACES[name]
    value = getattr(import_module(module), there)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names of the public face, and what every module has."""
    return sorted({*globals(), *PLACES})
