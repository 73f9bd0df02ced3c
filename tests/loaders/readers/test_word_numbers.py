"""The numbers and levels that Word prints by itself are read as they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Paragraph
from tests.makers.raw_word import raw_word


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, list_id: int = 1, depth: int = 0) -> str:
    """A paragraph of a list."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(list_id: int = 1, of: int = 0, inner: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def style(name: str, inner: str, base: str = "", title: str = "") -> str:
    on = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:styleId="{name}"><w:name w:val="{title or name}"/>{on}'
        f"<w:pPr>{inner}</w:pPr></w:style>"
    )


def printed(path: Path, body: Iterable[str], numbering: str = "", styles: str = "") -> list[str]:
    made = raw_word(path / "a.docx", "".join(body), numbering=numbering, styles=styles)
    return [block.text for block in read_source(made).blocks() if isinstance(block, Paragraph)]


def levels(path: Path, body: Iterable[str], styles: str = "") -> list[int | None]:
    made = raw_word(path / "a.docx", "".join(body), styles=styles)
    blocks = [block for block in read_source(made).blocks() if isinstance(block, Paragraph)]
    return [block.level for block in blocks]


@pytest.mark.parametrize(
    ("form", "start", "marks"),
    [
        ("decimal", 9, "9 10 11"),
        ("decimalFullWidth", 9, "９ １０ １１"),
        ("decimalEnclosedCircle", 49, "㊾ ㊿ 51"),
        ("aiueo", 1, "ア イ ウ"),
        ("aiueoFullWidth", 45, "ヲ ン 47"),
        ("iroha", 30, "マ ケ フ"),
        ("lowerLetter", 26, "z aa bb"),
        ("upperLetter", 52, "ZZ AAA BBB"),
        ("upperRoman", 3, "III IV V"),
        ("lowerRoman", 9, "ix x xi"),
        ("upperRoman", 98, "XCVIII XCIX 100"),
        ("japaneseCounting", 9, "九 十 十一"),
        ("japaneseCounting", 20, "二十 二十一 二十二"),
        ("chineseCountingThousand", 98, "九十八 九十九 100"),
        ("ideographDigital", 0, "0 一 二"),
    ],
)
def test_a_number_is_written_as_the_list_writes_it(
    form: str, start: int, marks: str, tmp_path: Path
) -> None:
    numbering = abstract(level(0, form, "%1", start)) + instance()
    read = printed(tmp_path, [item("窓口"), item("納付"), item("相談")], numbering)
    assert [text.split()[1] for text in read] == ["窓口", "納付", "相談"]
    assert " ".join(text.split()[0] for text in read) == marks


def test_a_list_without_numbers_prints_none_and_a_bullet_a_dot(tmp_path: Path) -> None:
    plain = abstract(level(0, "none", "")) + instance()
    assert printed(tmp_path, [item("窓口"), item("納付")], plain) == ["窓口", "納付"]
    dots = abstract(level(0, "bullet", "x")) + instance()
    assert printed(tmp_path, [item("窓口"), item("納付")], dots) == ["・窓口", "・納付"]


CHAPTERS = abstract(
    level(0, "decimal", "第%1章"), level(1, "decimal", "%1.%2"), level(2, "aiueo", "(%3)")
)


def test_deeper_levels_begin_anew_under_each_number_above(tmp_path: Path) -> None:
    body = [item("甲"), item("乙", 1, 1), item("丙", 1, 1), item("丁", 1, 2)]
    body += [item("戊"), item("己", 1, 1), item("庚", 1, 2)]
    assert printed(tmp_path, body, CHAPTERS + instance()) == [
        *("第1章 甲", "1.1 乙", "1.2 丙", "(ア) 丁"),
        *("第2章 戊", "2.1 己", "(ア) 庚"),
    ]


def test_a_deeper_level_alone_stands_under_the_first_number_above(tmp_path: Path) -> None:
    numbering = abstract(level(0, "decimal", "", 3), level(1, "decimal", "%1.%2")) + instance()
    body = [item("甲", 1, 1), item("乙", 1, 1)]
    assert printed(tmp_path, body, numbering) == ["3.1 甲", "3.2 乙"]


def test_lists_of_one_kind_count_on_unless_one_begins_anew(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = CHAPTERS + instance(1) + instance(2) + instance(3, 0, anew)
    body = [item("甲"), item("乙"), item("丙", 2), item("丁", 3), item("戊", 3), item("己")]
    assert printed(tmp_path, body, numbering) == [
        *("第1章 甲", "第2章 乙", "第3章 丙"),
        *("第5章 丁", "第6章 戊", "第4章 己"),
    ]


def test_a_list_may_write_its_level_in_its_own_way(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", 2)}</w:lvlOverride>'
    numbering = CHAPTERS + instance(4, 0, own)
    body = [item("甲", 4), item("乙", 4), item("丙", 4, 1)]
    assert printed(tmp_path, body, numbering) == ["B) 甲", "C) 乙", "C.1 丙"]


def test_a_list_or_level_that_is_not_there_prints_nothing(tmp_path: Path) -> None:
    body = [item("甲", 1, 7), item("乙", 9), item("丙")]
    assert printed(tmp_path, body, CHAPTERS + instance()) == ["甲", "乙", "第1章 丙"]


def test_a_style_brings_its_list(tmp_path: Path) -> None:
    numbers = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    styles = style("N", numbers) + style("M", "", base="N")
    body = [paragraph(text, f'<w:pStyle w:val="{name}"/>') for text, name in ("甲N", "乙M")]
    assert printed(tmp_path, body, CHAPTERS + instance(), styles) == ["1.1 甲", "1.2 乙"]


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="heading"/>', 2),
        ('<w:pStyle w:val="on-heading"/>', 2),
        ('<w:pStyle w:val="midashi"/>', 3),
        ('<w:pStyle w:val="outlined"/>', 1),
        ('<w:pStyle w:val="body"/>', None),
        ('<w:pStyle w:val="in-a-circle"/>', None),
        ('<w:pStyle w:val="heading"/><w:outlineLvl w:val="4"/>', 5),
        ('<w:pStyle w:val="heading"/><w:outlineLvl w:val="8"/>', 9),
        ('<w:pStyle w:val="heading"/><w:outlineLvl w:val="9"/>', None),
        ('<w:pStyle w:val="heading"/><w:outlineLvl w:val="x"/>', None),
        ("", None),
    ],
)
def test_a_heading_has_the_level_of_its_style_or_its_own(
    properties: str, level: int | None, tmp_path: Path
) -> None:
    styles = [
        style("heading", "", title="heading 2"),
        style("on-heading", "", base="heading"),
        style("midashi", "", title="見出し 3"),
        style("outlined", '<w:outlineLvl w:val="0"/>'),
        style("body", '<w:outlineLvl w:val="9"/>', title="見出し 3"),
        style("in-a-circle", "", base="round"),
        style("round", "", base="in-a-circle"),
    ]
    assert levels(tmp_path, [paragraph("窓口", properties)], "".join(styles)) == [level]
