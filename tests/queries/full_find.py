"""What ``find`` answers of a plan that holds every fact: each field of each kind, and conditions.

``full_find_changed.txt`` holds conditions changed by chance, each behind its kind.
`python -m tests.queries.full_find` writes ``full_find_kept.txt`` anew, after a change that is
meant: look at the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.answers import Answer
from keikaku.queries.expressions.fields import fields_of
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from tests.makers.full_city import full_city

FILE = Path(__file__).with_name("full_find_kept.txt")
CHANGED = Path(__file__).with_name("full_find_changed.txt")
CONDITIONS: dict[str, str] = {
    "計画": """\
所管課=情報課
所管課=総務部
主管課=情報課 and not 共管=窓口課
所管課数>1
所管課=無し
所管課!=情報課
テーマ=5レス
テーマ(電子納付)=有
印(ペーパーレス)=有
印(ペーパーレス)=不明
印(5レス)=無し
not 印(キャッシュレス)=有
印数>=1
印数=0
印数<2
テーマ(5レス)=有 or 根拠=番号法
情報公開=有
情報公開=無し
情報公開=不明
情報公開(広報紙)=有
not 情報公開=有
根拠の種別=条例
番号 in 根拠
年度=2026
年度=2029
年度>=2028
年度<=2026
年度=有
年度=不明
not 年度=2029
年度=2026 and 年度=2029
開始年度=2026
開始年度<2027
開始年度=無し
終了年度>=2028
終了年度=2029
期間=4
期間>3
期間=有
SDGs=16
SDGs=16.6
関係団体=商工会
記載された課=証明係
依存先=1-1
依存元=2-1
依存先(依存先=1-1)=有
依存元数>=2
指標数>3
数値目標=無し
指標(現況値=無し and 目標値=有)=有
指標(現況値=無し and 目標値=有)>=3
指標(方向=減らす)=無し
個別取組=有
取組数>=5
行動計画数=4
行動計画(年度=2029)=有
電子 in 本文
機械 in 本文
電子 in 名称
区分=拡充
区分=無し
優先度!=高
目標=2
取組事項=ア
番号=2-1
課題=有
事業概要=無し""",
    "指標": """\
目標値>=60
目標値<60
目標値=60
目標値=無し
目標値=60%
目標値>=8件
現況値=有 and 目標値=有
単位=日
単位=%
定量=無し
定量=有
方向=増やす
方向=無し
達成=有
達成=無し
達成=不明
目標年度=2028
現況年度=2025
個別取組=証明書
計画=2-1
所管課=証明係
指標の種類=有
年度=2028
印(キャッシュレス)=不明""",
    "所管課": """\
計画数>=2
計画(テーマ=DX)=有
計画(テーマ=DX)=無し
計画(印(キャッシュレス)=有)=有
計画(情報公開=不明)=有
階層=部
テーマ=ペーパーレス
名称=情報課
課 in 名称""",
    "行動計画": """\
年度=2027
年度=2029
開始年度=2026
終了年度>2027
所管課=窓口課
以降の年度に続くか=不明
継続年数=有""",
    "取組内容": "年度=2028\n年度=2026\n開始年度=2027\n個別取組=有\n計画=1-1 and 年度=無し",
    "予算": "段階=予算\n事業費計>0\n事業費計<0\n事業費計=無し\n年度=2027",
    "評価": "方向性=拡充\n評価者=無し\n評価者=外部\n年度>=2030\n評価結果=B",
    "テーマ": "計画数=2\n所管課=窓口課\n計画数>5\nDX in 名称",
    "根拠": "種別=法律\n計画数>=2\n計画(番号=2-1)=有",
    "確認事項": "重要度=警告\n解決済み=有\n計画=1-3\n所管課=窓口課\n種類=marks-missing",
}
"""Conditions on each kind, a line each."""

WRONG = """\
所管課=
所管課>3
年度=いつか
指標=有 and
(所管課=情報課
所管課=存在しない課
テーマ>DX
本文=窓口
知らない項目=1
not
指標(現況値=無し)>=x
所管課数>=多い
目標値 in 1"""
"""Conditions that cannot be understood."""


def lines() -> Iterator[str]:
    """Yield what is answered, a line for each question."""
    graph = full_city()
    for kind in FINDABLE:
        for field in fields_of(kind):
            if not field.via_plans or kind in {"Indicator", "Department"}:
                yield f"{kind} by {field.key} ({field.spelling}): {_by(graph, kind, field.key)}"
    for kind, conditions in CONDITIONS.items():
        for condition in conditions.splitlines():
            yield f"{kind} {condition}: {_rows(graph, kind, condition)}"
    for condition in WRONG.splitlines():
        yield f"{condition}: {_rows(graph, '計画', condition)}"
    for line in CHANGED.read_text(encoding="utf-8").splitlines():
        kind, _, condition = line.partition(" ")
        yield f"{line}: {_rows(graph, kind, condition)}"


def _by(graph: Graph, kind: str, key: str) -> str:
    """Return how many there are of each value, and which come last when sorted by it."""
    try:
        groups: Answer[Any] = keikaku.find(graph, kind, by=key)
        last: Answer[Any] = keikaku.find(graph, kind, sort=f"-{key}", top=2, fields=key)
    except KeikakuError as problem:
        return str(problem).partition("。")[0]
    counts = [f"{g.group}={g.count}{f'+{g.possible}' * bool(g.possible)}" for g in groups.rows]
    values = [f"{row.name}={row.values.get(key)}{row.possible or ''}" for row in last.rows]
    return f"{'; '.join(counts)} | {'; '.join(values)}".replace("\n", " ")


def _rows(graph: Graph, kind: str, condition: str) -> str:
    """Return what fulfils a condition, then what may fulfil it."""
    try:
        answer: Answer[Any] = keikaku.find(graph, kind, where=condition)
    except KeikakuError as problem:
        return str(problem).partition("使える項目")[0]
    surely = "、".join(row.number or row.name for row in answer.rows)
    perhaps = "、".join(each.number or each.name for each in answer.unknown or ())
    return surely + f" / 不明: {perhaps}" * bool(perhaps)


def main() -> None:
    """Write what is answered."""
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
