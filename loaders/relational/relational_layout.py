"""What the tables of a relational source mean: pure data, checked when it is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Stage = Literal["plan", "budget", "actual", "request", "effect"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Link(_Part):
    """A column that names a department, and its level."""

    column: str
    level: Literal["ministry", "bureau", "division", "department", "section"]


class DepartmentRule(_Part):
    """Columns that name one department, from the top down, and its role."""

    role: Literal["lead", "co"]
    chain: list[Link]


class GuidelineRule(_Part):
    """Columns that name a law, plan or notice; without a type, the name's ending tells it."""

    name: str
    number: str | None = None
    article: list[str] = []
    type: str | None = None


class RelatedRule(_Part):
    """Columns that name another project by its key, and how the two are related."""

    id: str
    title: str
    words: str


class StageRule(_Part):
    """A column of yen: its stage, the column that must be filled, how many years later it is."""

    stage: Stage
    column: str
    if_filled: str | None = None
    years_later: int = 0
    zero_is_nothing: bool = False


class SumRule(_Part):
    """Columns whose sum another one states."""

    of: list[str]
    total: str = Field(alias="is")


class BudgetRule(_Part):
    """Columns of amounts in one fiscal year, on the rows without the column of a detail."""

    fiscal_year: str
    stages: list[StageRule]
    sum: SumRule | None = None
    rows_without: str | None = None


class StepRule(_Part):
    """Columns of one end of a step of the logic model."""

    number: str
    kind: str
    term: str
    text: str


class LogicRule(_Part):
    """Columns of a step that leads to another; ``stages`` by kind and term, joined."""

    origin: StepRule
    target: StepRule
    words: str
    stages: dict[str, str]


class EvaluationRule(_Part):
    """Columns of one judgement; without a year of its own it is of the source's year."""

    by: Literal["department", "head", "outside"]
    year: str | None = None
    grade: str | None = None
    direction: str | None = None
    comment: list[str] = []
    if_filled: str | None = None


class RowsToSkip(_Part):
    """Rows that are not read since a column is filled, and why."""

    column: str
    why: str


class TableRule(_Part):
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
    evaluations: list[EvaluationRule] = []
    directions: dict[str, str] = {}
    skip: dict[str, str] = {}
    skip_rows_with: RowsToSkip | None = None
    skip_columns_of_skipped_rows: list[str] = []

    def columns(self) -> set[str]:
        """Return every column that the rules name."""
        named: set[str] = set()
        _collect(self.model_dump(exclude={"name", "skip", "inverse", "directions"}), named)
        return named | set(self.skip)


class RelationalLayout(_Part):
    """A family of tables that one key joins."""

    id: str
    title: dict[str, str]
    key: str
    title_column: str
    year: str
    publisher: str
    document_title: str
    level: str
    nothing: list[str]
    tables: list[TableRule]
    skip: dict[str, str]
    guideline_types: list[tuple[str, list[str]]]

    @property
    def publishers(self) -> list[str]:
        """The columns that may name the publisher, the first that is there counts."""
        return self.publisher.split("|")


def _collect(value: Any, named: set[str]) -> None:
    if isinstance(value, str):
        named.add(value)
    elif isinstance(value, dict):
        for each in value.values():
            _collect(each, named)
    elif isinstance(value, list):
        for each in value:
            _collect(each, named)


@cache
def built_in_layouts() -> tuple[RelationalLayout, ...]:
    """Return the layouts that come with the package."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts = (path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.yaml")))
    return tuple(
        RelationalLayout.model_validate(yaml.load(text, Loader=loader))  # noqa: S506
        for text in texts
    )
