"""The Cypher pattern of steps along relations (関係をたどる式)."""

from __future__ import annotations

from keikaku.graph.relations import RELATION
from keikaku.queries.expressions.field import Step, Steps
from keikaku.queries.expressions.kinds_to_find import ABOUT


def pattern(
    n: str, way: Steps, end: str, variable: str, where: str = "", *, inside: bool = False
) -> str:
    """Return a list with the shown values of the nodes that steps from ``n`` lead to.

    Without steps that is ``n`` itself. ``inside`` keeps nodes of the parameter ``document`` and
    what documents share.
    """
    if not way:
        return f"[{end} IN [{n}]{f' WHERE {where}' if where else ''} | {variable}]"
    about = way[0].relations == (ABOUT,)
    text, tests = path(n, way, end, inside=inside)
    if where:
        tests.append(where)
    kept = f" WHERE {' AND '.join(tests)}" if tests else ""
    if about:
        return f"COLLECT {{ MATCH {text}{kept} RETURN {variable} }}"
    return f"[{text}{kept} | {variable}]"


def path(
    n: str, way: Steps, end: str, *, inside: bool = False, edge: str = ""
) -> tuple[str, list[str]]:
    """Return the path along steps from ``n`` to ``end``, and what must hold on the way.

    ``edge`` names the last relation.
    """
    text, tests = f"({n})", list[str]()
    if way[0].relations == (ABOUT,):  # A finding has no relations: the id names what it is about.
        way = way[1:]
        text = f"({'' if way else end}:Plan {{id: {n}.about}})"
    for place, step in enumerate(way):
        last = place == len(way) - 1
        node = end if last else f"e{place}" if step.has or inside else ""
        if step.has:
            tests.append(f"{node}.{step.has} IS NOT NULL")
        if inside and step.kind != "PlanDocument":
            tests.append(f"({node}.document IS NULL OR {node}.document = $document)")
        label = f":{step.kind}" if step.kind else ""
        relation, test = _relation(step, f"r{place}", edge if last else "")
        if test:
            tests.append(test)
        text += relation + f"({node}{label})"
    return text, tests


def _relation(step: Step, numbered: str, edge: str) -> tuple[str, str]:
    types = "|".join(step.relations)
    far = "" if (step.least, step.most) == (1, 1) else f"*{step.least}..{step.most}"
    name = edge or (numbered if step.fact else "")
    arrow = f"-[{name}:{types}{far}]-"
    test = ""
    if step.fact:
        sign = "IN" if _is_list(step) else "="
        test = f"'{step.value}' {sign} {name}.{step.fact}"
    return (f"{arrow}>" if step.forward else f"<{arrow}"), test


def _is_list(step: Step) -> bool:
    facts = (fact for name in step.relations for fact in RELATION[name].facts)
    return any(fact.name == step.fact and fact.type == "texts" for fact in facts)
