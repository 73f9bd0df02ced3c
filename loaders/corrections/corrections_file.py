"""The corrections file (訂正ファイル) → its entries; what is wrong is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from keikaku.graph.findings import FINDINGS
from keikaku.loaders.corrections.entries import (
    OPERATIONS,
    SIGNED,
    Correction,
    Corrections,
    Operation,
    refuse,
)
from keikaku.loaders.corrections.name_lookup import ABOUT, FACTS, LINKS, SPECIAL
from keikaku.loaders.strict_yaml import Written, YamlText, did_you_mean

VERSION = "1"
HEAD = ("keikaku-corrections", "document", "corrections")
ENTRY = (*OPERATIONS, *SIGNED, "settles")
MAX_BYTES = 5_000_000

# What may stand in the body of each operation, besides the words that say what it is about.
BODY: dict[Operation, frozenset[str]] = {
    "confirm": frozenset({"finding", "details"}),
    "set": frozenset({*FACTS, *SPECIAL, "was"}),
    "add": frozenset({*FACTS, "kind"}),
    "remove": frozenset({"fact"}),
}


def read(path: Path) -> Corrections:
    """Read a corrections file: UTF-8, or cp932 as older editors save it.

    An entry whose who, why and when are all there and all empty is a draft, counted and skipped.
    Raises CorrectionError, with file and line, where the file is not as docs/corrections.md says.
    A workbook that ``check --out`` wrote is read too, a decision a row.
    """
    if path.suffix.lower() == ".xlsx":
        from keikaku.loaders.corrections import corrections_workbook

        return corrections_workbook.read(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refuse(
            path.name,
            None,
            f"訂正ファイルを開けません（{reason}）。パスをご確認ください。",
            f"the corrections file cannot be opened ({reason}); check the path.",
        ) from error
    if len(content) > MAX_BYTES:
        raise refuse(
            path.name,
            None,
            "大きすぎて訂正ファイルとは思えません。パスをご確認ください。",
            "is too large to be a corrections file; check the path.",
        )
    return parse(_decoded(content, path.name), path.name)


def parse(text: str, file: str) -> Corrections:
    """Return the entries of a corrections file's text.

    ``file`` is its name, for errors and evidence.
    """
    source = YamlText(file)
    root = source.root(text)
    head = source.pairs(root, HEAD)
    for key in HEAD:
        if key not in head:
            raise source.refuse(
                root,
                f"{key}: がありません。keikaku check --init でひな形を作れます。",
                f"{key}: is missing; keikaku check --init writes a skeleton.",
            )
    source.must_be("keikaku-corrections", head["keikaku-corrections"], VERSION)
    read_entries = [entry_of(source, node) for node in _list(source, head["corrections"])]
    entries = tuple(entry for entry in read_entries if entry is not None)
    refuse_duplicates(entries)
    document = source.words(head["document"])
    return Corrections(file, document, entries, len(read_entries) - len(entries))


def _list(source: YamlText, node: yaml.Node) -> list[yaml.Node]:
    """Return the nodes of the entries; none where nothing is written yet."""
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        return []
    raise source.refuse(
        node,
        "corrections: の下は「- 」で始まる項目の並びにしてください。",
        "corrections: takes a list of entries that begin with “- ”.",
    )


def entry_of(source: YamlText, node: yaml.Node) -> Correction | None:
    """Return one entry, or None for a draft."""
    pairs = source.pairs(node, ENTRY)
    operations = [key for key in OPERATIONS if key in pairs]
    if len(operations) != 1:
        raise source.refuse(
            node,
            f"{'・'.join(OPERATIONS)} のうち一つだけを記入してください。",
            f"an entry takes exactly one of {', '.join(OPERATIONS)}.",
        )
    body = _body(source, pairs[operations[0]], operations[0])
    if operations[0] == "confirm" and "settles" in pairs:
        raise source.refuse(
            pairs["settles"],
            "settles は set・add・remove に添えます。confirm には finding を記入してください。",
            "settles goes with set, add and remove; confirm names its finding.",
        )
    signed = {key: source.words(pairs[key]) for key in SIGNED if key in pairs}
    if len(signed) == len(SIGNED) and not any(signed.values()):
        return None
    for key in SIGNED:
        if not signed.get(key):
            raise source.refuse(
                node,
                f"{key} がありません。who（誰が）・why（理由）・when（日付）を記入してください。",
                f"{key} is missing; an entry says who, why and when.",
            )
    return Correction(
        operation=operations[0],
        body=body,
        who=signed["who"],
        why=signed["why"],
        when=_date(source, pairs["when"]),
        settles=_settles(source, pairs.get("settles")),
        file=source.file,
        line=source.line(node),
    )


def _body(source: YamlText, node: yaml.Node, operation: Operation) -> dict[str, Written]:
    """Return what an operation is about and says; that it can be understood, not that it fits."""
    pairs = source.pairs(node, ABOUT | BODY[operation])
    if operation == "confirm":
        if "finding" not in pairs:
            raise source.refuse(
                node,
                "finding に確認事項の種類を記入してください。",
                "finding must name a kind of finding.",
            )
        _finding_code(source, pairs["finding"])
    if operation == "set" and not pairs.keys() - ABOUT - {"was"}:
        raise source.refuse(
            node,
            "set には、何をどう直すかを title: … のように記入してください。",
            "set must say what becomes of it, for example title: ….",
        )
    links = [word for word in LINKS if word in pairs]
    if len(links) > 1:
        raise source.refuse(
            node,
            f"{' と '.join(links)} は別々の訂正に分けてください。",
            f"{' and '.join(links)} belong in entries of their own.",
        )
    return {key: source.plain(value) for key, value in pairs.items()}


def _settles(source: YamlText, node: yaml.Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    codes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(_finding_code(source, code) for code in codes)


def _finding_code(source: YamlText, node: yaml.Node) -> str:
    code = source.words(node)
    if code not in FINDINGS:
        ja, en = did_you_mean(code, FINDINGS)
        raise source.refuse(
            node,
            f"確認事項の種類「{code}」はありません。{ja}",
            f"there is no kind of finding “{code}”. {en}",
        )
    return code


def _date(source: YamlText, node: yaml.Node) -> str:
    """Return a date as YYYY-MM-DD; 2026/4/1 is understood too."""
    text = source.words(node)
    try:
        year, month, day = re.split(r"[-/.]", text)
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise source.refuse(
            node,
            f"when の日付「{text}」は 2026-04-01 のように記入してください。",
            f"write the date “{text}” of when like 2026-04-01.",
        ) from error


def refuse_duplicates(entries: tuple[Correction, ...]) -> None:
    """Refuse two entries about the same thing: one of them would be lost."""
    first: dict[tuple[str, ...], int] = {}
    for entry in entries:
        for claim in _claims(entry):
            if claim in first:
                raise entry.refuse(
                    f"{first[claim]} 行目と同じ対象の訂正です。どちらか一つにしてください。",
                    f"line {first[claim]} corrects the same; keep one of them.",
                )
            first[claim] = entry.line


def _claims(entry: Correction) -> Iterator[tuple[str, ...]]:
    """Yield what an entry has the last word on: the thing with a fact of it, or with a finding."""
    about = [f"{key}={value}" for key, value in sorted(entry.body.items()) if key in ABOUT]
    if entry.operation != "set":
        rest = [f"{key}={entry.body.get(key)}" for key in ("finding", "details", "fact")]
        yield (entry.operation, *about, *rest)
        return
    for fact in sorted(entry.body.keys() - ABOUT - {"was"}):
        value = entry.body[fact]
        for inner in sorted(value) if isinstance(value, dict) else [""]:
            yield ("set", *about, fact, inner)


def _decoded(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refuse(
        file,
        None,
        "文字として読めません。UTF-8 で保存してください。",
        "is not text; save it as UTF-8.",
    )
