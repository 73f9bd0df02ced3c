"""Boxes and arrows drawn over a Word document's table are read over the columns under them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Source, Table

_WIDTHS = (80, 70, 70, 70, 70)
"""Points of 取組 and four years."""
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_EMU = 12_700


def _drawn(x: float, wide: float, *, text: str = "", form: str = "", column: str = "column") -> str:
    """Return a run with a DrawingML shape ``x`` points right of its cell's text."""
    said = f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    box = f"{said}</wps:txbx>" if text else ""
    tip = '<a:ln><a:tailEnd type="triangle"/></a:ln>' if form.startswith("straight") else ""
    size = f'cx="{int(wide * _EMU)}" cy="{10 * _EMU}"'
    return (
        f'<w:r {_SPACES}><w:drawing><wp:anchor simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{column}"><wp:posOffset>{int(x * _EMU)}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>12700</wp:posOffset>'
        f"</wp:positionV><wp:extent {size}/><wp:wrapNone/>"
        f'<wp:docPr id="1" name="図形"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="{form or "rect"}"><a:avLst/></a:prstGeom>{tip}</wps:spPr>{box}'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _line(start: float, end: float, relative: str = "") -> str:
    """Return a run with a VML arrow between two distances from its cell's text."""
    style = f"position:absolute;z-index:1{relative}"
    return (
        f'<w:r {_SPACES}><w:pict><v:line style="{style}" from="{start}pt,6pt" to="{end}pt,6pt">'
        '<v:stroke endarrow="block"/></v:line></w:pict></w:r>'
    )


def _source(tmp_path: Path, *shapes: tuple[int, str], text: dict[int, str] | None = None) -> Source:
    """Make a schedule whose second row holds shapes, each hung on the cell of a column."""
    import docx
    from docx.oxml import parse_xml
    from docx.shared import Pt

    document: Any = docx.Document()
    table = document.add_table(2, len(_WIDTHS))
    table.autofit = False
    heads = ("取組", "令和8年度", "令和9年度", "令和10年度", "令和11年度")
    for at, (head, wide) in enumerate(zip(heads, _WIDTHS, strict=True)):
        table.columns[at].width = Pt(wide)
        table.cell(0, at).text = head
        table.cell(1, at).text = {0: "窓口の改善", **(text or {})}.get(at, "")
        for row in (0, 1):
            table.cell(row, at).width = Pt(wide)
    for at, xml in shapes:
        table.cell(1, at).paragraphs[0]._p.append(parse_xml(xml))
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return read_source(path)


def _row(source: Source) -> list[tuple[int, int, str]]:
    """Return column, span and text of the cells in the schedule's second row."""
    (table,) = (block for block in source.blocks() if isinstance(block, Table))
    return [(c.column, c.column_span, c.text) for c in table.row(1)]


@pytest.mark.parametrize("form", ["rightArrow", "straightArrowConnector1", "homePlate"])
def test_an_arrow_covers_the_years_that_it_lies_over(tmp_path: Path, form: str) -> None:
    source = _source(tmp_path, (1, _drawn(70, 135, form=form)), text={1: "検討"})
    assert _row(source) == [(0, 1, "窓口の改善"), (1, 1, "検討"), (2, 2, "→")]
    assert source.notices == ()


def test_a_box_is_read_in_its_columns_wherever_it_hangs(tmp_path: Path) -> None:
    boxes = (
        (0, _drawn(75, 70, text="試行")),
        (0, _drawn(150, 200, text="本格実施", form="homePlate")),
    )
    source = _source(tmp_path, *boxes)
    assert _row(source) == [(0, 1, "窓口の改善"), (1, 1, "試行"), (2, 3, "本格実施 →")]
    assert source.notices == ()


def test_a_line_of_an_older_word_is_read_too(tmp_path: Path) -> None:
    source = _source(tmp_path, (1, _line(66, 270)), text={1: "検討"})
    assert _row(source) == [(0, 1, "窓口の改善"), (1, 1, "検討"), (2, 3, "→")]
    assert source.notices == ()


def test_a_box_within_its_cell_is_the_cells_text(tmp_path: Path) -> None:
    source = _source(tmp_path, (2, _drawn(0, 58, text="検討")))
    assert _row(source) == [(0, 1, "窓口の改善"), (2, 1, "検討")]
    assert source.notices == ()


@pytest.mark.parametrize(
    "shape", [_drawn(60, 160, column="page", text="検討"), _drawn(0, 86, text="検討")]
)
def test_a_box_whose_columns_are_open_is_reported(tmp_path: Path, shape: str) -> None:
    source = _source(tmp_path, (1, shape))
    assert _row(source) == [(0, 1, "窓口の改善"), (1, 1, "検討")]
    (notice,) = source.notices
    assert notice.code == "drawing-place-unclear"
    assert dict(notice.details) == {"text": "検討", "where": "表1・2行2列"}


@pytest.mark.parametrize(
    "shape",
    [
        _drawn(60, 160, column="page", form="rightArrow"),
        _line(0, 200, ";mso-position-horizontal-relative:page"),
    ],
)
def test_an_arrow_whose_columns_are_open_is_reported(tmp_path: Path, shape: str) -> None:
    source = _source(tmp_path, (1, shape), text={1: "検討"})
    assert _row(source) == [(0, 1, "窓口の改善"), (1, 1, "検討")]
    details = [dict(notice.details) for notice in source.notices]
    assert details == [{"what": "図形で描いた矢印", "count": 1}]
