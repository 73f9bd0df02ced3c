"""Corrections (訂正): a YAML file kept beside the source, whose text is never edited.

A loader reads the file, applies it to its records, runs its checks, and settles what remains::

    corrections = read(path)
    apply(records, corrections)      # facts are right before they are checked
    records.findings += checks.run(records)
    settle(records, corrections)     # what a person has confirmed goes quiet

docs/corrections.md explains to planners how to write one.
"""

from __future__ import annotations

from collections.abc import Callable

from keikaku.graph.errors import CorrectionError
from keikaku.graph.language import Text
from keikaku.graph.records import Records
from keikaku.loaders.corrections.additions import add
from keikaku.loaders.corrections.apply import remove, set_facts
from keikaku.loaders.corrections.corrections_file import parse, read
from keikaku.loaders.corrections.corrections_skeleton import entry_for, skeleton
from keikaku.loaders.corrections.entries import Correction, Corrections, UnmatchedError
from keikaku.loaders.corrections.records_editor import RecordsEditor
from keikaku.loaders.corrections.settled_findings import (
    confirm,
    settle_answered,
    settle_checked,
    unmatched,
)

__all__ = ["Correction", "Corrections", "apply", "entry_for", "parse", "read", "settle", "skeleton"]

_OF_HEAD = {"title", "first_year", "last_year"}
"""The facts that stand both in the head of a file and in the node of its document."""

_CHANGES: dict[str, Callable[[RecordsEditor, Correction], None]] = {
    "set": set_facts,
    "add": add,
    "remove": remove,
}


def apply(records: Records, corrections: Corrections) -> None:
    """Set, add and remove facts, in the order of the file; settle the findings that this answers.

    Call it before the checks. A correction that fits nothing becomes a finding.
    Raises CorrectionError if the file is for another document, or if a value cannot be what its
    fact needs; the records are then no longer to be used.
    """
    document = records.document["id"]
    if corrections.document != document:
        raise CorrectionError(
            Text(
                f"{corrections.file}: 「{corrections.document}」の訂正ファイルです。"
                f"読み込んでいるのは「{document}」です。document: を確認してください。",
                f"{corrections.file}: this is for “{corrections.document}”, but “{document}”"
                " is being loaded; check its document:.",
            )
        )
    bench = RecordsEditor(records)
    for entry in corrections.entries:
        if entry.operation != "confirm":
            _try(bench, entry, _CHANGES[entry.operation], settle_answered)
            if document in bench.touched:
                _renew_head(records, bench.changed & _OF_HEAD)


def _renew_head(records: Records, names: set[str]) -> None:
    """Copy the title and the period of the document's node into the head of the file."""
    for node in records.nodes:
        if node.id == records.document["id"]:
            records.document |= {name: node.facts.get(name) for name in names}


def settle(records: Records, corrections: Corrections) -> None:
    """Settle the findings that a person has confirmed or settled; call it after the checks.

    A confirmation of what was not found becomes a finding.
    """
    bench = RecordsEditor(records)
    for entry in corrections.entries:
        if entry.operation == "confirm":
            _try(bench, entry, confirm)
        elif entry.settles:
            _try(bench, entry, settle_checked)


def _try(
    bench: RecordsEditor, entry: Correction, *steps: Callable[[RecordsEditor, Correction], None]
) -> None:
    bench.begin()
    try:
        for step in steps:
            step(bench, entry)
    except UnmatchedError as error:
        bench.records.findings.append(unmatched(entry, error.why))
