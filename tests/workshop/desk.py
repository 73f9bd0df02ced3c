"""A desk where the forms of departments are filled in, and come back to be gathered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from keikaku.queries.graph_walks import Graph
from keikaku.workshop import decisions as decided
from keikaku.workshop.form import SHEETS
from keikaku.workshop.reading import Gathered, gather
from tests.workshop import forms
from tests.workshop.filling import filled

DOC = "midorino-2026"
TAX, PLANNING, RIGHTS = "納税課", "経営企画課", "人権共生課"  # 納税課: 2-2-1, 2-2-3
SHEET = SHEETS["plans"].ja

Fill = Callable[[Any], None]


class Desk:
    """Where forms are filled in and gathered."""

    def __init__(self, graph: Graph, folder: Path) -> None:
        self.graph, self.folder = graph, folder

    def form(self, department: str | None, fill: Fill, name: str | None = None) -> Path:
        """The filled form of a department."""
        path = self.folder / f"{name or department or '全体'}.xlsx"
        return filled(forms.blank(path, self.graph, DOC, department), path, fill)

    def gather(self, *paths: Path, known: decided.Decisions | None = None) -> Gathered:
        """What forms say, those in the folder where none is named."""
        return gather(self.graph, paths or [self.folder], known=known)

    def codes(self, gathered: Gathered) -> list[str]:
        """The codes of the problems."""
        return [problem.code for problem in gathered.problems]


def entry(gathered: Gathered, number: str) -> decided.Entry:
    return gathered.decisions.plans[number]


def change(gathered: Gathered, number: str) -> decided.Change:
    return decided.resolve(entry(gathered, number)).change


def put(number: str, **facts: Any) -> Fill:
    return lambda book: forms.answer(book, number, **facts)
