"""A corrected period, title or end of a milestone reaches every reader of the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.records import Records
from tests.loaders.test_labels_by_place import TEXT, WORDS_OF


def load(folder: Path, text: str, entry: str) -> Records:
    for place, word in WORDS_OF.items():
        text = text.replace(place, word)
    plan, fix = folder / "hoshimi-plan.txt", folder / "fix.yaml"
    plan.write_text(text, encoding="utf-8")
    fix.write_text(
        f"keikaku-corrections: 1\ndocument: hoshimi\ncorrections:\n  - set: {{{entry}}}\n"
        "    who: 山田\n    why: 冊子の表紙\n    when: 2026-04-10\n",
        encoding="utf-8",
    )
    return loaders.load(plan, corrections=fix)


UNREAD = TEXT.replace("2026年度～2029年度", "2026年度ごろから")


def test_a_corrected_period_stands_in_the_head_and_settles_its_finding(tmp_path: Path) -> None:
    entry = "node: hoshimi, first_year: 2026, last_year: 令和11年度, title: 星見市新計画"
    records = load(tmp_path, UNREAD, entry)
    head = {key: records.document[key] for key in ("title", "first_year", "last_year")}
    assert head == {"title": "星見市新計画", "first_year": 2026, "last_year": 2029}
    assert [one.settled for one in records.findings if one.code == "period-unknown"] != [None]


@pytest.mark.parametrize(
    ("continues", "expected"),
    [("yes", (2028, 2029, None)), ("no", (2028, 2028, None)), ("unknown", (2028, 2028, 2029))],
)
def test_a_corrected_end_gives_a_milestone_its_years(
    tmp_path: Path, continues: str, expected: tuple[int, int, int | None]
) -> None:
    records = load(tmp_path, TEXT, f'node: hoshimi/milestone/1-1-1/1/3, continues: "{continues}"')
    (facts,) = [n.facts for n in records.nodes if n.id == "hoshimi/milestone/1-1-1/1/3"]
    years: tuple[Any, ...] = (facts["first_year"], facts["last_year"], facts.get("latest_year"))
    assert years == expected
