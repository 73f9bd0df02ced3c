"""What each word of a question needs in the command that is meant (語が命令に求めるもの)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from keikaku.queries.asking.account.command_content import Said, parts_of
from keikaku.queries.expressions.tree import And, Or

SHOW_DEPARTMENTS = {"Plan", "Component", "Indicator", "Action", "Milestone", "Department"}
"""Kinds whose rows show who is responsible."""
_EFFECTS = {"impact", "whatif"}
_BETWEEN_PLANS = {"dependencies", "impact", "path"}


def _joined(kind: type) -> Callable[[Said], bool]:
    def holds(said: Said) -> bool:
        return any(isinstance(part, kind) for part in parts_of(said.reading.tree))

    return holds


def _asks(*questions: str) -> Callable[[Said], bool]:
    return lambda said: said.reading.question in questions


def _ranks(said: Said) -> bool:
    if said.reading.question == "workload":
        return True  # The most burdened come first.
    return said.gives("sort") or (said.gives("by") and said.gives("top", "by"))


def _value(said: Said) -> bool:
    return said.kind == "Indicator" and said.reading.question == "find"


def _on(*keys: str, values: bool = False) -> Callable[[Said], bool]:
    """Return whether a field is asked about; an indicator's value also where all are shown."""
    return lambda said: said.has(*keys) or (values and _value(said))


