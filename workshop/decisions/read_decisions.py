"""Read the decisions file strictly: all mistakes are reported together, each with its line."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from keikaku.graph.errors import KeikakuError, SourceError
from keikaku.graph.language import Text
from keikaku.loaders.source import read_source
from keikaku.loaders.strict_yaml import YamlText
from keikaku.workshop.decisions.decision_entries import (
    PAGE,
    DecisionsHead,
    NewPlanEntry,
    PlanEntry,
)
from keikaku.workshop.decisions.decision_records import TOPICS, Decisions, Entry
from keikaku.workshop.decisions.resolve import resolve
from keikaku.workshop.decisions.write_decisions import VERSION, dumps

if TYPE_CHECKING:
    import yaml

_WRONG = Text(
    "{file}: 決定ファイルに誤りが{n}件あります。直してから再度実行してください。",
    "{file}: the decisions file has mistakes ({n}); mend them and run again.",
)


def read(path: Path) -> Decisions:
    """Return the decisions of a file, which may hold what keikaku writes and people may add.

    Raises:
        SourceError: the file cannot be read, or holds mistakes; each is listed with its line.
    """
    source = read_source(path)
    reading = _Reading(path.name)
    try:
        decisions = reading.file(source.text, source.sha256)
    except KeikakuError as error:
        reading.mistakes.append(error)
    if reading.mistakes:
        items = [error.text for error in reading.mistakes]
        raise SourceError(_WRONG.format(file=path, n=len(items)), items)
    return decisions


def digest(decisions: Decisions) -> str:
    """Return the SHA-256 of the decisions file, or of the text that would be written to it."""
    return decisions.sha256 or hashlib.sha256(dumps(decisions).encode()).hexdigest()


class _Reading:
    """A decisions file while it is read; ``mistakes`` are those of its plans."""

    def __init__(self, file: str) -> None:
        self.yaml = YamlText(file, PAGE, "keikaku workshop read")
        self.mistakes: list[KeikakuError] = []

    def file(self, text: str, sha256: str) -> Decisions:
        """Return all decisions of the text.

        Raises:
            KeikakuError: the file as a whole is not a decisions file.
        """
        root = self.yaml.root(text)
        head = self.yaml.checked(root, DecisionsHead)
        pairs = self.yaml.pairs(root)
        self.yaml.must_be("keikaku-decisions", pairs["keikaku-decisions"], VERSION)
        entries: dict[str, Entry] = {}
        for node in self.yaml.items(pairs["plans"]) if head.plans else ():
            self._add(entries, node, PlanEntry)
        for node in self.yaml.items(pairs["new"]) if head.new else ():
            self._add(entries, node, NewPlanEntry)
        return Decisions(
            head.document,
            tuple(entries.values()),
            head.departments,
            tuple(each.record() for each in head.unplaced),
            self.yaml.file,
            sha256,
        )

    def _add(self, entries: dict[str, Entry], node: yaml.Node, form: type[NewPlanEntry]) -> None:
        """Add the entry of a node, or note its mistakes."""
        try:
            entry = self._entry(node, form)
            self._refuse_second(entries, entry, node)
        except KeikakuError as error:
            self.mistakes.append(error)
        else:
            entries[_key(entry)] = entry

    def _refuse_second(self, entries: dict[str, Entry], entry: Entry, node: yaml.Node) -> None:
        if _key(entry) not in entries:
            return
        line = entries[_key(entry)].line
        raise self.yaml.refuse(
            node,
            f"{entry.name} は{line}行目にもあります。一つにまとめてください。",
            f"{entry.name} stands in line {line} too; make them one.",
        )

    def _entry(self, node: yaml.Node, form: type[NewPlanEntry]) -> Entry:
        written = self.yaml.checked(node, form)
        pairs = self.yaml.pairs(node)
        settled = None
        if written.settled is not None:
            settled = written.settled.record(self.yaml.line(pairs["settled"]))
        entry = Entry(
            written.plan if isinstance(written, PlanEntry) else None,
            written.title,
            tuple(each.record() for each in written.said),
            settled,
            self.yaml.line(node),
        )
        self._refuse_unsigned(entry, written, pairs)
        return entry

    def _refuse_unsigned(
        self, entry: Entry, written: NewPlanEntry, pairs: dict[str, yaml.Node]
    ) -> None:
        """Check that the outcome in the entry is the real one, with ``settled`` or without it.

        A change made anywhere else would be lost when forms are read the next time.
        """
        results = [resolve(entry).change, resolve(replace(entry, settled=None)).change]
        change = written.change()
        for topic in TOPICS:
            possible = {getattr(result, topic) for result in results}
            if topic in pairs and getattr(change, topic) not in possible:
                raise self.yaml.refuse(
                    pairs[topic],
                    f"{topic} を変えるときは、settled に by（誰が）・why（理由）とともに"
                    "記入してください。",
                    f"to change {topic}, write it under settled, with by and why.",
                )


def _key(entry: Entry) -> str:
    return entry.number or f"+{entry.title}"
