"""The indicators of a plan of the next edition: carried over, renewed, new."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from keikaku.graph.network import Attributes
from keikaku.graph.records import Measure
from keikaku.loaders.directions import direction
from keikaku.loaders.text import fold
from keikaku.queries.graph_walks import Graph, in_order, leaving
from keikaku.workshop.cell_values import typed
from keikaku.workshop.decisions.check_decisions import lines
from keikaku.workshop.decisions.resolve import Resolved
from keikaku.workshop.progress.progress_records import Progress

_ACTUAL = "{year}年度実績"


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of the next edition: its facts, the old indicator, and what was decided.

    ``renew`` is true where its target is still the old one.
    """

    facts: Attributes
    source: str | None
    decided: bool = False
    renew: bool = False


def carried_over(graph: Graph, holder: str, progress: Progress | None) -> list[Indicator]:
    """Return the indicators of an old plan or part, their last actual values as baselines."""
    carried = []
    for node, _ in in_order(leaving(graph, holder, "MEASURED_BY")):
        facts = {key: value for key, value in graph.nodes[node].items() if key != "evidence"}
        actuals = progress.actuals.get(node, ()) if progress else ()
        if actuals:
            last = actuals[-1]
            unit = next((m["unit"] for m in _measures(facts) if m.get("unit")), None)
            as_of = _ACTUAL.format(year=last.year)
            baseline = Measure(last.value, unit, "=", last.qualifier, as_of, last.raw, last.year)
            facts["baseline"] = asdict(baseline)
        carried.append(Indicator(facts, node, renew=facts["target"] is not None))
    return carried


def renewed(indicators: list[Indicator], outcome: Resolved) -> list[Indicator]:
    """Return the indicators with what was decided: new targets, and new indicators at the end."""
    names = lines(outcome.change.new_indicator)
    targets = lines(outcome.change.new_target)
    result = list(indicators)
    if targets and not names:
        measurable = [each.facts["name"] for each in indicators if each.facts["measurable"]]
        names = measurable[:1]
    for place, name in enumerate(names):
        target = targets[place] if place < len(targets) else None
        same = (i for i, each in enumerate(result) if fold(each.facts["name"]) == fold(name))
        at = next(same, None)
        if at is None:
            result.append(Indicator(_new(name, target), None, decided=True))
        elif target is not None:
            result[at] = _with_target(result[at], target)
    return result


def _new(name: str, target: str | None) -> Attributes:
    value = typed(target) if target else None
    measure = value.measure() if value else None
    facts: Attributes = {
        "kind": "Indicator",
        "label": name,
        "name": name,
        "measurable": True,
        "target": None if measure is None else asdict(measure),
        "baseline": None,
    }
    way = direction(name, measure, None)
    return facts | ({"direction": way} if way else {})


def _with_target(indicator: Indicator, target: str) -> Indicator:
    units = (measure["unit"] for measure in _measures(indicator.facts) if measure.get("unit"))
    unit = next(units, None)
    value = typed(target, unit)
    if value is None:
        return indicator
    facts = {**indicator.facts, "target": asdict(value.measure(unit))}
    return replace(indicator, facts=facts, decided=True, renew=False)


def _measures(facts: Attributes) -> list[dict[str, Any]]:
    return [measure for key in ("target", "baseline") if (measure := facts.get(key))]
