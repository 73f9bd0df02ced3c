"""What the tables of a relational source mean: pure data, checked when it is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from keikaku.loaders.strict_yaml import package_data
from keikaku.loaders.yaml_models import WrittenModel

Stage = Literal["plan", "budget", "actual", "request", "effect"]


class Link(WrittenModel):
    """A column that names a department, and its level."""

    column: str
    level: Literal["ministry", "bureau", "division", "department", "section"]


class DepartmentRule(WrittenModel):
    """Columns that name one department, from the top down, and its role."""

    role: Literal["lead", "co"]
    chain: list[Link]


class GuidelineRule(WrittenModel):
    """Columns that name a law, plan or notice; without a type, the name's ending decides it."""

    name: str
    number: str | None = None
    article: list[str] = []
    type: str | None = None


class RelatedRule(WrittenModel):
    """Columns that name another project by its key, and how the two are related."""

    id: str
    title: str
    words: str


class StageRule(WrittenModel):
    """A column of yen: its stage, and how many years later it is.

    A zero counts only where the column ``zero_if_filled`` holds something.
    """

    stage: Stage
    column: str
    zero_if_filled: str | None = None
    years_later: int = 0
    zero_is_nothing: bool = False


class SumRule(WrittenModel):
    """Columns whose sum another one states."""

    of: list[str]
    total: str = Field(alias="is")


class BudgetRule(WrittenModel):
    """Columns of amounts in one fiscal year; a row is a part where ``parts_have`` is filled."""

    fiscal_year: str
    parts_have: str | None = None
    stages: list[StageRule]
    sum: SumRule | None = None


class StepRule(WrittenModel):
    """Columns of one end of a step of the logic model."""

    number: str
    kind: str
    term: str
    text: str


class LogicRule(WrittenModel):
    """Columns of a step that leads to another; ``stages`` by kind and term, joined."""

    origin: StepRule
    target: StepRule
    words: str
    stages: dict[str, str]


class IndicatorRule(WrittenModel):
    """Columns of what measures a step; ``row_kind`` names what a row holds for each year."""

    step: StepRule
    stages: dict[str, str]
    name: str
    unit: str
    direction: str
    directions: dict[str, Literal["increase", "decrease", "maintain"]]
    source: str
    roles: dict[str, Literal["activity", "output", "outcome"]]
    row_kind: str
    rows: dict[str, Literal["due", "target", "actual"]]


class EvaluationRule(WrittenModel):
    """Columns of one judgement; without a year of its own it is of the source's year."""

    by: Literal["department", "head", "outside"]
    year: str | None = None
    grade: str | None = None
    direction: str | None = None
    comment: list[str] = []
    if_filled: str | None = None


class RowsToSkip(WrittenModel):
    """Rows that are parts of others because a column is filled, and why they are not read."""

    column: str
    why: str


class TableRule(WrittenModel):
    """A table: the columns that it is known by, and what its columns mean."""

    name: str
    needs: list[str]
    plan: dict[str, str] = {}
    departments: list[DepartmentRule] = []
    levels: list[str] = []
    guidelines: list[GuidelineRule] = []
    related: RelatedRule | None = None
    inverse: dict[str, str] = {}
    budgets: BudgetRule | None = None
    logic: LogicRule | None = None
    indicators: IndicatorRule | None = None
    evaluations: list[EvaluationRule] = []
    directions: dict[str, str] = {}
    skip: dict[str, str] = {}
    skip_rows_with: RowsToSkip | None = None
    skip_columns_of_skipped_rows: list[str] = []
    skip_table: str | None = None
    """Why nothing of the table is read."""

    def columns(self) -> set[str]:
        """Return every column that the rules name."""
        names: set[str] = set()
        _collect(self.model_dump(exclude={"name", "skip", "inverse", "directions"}), names)
        return names | set(self.skip)


class RelationalLayout(WrittenModel):
    """A family of tables that one key joins."""

    id: str
    title: dict[str, str]
    key: str
    title_column: str
    year: str
    publisher: str
    document_title: str
    document_title_without_year: str
    level: str
    nothing: list[str]
    tables: list[TableRule]
    skip: dict[str, str]
    guideline_types: list[tuple[str, list[str]]]

    @property
    def publishers(self) -> list[str]:
        """The columns that may name the publisher, the first that is there counts."""
        return self.publisher.split("|")


def _collect(value: Any, names: set[str]) -> None:
    if isinstance(value, str):
        names.add(value)
    elif isinstance(value, dict):
        for each in value.values():
            _collect(each, names)
    elif isinstance(value, list):
        for each in value:
            _collect(each, names)


@cache
def built_in_layouts() -> tuple[RelationalLayout, ...]:
    """Return the layouts that come with the package."""
    paths = sorted(Path(__file__).parent.glob("*.yaml"))
    return tuple(RelationalLayout.model_validate(package_data(path)) for path in paths)
