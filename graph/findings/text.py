"""Findings about the text itself (文字)."""

from __future__ import annotations

from graph.findings.kind import FindingKind
from graph.language import Text


class CharactersBroken(FindingKind):
    """A line holds characters that could not be decoded (文字化け)."""

    code = "characters-broken"
    severity = "warning"
    title = Text("文字化け", "broken characters")
    template = Text(
        "文字化けしている箇所があります（{text}）。",
        "Some characters could not be decoded ({text}).",
    )
    suggestion = Text(
        "元のファイルの文字コードを確かめ、UTF-8で保存し直して読み込んでください。",
        "Check the encoding of the original file, save it as UTF-8 and load it again.",
    )
    details = ("text",)
