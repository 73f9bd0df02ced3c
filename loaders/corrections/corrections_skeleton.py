"""YAML to fill in: an entry for one finding, and a whole file for all that are open."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from keikaku.graph.findings import FINDINGS, SEVERITIES, finding_texts
from keikaku.graph.language import Lang, Text
from keikaku.graph.records import Finding, Records
from keikaku.loaders.corrections.entries import SIGNED

HEAD = Text(
    """\
# keikaku の訂正ファイル
# 確認が済んだ項目に who（誰が）・why（理由）・when（日付 2026-04-01）を記入してください。
# 三つとも空欄の項目は未回答として読み飛ばすので、少しずつ記入できます。
# confirm は「原本のとおりでよい」、set は「このように直す」です。
""",
    """\
# Corrections for keikaku
# Fill in who, why and when (2026-04-01) of what has been checked.
# An entry with all three empty is skipped as not yet answered, so fill them in one by one.
# confirm says that the source is right, set what it should be.
""",
)
NONE_OPEN = Text("# 未対応の確認事項はありません。\n", "# Nothing is open.\n")

_PLAIN = re.compile(r"[^\W\d_][\w・／ー々〇/.()（）-]*|\d+(?:-\d+)+")
_PLAN_ID = re.compile(r".+/plan/([\d-]+)")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


_CARRIED = Text(
    "# ここまでは、これまでの訂正ファイルから引き継いだものです。\n",
    "# Up to here: carried over from the corrections file so far.\n",
)
_BODY = re.compile(r"^corrections:[ \t]*(?:#.*)?$", re.MULTILINE)
_INDENT = 2


def entries_of(text: str) -> str:
    """Return the entries of a corrections file as they stand there, indented as here."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    start = _BODY.search(text)
    if start is None:
        return ""
    lines = text[start.end() :].lstrip("\n").rstrip().split("\n")
    first = next((line for line in lines if line.lstrip().startswith("- ")), None)
    if first is None:
        return ""
    shift = _INDENT - (len(first) - len(first.lstrip()))
    moved = (
        line if not line.strip() else " " * shift + line if shift >= 0 else line[-shift:]
        for line in lines
    )
    return "\n".join(moved) + "\n"


def skeleton(records: Records, lang: Lang = "ja", carried: str = "") -> str:
    """Return a corrections file for a document: every open finding, with an entry to fill in.

    ``carried`` are entries that stand before them, as :func:`entries_of` returns them.
    It can be read as it is: an entry is skipped until its who, why and when are filled in.
    """
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    open_findings = sorted(
        (f for f in records.findings if f.settled is None), key=lambda f: order[f.severity]
    )
    marks = {node.id: node.facts.get("unknown_marks", ()) for node in records.nodes}
    entries: dict[str, str] = {}
    for finding in open_findings:
        if finding.code != "correction-unmatched":
            entry = entry_for(finding, marks=marks.get(finding.node or "", ()))
            entries[entry] = entries.get(entry, "") + _comment(finding, lang)
    head = f"keikaku-corrections: 1\ndocument: {scalar(records.document['id'])}\ncorrections:\n"
    body = "".join(f"\n{_indented(remarks + entry)}" for entry, remarks in entries.items())
    if carried:
        carried += _indented(_CARRIED.of(lang))
    return HEAD.of(lang) + head + carried + (body or ("" if carried else NONE_OPEN.of(lang)))


def entry_for(
    finding: Finding | Mapping[str, Any], *, marks: tuple[str, ...] | list[str] = ()
) -> str:
    """Return the YAML to paste under ``corrections:`` for one finding.

    A record or a dict of a graph file.

    ``marks``: the themes whose mark is unknown on its plan, where the finding does not say.
    """
    if isinstance(finding, Finding):
        code, node, details = finding.code, finding.node, finding.details
    else:
        code, node, details = finding["code"], finding.get("node"), finding.get("details") or {}
    propose = PROPOSALS.get(code)
    proposed = propose(details, list(marks)) if propose else None
    if proposed is None:
        operation, body = (
            "confirm",
            {"finding": code, **about_node(node), **details_of(node, details)},
        )
    else:
        operation, body = "set", proposed
    lines = [f"- {operation}:", *yaml_lines(body, 4), *(f"  {key}:" for key in SIGNED)]
    return "\n".join(lines) + "\n"


def scalar(text: Any) -> str:
    """Return a text as YAML: bare where that is safe, else in double quotes."""
    words = str(text)
    if _PLAIN.fullmatch(words) and words.isprintable() and words not in _WORDS_OF_YAML:
        return words
    quoted = json.dumps(words, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escaped(char) for char in quoted)


def _marks(details: Mapping[str, Any], unknown: list[str]) -> dict[str, Any] | None:
    themes = unknown or details.get("themes")
    if not themes:
        return None
    return {"plan": details["plan"], "marks": dict.fromkeys(themes, "")}


def _disclosed(details: Mapping[str, Any], _: list[str]) -> dict[str, Any]:
    return {"plan": details["plan"], "disclosed": ""}


def _spelling(details: Mapping[str, Any], _: list[str]) -> dict[str, Any]:
    return {"department": details["department"], "name": details["nearest"]}


# The kinds of finding whose answer is more often a fact than a confirmation.
PROPOSALS: dict[str, Callable[[Mapping[str, Any], list[str]], dict[str, Any] | None]] = {
    "marks-missing": _marks,
    "marks-ambiguous": _marks,
    "disclosure-unknown": _disclosed,
    "department-spelling": _spelling,
}


def about_node(node: str | None) -> dict[str, Any]:
    """Return what a finding is about: a plan by its number, anything else by its id."""
    if node is None:
        return {}
    plan = _PLAN_ID.fullmatch(node)
    return {"plan": plan[1]} if plan else {"node": node}


def details_of(node: str | None, details: Mapping[str, Any]) -> dict[str, Any]:
    """Return the details that distinguish a finding; a finding that changes is open again."""
    plan = details.get("plan")
    implied_by_node = {"plan"} if f"/{plan}/" in f"{node}/" else set()
    rest = {name: value for name, value in details.items() if name not in implied_by_node}
    return {"details": rest} if rest else {}


def _comment(finding: Finding, lang: Lang) -> str:
    """Return a finding as comment lines."""
    message, suggestion = finding_texts(finding, lang)
    kind = FINDINGS.get(finding.code)
    title = kind.title.of(lang) if kind else finding.code
    line = next((one.line for one in finding.evidence if one.line is not None), None)
    place = "" if line is None else Text(f"（{line}行目）", f" (line {line})").of(lang)
    lines = [f"[{SEVERITIES[finding.severity].of(lang)}] {title}{place}"]
    return "".join(f"# {_one_line(line)}\n" for line in (*lines, message, f"→ {suggestion}"))


def yaml_lines(body: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Yield a mapping as YAML, its texts quoted where that is needed."""
    for key, value in body.items():
        start = f"{' ' * indent}{scalar(key)}:"
        if isinstance(value, Mapping):
            yield start
            yield from yaml_lines(value, indent + 2)
        elif isinstance(value, list | tuple):
            yield f"{start} [{', '.join(map(scalar, value))}]"
        else:
            yield f"{start} {scalar(value)}" if value != "" else start


def _indented(entry: str) -> str:
    return "".join(f"  {line}" for line in entry.splitlines(keepends=True))


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _escaped(char: str) -> str:
    return f"\\U{ord(char):08x}"
