"""Where a label, a name or a guess begins to count: just at a bound, and just beside it."""

from __future__ import annotations

import pytest

from keikaku.graph.records import Node, Records
from keikaku.loaders.layouts.documents.lone_labels import label_alone, money_of_title
from keikaku.loaders.layouts.documents.numbered_lines import numbered_shapes, shape_of
from keikaku.loaders.layouts.forms.form_values import by_value, levels_inside, name_and_baseline
from keikaku.loaders.layouts.forms.repeated_labels import repeated_labels
from keikaku.loaders.layouts.labels import value_guess
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.layout_file import built_in
from keikaku.loaders.layouts.uneven_plans import remarks_on_plans
from keikaku.loaders.readers.blocks import Cell, Page, Paragraph, Place, Source, Table

WORDS = LayoutWords(built_in()[-1])


def guessed(name: str, *texts: str, beside: tuple[str, ...] = ("plan.title",)) -> str | None:
    meaning = value_guess.guess(name, texts, WORDS, beside)
    return meaning.fact if meaning else None


@pytest.mark.parametrize(
    ("name", "texts", "fact"),
    [
        ("うけもち", ["財政課", "税務課、会計課", "中央図書館"], "department"),
        ("いっしょに支える", ["財政課", "税務課"], "department.co"),
        ("うけもち", ["とても長い名前をもつ地域振興" + "あ" * 8 + "課"] * 2, "department"),
        ("うけもち", ["とても長い名前をもつ地域振興" + "あ" * 9 + "課"] * 2, None),
        ("整理", ["1-1", "1-2", "A-3"], "plan.number"),
        ("整理", ["1-1", "1-1", "1-2"], None),
        ("できばえ", ["A", "B", "S"], "evaluation.grade"),
        ("できばえ", ["概ね達成", "やや遅れ", "順調"], "evaluation.grade"),
        ("浮くお金", ["300千円", "1,200千円"], "effect.total"),
        ("かかる費用", ["300千円", "-"], "budget.total"),
        ("いまの姿", ["12件", "15%"], "indicator.baseline"),
        ("めざす姿", ["12件", "15%"], "indicator.target"),
        ("できた数", ["令和5年度 12件", "令和6年度 15件"], "indicator.baseline"),
        ("到達", ["令和5年度 12件", "令和6年度 15件"], "indicator.target"),
        ("成果", ["12件", "15%"], "indicator.actual"),
        ("ものさし", ["待ち時間の短さ", "使いやすさ"], "indicator.name"),
        ("あれこれ", ["来庁者数", "電子申請の割合"], "indicator.name"),
        ("仲間", ["商工会議所", "みどり大学"], "partners"),
        ("区分け", ["新規", "継続"], "plan.category"),
        ("来年の道", ["拡充", "継続"], "evaluation.direction"),
        ("来年の道", ["ふやす", "そのまま", "ふやす"], "evaluation.direction"),
        ("来年の道", ["ふやす", "そのままにしておくとよい", "ふやす"], "plan.overview"),
        ("すること", ["窓口で予約を受け付ける。", "店で証明を出す。"], "plan.overview"),
        ("なぜ", ["待つ時間が長くなる。", "現金を持ち歩く。"], "plan.problem"),
        ("目ざす", ["待たずに済む。", "現金を持ち歩かずに済む。"], "plan.vision"),
        ("したこと", ["予約を受け付けた。", "店で証明を出した。"], "evaluation.comment"),
        ("点検", ["予約を受け付ける。", "店で証明を出す。"], "evaluation.comment"),
        ("ひとこと", ["窓口の話", "予約を受け付ける。"], "plan.overview"),
        ("ひとこと", ["窓口の話", "会議室の話", "予約を受け付ける。"], None),
    ],
)  # fmt: skip
def test_a_column_without_a_known_label_is_guessed_from_its_cells(
    name: str, texts: list[str], fact: str | None
) -> None:
    assert guessed(name, *texts) == fact


@pytest.mark.parametrize(("fitting", "fact"), [(7, "department"), (6, None)])
def test_seven_cells_of_ten_must_fit_a_guess(fitting: int, fact: str | None) -> None:
    cells = [f"第{n}課" for n in range(fitting)] + ["未定のまま"] * (10 - fitting)
    assert guessed("うけもち", *cells) == fact


def test_a_unit_is_one_only_beside_the_names_of_indicators() -> None:
    units = ("件", "%", "人")
    assert guessed("数え方", *units, beside=("plan.title", "indicator.name")) == "indicator.unit"
    assert guessed("数え方", *units) is None


