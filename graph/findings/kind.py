"""What a kind of finding is, how a finding is raised, and its texts in either language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from keikaku.graph.language import Lang, Text
from keikaku.graph.records import Evidence, Finding, Severity

Choices = Mapping[str, Mapping[str, Text]]
"""The label of each code, for each detail whose value is one of a few codes."""

SEVERITIES: dict[Severity, Text] = {
    "error": Text("エラー", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("参考", "info"),
}
"""The label of each severity, the most severe first."""

FINDINGS: dict[str, type[FindingKind]] = {}
"""Every kind of finding by its code, in the order of declaration."""


class FindingKind:
    """A kind of finding (確認事項の種類): declare a subclass with these six, and it is registered.

    ``details`` names what a finding of this kind carries; ``template`` and ``suggestion`` may use
    those names. ``choices`` gives the label of each code, for a detail that is one of a few codes.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    title: ClassVar[Text]
    template: ClassVar[Text]
    suggestion: ClassVar[Text]
    details: ClassVar[tuple[str, ...]]
    choices: ClassVar[Choices] = {}
    doubts_reading: ClassVar[bool] = False
    """Whether it puts in doubt how the whole source was read; ``load`` then shows it at once."""

    def __init_subclass__(cls) -> None:
        if cls.code in FINDINGS:
            raise TypeError(f"two kinds of finding have the code {cls.code!r}")
        FINDINGS[cls.code] = cls

    @classmethod
    def at(cls, node: str | None, evidence: list[Evidence], **details: Any) -> Finding:
        """Return a finding of this kind, at a node or at none, with the details that it declares.

        Raises TypeError if the details are not exactly those declared, ValueError if the value of
        a choice is not one of its codes. Both are mistakes of the program, never of a source.
        """
        if details.keys() != set(cls.details):
            raise TypeError(f"{cls.code} takes {sorted(cls.details)}, not {sorted(details)}")
        for name, codes in cls.choices.items():
            if details[name] not in codes:
                raise ValueError(f"{cls.code}: {name} is {details[name]!r}, not of {list(codes)}")
        message, suggestion = cls.texts(details, "ja")
        return Finding(cls.code, cls.severity, node, evidence, message, suggestion, details)

    @classmethod
    def texts(cls, details: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
        """Return message and suggestion in one language, from the details alone."""
        words = {name: cls._detail_words(name, details.get(name), lang) for name in cls.details}
        return cls.template.of(lang).format(**words), cls.suggestion.of(lang).format(**words)

    @classmethod
    def _detail_words(cls, name: str, value: Any, lang: Lang) -> str:
        """Return one detail as a reader sees it: a code's label, a joined list, 12000 as 12,000."""
        words = cls.choices.get(name, {}).get(str(value))
        if words is not None:
            return words.of(lang)
        if isinstance(value, list | tuple):
            comma = "、" if lang == "ja" else ", "
            return comma.join(cls._detail_words(name, one, lang) for one in value)
        if value is None:
            return "不明" if lang == "ja" else "unknown"
        return str(value)


def finding_texts(finding: Finding | Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    """Return message and suggestion of a finding in one language.

    A record or a dict of a graph file.

    A code that this version does not know keeps the words that it was written with.
    """
    if isinstance(finding, Finding):
        code, details = finding.code, finding.details
        written = finding.message, finding.suggestion
    else:
        code, details = finding["code"], finding.get("details") or {}
        written = finding["message"], finding["suggestion"]
    kind = FINDINGS.get(code)
    return kind.texts(details, lang) if kind else written
