"""Write the decisions file (決定ファイル) so that people can read it and settle what is open."""

from __future__ import annotations

from typing import Any

import yaml

from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.decisions.decision_records import (
    TOPICS,
    Change,
    Decisions,
    Entry,
    Said,
    Settled,
)
from keikaku.workshop.decisions.resolve import resolve

VERSION = "1"

_EXPLAINED = """\
# 次期計画に向けた決定（keikaku workshop read が作成）。docs/workshop.md に説明があります。
# decision は {choices}。
# state が conflict（課の間の食い違い）や gap（未記入）の計画は、settled を書き足して決めます。例:
#   settled: {{decision: revise, by: 行政経営課 山田, why: 部長会議で決定}}
# settled はほかの項目に優先し、次に keikaku workshop read を実行しても残ります。
"""


def dumps(decisions: Decisions) -> str:
    """Return the text of the file; the same decisions give the same text."""
    choices = "・".join(f"{each.code}（{each.word.ja}）" for each in DECISIONS)
    parts = [
        _EXPLAINED.format(choices=choices),
        _yaml({"keikaku-decisions": int(VERSION), "document": decisions.document}),
    ]
    if decisions.departments:
        parts.append(_yaml({"departments": list(decisions.departments)}))
    plans = list(decisions.plans.values())
    for key, entries in (("plans", plans), ("new", decisions.added)):
        blocks = [f"\n{_yaml([_entry(entry)])}" for entry in entries]
        parts.append(f"{key}:{''.join(blocks)}" if blocks else f"{key}: []\n")
    if decisions.unplaced:
        rows = [{"file": u.file, "cell": u.cell, "text": u.text} for u in decisions.unplaced]
        parts.append(_yaml({"unplaced": rows}))
    return "".join(parts)


class _Dumper(yaml.SafeDumper):
    """YAML for people: long texts as blocks of lines, no references."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature of PyYAML
        """Write every value in full, without YAML aliases."""
        return True


_OTHER_BREAKS = "\r\x85\u2028\u2029"
"""Line ends that YAML reads as ``\\n`` unless they are escaped."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    if any(each in text for each in _OTHER_BREAKS):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _entry(entry: Entry) -> dict[str, Any]:
    outcome = resolve(entry)
    return _filled(
        {
            "plan": entry.number,
            "title": entry.title,
            "state": outcome.state,
            **_change(outcome.change),
            "differs": list(outcome.differs),
            "said": [_said(each) for each in entry.said],
            "settled": None if entry.settled is None else _settled(entry.settled),
        }
    )


def _change(change: Change) -> dict[str, Any]:
    topics: dict[str, Any] = {topic: getattr(change, topic) for topic in TOPICS}
    return topics | {"merge_with": list(change.merge_with)}


def _said(said: Said) -> dict[str, Any]:
    unread = [{"cell": u.cell, "column": u.column, "text": u.text} for u in said.unread]
    about = {"by": said.by, "file": said.file, "cell": said.cell}
    rest = {"reason": said.reason, "comment": said.comment, "unread": unread}
    return _filled(about | _change(said.change) | rest)


def _settled(settled: Settled) -> dict[str, Any]:
    return _filled(_change(settled.change) | {"by": settled.by, "why": settled.why})


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], "")}
