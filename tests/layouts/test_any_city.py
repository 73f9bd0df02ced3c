"""Plans of cities that do not exist, of three families, read without a layout of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keikaku.graph.records import Records
from keikaku.loaders import load
from keikaku.loaders.layouts.labels.vocabulary import catalogue_data
from tests.layouts.cities import City, Labels, forms, headed, listing, make_city
from tests.layouts.more_cities import banded, grouped, tall
from tests.layouts.scoring import scores
from tests.makers.convert import by_office
from tests.makers.excel import make_excel
from tests.makers.web import make_web
from tests.makers.word import make_word

FAMILIES: dict[str, Callable[[City], Any]] = {
    "forms": forms,
    "listing": listing,
    "headed": headed,
}
MORE: dict[str, Callable[[City], Any]] = {"tall": tall, "banded": banded, "grouped": grouped}
MAKERS: dict[str, Callable[..., Path]] = {"xlsx": make_excel, "docx": make_word, "html": make_web}


@pytest.mark.parametrize("form", sorted(MAKERS))
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_fact_is_read(family: str, form: str, tmp_path: Path) -> None:
    city = make_city()
    path = MAKERS[form](FAMILIES[family](city), tmp_path / f"plan.{form}")
    assert _missing(city, load(path)) == {}


@pytest.mark.parametrize("form", sorted(MAKERS))
@pytest.mark.parametrize("family", sorted(MORE))
def test_further_families_are_read(family: str, form: str, tmp_path: Path) -> None:
    city = make_city(count=4)
    path = MAKERS[form](MORE[family](city), tmp_path / f"plan.{form}")
    missing = _missing(city, load(path))
    missing.pop("group", None)  # these print one level alone, which then is the goal
    assert missing == {}


@pytest.mark.parametrize("family", ["forms", "listing"])
def test_every_fact_is_read_from_pdf(family: str, tmp_path: Path) -> None:
    city = make_city(count=4)
    word = make_word(FAMILIES[family](city), tmp_path / "plan.docx")
    assert _missing(city, load(by_office(word, "pdf"))) == {}


def _missing(city: City, records: Records) -> dict[str, float]:
    return {name: share for name, share in scores(city, records).items() if share < 1}


def _words(fact: str, suffix: str = "") -> st.SearchStrategy[str]:
    return st.sampled_from([word + suffix for word in catalogue_data()["facts"][fact]])


LABELS = st.builds(
    Labels,
    goal=st.sampled_from(["基本目標", "柱", "将来像", "政策分野"]),
    group=st.sampled_from(["施策", "基本戦略", "取組の柱", "重点課題"]),
    number=_words("plan.number"),
    title=_words("plan.title"),
    division=_words("division"),
    department=_words("department"),
    co=_words("department.co"),
    problem=_words("plan.problem"),
    work=_words("plan.work"),
    category=_words("plan.category"),
    schedule=_words("schedule"),
    indicator=_words("indicator.name"),
    baseline=_words("indicator.baseline"),
    effect=_words("effect.total", "（千円）"),
    sdgs=_words("sdgs"),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(labels=LABELS, family=st.sampled_from(sorted(FAMILIES)))
def test_labels_may_be_any_synonym(labels: Labels, family: str, tmp_path: Path) -> None:
    city = make_city(labels, count=3)
    path = make_web(FAMILIES[family](city), tmp_path / "plan.html")
    shares = scores(city, load(path))
    assert min(shares.values()) >= 0.6, (labels, shares)
    assert sum(shares.values()) / len(shares) >= 0.95, (labels, shares)


def test_a_source_that_is_mostly_unread_is_refused(tmp_path: Path) -> None:
    from keikaku.graph.errors import SourceError

    city = make_city(replace(Labels(), title="お題目"), count=2)
    path = make_web(_strange(city), tmp_path / "plan.html")
    with pytest.raises(SourceError, match="keikaku layout"):
        load(path)


def _strange(city: City) -> Any:
    from tests.makers.printed import Grid, Line, Slot

    yield Line("調べもの")
    yield Grid((1, 1, 1), [(Slot("甲"), Slot("乙"), Slot("丙")), (Slot("1"), Slot("2"), Slot("3"))])
    yield Line(city.name)
