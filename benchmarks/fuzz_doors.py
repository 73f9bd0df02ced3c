"""Throw damaged files at every door: `python -m benchmarks.fuzz_doors [--count 3000] [DOOR …]`.

A door is a command that takes a file from people: a workbook, CSV, Word, HTML, a graph, a filled-in
form, actual values, decisions, corrections, changes, themes, a layout. Each is run in this process,
so many times; it answers or refuses in words within :data:`SECONDS` of processor time, and what it
writes is whole or not there. Exits 1 if one did not; what failed is kept as a file.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import openpyxl

import keikaku
from benchmarks.fuzz import GIVE_UP, Outcome, allow, where
from keikaku.cli.main import run
from keikaku.graph import jsonfile
from keikaku.graph.errors import KeikakuError
from keikaku.workshop import decisions as decided
from keikaku.workshop.collecting import collect
from tests.generator.mutate_files import damaged
from tests.loaders.hoshimi import FRONT, page, tree
from tests.workshop import forms

SECONDS = 5.0
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BOOK, LIST = EXAMPLES / "soyokaze-2026-book.xlsx", EXAMPLES / "soyokaze-2026-layout.yaml"
WORD = EXAMPLES / "hibarino-2026-forms.docx"
PLAN = "\n".join(
    [FRONT, tree("窓口の改善", "納付の推進"), page("窓口の改善"), page("納付の推進", "②")]
)


class Door(NamedTuple):
    """A command with a file: how the file ends and is damaged, and files that it takes.

    In ``words``, ``IN`` is the damaged file, ``OUT`` what it writes, ``PLAN`` and ``GRAPH`` sound
    files of one small city.
    """

    suffix: str
    sort: str
    words: str
    seeds: Callable[[], list[bytes]]


@cache
def home() -> Path:
    """Return a folder with the sound files of the small city, its forms and decisions."""
    folder = Path(tempfile.mkdtemp(prefix="keikaku-fuzz-doors-"))
    (folder / "hoshimi-plan.txt").write_text(PLAN, encoding="utf-8")
    graph = keikaku.load(folder / "hoshimi-plan.txt")
    jsonfile.write(folder / "graph.json", graph)
    keikaku.progress_form(graph, folder / "progress.xlsx")
    keikaku.progress_form(graph, folder / "progress.csv")
    blank = forms.blank(folder / "form.xlsx", graph, "hoshimi", None)
    book = openpyxl.load_workbook(blank)
    forms.answer(book, "1-1-1", decision="見直し", reason="利用が伸びない", new_target="60%")
    forms.answer(book, "1-1-2", decision="継続", reason="順調")
    book.save(folder / "filled.xlsx")
    rows = openpyxl.Workbook()
    for row in _ROWS.splitlines():
        rows.worksheets[0].append(row.split(","))
    rows.save(folder / "list.xlsx")
    collect(graph, [folder / "filled.xlsx"], out=folder / "decisions.yaml")
    return folder


def _made(*names: str) -> Callable[[], list[bytes]]:
    return lambda: [(home() / name).read_bytes() for name in names]


def _kept(*paths: Path) -> Callable[[], list[bytes]]:
    return lambda: [path.read_bytes() for path in paths]


def _texts(*texts: str) -> Callable[[], list[bytes]]:
    return lambda: [text.encode() for text in texts]


_ROWS = """\
番号,事業名,所管課,指標名,目標値,令和8年度
1,窓口の改善,市民課,待ち時間,5分以内,○
2,納付,収納課,率,9%,→
"""
_CORRECTIONS = """\
keikaku-corrections: 1
document: hoshimi
corrections:
  - set: {plan: 1-1-1, title: 窓口の見直し, was: 窓口の改善}
    who: 企画課
    why: 表紙のとおり
    when: 2030-04-10
  - set: {plan: 1-1-2, marks: {キャッシュレス: ○, ペーパーレス: なし}}
    who: 企画課
    why: 原本
    when: 2030-04-10
"""
_THEMES = """\
themes:
  - name: 防災
    words: [防災, 減災]
    near: {窓口: [混雑]}
  - name: 子育て
    group: 福祉
    same: [こども]
    exclude: [こどもの日]
