"""A text out of a PDF that is read badly says so: it is refused, or a finding tells it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from keikaku.graph.errors import SourceError
from keikaku.graph.records import Records
from keikaku.loaders import load
from tests.layouts import second_forms, town_odd
from tests.layouts.towns import make_town
from tests.makers.convert import by_office, pdf_text
from tests.makers.printed import Printed
from tests.makers.word import make_word


def _as_text(form: Iterator[Printed], folder: Path) -> Path:
    return pdf_text(by_office(make_word(form, folder / "plan.docx"), "pdf"), layout=True)


def _messages(records: Records) -> dict[str, str]:
    return {finding.code: finding.message for finding in records.findings}


def test_a_text_of_which_most_plans_are_lost_is_refused(tmp_path: Path) -> None:
    """Of nine forms that a text prints side by side three would be read, without a word."""
    town = make_town(tasks=1, kpis=1)
    with pytest.raises(SourceError, match=r"計画が並ぶ部分の文字の\d+％を読み取れません"):
        load(_as_text(town_odd.slim_forms(town), tmp_path))


def test_plans_that_lack_what_others_state_are_reported(tmp_path: Path) -> None:
    forms = ["あかつき市行政改革実施計画\n\n"]
    for n in range(1, 7):
        forms.append(f"取組番号      1-{n}         取組名      窓口の改善その{n}\n")
        if n < 5:
            forms.append(f"担当課       市民{n}課        区分       新規\n")
            forms.append(
                f"現状と課題     窓口{n}が混雑しており、待ち時間の短縮が求められています。\n"
            )
            forms.append(f"取組内容      窓口{n}に予約の仕組みを入れ、来庁者を分散させます。\n")
        forms.append("\f")
    text = tmp_path / "plan.layout.txt"
    text.write_text("".join(forms), encoding="utf-8")
    assert "ほかの計画にある欄" in _messages(load(text))["plans-uneven"]


def test_a_text_read_whole_is_not_accused(tmp_path: Path) -> None:
    town = make_town(count=3, tasks=1, kpis=1)
    messages = _messages(load(_as_text(second_forms.two_a_page(town), tmp_path)))
    assert not {"plans-uneven", "text-mostly-unread"} & set(messages)


HEAD = "番号    取組名         所管課     現状値    R7        R8        R9\n"
ROW = "{0}   {0}番窓口の改善   市民課     {1}       {2}       {3}       {4}\n"
TORN = "                                  {}       {}       {}       {}\n"


def _list(folder: Path, torn: str) -> Path:
    """A list of twenty plans, each with lines of numbers that stand in no row."""
    rows = [ROW.format(n, 11, 12, 13, 14) + torn.format(*[f"{n},{n}"] * 4) for n in range(101, 121)]
    text = folder / "plan.layout.txt"
    text.write_text("あかつき市行政改革実施計画\n\n" + HEAD + "".join(rows), encoding="utf-8")
    return text


def test_a_text_of_which_most_numbers_are_lost_is_refused(tmp_path: Path) -> None:
    """Words are read, also where they stand under another plan; numbers then are not."""
    assert sum(node.kind == "Plan" for node in load(_list(tmp_path, "")).nodes) == 20
    with pytest.raises(SourceError, match=r"表の数値の\d+％を読み取れません"):
        load(_list(tmp_path, TORN))
