"""Decisions on the plans of a document: what every department said, and the outcome."""

from keikaku.workshop.decisions.decision_records import (
    Change,
    Decisions,
    Entry,
    Said,
    Settled,
    Unplaced,
    Unread,
)
from keikaku.workshop.decisions.read_decisions import read
from keikaku.workshop.decisions.resolve import Resolved, outcomes, resolve
from keikaku.workshop.decisions.write_decisions import dumps

__all__ = [
    "Change",
    "Decisions",
    "Entry",
    "Resolved",
    "Said",
    "Settled",
    "Unplaced",
    "Unread",
    "dumps",
    "outcomes",
    "read",
    "resolve",
]
