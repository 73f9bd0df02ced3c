"""Departments as they are asked for: 課, where a graph holds 部 and 係, too (課の階層)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import Names
from keikaku.queries.asking.vocabulary.reading import KIND_WORD, Reading, find
from keikaku.queries.expressions.tree import And, Comparison, Or, Tree, both
from keikaku.queries.graph_walks import of_kind

_LEVEL, _DEPARTMENT = "階層", "課"
_OWN = {_LEVEL, "名称"}


def of_level(reading: Reading, known: Names) -> Reading:
    """Return a reading for departments kept to those that are a 課, where there are other levels.

    So the most plans are not those of a 部, which has all of its departments'.
    """
    parameters = dict(reading.parameters)
    departments = parameters.get("kind") == KIND_WORD["Department"]
    if reading.question != "find" or not departments or "compare" in parameters:
        return reading
    if _is_one(reading.tree) or not _several(known):
        return reading
    for name in ("kind", "where"):
        parameters.pop(name, None)
    return find(
        "Department", both(reading.tree, Comparison(_LEVEL, "=", _DEPARTMENT)), **parameters
    )


def _is_one(tree: Tree | None) -> bool:
    """Whether a condition says already which, or of which level, by name."""
    parts = tree.parts if isinstance(tree, And | Or) else (tree,)
    return any(isinstance(part, Comparison) and part.field in _OWN for part in parts)


def _several(known: Names) -> bool:
    """Whether the departments of a graph are of several levels, 課 among them."""
    departments = of_kind(known.graph("Department"), "Department")
    levels = {facts.get("level") for _, facts in departments}
    return "department" in levels and len(levels - {None}) > 1
