"""A plan depends on another only where its text says so, each with the words that say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Edge, Records
from tests.loaders.hoshimi import edges, load, page, plan_id


def depends(records: Records) -> list[tuple[str, str, str]]:
    """From, to, reason of every stated dependency, in order."""
    return [
        (e.source.rsplit("/", 1)[-1], e.target.rsplit("/", 1)[-1], e.facts["reason"])
        for e in records.edges
        if e.type == "DEPENDS_ON"
    ]


def second(says: str, title: str = "窓口の改善", **more: str) -> str:
    """The plan whose text is looked through: 1-1-2, of a department of its own."""
    return page(title, "②", says, **{"by": "総務課", **more})


def the_edge(records: Records) -> Edge:
    (edge,) = edges(records, "DEPENDS_ON", "1-1-2")
    return edge


def test_a_text_that_names_the_title(tmp_path: Path) -> None:
    records = load(
        tmp_path, page("電子申請の利用促進"), second("電子申請の利用促進と併せて進める。")
    )
    edge = the_edge(records)
    assert (edge.target, edge.facts["reason"]) == (plan_id("1-1-1"), "names_plan")
    assert "電子申請の利用促進" in edge.facts["words"]
    assert edge.evidence[0].section == "事業概要"
    assert edge.evidence[0].quote == edge.facts["words"]


@pytest.mark.parametrize(
    "section",
    [{"target": "電子申請の利用促進と歩調を合わせる"}, {"milestone": "電子申請の利用促進と連携"}],
)
def test_a_title_named_anywhere_on_the_page(tmp_path: Path, section: dict[str, str]) -> None:
    records = load(tmp_path, page("電子申請の利用促進"), second("", **section))
    assert depends(records) == [("1-1-2", "1-1-1", "names_plan")]


def test_a_short_title_counts_where_it_is_quoted(tmp_path: Path) -> None:
    records = load(tmp_path, page("庭の手入"), second("「庭の手入」と併せて進める。"))
    assert depends(records) == [("1-1-2", "1-1-1", "names_plan")]
    records = load(tmp_path, page("庭の手入"), second("庭の手入と併せて進める。"))
    assert depends(records) == []


@pytest.mark.parametrize(
    "home",
    [
        page("施設予約システムの導入"),
        page("公園の管理", action="施設予約システムの導入"),
        page("施設予約システムの運用・管理"),
    ],
)
def test_a_text_that_names_what_the_other_plan_runs(tmp_path: Path, home: str) -> None:
    records = load(tmp_path, home, second("施設予約システムを使って受け付ける。"))
    assert depends(records) == [("1-1-2", "1-1-1", "names_system")]


@pytest.mark.parametrize(
    "home",
    [
        page("人の育成", milestone="職員育成基本方針の改定"),
        page("人の育成", milestone="星見市職員育成基本方針の見直し"),
        page("人の育成", action="職員育成基本方針の策定"),
        page("人の育成", pages="・職員育成基本方針"),
    ],
)
def test_a_text_that_names_a_guideline_that_the_other_plan_manages(
    tmp_path: Path, home: str
) -> None:
    records = load(tmp_path, home, second("職員育成基本方針に基づき研修する。"))
    assert depends(records) == [("1-1-2", "1-1-1", "names_managed_guideline")]


def test_a_text_that_names_the_department_and_its_work_there(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("研修講座の充実", by="人事課"),
        second("人事課が行う研修講座に参加する。"),
        page("健康診断の受診", "③", by="人事課"),
    )
    assert depends(records) == [("1-1-2", "1-1-1", "names_department_duty")]


def test_a_department_of_several_plans_without_its_work_states_nothing(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("研修講座の充実", by="人事課"),
        second("人事課と協議する。"),
        page("健康診断の受診", "③", by="人事課"),
    )
    assert depends(records) == []


def test_plans_may_depend_on_each_other(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("電子申請の利用促進", says="施設予約システムの導入と併せる。"),
        second("電子申請の利用促進と併せる。", "施設予約システムの導入"),
    )
    assert depends(records) == [
        ("1-1-1", "1-1-2", "names_plan"),
        ("1-1-2", "1-1-1", "names_plan"),
    ]


def test_the_surest_reason_of_a_pair_is_kept(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("施設予約システムの導入", by="情報課"),
        second("情報課の施設予約システムを使い、施設予約システムの導入と併せる。"),
    )
    assert depends(records) == [("1-1-2", "1-1-1", "names_plan")]


NOTHING = {
    "its own words": (page("施設予約システムの導入", says="施設予約システムの導入を進める。"), ""),
    "a general subject": (page("行財政改革の推進"), "行財政改革を進める。"),
    "a body of that name": (page("公共交通活性化の推進"), "公共交通活性化協議会に諮る。"),
    "part of a longer word": (page("CRMの導入"), "SCRMSを使う。"),
    "a guideline both rest on": (
        page("人の育成", says="職員育成基本方針に基づく。"),
        "職員育成基本方針に基づく。",
    ),
    "a national law": (page("人の育成"), "地方公務員法に基づく。"),
    "its own department": (page("人の育成", by="総務課"), "総務課が行う。"),
    "a bare verb": (page("計画の策定"), "計画の策定を進める。"),
    "nothing at all": (page("電子申請の利用促進"), ""),
}


@pytest.mark.parametrize(("home", "says"), NOTHING.values(), ids=NOTHING.keys())
def test_what_states_no_dependency(tmp_path: Path, home: str, says: str) -> None:
    assert depends(load(tmp_path, home, second(says))) == []


def test_a_guideline_that_two_plans_manage_states_nothing(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("人の育成", milestone="職員育成基本方針の改定"),
        second("職員育成基本方針に基づき研修する。"),
        page("働き方の改善", "③", milestone="職員育成基本方針の見直し", by="人事課"),
    )
    assert depends(records) == []


def test_the_name_of_a_web_page_states_nothing(tmp_path: Path) -> None:
    records = load(tmp_path, page("電子申請の利用促進"), second("", pages="・電子申請の利用促進"))
    assert depends(records) == []


def test_a_plan_never_depends_on_itself(tmp_path: Path) -> None:
    title = "施設予約システムの導入"
    records = load(tmp_path, page(title, says=f"「{title}」", action=title, milestone=title))
    assert depends(records) == []
