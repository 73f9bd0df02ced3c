"""What the tables of a review of projects say, kept fact by fact.

``review_kept.txt`` holds the tables, each under its name with rows of ``column=cell``, and behind
``=>`` what is read. `python -m tests.loaders.review_kept` writes what is read anew, after a change
that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.network import Graph
from keikaku.loaders.relational import load_tables
from tests.loaders.review_tables import ABOUT, LAW, MONEY, TIE, UNIT, of, step, write

FILE = Path(__file__).with_name("review_kept.txt")
_GOAL = ABOUT | dict.fromkeys(
    "種別（アクティビティ・アウトプット・アウトカム） アウトカムの期間 活動指標／成果指標 単位"
    " 2029 2030 2031"
    " アクティビティ・アウトプット・アウトカムの番号 アクティビティ／活動目標／成果目標"
    " 目標年度／目標値／実績値／達成率 改善の上向き／下向き"
    " 成果実績及び目標値の根拠として用いた統計・データ名（出典）".split(),
    "",
)
del _GOAL["事業の目的"]
_STEP = step(("", "", "", ""), ("", "", "", ""))
_HEADS = {"about": ABOUT, "unit": UNIT, "law": LAW, "tie": TIE, "money": MONEY, "goal": _GOAL}
_HEADS |= {"step": _STEP, "other": {"予算事業ID": "", "事業名": "", "謎": ""}}


def kept() -> tuple[str, str]:
    """Return the tables, and what is kept of them."""
    tables, _, rest = FILE.read_text(encoding="utf-8").partition("\n=>\n")
    return tables, rest.strip("\n")


def said(tables: str) -> str:
    """Return what tables say, a line for each node, relation and finding."""
    with tempfile.TemporaryDirectory() as folder:
        for table in tables.split("--- ")[1:]:
            name, *lines = table.strip("\n").split("\n")
            rows = [_row(_HEADS[name.split("-", maxsplit=1)[0]], line) for line in lines]
            write(Path(folder), name, rows)
        return "\n".join(_lines(load_tables(Path(folder), "r", with_prose=True)))


def _row(head: dict[str, str], line: str) -> dict[str, str]:
    key, *cells = line.split(" | ")
    stated = dict(cell.split("=", 1) for cell in cells)
    row = {name: cell for name, cell in head.items() if name not in stated}
    if not key.isdecimal():
        return head | {"予算事業ID": key.strip("-"), "事業名": ""} | stated
    return of({name: row.get(name, "") for name in head}, key) | stated


def _lines(graph: Graph) -> Iterator[str]:
    for name, facts in graph.nodes(data=True):
        yield f"{name} {_facts(facts)}"
    for source, target, kind, facts in graph.edges(data=True, keys=True):
        yield f"{source} -{kind}-> {target} {_facts(facts)}"
    for each in graph.graph["findings"]:
        details = json.dumps(each["details"], ensure_ascii=False)
        yield f"{each['severity']} {each['code']} {each['node']} {details} {_proof(each)}"
    for each in graph.graph["documents"]:
        yield json.dumps(
            {k: v for k, v in each.items() if k not in {"sha256", "source"}}, ensure_ascii=False
        )


def _facts(facts: dict[str, object]) -> str:
    own = {k: v for k, v in facts.items() if k != "evidence" and v is not None}
    return f"{json.dumps(own, ensure_ascii=False, sort_keys=True)} {_proof(facts)}".rstrip()


def _proof(facts: dict[str, object]) -> str:
    evidence = facts.get("evidence")
    proofs = evidence if isinstance(evidence, list) else []
    return " ".join(f"[{one.get('section')} {one.get('cell')} {one['quote']}]" for one in proofs)


def main() -> None:
    """Write what the tables say."""
    tables, _ = kept()
    FILE.write_text(f"{tables}\n=>\n{said(tables)}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
