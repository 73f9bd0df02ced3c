"""Which findings a correction answers: those it confirms, and those it has corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keikaku.graph.findings import FINDINGS, CorrectionUnmatched
from keikaku.graph.records import Finding, Node
from keikaku.graph.structure import number_of
from keikaku.loaders.checks import RAISED
from keikaku.loaders.corrections.entries import Correction, UnmatchedError
from keikaku.loaders.corrections.name_lookup import LINKS, find, text
from keikaku.loaders.corrections.records_editor import RecordsEditor
from keikaku.loaders.strict_yaml import Written
from keikaku.loaders.text import fold


def confirm(bench: RecordsEditor, entry: Correction) -> None:
    """``confirm``: the source is right; the findings that match go quiet."""
    kind = FINDINGS[text(entry, "finding")]
    links = {key: value for key, value in entry.body.items() if key in LINKS}
    details = {key: value for key, value in links.items() if key in kind.details}
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
        matching = _about(bench, entry._replace(body={k: entry.body[k] for k in about}), matching)
    if not matching:
        raise UnmatchedError("no-such-finding")
    for finding in matching:
        finding.settled = entry.signature


def settle_answered(bench: RecordsEditor, entry: Correction) -> None:
    """Settle the findings that a change answers: by itself, or because the entry says ``settles``.

    Raises UnmatchedError if the entry settles a finding that is not there. A finding of the checks
    may be gone already, because this very change has put it right.
    """
    open_findings = [finding for finding in bench.records.findings if finding.settled is None]
    for finding in open_findings:
        answered = ANSWERS.get(finding.code)
        if finding.node in bench.touched and answered and answered(bench, finding):
            finding.settled = entry.signature
    met = _settle_named(bench, entry, bench.touched, open_findings)
    if set(entry.settles) - met - RAISED:
        raise UnmatchedError("no-such-finding")


def settle_checked(bench: RecordsEditor, entry: Correction) -> None:
    """Settle what an entry ``settles`` among the findings of the checks that ran after it."""
    try:
        owner = find(bench, entry)
    except UnmatchedError:
        return  # removed or renamed: nothing is found there any more
    touched = {owner.id} if isinstance(owner, Node) else {owner.source, owner.target}
    open_findings = [finding for finding in bench.records.findings if finding.settled is None]
    _settle_named(bench, entry, touched, open_findings)


def _settle_named(
    bench: RecordsEditor, entry: Correction, touched: set[str], findings: list[Finding]
) -> set[str]:
    """Settle the findings that an entry names, at what it touched or at its plan; return codes."""
    at = touched | {plan.id for plan in map(bench.lookup.plan_of, touched) if plan}
    settling = [one for one in findings if one.code in entry.settles and one.node in at]
    for finding in settling:
        finding.settled = finding.settled or entry.signature
    return {finding.code for finding in settling}


def unmatched(entry: Correction, why: str) -> Finding:
    """Return the finding for a correction that fits nothing."""
    return CorrectionUnmatched.at(
        None, [entry.evidence(entry.operation, entry.name)], correction=entry.name, why=why
    )


def _about(bench: RecordsEditor, entry: Correction, findings: list[Finding]) -> list[Finding]:
    """Return those findings that are at what the entry names, or at a part of it.

    A plan that only the overview names has no node: its findings stand at the document.
    """
    at: set[str | None] = set()
    number = text(entry, "plan") if "plan" in entry.body else None
    try:
        node = find(bench, entry)
    except UnmatchedError:
        if number is None:
            raise
    else:
        if isinstance(node, Node):
            at = {node.id, *(part.id for part in bench.lookup.parts(node.id))}
            number = number_of(node.facts) if node.kind == "Plan" else None
    loose = (None, bench.document)
    return [
        finding
        for finding in findings
        if finding.node in at
        or (number and finding.node in loose and fold(_plan(finding)) == fold(number))
    ]


def _plan(finding: Finding) -> str:
    return str(finding.details.get("plan", ""))


def _has_details(finding: Finding, details: dict[str, Any]) -> bool:
    return all(
        name in finding.details and _same(finding.details[name], value)
        for name, value in details.items()
    )


def _same(recorded: Any, written: Written) -> bool:
    """Return whether a detail is as written, without regard to white space and width."""
    if isinstance(recorded, list | tuple):
        parts = written if isinstance(written, list) else [written]
        return len(recorded) == len(parts) and all(map(_same, recorded, parts))
    return fold(str(recorded)) == fold(str(written))


def _in_charge(bench: RecordsEditor, finding: Finding) -> bool:
    """Return whether the department that a finding names is in charge of its plan now."""
    department = fold(str(finding.details["department"]))
    return any(
        edge.target == finding.node
        and fold(str(bench.lookup.nodes[edge.source].facts["name"])) == department
        for edge in bench.lookup.of_type("RESPONSIBLE_FOR")
    )


def _marks_known(bench: RecordsEditor, finding: Finding) -> bool:
    plan = bench.lookup.nodes.get(str(finding.node))
    unknown = plan.facts.get("unknown_marks", ()) if plan else ()
    themes = finding.details.get("themes", unknown)
    return not any(theme in unknown for theme in themes)


def _changed(*names: str) -> Callable[[RecordsEditor, Finding], bool]:
    """Return a test of whether the correction changed one of these facts."""
    return lambda bench, _: not bench.changed.isdisjoint(names)


# When a change at a finding's node has answered it; other kinds go quiet by ``settles`` alone.
ANSWERS: dict[str, Callable[[RecordsEditor, Finding], bool]] = {
    "marks-missing": _marks_known,
    "marks-ambiguous": _marks_known,
    "marks-shifted": _changed("marks", "disclosed"),
    "disclosure-unknown": _changed("disclosed"),
    "department-not-on-page": _in_charge,
    "department-not-in-overview": lambda bench, finding: not _in_charge(bench, finding),
    "title-differs": _changed("title"),
    "number-unclear": _changed("number"),
    "milestone-cut": _changed("text"),
    "period-unknown": _changed("first_year", "last_year"),
    "symbol-unexplained": _changed("text"),
}