BOTH = _joined(And)
_EITHER = _joined(Or)
TESTS: Mapping[tuple[str, Any], Callable[[Said], bool]] = {
    ("measure", "target"): lambda s: (
        s.kind == "Goal"
        or _value(s)
        or s.has("target", "indicator", "target_indicator", "reached", "goal")
    ),
    ("measure", "baseline"): _on("baseline", "gap", values=True),
    ("measure", "money"): lambda s: s.kind == "Budget",
    ("measure", "unit"): _on("unit", values=True),
    ("measure", "year"): lambda s: (
        s.has("year", "first_year", "last_year", "target_year")
        or s.kind == "Milestone"
        or bool({"開始年度", "終了年度", "年度"} & s.values)
    ),
    ("measure", "mark"): _on("mark"),
    ("measure", "gap"): _on("gap", "gap_size"),
    ("measure", "target_year"): _on("target_year"),
    ("measure", "baseline_year"): _on("baseline_year"),
    ("measure", "course"): lambda _: False,  # no plan says how things went
    ("measure", "sort"): lambda s: s.gives("by") or s.has("code", "guideline_type"),
    ("measure", "severity"): lambda s: s.gives("severity", "by") or s.has("severity"),
    ("measure", "disclosure"): _on("disclosure"),
    ("measure", "first_year"): _on("first_year"),
    ("measure", "last_year"): _on("last_year"),
    ("measure", "depends_on"): _on("depends_on"),
    ("measure", "needed_by"): _on("needed_by"),
    ("measure", "share"): lambda s: (
        s.gives("share", "compare", "by")
        or s.reading.question == "workload"
        or BOTH(s)
        or (_value(s) and (s.by_own_name or s.has("plan", "component")))
    ),
    ("measure", "number_of"): lambda s: (
        s.gives("count", "by", "of", "compare", "sort", "share")
        or any(key.endswith("_count") for key in s.fields)
        or (_value(s) and s.by_own_name)
        or s.reading.question in {"check", "whatif"}
    ),
    ("word", "who"): lambda s: s.kind in {"Partner", *SHOW_DEPARTMENTS},
    ("word", "when"): lambda s: (
        s.kind in {"Milestone", "Indicator"}
        or s.has("first_year", "last_year")
        or s.reading.parameters.get("by") == "year"
    ),
    ("word", "how_many"): lambda s: (
        s.gives("count", "by", "of", "sort", "share", "compare")
        or s.lists
        or s.reading.question in {"check", "whatif", "workload", "impact"}
        or (_value(s) and (s.by_own_name or bool(s.conditions)))
    ),
    ("word", "how_many_departments"): lambda s: s.gives("count", "by"),
    ("word", "how_many_plans"): lambda s: s.gives("count"),
    ("word", "how_much"): lambda s: (
        s.gives("share", "of")
        or _value(s)
        or s.reading.question == "workload"
        or s.kind == "Budget"
    ),
    ("word", "most"): _ranks,
    ("word", "least"): _ranks,
    ("word", "rank"): _ranks,
    ("word", "many"): lambda s: _ranks(s) or s.gives("compare") or s.has("gap"),
    ("word", "few"): lambda s: _ranks(s) or s.gives("compare") or s.has("gap"),
    ("word", "early"): _ranks,
    ("word", "late"): _ranks,
    ("word", "every_year"): _on("year"),
    ("word", "both"): lambda s: (
        BOTH(s)
        or s.gives("compare")
        or s.reading.question == "path"
        or s.has("shared_with")
        or "department_count" in s.fields
    ),
    ("word", "or"): lambda s: _EITHER(s) or s.negations > 1 or s.gives("compare"),
    ("word", "common"): lambda s: (
        BOTH(s)
        or s.gives("compare")
        or s.reading.question == "path"
        or (s.by_own_name and s.kind == "Plan")
    ),
    ("word", "than"): lambda s: s.gives("compare"),
    ("word", "mean"): lambda s: s.gives("of"),
    ("word", "median"): lambda s: s.gives("of"),
    ("word", "per"): lambda s: s.gives("of", "by"),
    ("word", "total"): lambda s: s.gives("of", "count"),
    ("word", "compare"): lambda s: (
        s.gives("compare", "by", "sort") or s.reading.question == "compare"
    ),
    ("word", "tied"): _asks("path"),
    ("word", "alone"): lambda s: (
        any(key.endswith("_count") for key in s.fields)
        or {"first_year", "last_year"} <= s.fields.keys()
    ),
    ("word", "name_of"): _asks("whatif"),
    ("word", "same"): _on("gap"),
    ("word", "many_of"): lambda s: any(key.endswith("_count") for key in s.fields),
    ("word", "only_one"): lambda s: any(key.endswith("_count") for key in s.fields),
    ("word", "merged"): _asks("whatif"),
    ("word", "what_if"): _asks("impact", "whatif"),
    ("word", "measurable"): _on("measurable", "target", "target_indicator"),
    ("word", "unmeasurable"): _on("measurable"),
    ("word", "editions"): _asks("compare"),
    ("word", "other"): lambda s: s.has("depends_on", "needed_by") or s.reading.question in _EFFECTS,
    ("word", "meaning"): lambda _: False,
    ("word", "workshop"): lambda s: s.reading.question.startswith("workshop questions"),
    ("word", "every"): lambda _: False,
    ("verb", "lead"): _on("lead", "lead_plan"),
    ("verb", "co"): lambda s: (
        (s.has("shared_with", "department") and (s.kind == "Plan" or not s.has("department")))
        or s.by_own_name
    ),
    ("verb", "last"): lambda s: s.has("year", "last_year", "duration"),
    ("measure", "duration"): _on("duration"),
    ("verb", "exceed"): _on("gap"),
    ("word", "why"): lambda s: s.reading.question in {"path", *_EFFECTS} or s.gives("compare"),
    ("verb", "start"): _on("first_year"),
    ("verb", "end"): _on("last_year"),
    ("verb", "reach"): _on("reached", "gap", "target", values=True),
    ("verb", "raise"): lambda s: s.has("direction") or s.by_own_name,
    ("verb", "lower"): lambda s: s.has("direction") or s.by_own_name,
    ("verb", "keep"): lambda s: s.has("direction") or s.by_own_name,
    ("verb", "disclose"): _on("disclosure"),
    ("verb", "depend"): lambda s: (
        s.has("depends_on", "needed_by") or s.reading.question in _BETWEEN_PLANS
    ),
    ("verb", "depended"): lambda s: (
        s.has("depends_on", "needed_by") or s.reading.question in _BETWEEN_PLANS
    ),
    ("verb", "drop"): _asks("impact", "whatif", "compare", "workshop questions"),
    ("verb", "affect"): _asks("impact", "whatif", "path"),
    ("verb", "merge"): _asks("whatif"),
    ("verb", "rename"): _asks("whatif", "impact"),
    ("verb", "hand_over"): _asks("whatif"),
    ("word", "severe"): lambda s: s.gives("severity"),
    ("verb", "compare"): lambda s: (
        s.gives("compare", "by")
        or s.reading.question in {"compare", "workload"}
        or (_value(s) and s.by_own_name)  # its two values stand side by side
    ),
    ("measure", "rate"): _on("rate"),
}
"""What each word needs in the command; a word in no row means nothing by itself."""
