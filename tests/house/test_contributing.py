"""The steps of CONTRIBUTING.md, taken in a copy of the tree: what they promise is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.link_tree import ROOMS, ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

PARAMETER = """\
    Parameter(
        "channel",
        Text("情報公開", "channel"),
        Text("公開する場所", "where it is disclosed"),
        Text("名称", "CHANNEL"),
        kind="Channel",
    ),
    Parameter(
        "year","""
KIND = 'Kind("Venue", "a place", "会場", (NAME,), shared=True),\n    Kind("Partner",'
READER = """\
from keikaku.loaders.readers.blocks import Page, Paragraph, Place, Source


def read_note(path, data):
    text = data.decode().removeprefix("NOTE ").strip()
    return Source(path.name, "note", (Page(1, (Paragraph(text, Place(line=1)),)),), "0")
"""
KNOWN_BY = """\
    if data.startswith(b"NOTE "):
        from keikaku.loaders.readers.note_file import read_note

        return read_note(path, data)
    if PDF in"""
FINDING = """

class TargetTooOld(FindingKind):
    \"\"\"A target is of a year long past.\"\"\"

    code = "target-too-old"
    severity = "info"
    title = Text("古い目標値", "Old target")
    template = Text("計画{plan}の目標値は古い年度のものです。", "The target of {plan} is old.")
    suggestion = Text("年度をご確認ください。", "Check the year.")
    details = ("plan",)
"""
PROMISED = """\
import json, sys
from pathlib import Path

import keikaku
from keikaku.cli.app import invoked
from keikaku.graph import graph_schema, model_reference
from keikaku.graph.findings import FINDINGS, TargetTooOld, findings_reference
from keikaku.loaders.readers import read_source
from keikaku.queries import answer_schema

graph = keikaku.read()
note = Path(sys.argv[1])
note.write_bytes(b"NOTE \\xe8\\xa8\\x88\\xe7\\x94\\xbb\\n")
answer = keikaku.plans(graph, channel="市ウェブサイト")
print(json.dumps({
    "plans of a channel": len(answer),
    "command": invoked(["plans", "--channel", "市ウェブサイト", "--format", "csv"], "ja").text[:20],
    "sentence": keikaku.ask(graph, "市ウェブサイトの計画").command,
    "rows of the question": len(keikaku.towns(graph)) == len(keikaku.guidelines(graph)),
    "its table": "計画数" in invoked(["towns"], "ja").text,
    "answer schema": {"channel", "TownsRow"} <= set(answer_schema.text().split('"')),
    "kind": "Venue" in graph_schema.text() and "会場" in model_reference.page(),
    "reader": [block.text for block in read_source(note).pages[0].blocks],
    "finding": "target-too-old" in FINDINGS and "古い目標値" in findings_reference.page(),
}))
"""


class Copy:
    """A copy of the tree that is changed as a section of the guide says."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.touched: dict[str, set[str]] = {}

    def edit(self, section: str, path: str, old: str, new: str) -> None:
        """Put new text in place of old, once, in a file that the section names."""
        self.touched.setdefault(section, set()).add(path)
        file = self.package / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) >= 1, (path, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, section: str, path: str, text: str) -> None:
        """Add a file to a folder that the section names."""
        self.touched.setdefault(section, set()).add(str(Path(path).parent))
        (self.package / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    package = tmp_path_factory.mktemp("tree") / "keikaku"
    shutil.copytree(ROOT / "keikaku", package)
    for room in ROOMS:
        shutil.copytree(ROOT / room, package / room, ignore=shutil.ignore_patterns("__pycache__"))
    made = Copy(package)
    _add_parameter(made)
    _add_question(made)
    _add_kind(made)
    _add_reader(made)
    _add_finding(made)
    return made


def _add_parameter(copy: Copy) -> None:
    section = "a parameter to a question"
    old = '    Parameter(\n        "year",'
    copy.edit(section, "queries/plans/declaration.py", old, PARAMETER)
    old = '    "partner": of_name('
    new = f'    "channel": of_name("disclosure"),\n{old}'
    copy.edit(section, "queries/plans/filters.py", old, new)
    old = "    year: str | int | Sequence[str | int] | None = None,\n"
    new = f"    channel: str | Sequence[str] | None = None,\n{old}"
    copy.edit(section, "queries/plans/answer.py", old, new)


def _add_question(copy: Copy) -> None:
    section = "a question"
    source, view = copy.package / "queries" / "guidelines", copy.package / "cli" / "views"
    (copy.package / "queries" / "towns").mkdir()
    for path in source.glob("*.py"):
        copy.add(section, f"queries/towns/{path.name}", _renamed(path))
    copy.add(section, "cli/views/towns_view.py", _renamed(view / "guidelines_view.py"))
    copy.edit(
        section,
        "queries/registry.py",
        '("themes", "guidelines",',
        '("themes", "guidelines", "towns",',
    )


def _renamed(path: Path) -> str:
    """Return the module of ``guidelines`` as one of ``towns``."""
    text = path.read_text(encoding="utf-8").replace("GuidelineRow", "TownsRow")
    return re.sub(
        r'queries\.guidelines|"guidelines"', lambda m: m[0].replace("guidelines", "towns"), text
    )


def _add_kind(copy: Copy) -> None:
    section = "a kind of node, a relation, a fact"
    copy.edit(section, "graph/shared_kinds.py", 'Kind("Partner",', KIND)


def _add_reader(copy: Copy) -> None:
    copy.add("a reader of a format", "loaders/readers/note_file.py", READER)
    section = "a reader of a format"
    copy.edit(section, "loaders/readers/__init__.py", "    if PDF in", KNOWN_BY)


def _add_finding(copy: Copy) -> None:
    section, path = "a finding", "graph/findings/target_findings.py"
    text = (copy.package / path).read_text(encoding="utf-8")
    copy.edit(section, path, text, text + FINDING)
    name = "from keikaku.graph.findings.target_findings import ("
    copy.edit(section, "graph/findings/__init__.py", name, f"{name}\n    TargetTooOld,")


def _section(title: str) -> str:
    return GUIDE.partition(f"### {title}\n")[2].partition("\n### ")[0].partition("\n## ")[0]


def test_the_guide_names_every_place_that_a_step_touches(copy: Copy) -> None:
    places = {"queries/towns": "queries/<question>/", "cli/views": "cli/views/<question>_view.py"}
    missing = [
        (section, path)
        for section, paths in copy.touched.items()
        for path in paths
        if places.get(path, path) not in _section(section)
    ]
    assert missing == []
    assert len(copy.touched) == 5


def test_what_the_steps_promise_is_there(copy: Copy, tmp_path: Path) -> None:
    script = tmp_path / "promised.py"
    script.write_text(PROMISED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(copy.package.parent), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-S", "-c", _RUN, str(script), str(tmp_path / "note.txt")],
        check=False, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    promised = json.loads(ran.stdout)
    assert promised.pop("plans of a channel") > 0
    assert promised.pop("command").startswith("\ufeff計画書,番号")
    assert promised.pop("sentence") == "keikaku plans --channel 市ウェブサイト"
    assert promised.pop("reader") == ["計画"]
    assert {name for name, is_there in promised.items() if not is_there} == set()


_RUN = f"""\
import runpy, sys
sys.path += {[path for path in sys.path if path.endswith("site-packages")]!r}
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""Run a script with the copy before what is installed, whose import hook would win."""
