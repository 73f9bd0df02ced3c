"""The kinds that ``find`` knows: those of the model, and findings, which are not nodes (種類)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from keikaku.graph.declaration import Fact, Kind
from keikaku.graph.kinds import KIND
from keikaku.graph.records import Severity

FINDING = "Finding"
ABOUT = "ABOUT"
"""The relation from a finding to the plan that it concerns, itself or by a part."""

FINDABLE: Mapping[str, Kind] = {
    **KIND,
    FINDING: Kind(
        FINDING,
        "Something in the source that a person should look at",
        "確認事項",
        (
            Fact(
                "severity",
                "text",
                "how much it matters",
                "重要度",
                True,
                get_args(Severity),
            ),
            Fact("code", "text", "its sort", "種類", required=True),
            Fact("message", "text", "what there is to look at", "内容", required=True),
            Fact("suggestion", "text", "what to do", "対応", required=True),
            Fact("line", "integer", "the line of the source", "行"),
            Fact("settled", "boolean", "whether a person has settled it", "解決済み"),
        ),
    ),
}
