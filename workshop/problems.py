"""Problems in a workbook that came back: each kind once, each case with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from keikaku.graph.language import Lang, Text
from keikaku.graph.records import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its code, its severity, and its text with ``{names}`` to fill in."""

    code: str
    severity: Severity
    text: Text


def table(*kinds: Kind) -> dict[str, Kind]:
    """Return kinds by their codes, in the order of declaration."""
    return {kind.code: kind for kind in kinds}


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a kind, at a cell or a row of a sheet, or of the file as a whole.

    ``details`` fill the words of the kind; a :class:`keikaku.graph.language.Text` among them is
    shown in the language of the reader. ``plan`` is the number of the plan that it is about, if of
    one.
    """

    kind: Kind
    file: str
    sheet: str | None = None
    cell: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    plan: str | None = None

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """Its severity."""
        return self.kind.severity

    @property
    def place(self) -> str:
        """File, sheet and cell, as far as they are known: ``財政課.xlsx 指標!J7``."""
        inside = "!".join(part for part in (self.sheet, self.cell) if part)
        return " ".join(part for part in (self.file, inside) if part)

    def message(self, lang: Lang) -> str:
        """Return what is wrong, in one language."""
        words = {"cell": self.cell or "―"} | {
            name: value.of(lang) if isinstance(value, Text) else value
            for name, value in self.details.items()
        }
        return self.kind.text.of(lang).format(**words)

    @property
    def located_message(self) -> Text:
        """Place and message in both languages."""
        return Text(f"{self.place}: {self.message('ja')}", f"{self.place}: {self.message('en')}")


def listed(words: Iterable[str]) -> Text:
    """Return words one after the other, in both languages."""
    words = list(words)
    return Text("、".join(words), ", ".join(words))
