"""Which findings a correction answers: those it confirms, and those it has mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.findings import FINDINGS, CorrectionUnmatched
from graph.records import Finding, Node
from loaders.corrections.bench import Bench
from loaders.corrections.entries import Correction, UnmatchedError, Written
from loaders.corrections.words import LINKS, find, text
from loaders.text import fold


def confirm(bench: Bench, entry: Correction) -> None:
    """``confirm``: the source is right; the findings that match go quiet."""
    kind = FINDINGS[text(entry, "finding")]
    named = {key: value for key, value in entry.body.items() if key in LINKS}
    details = {key: value for key, value in named.items() if key in kind.details}
    written = entry.body.get("details", {})
    matching = [
        finding
        for finding in bench.records.findings
        if finding.code == kind.code
        and finding.settled is None
        and isinstance(written, dict)
        and _has_details(finding, details | written)
    ]
    about = entry.body.keys() - {"finding", "details"} - details.keys()
    if about:
        matching = _about(bench, replace(entry, body={k: entry.body[k] for k in about}), matching)
    if not matching:
        raise UnmatchedError("no-such-finding")
    for finding in matching:
        finding.settled = entry.signature


def settle_answered(bench: Bench, entry: Correction) -> None:
    """Settle what a change has answered: by itself, or because the entry says ``settles``.

    Raises UnmatchedError if the entry settles what is not there.
    """
    open_findings = [f for f in bench.records.findings if f.settled is None]
    for finding in open_findings:
        answered = ANSWERS.get(finding.code)
        if finding.node in bench.touched and answered and answered(bench, finding):
            finding.settled = entry.signature
    plans = {plan.id for plan in map(bench.lookup.plan_of, bench.touched) if plan}
    for code in entry.settles:
        meant = [f for f in open_findings if f.code == code and f.node in bench.touched | plans]
        if not meant:
            raise UnmatchedError("no-such-finding")
        for finding in meant:
            finding.settled = finding.settled or entry.signature


def unmatched(entry: Correction, why: str) -> Finding:
    """The finding for a correction that fits nothing."""
    return CorrectionUnmatched.at(
        None, [entry.evidence(entry.operation, entry.name)], correction=entry.name, why=why
    )


def _about(bench: Bench, entry: Correction, findings: list[Finding]) -> list[Finding]:
    """Those findings that are at what the entry names, or at a part of it.

    A plan may be named that has no node: one that the overview alone has.
    """
    try:
        node = find(bench, entry)
    except UnmatchedError:
        if "plan" not in entry.body:
            raise
        number = fold(text(entry, "plan"))
        return [f for f in findings if f.node is None and fold(_plan(f)) == number]
    if not isinstance(node, Node):
        return []
    at = {node.id, *(part.id for part in bench.lookup.parts(node.id))}
    number = fold(str(node.facts["number"])) if node.kind == "Plan" else "-"
    return [f for f in findings if f.node in at or (f.node is None and fold(_plan(f)) == number)]


def _plan(finding: Finding) -> str:
    return str(finding.details.get("plan", ""))


def _has_details(finding: Finding, details: dict[str, Any]) -> bool:
    return all(
        name in finding.details and _same(finding.details[name], value)
        for name, value in details.items()
    )


def _same(found: Any, written: Written) -> bool:
    """Whether a detail is as written; white space and width apart."""
    if isinstance(found, list | tuple):
        parts = written if isinstance(written, list) else [written]
        return len(found) == len(parts) and all(map(_same, found, parts))
    return fold(str(found)) == fold(str(written))


def _in_charge(bench: Bench, finding: Finding) -> bool:
    """Whether the department that a finding names is in charge of its plan now."""
    department = fold(str(finding.details["department"]))
    return any(
        edge.target == finding.node
        and fold(str(bench.lookup.nodes[edge.source].facts["name"])) == department
        for edge in bench.lookup.of_type("RESPONSIBLE_FOR")
    )


def _marks_known(bench: Bench, finding: Finding) -> bool:
    plan = bench.lookup.nodes.get(str(finding.node))
    unknown = plan.facts.get("unknown_marks", ()) if plan else ()
    asked = finding.details.get("themes", unknown)
    return not any(theme in unknown for theme in asked)


def _changed(*names: str) -> Callable[[Bench, Finding], bool]:
    """Whether the correction changed one of these."""
    return lambda bench, _: not bench.changed.isdisjoint(names)


# When a change at a finding's node has answered it; other kinds go quiet by ``settles`` alone.
ANSWERS: dict[str, Callable[[Bench, Finding], bool]] = {
    "marks-missing": _marks_known,
    "marks-ambiguous": _marks_known,
    "marks-shifted": _changed("marks", "disclosed"),
    "disclosure-unknown": _changed("disclosed"),
    "department-not-on-page": _in_charge,
    "department-not-in-overview": lambda bench, finding: not _in_charge(bench, finding),
    "title-differs": _changed("title"),
    "number-unclear": _changed("number"),
    "milestone-cut": _changed("text"),
}
