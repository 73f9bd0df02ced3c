"""The outcome of all answers about a plan: a decision, a conflict, or a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from keikaku.loaders.text import fold
from keikaku.workshop.decisions.decision_records import (
    TOPICS,
    Change,
    Decisions,
    Entry,
    Said,
    Topic,
)

State = Literal["decided", "conflict", "gap"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entry with its outcome.

    ``differs`` are the topics on which workbooks disagree and which nobody settled; ``change`` is
    what is settled, or what nobody contradicts.
    """

    entry: Entry
    state: State
    change: Change
    differs: tuple[Topic, ...] = ()


def resolve(entry: Entry) -> Resolved:
    """Return the outcome of an entry: what is settled overrides all answers."""
    topics: dict[str, Any] = {}
    differs: list[Topic] = []
    settled = entry.settled.change if entry.settled else Change()
    for topic in TOPICS:
        answers = _answers(entry.said, topic)
        if getattr(settled, topic):
            topics[topic] = getattr(settled, topic)
        elif len(answers) == 1:
            topics[topic] = answers[0]
        elif answers and not (settled.decision and topic != "decision"):
            differs.append(topic)
    change = Change(**topics)
    if differs:
        return Resolved(entry, "conflict", change, tuple(differs))
    return Resolved(entry, "decided" if change.decision else "gap", change)


def outcomes(decisions: Decisions) -> list[Resolved]:
    """Return the outcome of every entry, in order."""
    return [resolve(entry) for entry in decisions.entries]


def _answers(said: tuple[Said, ...], topic: Topic) -> list[Any]:
    """Return the different answers to a topic, in the order in which they were given."""
    answers: dict[Any, Any] = {}
    for each in said:
        value = getattr(each.change, topic)
        if value:
            same = tuple(sorted(value)) if topic == "merge_with" else fold(value)
            answers.setdefault(same, value)
    return list(answers.values())
