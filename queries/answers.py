"""The answer to a question: typed rows, how it was understood, and what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")

_NO_PANDAS = Text(
    "pandas が必要です。pip install pandas で入れてください。",
    "this needs pandas; pip install pandas.",
)


class Beyond(NamedTuple):
    """How many rows there are beyond those of an answer, and how many of ``unknown``."""

    rows: int = 0
    unknown: int = 0


_NOTHING_BEYOND = Beyond()


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Generic[Row]):
    """The answer to one question.

    ``parameters`` are those of the question as understood (a year as a western fiscal year, a
    theme by its name). ``unknown`` lists what may or may not belong to the rows because the
    source leaves it open; ``totals`` summarize all rows; each is None for a question without it.
    ``command`` is the command line that a sentence was understood as, and ``understood`` the same
    in words. ``notes`` are remarks for people. ``beyond`` counts the rows left out where only the
    first rows were asked for. Iterating over an answer yields its rows; ``len`` counts them.

    Rows are plain dataclasses: pydantic models would take longer to start than a whole query.
    ``pydantic.TypeAdapter`` reads them as they are, ``pd.DataFrame`` reads :func:`plain`.
    """

    question: str
    parameters: dict[str, Any]
    rows: list[Row]
    unknown: list[Any] | None = None
    totals: list[Any] | None = None
    command: str | None = None
    understood: Text | None = None
    notes: list[Text] = field(default_factory=list)
    beyond: Beyond = _NOTHING_BEYOND

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        """Describe in one line what was asked and how many rows were found."""
        return f"<Answer to {self.question}: {self._summary()}>"

    def _repr_html_(self) -> str:
        """Return the rows as a table, as a notebook shows them."""
        from keikaku.queries.answer_html import table

        return table(f"{self.question}: {self._summary()}", self.rows)

    def frame(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame; nested values stay lists and dicts.

        Raises:
            KeikakuError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise KeikakuError(_NO_PANDAS) from error
        return pd.DataFrame(plain(self.rows))

    def _summary(self) -> str:
        parameters = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        unknown = f", {len(self.unknown)} unknown" if self.unknown else ""
        return f"{len(self.rows)} rows{unknown}" + (f"; {parameters}" if parameters else "")


def plain(value: Any) -> Any:
    """Return rows as JSON-like values: dicts, lists, strings, numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def drop_none(**parameters: Any) -> dict[str, Any]:
    """Return the parameters that are not None, in their order."""
    return {name: value for name, value in parameters.items() if value is not None}


def each_of(value: Any) -> list[Any]:
    """Return the different values of a parameter that may be repeated.

    >>> each_of(None), each_of("DX"), each_of(["DX", "AI", "DX"])
    ([], ['DX'], ['DX', 'AI'])
    """
    if value is None:
        return []
    return list(dict.fromkeys(value)) if isinstance(value, list | tuple) else [value]


def one_or_all(values: list[Any]) -> Any:
    """Return the only value of a parameter as it is, several as a list, None for none.

    >>> one_or_all([]), one_or_all(["DX"]), one_or_all(["DX", "AI"])
    (None, 'DX', ['DX', 'AI'])
    """
    return values if len(values) > 1 else next(iter(values), None)
