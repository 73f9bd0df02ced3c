"""The decisions file read strictly: every mistake is named with its line, all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from keikaku.graph.errors import KeikakuError, SourceError
from keikaku.graph.language import Text
from keikaku.loaders.source import read_source
from keikaku.loaders.strict_yaml import YamlText, did_you_mean
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.decisions.decision_records import (
    TOPICS,
    Change,
    Decisions,
    Entry,
    Said,
    Settled,
    Topic,
    Unplaced,
    Unread,
)
from keikaku.workshop.decisions.resolve import resolve
from keikaku.workshop.decisions.write_decisions import VERSION, dumps

PAGE = "docs/workshop.md"
_HEAD = ("keikaku-decisions", "document", "departments", "plans", "new", "unplaced")
_ENTRY = ("plan", "title", "state", *TOPICS, "differs", "said", "settled")
_SAID = ("by", "file", "cell", *TOPICS, "reason", "comment", "unread")
_SETTLED = ("by", "why", *TOPICS)
_UNPLACED = ("file", "cell", "text")
_UNREAD = ("cell", "column", "text")
_WRONG = Text(
    "{file}: 決定ファイルに誤りが{n}件あります。直してから再度実行してください。",
    "{file}: the decisions file has mistakes ({n}); mend them and run again.",
)
_Read = TypeVar("_Read")


def read(path: Path) -> Decisions:
    """Return the decisions of a file, held to what keikaku writes and what people may add.

    Raises:
        SourceError: it cannot be read, or holds mistakes; each is listed with its line.
    """
    source = read_source(path)
    reading = _Reading(path.name)
    found = reading.attempt(partial(reading.file, source.text, source.sha256))
    if found is None or reading.wrong:
        items = [error.text for error in reading.wrong]
        raise SourceError(_WRONG.format(file=path, n=len(items)), items)
    return found


def digest(decisions: Decisions) -> str:
    """Return the SHA-256 of the decisions file, or of the text that would be one."""
    return decisions.sha256 or hashlib.sha256(dumps(decisions).encode()).hexdigest()


class _Reading:
    """A decisions file while it is read; ``wrong`` are all its mistakes."""

    def __init__(self, file: str) -> None:
        self.yaml = YamlText(file, PAGE, "keikaku workshop read")
        self.wrong: list[KeikakuError] = []

    def attempt(self, read: Callable[[], _Read]) -> _Read | None:
        """Return what ``read`` gives, or None where it finds a mistake, which is kept."""
        try:
            return read()
        except KeikakuError as error:
            self.wrong.append(error)
            return None

    def file(self, text: str, sha256: str) -> Decisions:
        """Return all decisions of the text."""
        root = self.yaml.root(text)
        head = self.yaml.pairs(root, _HEAD)
        self.yaml.need(root, head, ("keikaku-decisions", "document", "plans"))
        self.yaml.must_be("keikaku-decisions", head["keikaku-decisions"], VERSION)
        entries: dict[str, Entry] = {}
        for key, taken in (("plans", True), ("new", False)):
            for node in self._list(head.get(key)):
                entry = self.attempt(partial(self._entry, node, taken=taken))
                if entry is not None:
                    self.attempt(partial(self._once, entries, entry, node))
        departments = [self.yaml.words(each) for each in self._list(head.get("departments"))]
        unplaced = [
            self.attempt(partial(self._unplaced, n)) for n in self._list(head.get("unplaced"))
        ]
        return Decisions(
            self.yaml.words(head["document"]),
            tuple(entries.values()),
            tuple(departments),
            tuple(each for each in unplaced if each is not None),
            self.yaml.file,
            sha256,
        )

    def _wrong(self, node: yaml.Node, ja: str, en: str) -> None:
        raise self.yaml.refuse(node, ja, en)

    def _list(self, node: yaml.Node | None) -> list[yaml.Node]:
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
            return []
        return self.yaml.items(node)

    def _once(self, entries: dict[str, Entry], entry: Entry, node: yaml.Node) -> None:
        key = entry.number or f"+{entry.title}"
        if key in entries:
            line = entries[key].line
            self._wrong(
                node,
                f"{entry.name} は{line}行目にもあります。一つにまとめてください。",
                f"{entry.name} stands in line {line} too; make them one.",
            )
        entries[key] = entry

    def _entry(self, node: yaml.Node, *, taken: bool) -> Entry:
        """Return an entry; ``taken`` from the document, else to be added."""
        pairs = self.yaml.pairs(node, _ENTRY if taken else [k for k in _ENTRY if k != "plan"])
        self.yaml.need(node, pairs, ("plan", "title") if taken else ("title",))
        listed = self._list(pairs.get("said"))
        said = [self.attempt(partial(self._said, each)) for each in listed]
        settled = self.attempt(partial(self._settled, pairs.get("settled")))
        entry = Entry(
            self.yaml.words(pairs["plan"]) if taken else None,
            self.yaml.words(pairs["title"]),
            tuple(each for each in said if each is not None),
            settled,
            self.yaml.line(node),
        )
        if None not in said and (settled is not None or "settled" not in pairs):
            self._agrees(entry, pairs)
        return entry

    def _agrees(self, entry: Entry, pairs: dict[str, yaml.Node]) -> None:
        """Check that what the entry says comes of it is what does, with ``settled`` or before it.

        A change that was written anywhere else would be lost the next time that forms are read.
        """
        results = [resolve(entry).change, resolve(replace(entry, settled=None)).change]
        change = self._change(pairs)
        for topic in TOPICS:
            known = {getattr(result, topic) for result in results}
            if topic in pairs and getattr(change, topic) not in known:
                self._wrong(
                    pairs[topic],
                    f"{topic} を変えるときは、settled に by（誰が）・why（理由）とともに"
                    "記入してください。",
                    f"to change {topic}, write it under settled, with by and why.",
                )

    def _said(self, node: yaml.Node) -> Said:
        pairs = self.yaml.pairs(node, _SAID)
        self.yaml.need(node, pairs, ("by", "file", "cell"))
        return Said(
            self.yaml.words(pairs["by"]),
            self.yaml.words(pairs["file"]),
            self.yaml.words(pairs["cell"]),
            self._change(pairs),
            self._text(pairs, "reason"),
            self._text(pairs, "comment"),
            tuple(self._unread(each) for each in self._list(pairs.get("unread"))),
        )

    def _unread(self, node: yaml.Node) -> Unread:
        pairs = self.yaml.pairs(node, _UNREAD)
        self.yaml.need(node, pairs, _UNREAD)
        return Unread(*(self._text(pairs, key) or "" for key in _UNREAD))

    def _unplaced(self, node: yaml.Node) -> Unplaced:
        pairs = self.yaml.pairs(node, _UNPLACED)
        self.yaml.need(node, pairs, _UNPLACED)
        return Unplaced(*(self._text(pairs, key) or "" for key in _UNPLACED))

    def _settled(self, node: yaml.Node | None) -> Settled | None:
        if node is None:
            return None
        pairs = self.yaml.pairs(node, _SETTLED)
        self.yaml.need(node, pairs, ("by", "why"))
        by, why = self.yaml.words(pairs["by"]), self.yaml.words(pairs["why"])
        if not by or not why:
            self._wrong(
                node,
                "by（誰が）と why（理由）を記入してください。",
                "say by whom and why.",
            )
        change = self._change(pairs)
        if change == Change():
            self._wrong(
                node, "settled に decision などを記入してください。", "settled decides nothing."
            )
        return Settled(change, by, why, self.yaml.line(node))

    def _change(self, pairs: dict[str, yaml.Node]) -> Change:
        told: dict[Topic, Any] = {}
        for topic in TOPICS:
            if topic not in pairs:
                continue
            if topic == "merge_with":
                told[topic] = tuple(self.yaml.words(n) for n in self._several(pairs[topic]))
            else:
                told[topic] = self._text(pairs, topic)
        decision = told.get("decision")
        if decision is not None and decision not in DECISION:
            ja, en = did_you_mean(decision, DECISION, PAGE)
            self._wrong(
                pairs["decision"],
                f"decision「{decision}」はありません（{'・'.join(DECISION)}）。{ja}",
                f"there is no decision “{decision}” ({', '.join(DECISION)}). {en}",
            )
        return Change(**told)

    def _several(self, node: yaml.Node) -> list[yaml.Node]:
        return [node] if isinstance(node, yaml.ScalarNode) else self._list(node)

    def _text(self, pairs: dict[str, yaml.Node], key: str) -> str | None:
        if key not in pairs:
            return None
        self.yaml.words(pairs[key])
        value: str = pairs[key].value
        return value or None
