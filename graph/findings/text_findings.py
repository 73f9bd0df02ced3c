"""Findings about the text itself (文字)."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class TextTooLong(FindingKind):
    """A line is longer than any plan's, and its end was left out."""

    code = "text-too-long"
    severity = "warning"
    title = Text("長すぎる行", "line too long")
    template = Text(
        "{length}文字の行があり、先頭の{limit}文字だけを読みました。",
        "A line has {length} characters; only the first {limit} were read.",
    )
    suggestion = Text(
        "元のファイルの改行が失われていないかご確認ください。",
        "Check whether the line breaks of the original file were lost.",
    )
    details = ("length", "limit")


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
