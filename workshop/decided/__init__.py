"""Decisions on the plans of a document: what every department said, and what comes of it."""

from keikaku.workshop.decided.reading import read
from keikaku.workshop.decided.records import (
    Change,
    Decisions,
    Entry,
    Said,
    Settled,
    Unplaced,
    Unread,
)
from keikaku.workshop.decided.resolving import Resolved, outcomes, resolve
from keikaku.workshop.decided.yamlfile import dumps

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
