"""What the command line prints for a city that does not exist, kept word for word.

`python -m tests.cli.transcripts` writes it anew, after a change that is meant: look at the
difference before you keep it.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from keikaku.cli.main import run
from tests.cli.running import EXAMPLE
from tests.kept_texts import write_texts

FOLDER = Path(__file__).with_name("transcripts")
PROGRESS = EXAMPLE.with_name("midorino-2026-progress.csv")
CHANGES = """\
keikaku-changes: 1
changes:
- {merge-departments: [納税課, 財政課], into: 税財政課}
- {drop-plan: 1-1-2}
"""
FORMS = ("", "--format csv", "--lang en")
"""How each command is typed once more."""
COMMANDS: dict[str, tuple[str, ...]] = {
    "plans": (
        "plans --goal 1",
        "plans --theme キャッシュレス",
        "plans --department 納税課 --year 2027",
    ),
    "plan": ("plan 2-2-1", "plan 1-1-2"),
    "workload": ("workload --goal 1", "workload --by year --department 財政課"),
    "dependencies": ("dependencies", "impact 納税課", "impact 2-2-1 --include-inferred"),
    "indicators": ("indicators --department 納税課", "indicators --without-baseline --goal 1"),
    "themes": ("themes --goal 1", "themes --matrix goals", "themes 5レス --basis mark"),
    "departments": (
        "departments --goal 1",
        "departments --matrix themes --goal 2",
        "department 納税課",
        "guidelines --goal 1",
        "bridges --top 3",
    ),
    "find": (
        "find 計画 --where 'テーマ=キャッシュレス and not 所管課=納税課' --sort -指標数",
        "find 計画 --by 所管課 --of 指標数",
        "find 指標 --by 単位 --top 3",
        "find 指標 --where 目標値>=90 --share",
        "find 確認事項 --by 種類",
        "find 計画 --compare 納税課 財政課",
        "path 2-2-1 1-1-2",
    ),
    "ask": (
        "ask 納税課の計画は",
        "ask キャッシュレスに触れる計画のうち納税課でないもの",
        "ask 指標が最も多い計画",
        "ask 2027年度に始まる計画",
        "ask 所管課ごとの計画の数",
        "ask 目標値のない計画はいくつありますか",
        "ask 財政課と納税課ではどちらの計画が多いか",
        "ask どの計画が2-2-1に依存していますか",
        "ask キャッシュレスに触れる計画の割合",
        "ask 納税課のキャッシュレス以外の計画",
        "ask 'plans of 納税課 without a target'",
        "ask 'how many plans touch キャッシュレス'",
        "ask 市長の給料",
    ),
    "check": (
        "check --code marks-missing",
        "check --code columns-lost",
    ),
    "progress": ("progress progress.csv --department 納税課", "workshop questions 2-2-1"),
    "changes": ("whatif --changes changes.yaml", "compare midorino.json midorino-2030.json"),
}


def printed(name: str, folder: Path) -> str:
    """Return what the commands of a name print; ``folder`` is where their files are made."""
    other = folder / "midorino-2030-plan.txt"
    with contextlib.chdir(folder):
        Path("changes.yaml").write_text(CHANGES, encoding="utf-8")
        Path("progress.csv").write_bytes(PROGRESS.read_bytes())
        _write_other_edition(other)
        printed_by(f"load {shlex.quote(str(EXAMPLE))} --out midorino.json")
        printed_by(f"load {other.name} --out midorino-2030.json")
        return "\n".join(_said(name))


def _write_other_edition(path: Path) -> None:
    """Write the plan once more, with a plan that has another title, lead and target."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in (("納税課", "収納課"), ("債権管理の適正化", "債権管理の一元化"), ("60", "70")):
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def _said(name: str) -> Iterator[str]:
    for command in COMMANDS[name]:
        graph = "" if command.startswith("compare") else " --graph midorino.json"
        for form in FORMS:
            typed = f"{command} {form}".rstrip()
            yield f"$ keikaku {typed}\n{printed_by(typed + graph)}"


def printed_by(typed: str) -> str:
    """Return what one command line prints, its errors behind."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        run(shlex.split(typed))
    return out.getvalue() + err.getvalue()


def main() -> None:
    """Write every transcript."""
    os.environ.pop("KEIKAKU_GRAPH", None)
    write_texts(FOLDER, COMMANDS, printed)


if __name__ == "__main__":
    main()
