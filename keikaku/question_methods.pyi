"""The questions as methods, as type checkers read them; make docs writes this file."""

from collections.abc import Sequence
from typing import Any

from keikaku.queries.answers import Answer
from keikaku.queries.bridges.answer import BridgeRow
from keikaku.queries.check.answer import FindingRow
from keikaku.queries.departments.answer import DepartmentRow
from keikaku.queries.find.rows import CompareRow, FindRow, GroupRow
from keikaku.queries.guidelines.answer import GuidelineRow
from keikaku.queries.indicators.answer import IndicatorRow
from keikaku.queries.path.answer import PathRow
from keikaku.queries.plan.plan_rows import PlanWhole
from keikaku.queries.plans.answer import PlanRow
from keikaku.queries.reachability_model import Reached
from keikaku.queries.themes.answer import ThemeRow
from keikaku.queries.workload.workload_rows import WorkloadRow, YearRow

class QuestionMethods:
    def question(self, name: str, **parameters: Any) -> Answer[Any]: ...
    def check(
        self,
        *,
        severity: str | None = None,
        code: str | None = None,
        settled: bool = False,
        document: str | None = None,
    ) -> Answer[FindingRow]:
        """Show what a person should look at, most severe first."""
    def plans(
        self,
        *,
        theme: str | Sequence[str] | None = None,
        department: str | Sequence[str] | None = None,
        guideline: str | Sequence[str] | None = None,
        goal: str | Sequence[str] | None = None,
        initiative: str | Sequence[str] | None = None,
        sdg: str | Sequence[str] | None = None,
        partner: str | Sequence[str] | None = None,
        year: str | int | Sequence[str | int] | None = None,
        text: str | Sequence[str] | None = None,
        category: str | Sequence[str] | None = None,
        direction: str | Sequence[str] | None = None,
        level: str | Sequence[str] | None = None,
        basis: str | None = None,
        certain: bool = False,
        document: str | None = None,
    ) -> Answer[PlanRow]:
        """Show the plans that match all that is asked, each with why."""
    def plan(
        self,
        number: str,
        *,
        document: str | None = None,
    ) -> Answer[PlanWhole]:
        """Show one plan whole: responsibility, actions, indicators, dependencies."""
    def workload(
        self,
        *,
        department: str | None = None,
        goal: str | None = None,
        by: str | None = None,
        level: str | None = None,
        certain: bool = False,
        document: str | None = None,
    ) -> Answer[WorkloadRow | YearRow]:
        """Show how much each department answers for, and how concentrated it is."""
    def dependencies(
        self,
        node: str | None = None,
        *,
        depth: str | int | None = None,
        include_inferred: bool = False,
        document: str | None = None,
    ) -> Answer[Reached]:
        """Show what a plan rests on, with the path and the words that state it."""
    def impact(
        self,
        node: str,
        *,
        depth: str | int | None = None,
        include_inferred: bool = False,
        document: str | None = None,
    ) -> Answer[Reached]:
        """Show what is affected if a plan, guideline, department, theme or indicator changes."""
    def indicators(
        self,
        *,
        without_baseline: bool = False,
        at_target: bool = False,
        unit: str | None = None,
        role: str | None = None,
        department: str | None = None,
        goal: str | None = None,
        document: str | None = None,
    ) -> Answer[IndicatorRow]:
        """Show targets and baselines."""
    def themes(
        self,
        theme: str | None = None,
        *,
        with_theme: str | None = None,
        and_theme: str | None = None,
        basis: str | None = None,
        matrix: str | None = None,
        goal: str | None = None,
        document: str | None = None,
    ) -> Answer[ThemeRow]:
        """Show each theme with the plans that touch it."""
    def guidelines(
        self,
        guideline: str | None = None,
        *,
        matrix: str | None = None,
        goal: str | None = None,
        document: str | None = None,
    ) -> Answer[GuidelineRow]:
        """Show each law or guideline with the plans that rest on it."""
    def departments(
        self,
        department: str | None = None,
        *,
        matrix: str | None = None,
        goal: str | None = None,
        document: str | None = None,
    ) -> Answer[DepartmentRow]:
        """Show each department with its plans."""
    def bridges(
        self,
        *,
        top: str | int | None = None,
        document: str | None = None,
    ) -> Answer[BridgeRow]:
        """Show the things on which many plans depend."""
    def find(
        self,
        kind: str | None = None,
        *,
        where: str | None = None,
        among: str | None = None,
        sort: str | None = None,
        top: str | int | None = None,
        place: str | int | None = None,
        by: str | None = None,
        of: str | None = None,
        fields: str | None = None,
        compare: str | Sequence[str] | None = None,
        count: bool = False,
        share: bool = False,
        document: str | None = None,
    ) -> Answer[FindRow | GroupRow | CompareRow]:
        """Find, sort, count and compare anything by a condition."""
    def path(
        self,
        start: str,
        end: str,
        *,
        document: str | None = None,
    ) -> Answer[PathRow]:
        """Show how two things are tied: the shortest ways between them, with the words."""
