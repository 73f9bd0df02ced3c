"""The site: pages that link both ways and hold no markup of a source."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

import keikaku
from keikaku.exports import site
from keikaku.graph import merging, network
from keikaku.graph.network import Graph
from tests.graph.graphs import small


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def links(path: Path) -> _Links:
    reader = _Links()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "サイト"
    site.write(path, keikaku.read())
    return path


def test_every_link_leads_to_a_page(written: Path) -> None:
    pages = [path for path in written.rglob("*.html") if path.name != "map.html"]
    for path in pages:
        for target in links(path).links:
            name, _, place = unquote(target).partition("#")
            if name:
                there = (path.parent / name).resolve()
                assert there.is_file(), (path, target)
                if place and there.name != "map.html":
                    assert f'id="{place}"' in there.read_text(encoding="utf-8"), (path, target)


def test_every_plan_and_department_has_a_page_that_says_who_and_what(written: Path) -> None:
    graph = keikaku.read()
    plans = [facts for _, facts in graph.nodes(data=True) if facts["kind"] == "Plan"]
    for facts in plans:
        page = (written / "plans" / f"{facts['number']}.html").read_text(encoding="utf-8")
        assert facts["title"] in page
    start = (written / "index.html").read_text(encoding="utf-8")
    assert f"<dd>{len(plans)}</dd>" in start
    heads = re.findall("<h2>([^<]+)</h2>", start)
    assert heads == ["目標ごとの計画", "多くの計画を担う所管課", "テーマ"]
    listed = (written / "plans.html").read_text(encoding="utf-8")
    assert re.findall('<th scope="col">([^<]+)</th>', listed) == ["実施計画", "所管課"]


def test_no_page_may_ask_the_network(written: Path) -> None:
    for path in written.rglob("*.html"):
        if path.name != "map.html":
            text = path.read_text(encoding="utf-8")
            assert "default-src &#x27;none&#x27;" in text
            assert not [link for link in links(path).links if "//" in link]


def test_what_may_go_on_is_marked(written: Path) -> None:
    assert '<td class="may">' in (written / "plans" / "2-2-5.html").read_text(encoding="utf-8")


def test_a_public_site_holds_no_findings(tmp_path: Path) -> None:
    names = site.write(tmp_path / "public", keikaku.read(), public=True)
    assert "findings.html" not in names
    assert "確認事項" not in (tmp_path / "public" / "index.html").read_text(encoding="utf-8")


def test_the_same_graph_writes_the_same_pages_and_nothing_twice(tmp_path: Path) -> None:
    graph: Graph = network.from_records(small())
    site.write(tmp_path / "s", graph)
    before = {path: path.stat().st_ino for path in (tmp_path / "s").rglob("*.html")}
    site.write(tmp_path / "s", graph)
    assert {path: path.stat().st_ino for path in (tmp_path / "s").rglob("*.html")} == before


def test_nothing_of_a_source_is_markup(tmp_path: Path) -> None:
    graph = network.from_records(small())
    for _, facts in graph.nodes(data=True):
        for name in ("title", "name", "text"):
            if name in facts:
                facts[name] = "<img src=x onerror=alert(1)></script>" + str(facts[name])
    site.write(tmp_path / "s", graph)
    for path in (tmp_path / "s").rglob("*.html"):
        if path.name != "map.html":
            assert "img" not in links(path).tags


def test_of_several_documents_every_row_says_which_and_links_stay_in_their_city(
    tmp_path: Path,
) -> None:
    towns = [small("aozora", "青空市"), small("hoshimi", "星見市")]
    both, _ = merging.merge([network.from_records(each) for each in towns])
    site.write(tmp_path / "サイト", both)
    for name in ("plans", "departments", "findings", "index"):
        page = (tmp_path / "サイト" / f"{name}.html").read_text(encoding="utf-8")
        assert '<th scope="col">計画書</th>' in page, name
    indicators = (tmp_path / "サイト" / "indicators.html").read_text(encoding="utf-8")
    assert indicators.count("<h2>改革プラン</h2>") == 2
    leading = {}
    for document in ("aozora", "hoshimi"):
        (plan,) = (tmp_path / "サイト" / "plans").glob(f"{document}-*.html")
        (leading[document],) = [each for each in links(plan).links if "departments/" in each]
    assert leading["aozora"] != leading["hoshimi"]
