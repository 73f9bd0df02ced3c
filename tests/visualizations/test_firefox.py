"""The map in Firefox, from a file: what a planner does first works there as in Chromium."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from tests.visualizations.firefox import Firefox

ENTER = "\ue007"


def pixels(fox: Firefox) -> str:
    return str(fox.run("return document.querySelector('#map canvas').toDataURL()"))


def test_one_searches_unfolds_and_follows_a_change(fox: Firefox) -> None:
    before = pixels(fox)
    fox.type("#search", "ｼｭｳﾉｳ")
    assert "見つかりません" in fox.text("#found")
    fox.type("#search", f"１－１－２{ENTER}")
    assert fox.text("#details h2") == "1-1-2 市税等の電子納付"
    fox.click("#unfold")
    assert fox.text("#unfold") == "たたむ"
    assert pixels(fox) != before
    fox.type("#search", f"個人情報保護法{ENTER}")
    fox.click("#impact")
    assert "実施計画2件、指標1件に影響します" in fox.text("#banner")


def test_the_views_filter_and_lead_back(fox: Firefox) -> None:
    fox.click("#tab-workload")
    assert "収納課" in fox.text("#other-view tbody")
    fox.run(
        "const box = document.querySelector('#filter-goal'); box.selectedIndex = 2;"
        "box.dispatchEvent(new Event('change'))"
    )
    assert fox.text("#left") == "計画 1 / 3 件"
    assert "収納課" not in fox.text("#other-view tbody")
    fox.click("#tab-timeline")
    fox.click("#other-view tbody th .link")
    assert fox.text("#details h2") == "2-1-1 会議資料の電子化"


def test_a_link_reopens_the_view(fox: Firefox, map_file: Path) -> None:
    fox.visit(map_file, "#view=themes&goal=aozora-2022%2Fgoal%2F1")
    assert fox.text("#left") == "計画 2 / 3 件"
    assert "◎" in fox.text("#other-view tbody")


def test_it_prints_on_one_sheet(fox: Firefox) -> None:
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", fox.printed(), re.DOTALL)
    packed = [stream for stream in streams if stream.startswith(b"x")]
    whole = b"".join(zlib.decompressobj().decompress(stream) for stream in packed)
    assert len(re.findall(rb"/Type\s*/Page\b", whole)) == 1


def test_the_watch_sees_a_complaint_and_a_request(started: Firefox, map_file: Path) -> None:
    started.watch(map_file)
    started.visit(map_file)
    started.run(
        "const s = document.createElement('script'); s.textContent = '1';document.body.append(s)"
    )
    started.wait_for_message("Content-Security-Policy")
