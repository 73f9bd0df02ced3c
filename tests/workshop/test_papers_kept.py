"""The papers of a workshop, and the next edition, say what a person has checked."""

from __future__ import annotations

import pytest

from tests.workshop import papers_kept


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEIKAKU_TODAY", papers_kept.TODAY)
        return papers_kept.said(tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("name", papers_kept.PAPERS)
def test_each_paper_says_what_it_said(papers: dict[str, str], name: str) -> None:
    kept = (papers_kept.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.workshop.papers_kept, and read the difference."
    assert papers[name] == kept, again
