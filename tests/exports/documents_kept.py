"""What is written of the example plan, kept word for word: documents, workbooks, tables.

`python -m tests.exports.documents_kept` writes them anew, after a change that is meant: look at
the difference before you keep it.
"""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path

from keikaku.cli.main import run
from tests.kept_texts import write_texts
from tests.workshop.papers_kept import EXAMPLES, cells_of, page_of

FOLDER = Path(__file__).with_name("documents_kept")
TODAY = "2028-07-01"
PLAN = EXAMPLES / "midorino-2026-plan.txt"
WRITTEN: dict[str, str] = {
    "plan.md": "export OUT",
    "findings.xlsx": f"check {PLAN} --out OUT",
    "findings-en.xlsx": f"check {PLAN} --lang en --out OUT",
    "template.xlsx": "template --out OUT",
    "template-en.xlsx": "template --lang en --out OUT",
    "department.html": "department 納税課 --out OUT",
    "report.html": f"report --progress {EXAMPLES / 'midorino-2026-progress.csv'} --out OUT",
    "indicators.xlsx": "indicators --out OUT",
    "plans.xlsx": "plans --theme キャッシュレス --lang en --out OUT",
}
"""What the command line writes, and how it is asked."""


def said(name: str, folder: Path) -> str:
    """Return what a file says, a block or a cell a line; it is written in the folder itself."""
    out = Path(name)
    with chdir(folder):
        assert run(["load", str(PLAN), "--out", "graph.json"]) == 0
        os.environ["KEIKAKU_GRAPH"] = "graph.json"
        assert run([name if word == "OUT" else word for word in WRITTEN[name].split()]) == 0
        if out.suffix == ".xlsx":
            return "".join(f"{line}\n" for line in cells_of(out))
        text = page_of(out) if out.suffix == ".html" else out.read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def main() -> None:
    """Write what each file says."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    write_texts(FOLDER, WRITTEN, said)


if __name__ == "__main__":
    main()
