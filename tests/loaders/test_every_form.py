"""The example's plan says the same in whatever form it is kept."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.errors import SourceError
from keikaku.graph.records import Records
from tests.generator.reading import FAMILIES, Facts, Reader
from tests.makers.convert import by_office, pdf_text
from tests.makers.excel import make_excel
from tests.makers.form_pages import Style, form_pages
from tests.makers.web import make_web
from tests.makers.word import make_word

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"
LEAST = 0.99


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The example as it is read without its corrections, which lie beside it."""
    return loaders.load(Path(shutil.copy(EXAMPLE, tmp_path_factory.mktemp("example"))))


def agreement(read: dict[str, Facts], wanted: dict[str, Facts]) -> dict[str, float]:
    """The share of a family's facts that both readings hold, family by family."""
    shares = {}
    for family in FAMILIES:
        hits = total = 0
        for number, plan in wanted.items():
            ours = read.get(number, {}).get(family)
            theirs = plan[family]
            if isinstance(theirs, dict) or not isinstance(theirs, list):
                hits, total = hits + (ours == theirs), total + 1
                continue
            a, b = Counter(map(repr, ours or [])), Counter(map(repr, theirs))
            hits, total = hits + (a & b).total(), total + max(a.total(), b.total())
        shares[family] = hits / total if total else 1.0
    return shares


def assert_same(path: Path, known: Records) -> None:
    read = Reader(loaders.load(path, document_id=known.document["id"])).plans()
    wanted = Reader(known).plans()
    assert read.keys() == wanted.keys()
    shares = agreement(read, wanted)
    assert {family: share for family, share in shares.items() if share < LEAST} == {}


MAKERS: dict[str, Callable[[Any, Path], Path]] = {
    "docx": make_word,
    "html": make_web,
    "xlsx": make_excel,
}


@pytest.fixture(scope="module")
def files(known: Records, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The plan in a form, and as an office saves that; each is made once."""

    @cache
    def made(form: str, spans: Any = "arrows", saved_as: str = "") -> Path:
        if saved_as:
            return by_office(made(form, spans), saved_as)
        path = tmp_path_factory.mktemp("forms") / f"{spans}.{form}"
        return MAKERS[form](form_pages(known, Style(spans=spans)), path)

    return made


@pytest.mark.parametrize("spans", ["arrows", "merged"])
@pytest.mark.parametrize("form", MAKERS)
def test_it_is_the_same_in(
    form: str, spans: str, files: Callable[..., Path], known: Records
) -> None:
    assert_same(files(form, spans), known)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_it_is_the_same_as_a_pdf_made_from(
    form: str, files: Callable[..., Path], known: Records
) -> None:
    assert_same(files(form, saved_as="pdf"), known)


@pytest.mark.parametrize(("form", "older"), [("docx", "odt"), ("xlsx", "xls")])
def test_it_is_the_same_by_way_of_an_office(
    form: str, older: str, files: Callable[..., Path], known: Records
) -> None:
    assert_same(files(form, saved_as=older), known)


@pytest.mark.parametrize("layout", [False, True])
def test_text_pulled_out_of_a_pdf_is_refused_not_half_read(
    layout: bool, files: Callable[..., Path]
) -> None:
    text = pdf_text(files("docx", saved_as="pdf"), layout=layout)
    with pytest.raises(SourceError, match=r"列が失われて.*そのまま指定"):
        loaders.load(text)


def test_a_fact_has_its_place_in_each_form(files: Callable[..., Path], known: Records) -> None:
    def evidence(path: Path) -> Any:
        records = loaders.load(path, document_id=known.document["id"])
        return next(n for n in records.nodes if n.id.endswith("plan/1-1-1")).evidence[0]

    book = evidence(files("xlsx"))
    assert (book.sheet, book.line) == ("Sheet2", None)
    assert book.cell
    page = evidence(files("html"))
    assert page.line