"""
_CHANGES = """\
keikaku-changes: 1
changes:
- {rename: 市民課, to: 窓口課, note: 部の再編}
- drop-plan: 1-1-2
"""
_HTML = (
    "<html><body><h1>星見市 行政改革プラン</h1><table><tr><th>番号</th><th>事業名</th>"
    "<th>所管課</th><th>目標値</th></tr><tr><td>1</td><td>窓口の改善</td><td>市民課</td><td>5分以内</td></tr>"
    "<tr><td>2</td><td>納付</td><td>収納課</td><td>9%</td></tr></table></body></html>"
)

DOORS: dict[str, Door] = {
    "text": Door("-plan.txt", "html", "load IN --out OUT", _texts(PLAN)),
    "list": Door(".xlsx", "zip", "load IN --out OUT", _made("list.xlsx")),
    "book": Door(".xlsx", "zip", "load IN --layout LAYOUT --out OUT", _kept(BOOK)),
    "csv": Door(".csv", "csv", "load IN --out OUT", _texts(_ROWS)),
    "html": Door(".html", "html", "load IN --out OUT", _texts(_HTML)),
    "word": Door(".docx", "zip", "load IN --out OUT", _kept(WORD)),
    "graph": Door(".json", "json", "plans --graph IN", _made("graph.json")),
    "themes": Door(".yaml", "yaml", "load PLAN --themes IN --out OUT", _texts(_THEMES)),
    "corrections": Door(
        ".yaml", "yaml", "load PLAN --corrections IN --out OUT", _texts(_CORRECTIONS)
    ),
    "layout": Door(".yaml", "yaml", "load PLAN --layout IN --out OUT", _kept(LIST)),
    "changes": Door(".yaml", "yaml", "whatif --changes IN --graph GRAPH", _texts(_CHANGES)),
    "decisions": Door(
        ".yaml", "yaml", "workshop next IN --graph GRAPH --out OUT", _made("decisions.yaml")
    ),
    "form": Door(".xlsx", "zip", "workshop read IN --graph GRAPH --out OUT", _made("filled.xlsx")),
    "progress": Door(".xlsx", "zip", "progress IN --graph GRAPH", _made("progress.xlsx")),
    "progress-csv": Door(".csv", "csv", "progress IN --graph GRAPH", _made("progress.csv")),
}


def _words(door: Door, source: Path, out: Path) -> list[str]:
    places = {
        "IN": str(source),
        "OUT": str(out),
        "PLAN": str(home() / "hoshimi-plan.txt"),
        "LAYOUT": str(LIST),
        "GRAPH": str(home() / "graph.json"),
    }
    return [places.get(word, word) for word in door.words.split()]


def _half_written(folder: Path, source: Path, out: Path, code: int) -> str:
    """Return what is wrong with what lies in the folder after a run; empty if nothing is."""
    others = {path.name for path in folder.iterdir()} - {source.name, out.name}
    if others:
        return f"left behind: {sorted(others)}"
    if not out.exists():
        return ""
    if code == KeikakuError.exit_code:
        return "refused, and yet written"
    if out.suffix == ".json":
        json.loads(out.read_bytes())
    else:
        decided.read(out)
    return ""


def attempt(name: str, seed: int, folder: Path) -> Outcome:
    """Run a command once with a damaged file; see the module for what must hold."""
    door = DOORS[name]
    sound = door.seeds()
    data = damaged(door.sort, sound[seed % len(sound)], seed)
    here = folder / f"{name}-{seed}"
    here.mkdir()
    source = here / f"damaged{door.suffix}"
    source.write_bytes(data)
    out = here / ("out.yaml" if "read" in door.words else "out.json")
    kind, trace = "answered", ""
    began = time.process_time()
    allow(GIVE_UP)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = run(_words(door, source, out))
        seconds = time.process_time() - began
        kind = "refused" if code == KeikakuError.exit_code else "answered"
        trace = _half_written(here, source, out, code)
        kind = "half written" if trace else kind
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what we look for)
        seconds = time.process_time() - began
        kind, trace = type(error).__name__, traceback.format_exc()
    finally:
        allow(0)
    if seconds > SECONDS:
        kind = "too slow"
    outcome = Outcome(seed, kind, seconds, len(data), trace)
    if kind in {"answered", "refused"}:
        for path in here.iterdir():
            path.unlink()
        here.rmdir()
    return outcome


def failures(name: str, seeds: range, folder: Path) -> tuple[Counter[str], list[Outcome]]:
    """Return how often a door had each outcome, and the outcomes that are failures."""
    kinds: Counter[str] = Counter()
    wrong = []
    before = os.environ.get("KEIKAKU_DEBUG")
    os.environ["KEIKAKU_DEBUG"] = "1"  # what is not foreseen comes out as it is
    try:
        for seed in seeds:
            outcome = attempt(name, seed, folder)
            kinds[outcome.kind] += 1
            if outcome.kind not in {"answered", "refused"}:
                wrong.append(outcome)
    finally:
        os.environ.pop("KEIKAKU_DEBUG")
        if before is not None:
            os.environ["KEIKAKU_DEBUG"] = before
    return kinds, wrong


def main(arguments: list[str] | None = None) -> int:
    """Run the doors, each so many times; return 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.fuzz_doors")
    parser.add_argument("doors", nargs="*", metavar="DOOR", help=", ".join(DOORS))
    parser.add_argument("--count", type=int, default=3_000, help="files for each door")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="keikaku-fuzz-"))
    failed = 0
    for name in options.doors or DOORS:
        began = time.process_time()
        kinds, wrong = failures(name, range(options.first, options.first + options.count), folder)
        seconds = time.process_time() - began
        print(f"{name}: {kinds.total()} files, {seconds:.0f} s, {dict(kinds)}", flush=True)
        for place, count in Counter(map(where, wrong)).most_common():
            seed = next(one.seed for one in wrong if where(one) == place)
            print(f"  {count} x {place} (seed {seed})", flush=True)
        failed += len(wrong)
    print(f"{failed} failures" + (f", kept in {folder}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