def test_names_of_plans_are_short_and_each_another_and_of_one_column() -> None:
    names = ("窓口の改善", "納付の推進")
    assert guessed("なに", *names, beside=()) == "plan.title"
    assert guessed("なに", *names) is None
    assert guessed("なに", "窓口の改善", "窓口の改善", beside=()) is None
    assert guessed("なに", "い" * 40, "ろ" * 40, beside=()) == "plan.title"
    assert guessed("なに", "い" * 41, "ろ" * 41, beside=()) is None
    assert guessed("なに", "-", "", "－", beside=()) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("公用車の台数（142台）", ("公用車の台数", "142台")),
        ("公用車の台数（△3%（R5））", ("公用車の台数", "△3%（R5）")),
        ("公用車の台数（台）", ("公用車の台数（台）", "")),
        ("あ" * 100, ("あ" * 100, "")),
        ("あ" * 101, None),
        ("142台", None),
        ("○", None),
    ],
)
def test_a_name_may_have_its_baseline_in_brackets(text: str, read: tuple[str, str] | None) -> None:
    assert name_and_baseline(text) == read


@pytest.mark.parametrize(
    ("fact", "printed", "text", "read"),
    [
        ("plan.problem", "現状", "12.5％", "indicator.baseline"),
        ("plan.problem", "現状", "窓口が混む", "plan.problem"),
        ("plan.title", "取組", "窓口で予約を受け付け、待つ時間を短くします。", "plan.work"),
        ("plan.title", "取組", "窓口の改善", "plan.title"),
        ("plan.priority", "重点取組", "窓口の改善", "level"),
        ("plan.priority", "重点取組", "窓口改善", "plan.priority"),
        ("plan.priority", "重点取組", "該当する", "plan.priority"),
        ("evaluation.direction", "方向性", "1 手続の電子化", "level"),
        ("evaluation.direction", "方向性", "1 事業の拡充", "evaluation.direction"),
        ("evaluation.direction", "取組方針", "1 事業の拡充", "level"),
        ("evaluation.direction", "取組方針", "1 拡充する事業", "evaluation.direction"),
        ("evaluation.direction", "方向性", "拡充", "evaluation.direction"),
    ],
)  # fmt: skip
def test_a_value_confirms_what_its_label_means(
    fact: str, printed: str, text: str, read: str
) -> None:
    meaning = by_value(Meaning(fact, 1.0), text, [label(printed)])
    assert meaning is not None
    assert meaning.fact == read


def test_lines_of_a_cell_are_levels_where_each_has_its_word() -> None:
    def levels(text: str, least: int = 2) -> list[tuple[str | None, str]]:
        cell = Cell(0, 0, 1, 1, text, Place())
        return [(m.level, c.text) for m, c in levels_inside(cell, WORDS, least=least)]

    both = [("基本目標", "1 便利な町"), ("施策", "2 窓口")]
    assert levels("基本目標1 便利な町\n\n施策2 窓口") == both
    assert levels("基本目標1 便利な町") == []
    assert levels("基本目標1 便利な町", least=1) == both[:1]
    assert levels("基本目標1 便利な町\n窓口の改善") == []
    assert levels("基本目標1 便利な町\n施策2") == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("【現状と課題】", "plan.problem"),
        ("現状と課題", "plan.problem"),
        ("担当課\n財政課", None),
        ("現状と課題一覧", None),
        ("第4章 窓口の改善", None),
        ("成果指標", "context"),
        ("令和7年度", None),
        ("窓口の改善", None),
    ],
)  # fmt: skip
def test_a_line_may_be_a_label_alone(text: str, fact: str | None) -> None:
    meaning = label_alone(text, WORDS)
    assert (meaning.fact if meaning else None) == fact


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("財政効果額一覧", True),
        ("財政効果額の一覧表", True),
        ("財政効果額", False),
        ("取組一覧", False),
        (" 財政効果額一覧 ", True),
        ("財政効果額" + "の" * 34 + "一覧", False),
    ],
)
def test_a_title_may_say_that_its_table_is_of_money(text: str, money: bool) -> None:
    assert bool(money_of_title(text, WORDS)) is money


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("（１）市民参画の推進", "(1)"),
        ("Ⅱ 便利な町", "Ⅰ"),
        ("② 窓口の改善", "①"),
        ("三 窓口の改善", "一"),
        ("1-2 窓口の改善", "1-1"),
        ("12人", ""),
        ("1 窓口を改善します", ""),
        ("1 担当課：財政課", ""),
        ("1 " + "窓" * 58, "1"),
        ("1 " + "窓" * 59, ""),
    ],
)
def test_a_numbered_line_has_the_shape_of_its_number(text: str, shape: str) -> None:
    assert shape_of(Paragraph(text, Place())) == shape


