"""What becomes of forms about a plan that holds every fact, as people fill them in, kept.

`python -m tests.workshop.full_workshop` writes ``full_workshop_kept`` anew, after a change that is
meant: look at the difference before you keep it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keikaku
from keikaku.cli.main import run
from keikaku.graph import jsonfile, network
from tests.cli.full_transcripts import PROGRESS
from tests.kept_texts import write_texts
from tests.loaders.examples_read import payload_lines
from tests.makers.full_city import records
from tests.workshop import forms
from tests.workshop.filling import filled
from tests.workshop.papers_kept import cells_of

FOLDER = Path(__file__).with_name("full_workshop_kept")
TODAY = "2028-07-01"
Answers = dict[str, dict[str, Any]]
"""What is filled in, by number; a number that begins with + is a new plan in that row."""

DESKS: dict[str, dict[str, Answers]] = {
    "decided": {
        "all": {
            "1-1": {
                "decision": "見直し",
                "new_title": "窓口の改革",
                "new_lead": "窓口課",
                "new_indicator": "電子申請の割合",
                "new_target": "80%以上（2031年度末）",
                "reason": "目標に届いた",
                "comment": "機械も増やす",
            },
            "1-2": {"decision": "統合", "merge_with": "1-3", "reason": "重なる"},
            "1-3": {"decision": "継続", "reason": "続ける"},
            "2-1": {"decision": "廃止（予定）", "reason": "売り終えた"},
            "2-2": {"decision": "完了", "reason": "目的を果たした"},
            "+1": {
                "decision": "新規",
                "new_title": "子どもの居場所",
                "initiative": "ア 窓口",
                "new_lead": "証明係",
                "new_indicator": "開く日",
                "new_target": "200日",
                "reason": "声が多い",
            },
            "+3": {"new_title": "名だけの計画", "initiative": "1 開かれた市役所"},
        }
    },
    "odd": {
        "all": {
            "1-1": {"decision": "みなおし", "new_target": 0.8, "new_lead": "情報政策課"},
            "1-2": {"decision": "統合", "merge_with": dt.datetime(2026, 1, 3)},  # noqa: DTZ001
            "1-3": {"decision": "検討中", "comment": "決まらない"},
            "2-1": {"decision": "継続", "merge_with": "2-2", "new_title": "売る"},
            "2-2": {"decision": "統合", "merge_with": "2-2、9-9、基金の運用"},
            "+1": {"new_title": "主管のない計画", "decision": "新規"},
            "+2": {"decision": "継続", "new_title": "新しい行の継続", "new_lead": "どこか課"},
            "+3": {"comment": "備考だけ"},
        }
    },
    "conflicting": {
        "情報課": {
            "1-1": {"decision": "継続", "reason": "一"},
            "2-1": {"decision": "見直し", "new_target": "5件以上"},
            "2-2": {"decision": "廃止"},
        },
        "窓口課": {
            "1-1": {"decision": "見直し", "new_title": "窓口の改革", "reason": "二"},
            "1-3": {"decision": "見直し"},
        },
        "証明係": {"1-1": {"decision": "継続", "new_lead": "証明係"}},
        "総務部": {"2-2": {"decision": "廃止", "reason": "同じ考え"}},
    },
    "wrong": {
        "情報課": {
            "1-1": {"decision": "#N/A", "title": "書き換えた題名"},
            "2-1": {"decision": "統合", "merge_with": "存在しない計画"},
            "2-2": {"decision": "統合"},
            "+1": {"new_title": "財産の活用", "initiative": "9-9", "decision": "新規"},
        },
        "窓口課": {"1-3": {"decision": "継続", "new_title": "改めた", "new_target": "10件"}},
        "総務部": {
            "2-2": {"decision": "統合", "merge_with": dt.datetime(2031, 12, 30)},  # noqa: DTZ001
            "+1": {
                "decision": "新規",
                "new_title": "日付の取組事項",
                "initiative": dt.datetime(2026, 1, 1),  # noqa: DTZ001
                "new_indicator": "一つ目\n二つ目",
                "new_target": "5件",
            },
            "+2": {"decision": "新規", "new_title": "目標だけ", "new_target": "がんばる"},
            "+3": {"decision": "新規", "new_title": "指標だけ", "new_indicator": "回数"},
        },
    },
    "circle": {
        "all": {
            "1-1": {"decision": "統合", "merge_with": "1-2"},
            "1-2": {"decision": "統合", "merge_with": "1-1"},
            "1-3": {"decision": "統合", "merge_with": "2-1"},
            "2-1": {"decision": "廃止"},
            "2-2": {"decision": "見直し", "new_indicator": "利回り", "new_target": "高める"},
        }
    },
}
"""What is filled into the forms, by the form and the number."""


def said(name: str, folder: Path) -> str:
    """Return what is said of forms, decisions, what is to settle, and the next edition."""
    with contextlib.chdir(folder):
        keikaku.write(network.from_records(records()), Path("full.json"))
        Path("progress.csv").write_text(PROGRESS, encoding="utf-8")
        os.environ["KEIKAKU_GRAPH"] = "full.json"
        _ran("workshop pack --progress progress.csv --out pack")
        made = {path.stem.partition("_")[2]: path for path in Path("pack").rglob("*.xlsx")}
        made["all"] = made.pop("照会票_全体", made.get("全体", Path()))
        blanks = {key.removeprefix("照会票_"): path for key, path in made.items()}
        Path("back").mkdir()
        for form, answers in DESKS[name].items():
            filled(blanks[form], Path("back", f"{form}.xlsx"), lambda b, a=answers: _fill(b, a))  # type: ignore[misc]
        return "\n".join(_outcome())


def _fill(book: Any, answers: Answers) -> None:
    for number, values in answers.items():
        if number.startswith("+"):
            forms.add(book, int(number[1:]), **values)
        else:
            forms.answer(book, number, **values)


def _outcome() -> Iterator[str]:
    read = "workshop read back --out decisions.yaml"
    yield _ran(f"{read} --conflicts conflicts.xlsx")
    yield _ran(f"{read} --lang en")
    yield _ran(f"{read} --strict --format csv")
    for path in (Path("decisions.yaml"), Path("conflicts.xlsx")):
        if path.exists():
            text = path.read_text(encoding="utf-8") if path.suffix == ".yaml" else _cells(path)
            yield f"== {path}\n{text}"
    following = "workshop next decisions.yaml --gaps continue --out next.json"
    yield _ran(f"{following} --progress progress.csv --title 次期 --first-year 2030")
    yield _ran(f"{following} --lang en")
    if Path("next.json").exists():
        lines = payload_lines(network.to_payload(jsonfile.read(Path("next.json"))))
        yield "".join(f"{line}\n" for line in lines if line.partition("\t")[0].strip())


def _cells(path: Path) -> str:
    return "".join(f"{line}\n" for line in cells_of(path))


def _ran(typed: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(typed.split())
    return f"$ keikaku {typed} -> {code}\n{out.getvalue()}{err.getvalue()}"


def main() -> None:
    """Write what is said of each desk."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    write_texts(FOLDER, DESKS, said)


if __name__ == "__main__":
    main()
