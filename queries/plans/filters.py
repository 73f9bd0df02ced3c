"""The filters of ``plans`` as conditions of the language of ``find`` (条件式の省略形)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from keikaku.graph.language import Text
from keikaku.queries import plan_filters
from keikaku.queries.answers import drop_none, each_of, one_or_all
from keikaku.queries.asked_years import outside
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.expressions.resolve import Resolved, Test, resolve
from keikaku.queries.expressions.shorthand import meaning_of, of_name, of_words
from keikaku.queries.expressions.tree import PRESENT, Comparison

RUNNING = "scheduled_year"
"""The field of the years in which the actions of a plan run."""

THEME: Mapping[str | None, str] = {None: "theme", "mark": "mark", "text": "theme_in_text"}
"""The field of the themes of a plan, by the basis on which it touches them."""

FILTERS: Mapping[str, Callable[[str], Comparison]] = {
    "goal": of_name("goal"),
    "initiative": of_name("initiative"),
    "department": of_name("department"),
    "guideline": of_name("guideline"),
    "partner": of_name("partner"),
    "sdg": of_name("sdg"),
    "year": of_name(RUNNING),
    "text": of_words("text"),
    "category": of_name("category"),
    "direction": of_name("last_direction"),
    "level": of_name("heading"),
}
"""The condition behind each other parameter, in the order of an answer's reasons."""

NO_PROSE = Text(
    "このグラフには事業概要・目指す姿の本文がないため、名称・取組・指標だけを探しました。",
    "this graph holds no overview or vision texts: only names, actions and indicators "
    "were searched.",
)
"""The note that a search for words could not read every text."""


class Request(NamedTuple):
    """What was asked about: conditions on themes, all others, and how both were understood.

    ``names`` are what statements call the values of each: theme, theme_2, goal.

    ``prose`` is false where words are sought in a graph without running text.
    """

    themes: list[Resolved]
    others: list[Resolved]
    names: list[str]
    certain: bool
    document: str | None
    parameters: dict[str, Any]
    notes: list[Text]
    prose: bool = True

    @property
    def years(self) -> list[int]:
        """The fiscal years asked about."""
        return each_of(self.parameters.get("year"))

    def may_hold(self, condition: Resolved) -> bool:
        """Return whether a plan counts for which the source leaves a condition open.

        So it is with what may still run in a year, unless only what is certain counts.
        """
        runs = isinstance(condition, Test) and condition.field.key == RUNNING
        return runs and not self.certain


def request_of(directory: Directory, **typed: Any) -> Request:
    """Return what the parameters of ``plans`` ask for, against the names of a graph.

    Raises:
        KeikakuError: a name is unknown or ambiguous, or the year or basis is not valid.
    """
    basis, certain = plan_filters.checked_basis(typed.get("basis")), bool(typed.get("certain"))
    within = document_meant(directory, typed.get("document"))
    wanted = {name: list(map(str, each_of(typed.get(name)))) for name in ("theme", *FILTERS)}
    words = [plan_filters.word_note(directory.of("Theme"), each) for each in wanted["theme"]]
    conditions: dict[str, list[Resolved]] = {
        name: [
            resolve(directory, "Plan", condition(name, each, basis), within)
            for each in wanted[name]
        ]
        for name in FILTERS
    }
    themes = [
        _theme(directory, each, basis, is_word=note is not None)
        for each, note in zip(wanted["theme"], words, strict=True)
    ]
    understood = {
        name: one_or_all(list(map(meaning_of, known, wanted[name])))
        for name, known in {"theme": themes, **conditions}.items()
    }
    if basis and not themes:
        themes = [resolve(directory, "Plan", Comparison(THEME[basis], "=", PRESENT))]
    prose = not wanted["text"] or directory.prose()
    request = Request(
        themes,
        [each for known in conditions.values() for each in known],
        [
            name if n == 0 else f"{name}_{n + 1}"
            for name, typed_values in {"theme": themes, **conditions}.items()
            for n, _ in enumerate(typed_values)
        ],
        certain,
        within,
        drop_none(**understood, basis=basis, certain=certain or None, document=within),
        [*(note for note in words if note), *([] if prose else [NO_PROSE])],
        prose,
    )
    if request.years:
        request.notes.extend(outside(request.years, directory.periods(within)))
    return request


def condition(name: str, typed: str, basis: str | None = None) -> Comparison:
    """Return the condition that a value of a parameter stands for."""
    form = of_name(THEME[basis]) if name == "theme" else FILTERS[name]
    return form(typed)


def _theme(directory: Directory, typed: str, basis: str | None, *, is_word: bool) -> Resolved:
    """Return the condition of a theme; a word that is narrower than a theme has no mark."""
    if is_word and basis == "mark":
        touched = resolve(directory, "Plan", condition("theme", typed))
        return ("and", (touched, ("not", touched)))
    return resolve(directory, "Plan", condition("theme", typed, basis))