def _source(*lines: str) -> Source:
    blocks = tuple(Paragraph(line, Place(line=n)) for n, line in enumerate(lines, 1))
    return Source("plan.txt", "text", (Page(1, blocks),), "0")


def test_a_shape_names_plans_from_the_second_line_over_a_label_on() -> None:
    plan = ("（1）窓口の改善", "担当課：市民課"), ("（2）納付の推進", "担当課：税務課")
    once = _source("一 便利な町", *plan[0], "予約を受け付ける")
    twice = _source("一 便利な町", *plan[0], *plan[1])
    assert numbered_shapes(once, WORDS) == frozenset()
    assert numbered_shapes(twice, WORDS) == {"(1)", "一"}


def test_a_shape_that_recurs_more_often_than_plans_numbers_their_contents() -> None:
    lines = [
        line
        for n in (1, 2)
        for line in ("ア 予約", "イ 電話", f"（{n}）窓口の改善", "担当課：市民課")
    ]
    assert numbered_shapes(_source(*lines), WORDS) == {"(1)"}


def _forms(count: int, *labels: str) -> Source:
    """Forms that print a title, and labels each before a value of its own."""
    names = ("実施項目", *labels)
    cells = [
        Cell(len(names) * form + row, column, 1, 1, text, Place())
        for form in range(count)
        for row, name in enumerate(names)
        for column, text in ((0, name), (1, f"値{form}-{row}"))
    ]
    table = Table(len(names) * count, 2, tuple(cells), Place())
    return Source("plan.docx", "docx", (Page(1, (table,)),), "0")


def test_what_every_form_prints_before_other_values_is_a_label_from_three_forms_on() -> None:
    assert repeated_labels(_forms(3, "ひとことめも"), WORDS) == {"ひとことめも"}
    assert repeated_labels(_forms(2, "ひとことめも"), WORDS) == frozenset()
    assert repeated_labels(_forms(3, "担当課"), WORDS) == frozenset(), "it is known already"
    assert repeated_labels(_forms(3, "令和7年度"), WORDS) == frozenset(), "it is a year"
    assert repeated_labels(_forms(3, "新規・継続"), WORDS) == frozenset(), "it is a choice"
    assert repeated_labels(_forms(3, "め"), WORDS) == frozenset(), "it is no word"
    assert repeated_labels(_forms(3, "い" * 15), WORDS) == {"い" * 15}
    assert repeated_labels(_forms(3, "い" * 16), WORDS) == frozenset()


def test_what_stands_twice_in_a_form_or_before_one_value_is_no_label() -> None:
    assert repeated_labels(_forms(3, "ひとことめも", "ひとことめも"), WORDS) == frozenset()
    source = _forms(3, "ひとことめも")
    (table,) = source.pages[0].tables()
    alike = tuple(
        Cell(c.row, c.column, 1, 1, "同じ" if c.column and c.row % 2 else c.text, c.place)
        for c in table.cells
    )
    page = Page(1, (Table(table.rows, 2, alike, Place()),))
    assert repeated_labels(Source("plan.docx", "docx", (page,), "0"), WORDS) == frozenset()


def _plans(stated: dict[str, int], count: int) -> Records:
    """Plans of which the first ones state a fact, as many as ``stated`` says."""
    nodes = [
        Node(
            f"machi/plan/{n}",
            "Plan",
            f"計画{n}",
            {"title": f"計画{n}", **{fact: "あ" for fact, many in stated.items() if n < many}},
        )
        for n in range(count)
    ]
    return Records({"id": "machi"}, nodes, [], [])


@pytest.mark.parametrize(
    ("stated", "count", "lacking"),
    [
        ({"overview": 2, "problem": 2}, 4, 2),
        ({"overview": 2, "problem": 2}, 3, 0),
        ({"overview": 2}, 4, 0),
        ({"overview": 4, "problem": 4}, 4, 0),
        ({"overview": 3, "problem": 3}, 4, 0),
        ({"overview": 7, "problem": 7}, 10, 3),
        ({"overview": 2, "problem": 2}, 10, 8),
        ({"overview": 1, "problem": 1}, 10, 0),
        ({"overview": 7, "problem": 5}, 10, 3),
    ],
)
def test_plans_are_uneven_that_lack_two_facts_of_some_others(
    stated: dict[str, int], count: int, lacking: int
) -> None:
    """Facts of a fifth of the plans on, and below three quarters; from four plans on."""
    findings = remarks_on_plans(_plans(stated, count))
    assert [(f.code, f.details["count"]) for f in findings] == (
        [("plans-uneven", lacking)] if lacking else []
    )
