"""Every reader takes time in proportion to its input: four times the input never takes sixteen.

Each public reader gets a piece repeated within one text, and many entries with a short one.
Processor time is measured, so that a loaded machine does not fail the test, minus the time that
the same reader takes for almost nothing.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import openpyxl
import pytest

import keikaku
from benchmarks.fuzz_doors import LIST, home
from keikaku.cli.main import run
from tests.extent import LONG
from tests.loaders.hoshimi import FRONT, page, tree
from tests.loaders.readers.test_hostile import document, packed, pdf
from tests.makers.printed import Grid, Line, Slot
from tests.makers.web import make_web
from tests.workshop import forms

LETTERS = 2_000
ENTRIES = 25
SLACK = 0.15  # seconds, for what a machine does besides
PIECES = ("1 ", "[", "　", "の改善、")
MORE = (
    "窓",
    "\n",
    "→",
    "（",
    "・件数 5件 ",
    "※",
    "5~",
    "令和8年度 ",
    "計画及び",
    "/",
    "-",
    "A ",
    "🌊",
)
HEADS = ("番号", "事業名", "所管課", "指標名", "目標値", "令和8年度", "根拠法令")


class Reader(NamedTuple):
    """A reader: its command, and how to write its input.

    In ``words``, ``IN`` is the file or the text, ``PLAN`` and ``GRAPH`` sound files of a small
    city. ``write(path, text, entries)`` writes so many entries which hold the text.
    """

    words: str
    suffix: str
    write: Callable[[Path, str, int], object]
    letters: int = LETTERS
    entries: int = ENTRIES


def _text(path: Path, text: str, entries: int) -> None:
    titles = [f"{n} の{text}" for n in range(entries)]
    pages = (page(title, says=text, action=text, target=f"・件数 {text} 5件") for title in titles)
    path.write_text("\n".join([FRONT, tree(*titles), *pages]), encoding="utf-8")


def _rows(text: str, entries: int) -> list[list[str]]:
    sound = ["0", "窓口の改善", "市民課", "待ち時間", "5分以内", "○", "民法"]
    odd = [[str(n + 1), *[text] * (len(HEADS) - 1)] for n in range(entries)]
    return [[*HEADS], sound, *odd]


def _csv(path: Path, text: str, entries: int) -> None:
    quoted = text.replace('"', '""')
    lines = (",".join(f'"{cell}"' for cell in row) for row in _rows(quoted, entries))
    path.write_text("\n".join(lines), encoding="utf-8")


def _excel(path: Path, text: str, entries: int) -> None:
    book = openpyxl.Workbook()
    for row in _rows(text, entries):
        book.worksheets[0].append(row)
    book.save(path)


def _printed(text: str, entries: int) -> list[Line | Grid]:
    rows = [
        [Slot(cell, head=at == 0) for cell in row] for at, row in enumerate(_rows(text, entries))
    ]
    return [Line("星見市 行政改革プラン", 1), Line(text), Grid([1] * len(HEADS), rows)]


def _word(path: Path, text: str, entries: int) -> None:
    """By hand: a library takes longer to write a large table than we to read it."""

    def written(words: str) -> str:
        return f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'

    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{written(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in _rows(text, entries)
    )
    body = f"{written(text)}<w:tbl>{rows}</w:tbl>"
    packed(path, {"word/document.xml": document(body.encode())})


def _web(path: Path, text: str, entries: int) -> None:
    make_web(_printed(text, entries), path)


def _pdf(path: Path, text: str, entries: int) -> None:
    """Lines of a page within boxes; the fonts that every reader has know no kanji."""
    plain = "".join(letter if letter in "1 A-/[" else "a" for letter in text)
    lines = (
        f"40 {800 - 9 * n % 760} 500 9 re S BT /F1 6 Tf 42 {802 - 9 * n % 760} Td ({plain}) Tj ET"
        for n in range(entries)
    )
    pdf(path, "\n".join(lines).encode())


def _graph(path: Path, text: str, entries: int) -> None:
    held = json.loads((home() / "graph.json").read_text(encoding="utf-8"))
    sound = next(node for node in held["nodes"] if node["kind"] == "Plan")
    parent = next(edge for edge in held["edges"] if edge["target"] == sound["id"])
    for n in range(entries):
        more = {"id": f"hoshimi/plan/9-9-{n}", "number": f"9-9-{n}", "title": text, "label": text}
        held["nodes"].append(sound | more | {"overview": text})
        held["edges"].append(parent | {"target": more["id"]})
    path.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


def _yaml(head: str, entry: str) -> Callable[[Path, str, int], None]:
    """Write a head and entries, in which TEXT is the text, quoted, and N the place."""

    def write(path: Path, text: str, entries: int) -> None:
        quoted = json.dumps(text, ensure_ascii=False)
        rows = [entry.replace("TEXT", quoted).replace("N", str(n)) for n in range(entries)]
        path.write_text("\n".join([head, *rows]), encoding="utf-8")

    return write


def _layout(path: Path, text: str, entries: int) -> None:
    sound = LIST.read_text(encoding="utf-8").rstrip()
    _yaml(sound, "  - {label: [TEXT, 見出しN], means: skip, why: TEXT}")(path, text, entries)


def _form(path: Path, text: str, entries: int) -> None:
    book = openpyxl.load_workbook(home() / "form.xlsx")
    forms.answer(book, "1-1-1", decision=text, reason=text, new_target=text)
    for place in range(1, min(entries, 10)):
        forms.add(book, place, decision="新規", reason=text, new_target=text)
    book.save(path)


def _progress(path: Path, text: str, entries: int) -> None:
    book = openpyxl.load_workbook(home() / "progress.xlsx")
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows(min_row=2, max_row=1 + entries):
            for cell in row:
                if not isinstance(cell, openpyxl.cell.cell.MergedCell):
                    cell.value = cell.value or text
    book.save(path)


def _progress_csv(path: Path, text: str, entries: int) -> None:
    head, *rows = (home() / "progress.csv").read_text(encoding="utf-8-sig").splitlines()
    said = '"' + text.replace('"', '""') + '"'
    filled = [",".join([row.rstrip(","), "", "", said, said, said]) for row in rows * entries]
    path.write_text("\n".join([head, *filled]), encoding="utf-8-sig")


def _corrections(path: Path, text: str, entries: int) -> None:
    """The first is of a plan that is there, and says what it was."""
    head = "keikaku-corrections: 1\ndocument: hoshimi\ncorrections:"
    _yaml(head, _CORRECTION)(path, text, entries)
    file = path.read_text(encoding="utf-8")
    path.write_text(file.replace("plan: 9-9-0,", "plan: 1-1-1,"), encoding="utf-8")


def _changes(path: Path, text: str, entries: int) -> None:
    """A department is renamed again and again."""
    names = ["市民課", *(f"第{n}{text}課" for n in range(entries))]
    rows = [
        f"- {{rename: {json.dumps(old)}, to: {json.dumps(new)}, note: {json.dumps(text)}}}"
        for old, new in itertools.pairwise(names)
    ]
    path.write_text("\n".join(["keikaku-changes: 1", "changes:", *rows]), encoding="utf-8")


def _sentence(path: Path, text: str, entries: int) -> None:
    path.write_text("、".join([f"{text}の計画は？"] * entries), encoding="utf-8")


def _condition(path: Path, text: str, entries: int) -> None:
    one = f"'{text}' in 本文"
    path.write_text(" or ".join([one] * entries), encoding="utf-8")


_CORRECTION = """\
  - set: {plan: 9-9-N, title: TEXT}
    who: 企画課
    why: TEXT
    when: 2030-04-10"""
_DECIDED = """\
- title: 計画N TEXT
  state: decided
  decision: new
  said:
  - {by: 全体, file: TEXT, cell: TEXT, decision: new, reason: TEXT}"""

READERS = {
    "text": Reader("load IN --out OUT", "-plan.txt", _text),
    "csv": Reader("load IN --out OUT", ".csv", _csv),
    "workbook": Reader("load IN --out OUT", ".xlsx", _excel),
    "word": Reader("load IN --out OUT", ".docx", _word),
    "html": Reader("load IN --out OUT", ".html", _web),
    "pdf": Reader("load IN --out OUT", ".pdf", _pdf),
    "proposed-layout": Reader("layout IN", ".csv", _csv),
    "graph": Reader("plans --graph IN", ".json", _graph),
    "layout": Reader("load PLAN --layout IN --out OUT", ".yaml", _layout),
    "themes": Reader(
        "load PLAN --themes IN --out OUT",
        ".yaml",
        _yaml("themes:", "  - {name: テーマN, words: [TEXT, 語N], near: {窓口: [TEXT]}}"),
    ),
    "corrections": Reader("load PLAN --corrections IN --out OUT", ".yaml", _corrections),
    "changes": Reader("whatif --changes IN --graph GRAPH", ".yaml", _changes),
    "decisions": Reader(
        "workshop next IN --graph GRAPH --gaps continue --out OUT",
        ".yaml",
        _yaml("keikaku-decisions: 1\ndocument: hoshimi\nplans: []\nnew:", _DECIDED),
    ),
    "form": Reader("workshop read IN --graph GRAPH --out OUT", ".xlsx", _form),
    "progress": Reader("progress IN --graph GRAPH", ".xlsx", _progress),
    "progress-csv": Reader("progress IN --graph GRAPH", ".csv", _progress_csv),
    "find": Reader("find --where TEXT --graph GRAPH", ".txt", _condition),
    "ask": Reader("ask TEXT --graph GRAPH", ".txt", _sentence, letters=70, entries=8),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("growth")


def seconds(name: str, desk: Path, text: str, entries: int) -> float:
    """Processor time of a reader, whether it answers or refuses; the better of two runs."""
    reader = READERS[name]
    source = desk / f"hoshimi{reader.suffix}"
    reader.write(source, text, entries)
    places = {"IN": source, "PLAN": home() / "hoshimi-plan.txt", "GRAPH": home() / "graph.json"}
    places["OUT"] = desk / ("out.yaml" if "read" in reader.words else "out.json")
    words = [str(places.get(word, word)) for word in reader.words.split()]
    if "TEXT" in words:
        words[words.index("TEXT")] = source.read_text(encoding="utf-8")
    return min(_once(words), _once(words))


def _once(words: list[str]) -> float:
    nowhere = io.StringIO()
    began = time.process_time()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        assert run(words) in {0, 1, 2}
    return time.process_time() - began


def grows_too_fast(measure: Callable[[int], float], size: int) -> tuple[float, ...] | None:
    """Return the times for nothing, a size and four times the size, if they grow too fast."""
    nothing, few, many = (measure(each) for each in (1, size, 4 * size))
    return (nothing, few, many) if many - nothing > 8 * max(few - nothing, 0) + SLACK else None


def pieces(name: str) -> tuple[str, ...]:
    """The pieces to repeat for a reader: two of them in turn, or all of them and more."""
    turn = [*READERS, "values"].index(name)
    return PIECES + MORE if LONG else (PIECES[turn % 4], PIECES[(turn + 1) % 4])


@pytest.mark.parametrize("name", READERS)
def test_a_text_four_times_as_long_takes_no_sixteen_times(name: str, desk: Path) -> None:
    seconds(name, desk, "窓口", 1)  # what is imported first is not counted
    for piece in pieces(name):
        size = READERS[name].letters // len(piece)
        slow = grows_too_fast(lambda n, p=piece: seconds(name, desk, p * n, 1), size)  # type: ignore[misc]
        assert slow is None, (piece, slow)


@pytest.mark.parametrize("name", READERS)
def test_four_times_the_entries_take_no_sixteen_times(name: str, desk: Path) -> None:
    seconds(name, desk, "窓口", 1)
    slow = grows_too_fast(lambda n: seconds(name, desk, "窓口の改善", n), READERS[name].entries)
    assert slow is None, slow


def test_values_of_a_text_four_times_as_long_take_no_sixteen_times() -> None:
    def read(n: int, piece: str) -> float:
        began = time.process_time()
        keikaku.values(piece * n)
        return time.process_time() - began

    for piece in (*PIECES, *MORE, "5件", "▲5", "累計", "(5件)", "3兆"):
        slow = grows_too_fast(lambda n, p=piece: read(n, p), 4 * LETTERS)  # type: ignore[misc]
        assert slow is None, (piece, slow)
