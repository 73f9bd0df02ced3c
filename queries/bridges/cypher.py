"""``bridges`` in Cypher: one statement reads the projection, from which the rows are computed here.

The projection holds only what the rows need, as texts that are split here; each node that they
name is read once for its document. One pass over it counts the rows.
"""

from __future__ import annotations

from functools import cache

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.bridges.answer import FEWEST, BridgeRow, answer_of, checked_top
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.projection import BASES, SHARED, Part, Projection, due_year
from keikaku.queries.scope import PlanRef

_UNIT, _RECORD = "\x1f", "\x1e"
"""The separators of units and of records of ASCII, as ``graph.store.bulk_create`` uses them."""
_AS_OF = "CASE WHEN x.target_fiscal_year IS NULL THEN x.target_as_of END"


def _joined(expression: str, members: str, each: str) -> str:
    """Return the texts that an expression makes of the members of a list, as one text."""
    texts = f"[{each} IN {members} | {expression}]"
    return f"reduce(all = '', one IN {texts} | all + coalesce(one + $record, ''))"


_PLANS = f"""\
WITH p ORDER BY {fragments.PLAN_ORDER}
WITH p, [(p)-[r:{"|".join(("HAS_PART", "RESPONSIBLE_FOR", "MEASURED_BY", *BASES))}]-(x)
         WHERE NOT x:Action | [type(r), x, r]] AS around
WITH p, around, [e IN around WHERE e[0] = 'HAS_PART' AND (e[1]:Component OR e[1]:LogicStep)
                 | COLLECT {{ WITH e[1] AS part
                              MATCH (part)-[r:RESPONSIBLE_FOR|MEASURED_BY]-(x)
                              RETURN [type(r), x] }}] AS of_parts
WITH p, [e IN around WHERE e[0] = 'HAS_PART' AND e[1]:Initiative | {{at: e[2].at, node: e[1]}}]
         AS above,
     reduce(all = around, each IN of_parts | all + each) AS held,
     [e IN around WHERE e[0] IN {[*BASES]} AND startNode(e[2]) = p | e[1]] AS bases
WITH p, bases, [e IN held WHERE e[0] = 'RESPONSIBLE_FOR' | e[1]] AS departments,
     [e IN held WHERE e[0] = 'MEASURED_BY' | e[1]] AS indicators,
     reduce(first = above[0], each IN above |
     CASE WHEN each.at < first.at THEN each ELSE first END).node AS i"""
"""The values of each plan ``p``, by one walk along its relations, which is the costly part. For a
part of several things, the first thing counts."""

_LINES = f"""\
WITH p.document AS document, collect(p.id + $unit
       + coalesce(i.id, '') + $unit + {_joined("d.id", "departments", "d")} + $unit
       + {_joined("x.id", "bases", "x")} + $unit
       + {_joined("toString(x.target_fiscal_year)", "indicators", "x")} + $unit
       + {_joined(_AS_OF, "indicators", "x")} + $unit
       + {fragments.number("p")} + $unit + p.title) AS plans,
     collect(DISTINCT i) AS initiatives, collect(departments) AS held, collect(bases) AS all_bases
CALL (initiatives, held, all_bases) {{
  UNWIND [initiatives] + held AS some UNWIND some AS x
  RETURN DISTINCT x
  UNION
  UNWIND all_bases AS some UNWIND some AS x
  WITH x, count(*) AS resting WHERE resting >= {FEWEST} OR x.id STARTS WITH '{SHARED}'
  RETURN x
}}
RETURN document, plans, collect(x.id + $unit + {fragments.kind("x")} + $unit
       + {fragments.number("x")} + $unit + {fragments.called("x")}) AS nodes
ORDER BY document"""
"""Each plan and each node as one text, because a driver is slow to read many values."""


def build_statement(
    directory: Directory, *, top: str | int | None = None, document: str | None = None
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.bridges.answer` for the parameters."""
    most = checked_top(top)
    within = document_meant(directory, document)
    return Statement(
        "\n".join([fragments.plans(within), _PLANS, _LINES]),
        {**drop_none(document=within), "unit": _UNIT, "record": _RECORD},
        drop_none(top=most, document=within),
    )


def answer(rows: list[Row], statement: Statement) -> Answer[BridgeRow]:
    """Return the typed rows."""
    return answer_of(map(_projection, rows), statement.understood)


@cache
def _year_of(as_of: str) -> int | None:
    return due_year(None, as_of)


def _projection(row: Row) -> Projection:
    """Return what was read of a document: its plans, and the nodes that they name by id."""
    document = row["document"]
    parts = (each.split(_UNIT, 3) for each in row["nodes"])
    nodes = {node: Part(node, kind, number or None, name) for node, kind, number, name in parts}
    projection = Projection(document, nodes=nodes)
    for line in row["plans"]:
        plan, initiative, *lists, number, title = line.split(_UNIT, 7)
        departments, bases, years, as_of = ([*filter(None, each.split(_RECORD))] for each in lists)
        due = {*map(int, years), *map(_year_of, as_of)}
        ref = PlanRef(plan, document, number, title)
        projection.add(ref, departments, initiative or None, bases, filter(None, due))
    return projection
