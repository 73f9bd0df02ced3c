"""Decisions on the plans of a document: what every department said, and what comes of it."""

from workshop.decided.reading import read
from workshop.decided.records import Change, Decisions, Entry, Said, Settled, Unplaced, Unread
from workshop.decided.resolving import Resolved, outcomes, resolve
from workshop.decided.yamlfile import dumps

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
