"""The page docs/findings.md: every kind of finding, made from its class."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.findings.kind import FINDINGS, SEVERITIES, FindingKind
from keikaku.graph.records import Severity

_INTRO = """\
# Findings (確認事項)

What a person should look at in a source. `keikaku check` prints them, most severe first, with
their line, and with the YAML that settles each ([corrections.md](corrections.md)).

A finding in a graph file has a `code`, and its `message` and `suggestion` in Japanese; both are
made from `code` and `details`, so `--lang en` shows them in English. `settled` holds who settled
it, why and when.

This page is made from the classes of `graph/findings/` (`make docs`).
"""
_MEANING: dict[Severity, str] = {
    "error": "The graph is wrong or incomplete until a person looks.",
    "warning": "A person should look: the source is in doubt, or says less than it should.",
    "info": "Read, repaired or normal; reported so that nothing happens silently.",
}


def page() -> str:
    """Return the whole page, as Markdown."""
    return _INTRO + "".join(_section(severity) for severity in _MEANING)


def _section(severity: Severity) -> str:
    head = f"\n## {severity} ({SEVERITIES[severity].ja})\n\n{_MEANING[severity]}\n"
    kinds = (kind for kind in FINDINGS.values() if kind.severity == severity)
    return head + "".join("\n" + "\n".join(_entry(kind)) + "\n" for kind in kinds)


def _entry(kind: type[FindingKind]) -> Iterator[str]:
    yield f"### `{kind.code}` {kind.title.ja}"
    yield ""
    yield (kind.__doc__ or "").strip()
    yield ""
    yield f"> {kind.template.ja}<br>→ {kind.suggestion.ja}"
    yield ">"
    yield f"> {kind.template.en}<br>→ {kind.suggestion.en}"
    yield ""
    yield f"Details: {', '.join(_detail(kind, name) for name in kind.details)}."


def _detail(kind: type[FindingKind], name: str) -> str:
    codes = kind.choices.get(name)
    return f"`{name}` ({' | '.join(codes)})" if codes else f"`{name}`"
