"""What readers make of small sources of each form, kept block by block.

``forms_kept.txt`` holds cases: a name that begins with the form, the source, and behind ``=>`` what
is read. A Word document or a workbook is the parts of which it consists, each under ``--- NAME``,
without prefixes. `python -m tests.loaders.readers.forms_kept` writes what is read anew, after a
change that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Block, Cell, Place, Source, Table

FILE = Path(__file__).with_name("forms_kept.txt")
_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE = f"{_OFFICE}/package/2006/relationships"
_LINK = '<Relationship Id="{}" Type="' + _RELATIONS + '/{}" Target="{}"/>'
_MAIN = {"docx": "wordprocessingml", "xlsx": "spreadsheetml"}
_KINDS = "styles numbering footnotes endnotes comments header footer drawing worksheet".split()


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each case, its source, and what is kept of it."""
    for case in FILE.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        source, _, kept = rest.partition("\n=>\n")
        yield name, source, kept.strip("\n")


def _links(parts: list[str]) -> str:
    links = (
        _LINK.format(f"r{n}", next(k for k in _KINDS if part.startswith(k)), part)
        for n, part in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(links)}</Relationships>'


def _package(form: str, source: str) -> bytes:
    """Return a Word document or a workbook of the parts that a case states."""
    texts = re.split(r"^--- (\S+)\n", source, flags=re.MULTILINE)[1:]
    parts = dict(zip(texts[::2], texts[1::2], strict=True))
    main, folder = ("document", "word") if form == "docx" else ("workbook", "xl")
    if form == "xlsx":
        names = [part for part in parts if part.startswith("worksheet")]
        sheets = "".join(
            f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"'
            f"{' state=' + chr(34) + 'hidden' + chr(34) if 'hidden' in name else ''}/>"
            for n, name in enumerate(names, 1)
        )
        parts = {main: f"<workbook><sheets>{sheets}</sheets></workbook>", **parts}
    root = f'xmlns="{_OFFICE}/{_MAIN[form]}/2006/main" xmlns:r="{_RELATIONS}"'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}">'
            f"{_LINK.format('r1', 'officeDocument', f'{folder}/{main}.xml')}</Relationships>",
        )
        for name, text in parts.items():
            package.writestr(f"{folder}/{name}.xml", re.sub(r"^\s*<(\w+)", rf"<\1 {root}", text))
        rest = [f"{name}.xml" for name in parts if name != main and not name.startswith("drawing")]
        package.writestr(f"{folder}/_rels/{main}.xml.rels", _links(rest))
        drawn = [f"{name}.xml" for name in parts if name.startswith("drawing")]
        if drawn:
            package.writestr(f"{folder}/_rels/worksheet1.xml.rels", _links(drawn))
    return file.getvalue()


def read(name: str, source: str) -> str:
    """Return what is read of a source, a line for each paragraph and row, and each notice."""
    form = name.split(maxsplit=1)[0]
    data = _package(form, source) if form in _MAIN else source.encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"source.{form}"
        path.write_bytes(data)
        try:
            return "\n".join(_lines(read_source(path))).strip("\n")
        except KeikakuError as refused:
            return f"refused: {refused.message('en')}"


def _lines(source: Source) -> Iterator[str]:
    for page in source.pages:
        if len(source.pages) > 1 or page.name:
            yield f"~~~ {page.number} {page.name or ''}{' hidden' if page.hidden else ''}".rstrip()
        for block in page.blocks:
            yield from _block(block, "")
    for one in source.notices:
        yield f"! {one.code} {_at(one.place)} {dict(one.details)}"


def _at(place: Place | None) -> str:
    if place is None:
        return ""
    facts = (place.sheet, place.cell, place.line, place.page and f"p{place.page}")
    return " ".join(str(fact) for fact in facts if fact is not None)


def _block(block: Block, indent: str) -> Iterator[str]:
    if not isinstance(block, Table):
        style = f"{block.style}{block.level or ''}"
        yield f"{indent}{style} [{_at(block.place)}] {block.text}".replace("\n", "／")
        return
    yield f"{indent}table {block.rows} x {block.columns} [{_at(block.place)}]"
    for row in range(block.rows):
        yield f"{indent}  {' | '.join(map(_cell, block.row(row)))}".rstrip()
    for at, tables in sorted(block.inner.items()):
        for one in tables:
            yield f"{indent}  in {at[0]}.{at[1]}:"
            yield from _block(one, f"{indent}    ")


def _cell(cell: Cell) -> str:
    across = f">{cell.column_span}" if cell.column_span > 1 else ""
    down = f"v{cell.row_span}" if cell.row_span > 1 else ""
    value = f" ={cell.value!r}{'%' * cell.percent}" if cell.value is not None else ""
    return f"{cell.column}{across}{down} {cell.text}{value} [{_at(cell.place)}]".replace("\n", "／")


def main() -> None:
    """Write what is read of each source."""
    texts = [f"=== {name}\n{source}\n=>\n{read(name, source)}\n\n" for name, source, _ in cases()]
    FILE.write_text("".join(texts).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
