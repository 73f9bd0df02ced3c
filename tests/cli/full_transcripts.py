"""What the command line prints of a city whose plan holds every fact, kept word for word.

`python -m tests.cli.full_transcripts` writes it anew, after a change that is meant: look at the
difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

import keikaku
from keikaku.graph import network
from keikaku.graph.network import Graph
from tests.cli.transcripts import printed_by
from tests.kept_texts import write_texts
from tests.makers.full_city import DOCUMENT, later_city, records
from tests.queries.deep_plan import deep
from tests.queries.small_graph import small_graph

FOLDER = Path(__file__).with_name("full_transcripts")
TODAY = "2027-07-01"
FORMS = ("", "--format csv", "--lang en")
"""How each command is typed once more."""
PROGRESS = """\
ID（変更不可）,指標・取組内容,2026年度,2027年度,備考,記入者,記入日
nagisa-2026/indicator/1-1/1,電子申請の割合,41.5%,48%,,改革係,2027-06-30
nagisa-2026/indicator/1-1/2,交付までの日数,9日,4日,,,
nagisa-2026/indicator/1-1/3,削減した額,70万円,―,年度末に集計,,
nagisa-2026/indicator/1-1/5,開く日,,1,,,
nagisa-2026/indicator/1-1/1/1,交付の数,6000,4000,,,
nagisa-2026/action/1-1/1,申請の電子化,完了,実施中,,,
nagisa-2026/action/1-1/2,研修,未着手,遅れ,講師が未定,,
nagisa-2026/action/1-1/3,広報,中止,,,,
nagisa-2026/indicator/2-1/1,売却の数,3,5,,,
"""
CHANGES = """\
keikaku-changes: 1
changes:
- {merge-departments: [情報課, 窓口課], into: 電子窓口課}
- {drop-plan: 1-2}
- {move-plan: 2-1, to: ア}
- {drop-guideline: 番号法}
- {rename: 窓口の電子化, to: 窓口の改革}
"""
COMMANDS: dict[str, tuple[str, ...]] = {
    "plan": ("plan 1-1", "plan 1-2", "plan 1-3", "plan 2-1"),
    "json": ("plan 1-1 --format json",),
    "check": ("check", "check --settled", "check --severity error", "check --code marks-missing"),
    "plans": (
        "plans",
        "plans --theme 5レス",
        "plans --theme キャッシュレス --basis mark",
        "plans --department 情報課 --year 2027",
        "plans --year 2029",
        "plans --year 2029 --certain",
        "plans --category 拡充 --direction done",
        "plans --level 窓口 --text 電子化",
        "plans --sdg 16 --partner 商工会",
        "plans --guideline 番号法 --goal 2",
        "plans --initiative ア --department 証明係",
    ),
    "workload": (
        "workload",
        "workload --by year",
        "workload --by year --certain --department 情報課",
        "workload --level division",
        "workload --goal 2",
    ),
    "dependencies": (
        "dependencies",
        "dependencies 2-1",
        "dependencies 2-1 --depth 1",
        "dependencies 1-2 --include-inferred",
        "dependencies 1-1",
    ),
    "impact": (
        "impact 1-1",
        "impact 1-1 --include-inferred --depth 1",
        "impact 1-2",
        "impact 番号法",
        "impact 情報課",
        "impact DX",
        "impact 電子申請の割合",
    ),
    "indicators": (
        "indicators",
        "indicators --unit 件",
        "indicators --role outcome",
        "indicators --without-baseline",
        "indicators --at-target",
        "indicators --department 証明係",
        "indicators --goal 2",
    ),
    "themes": (
        "themes",
        "themes 5レス",
        "themes --matrix goals",
        "themes --matrix departments --basis text",
        "themes --with DX",
        "themes --with キャッシュレス --and DX",
        "themes --goal 2",
    ),
    "others": (
        "guidelines",
        "guidelines 番号法",
        "guidelines --matrix departments",
        "departments",
        "departments 情報課",
        "departments --matrix themes",
        "departments --matrix goals --goal 1",
        "department 情報課",
        "department 証明係",
        "department 総務部",
        "bridges",
    ),
    "find": (
        "find 予算 --where '事業費計>=15' --sort -事業費計",
        "find 計画 --where 'テーマ=DX or 所管課=窓口課' --sort -指標数",
        "find 指標 --by 単位 --of 目標値",
        "find 指標 --where '現況値>0' --share",
        "find 計画 --where 公開=不明 --count",
        "find 計画 --by 所管課 --top 1",
        "find 指標 --sort -目標値 --place 2",
        "find 計画 --compare 情報課 窓口課",
        "find 課 --where 計画数>=2 --among 所管課=情報課",
        "find 評価 --by 方向性",
        "path 1-2 番号法",
        "path 1-2 DX",
        "path 2-2 ペーパーレス",
    ),
    "progress": (
        "progress progress.csv",
        "progress progress.csv --goal 2",
        "progress progress.csv --plan 1-1 --department 情報課",
        "workshop questions 1-1",
        "workshop questions 1-1 --progress progress.csv",
        "workshop questions 1-2",
        "workshop questions 1-3",
    ),
    "changes": (
        "whatif --changes changes.yaml",
        "whatif --hand-over 1-1=窓口課 --rename 情報課=電子課",
        "whatif --split-department 情報課=甲課:1-1;乙課:rest",
        "compare full.json later.json",
        "compare later.json full.json",
        "compare full.json deep.json",
        "relate full.json --to deep.json",
        "relate full.json --to deep.json --plan 1-1 --top 1",
    ),
    "writing": (
        "report --progress progress.csv --out report.html",
        "report --out report.pdf",
        "site --out site",
        "export plan.md",
        "export plan.unknown",
        "department 証明係 --out page.html",
        "progress --template --out form.csv",
        "workshop pack --out pack",
        "plans --out plans.csv",
        "check --init corrections.yaml",
    ),
    "several": (
        "plans --year 2027 --graph both.json",
        "plan 1-1-2 --graph both.json",
        "plan 2-1 --graph both.json",
        "indicators --graph both.json",
        "workload --graph both.json",
        "departments --graph both.json",
        "themes --matrix goals --graph both.json",
        "guidelines --graph both.json",
        "check --graph both.json",
        f"plans --theme DX --document {DOCUMENT} --graph both.json",
        "bridges --top 2 --graph both.json",
        "dependencies --graph both.json",
        "plan A-101 --graph deep.json",
        "workload --by year --graph deep.json",
        "find 計画 --by 施策 --graph deep.json",
        "indicators --graph deep.json",
    ),
}
GRAPHS: dict[str, Callable[[], Graph]] = {
    "full.json": lambda: network.from_records(records()),
    "later.json": later_city,
    "deep.json": lambda: network.from_records(deep()),
    "both.json": lambda: keikaku.merge(network.from_records(records()), small_graph())[0],
}


def printed(name: str, folder: Path) -> str:
    """Return what the commands of a name print; ``folder`` is where their files are made."""
    with chdir(folder):
        for file, make in GRAPHS.items():
            if any(file in command for command in COMMANDS[name]) or file == "full.json":
                keikaku.write(make(), Path(file))
        Path("progress.csv").write_text(PROGRESS, encoding="utf-8")
        Path("changes.yaml").write_text(CHANGES, encoding="utf-8")
        return "\n".join(_said(name))


def _said(name: str) -> Iterator[str]:
    for command in COMMANDS[name]:
        graph = "" if ".json" in command else " --graph full.json"
        for form in FORMS:
            if ("--format json" in command and form) or (name == "writing" and "csv" in form):
                continue
            typed = f"{command} {form}".rstrip()
            yield f"$ keikaku {typed}\n{printed_by(typed + graph)}"


def main() -> None:
    """Write every transcript."""
    os.environ.pop("KEIKAKU_GRAPH", None)
    os.environ["KEIKAKU_TODAY"] = TODAY
    write_texts(FOLDER, COMMANDS, printed)


if __name__ == "__main__":
    main()
