"""What is written of a plan that holds every fact, and of every block of a document, kept.

`python -m tests.exports.full_documents_kept` writes it anew, after a change that is meant: look at
the difference before you keep it.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterable
from contextlib import chdir
from pathlib import Path
from zipfile import ZipFile

import keikaku
from keikaku.cli.main import run
from keikaku.exports.documents import html_document, word_document
from keikaku.exports.documents.document_blocks import (
    Bars,
    Block,
    Bullets,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)
from keikaku.graph import network
from tests.cli.full_transcripts import PROGRESS
from tests.graph.graphs import small
from tests.kept_texts import write_texts
from tests.makers.full_city import later_city, records
from tests.queries.deep_plan import deep
from tests.workshop.papers_kept import cells_of

FOLDER = Path(__file__).with_name("full_documents_kept")
TODAY = "2027-07-01"
BLOCKS: list[Block] = [
    Heading(1, "題名"),
    Paragraph("はじめに\n二行目", "lead"),
    Contents([("a", "一"), ("b", "二"), ("c", "三 <&>")]),
    Heading(2, "章", "a"),
    Bullets(["一つ目", "二つ目\n続き"]),
    Bullets([]),
    PageBreak(),
    Table(["番号", "名称"], [["1", "窓口"], ["", Shaded("3", 0.5)]], [1, 3], empty_rows=2),
    Paragraph("注記", "note"),
    PageBreak(),
    Heading(3, "節"),
    Table(["", ""], [["か", "き"], [Shaded("濃い", 2.0), Shaded("無", 0.0)]], [2, 2], centred=True),
    Bars(["済", "未"], [("情報課", [2, 1]), ("窓口課", [0.5, 0])], "取組"),
    Bars(["済"], [("無い", [0])], "色", ["#112233"]),
    Bars([], [], "空"),
    Paragraph("終わり", "fact"),
    Paragraph("普通"),
]
"""Every block of a document, as the first of a page and behind a heading too."""

WRITTEN: dict[str, str] = {
    "plan.md": "export OUT",
    "plan-en.md": "export OUT --lang en",
    "deep.md": "export OUT --graph deep.json",
    "plan.xlsx": "export OUT",
    "small.gexf": "export OUT --graph small.json",
    "small.graphml": "export OUT --graph small.json",
    "tables/": "export OUT",
    "tables-en/": "export OUT --lang en",
    "department.html": "department 情報課 --out OUT",
    "department-en.html": "department 証明係 --out OUT --lang en",
    "findings.xlsx": "check --settled --out OUT",
    "answer-plan.xlsx": "plan 1-1 --out OUT",
    "answer-themes.xlsx": "themes --matrix goals --out OUT",
    "answer-indicators.xlsx": "indicators --out OUT --lang en",
    "answer-workload.xlsx": "workload --by year --out OUT",
    "answer-find.md": "find 計画 --where 'テーマ=DX or 所管課=窓口課' --out OUT",
    "answer-departments.xlsx": "departments 情報課 --out OUT",
    "answer-compare.xlsx": "compare full.json later.json --out OUT",
    "answer-impact.md": "impact 情報課 --out OUT",
    "form.xlsx": "progress progress.csv --template --out OUT",
    "form-en.xlsx": "progress --template --department 証明係 --lang en --out OUT",
    "report.html": "report --progress progress.csv --out OUT",
    "report-en.html": "report --out OUT --lang en",
    "site/": "site --out OUT",
    "site-en/": "site --public --lang en --out OUT",
    "pack/": "workshop pack --progress progress.csv --due 2027-08-31 --contact 改革係 --out OUT",
    "pack-en/": "workshop pack --department 証明係 --lang en --out OUT",
}
"""What the command line writes, and how it is asked."""

DIRECT: dict[str, Callable[[], bytes]] = {
    "blocks.docx": lambda: word_document.as_bytes("題名", BLOCKS),
    "blocks.html": lambda: html_document.render("題名", BLOCKS, "ja").encode(),
}
NAMES = (*WRITTEN, *DIRECT)
_OWN_STYLES = ("Normal", "Heading1", "Heading2", "Heading3", "Footer")


def file_of(name: str) -> str:
    """Return the name of the file that keeps what is said of a name."""
    return f"{name.replace('/', '-folder')}.txt"


def said(name: str, folder: Path) -> str:
    """Return what a file, or the files of a folder, say; they are written in a folder of theirs."""
    out = Path(name)
    with chdir(folder):
        if name in DIRECT:
            out.write_bytes(DIRECT[name]())
            return content(out)
        keikaku.write(network.from_records(records()), Path("full.json"))
        keikaku.write(network.from_records(small()), Path("small.json"))
        keikaku.write(later_city(), Path("later.json"))
        keikaku.write(network.from_records(deep()), Path("deep.json"))
        Path("progress.csv").write_text(PROGRESS, encoding="utf-8")
        os.environ["KEIKAKU_GRAPH"] = "full.json"
        assert run([name if word == "OUT" else word for word in shlex.split(WRITTEN[name])]) == 0
        if not out.is_dir():
            return content(out)
        files = (path for path in sorted(out.rglob("*")) if path.is_file())
        kept = (path for path in files if path.suffix in {".html", ".xlsx", ".csv"})
        return "".join(
            f"== {path.as_posix()}\n{content(path)}" for path in kept if path.name != "map.html"
        )


def content(path: Path) -> str:
    """Return what a file says, a block, an element or a cell a line."""
    if path.suffix == ".xlsx":
        return "".join(f"{line}\n" for line in cells_of(path))
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            return lines_of(_word_parts(parts))
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    if path.suffix == ".html":
        text = re.sub(r"<(style|script)\b.*?</\1>", r"<\1>", text, flags=re.DOTALL)
        text = re.sub(r"sha256-[^&]+", "sha256-", text)
        return lines_of([text])
    return text


def _word_parts(parts: ZipFile) -> Iterable[str]:
    for name in ("word/document.xml", "word/footer1.xml", "docProps/core.xml"):
        yield re.sub(r' (?:xmlns|mc):\w+="[^"]*"', "", parts.read(name).decode())
    styles = parts.read("word/styles.xml").decode()
    for style in re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL):
        if any(f'w:styleId="{name}"' in style for name in _OWN_STYLES):
            yield style


def lines_of(texts: Iterable[str]) -> str:
    """Return marked up texts, the elements of a block on one line."""
    whole = "\n".join(" ".join(text.split()) for text in texts)
    block = (
        r"(?=<(?:w:(?:p|tbl|tr|tc|style|sectPr|pPr|rPr)|h\d|p|tr|ul|li|table|div|nav|svg|g)[ >])"
    )
    return re.sub(block, "\n", whole).replace("\n\n", "\n") + "\n"


def main() -> None:
    """Write what each file says."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    write_texts(FOLDER, (file_of(name).removesuffix(".txt") for name in NAMES), _by_file)


def _by_file(file: str, folder: Path) -> str:
    return said(file.replace("-folder", "/"), folder)


if __name__ == "__main__":
    main()
