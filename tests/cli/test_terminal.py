"""What a terminal shows: tables in its width and its colours, and the same as Markdown and CSV."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest

from keikaku.cli import output, text_tables
from keikaku.cli.output import Code, Entries, Section
from keikaku.cli.text_tables import Styled, wrap

BLOCKS: list[Any] = [
    "概要\n  字下げした長い長い長い長い長い文",
    Section("表", ["名", "状況"], [["一", Styled("遅れ", "red")], ["二\n三", ""]]),
    Section("", [], [["頭のない表", "a|b"]]),
    Section("空", ["名"], []),
    Code("a: ```b```"),
    Entries([["項目1", "続き"], ["項目2"]]),
]
PLAIN = """\
概要
  字下げした長い長い
  長い長い長い文

表
名  状況
--  ----
一  遅れ
二
三

頭のない表  a|b

空
名
--

a: ```b```

項目1

続き

項目2"""
MARKDOWN = """\
概要
字下げした長い長い長い長い長い文

## 表

| 名 | 状況 |
| --- | --- |
| 一 | 遅れ |
| 二<br>三 |  |

|  |  |
| --- | --- |
| 頭のない表 | a\\|b |

## 空


````yaml
a: ```b```
````

項目1

続き

項目2"""


def test_a_table_in_the_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    assert output.as_table(BLOCKS, coloured=False) == PLAIN


def test_the_same_in_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    bold = "\x1b[1m{}\x1b[0m".format
    coloured = PLAIN.replace("\n表\n", f"\n{bold('表')}\n").replace("\n空\n", f"\n{bold('空')}\n")
    coloured = coloured.replace("名  状況", f"{bold('名')}  {bold('状況')}")
    coloured = coloured.replace("\n名\n", f"\n{bold('名')}\n").replace(
        "遅れ", "\x1b[31m遅れ\x1b[0m"
    )
    assert output.as_table(BLOCKS, coloured=True) == coloured


def test_the_same_as_markdown() -> None:
    assert output.as_markdown(BLOCKS) == MARKDOWN


def test_a_narrow_terminal_is_taken_as_one_of_twenty_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "5")
    assert output.as_table(["あ" * 11], coloured=False) == "あ" * 10 + "\nあ"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdout", "environment", "terminal", "colours"),
    [
        (_Terminal(), {}, True, True),
        (_Terminal(), {"NO_COLOR": "1"}, True, False),
        (_Terminal(), {"NO_COLOR": ""}, True, True),
        (_Terminal(), {"TERM": "dumb"}, True, False),
        (io.StringIO(), {}, False, False),
        (None, {}, False, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    stdout: Any,
    environment: dict[str, str],
    terminal: bool,
    colours: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", stdout)
    assert output.is_terminal() is terminal
    assert output._colours() is colours


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("あいう", 6, ["あいう"]),
        ("あいう", 4, ["あい", "う"]),
        ("あい。", 4, ["あ", "い。"]),
        ("あ「い", 4, ["あ", "「い"]),
        ("abc def", 5, ["abc", "def"]),
        ("abc  ", 9, ["abc"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("一 abcdef", 5, ["一", "abcde", "f"]),
        ("一\n二", 9, ["一", "二"]),
        ("", 4, [""]),
        ("か\u3099き", 2, ["か\u3099", "き"]),
    ],
)
def test_lines_are_broken_where_japanese_may_be(text: str, most: int, lines: list[str]) -> None:
    assert wrap(text, most) == lines


@pytest.mark.parametrize(
    ("rows", "most", "table"),
    [
        ([["一", "二"]], 6, "一  二"),
        ([["一二三四", "五"]], 8, "一二  五\n三四"),
        ([["一二", "三四五六"]], 10, "一二  三四\n      五六"),
        ([["一二三四五", "六七八九十"]], 10, "一二  六七\n三四  八九\n五    十"),
        ([["a", Styled("b", "")]], 80, "a  b"),
        ([], 80, ""),
    ],
)
def test_the_widest_column_shrinks_first(rows: list[Any], most: int, table: str) -> None:
    assert text_tables.table([], rows, most=most) == table


@pytest.mark.parametrize(
    ("cell", "written"),
    [("1-2-2", "\t1-2-2"), ("1-2", "\t1-2"), ("1", "1"), (None, ""), ("第1-2", "第1-2"), (3, "3")],
)
def test_excel_makes_no_date_of_a_number_of_a_plan(cell: Any, written: str) -> None:
    assert output.as_csv(["a"], [[cell]]) == f"\ufeffa\n{written}"
