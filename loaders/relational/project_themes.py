"""Themes that the texts of a project touch, as nodes and relations."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.records import Evidence
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.relational.graph_builder import GraphBuilder


def add_themes(
    builder: GraphBuilder, plan: str, texts: Mapping[str, str], themes: Themes, row: Evidence
) -> None:
    """Add what the texts of a project touch.

    ``texts`` are its text facts by name, the most significant first; ``row`` is their place.
    """
    for name, hit in themes.of_facts(texts).items():
        place = Evidence(row.document, row.line, f"{row.section}・{hit.fact}", hit.quote)
        node = _theme(builder, name, themes)
        terms = list(hit.terms) or None
        builder.edge(plan, node, "TOUCHES", place, basis=["text"], terms=terms)


def _theme(builder: GraphBuilder, name: str, themes: Themes) -> str:
    theme = themes.by_name[name]
    node = f"theme/{name}"
    facts = {
        "name": name,
        "group": theme.group or None,
        "aliases": list(theme.same),
        "narrower": list(theme.words) or None,
    }
    if builder.node(node, "Theme", name, facts, None) and theme.part_of:
        builder.edge(node, _theme(builder, theme.part_of, themes), "PART_OF", None)
    return node
