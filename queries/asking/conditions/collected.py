"""The conditions collected from a sentence (集めた条件)."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.queries.expressions.tree import Tree, both


@dataclass
class Conditions:
    """The conditions: one tree, or two where a sentence can be read in two ways."""

    parts: list[Tree] = field(default_factory=list)
    other: list[Tree] = field(default_factory=list)

    def add(self, tree: Tree, other: Tree | None = None) -> None:
        """Add a condition, and its other possible meaning."""
        self.parts.append(tree)
        self.other.append(other or tree)

    @property
    def tree(self) -> Tree | None:
        """All conditions together."""
        return both(*self.parts)

    @property
    def readings(self) -> list[Tree | None]:
        """The conditions in each way in which they can be read."""
        return [both(*self.parts)] + ([both(*self.other)] if self.other != self.parts else [])
