"""Rows of the tables of a review of projects, of ministries that do not exist."""

from __future__ import annotations

import csv
from pathlib import Path

BASE = {"事業年度": "2031", "予算事業ID": "", "事業名": "", "政策所管府省庁": "海洋省"}
ABOUT = BASE | {"事業の目的": "", "現状・課題": "", "事業の概要": "", "事業開始年度": ""}
UNITS = "局・庁 部 課 室 班 係".split()
UNIT = BASE | dict.fromkeys(["府省庁", *UNITS, "その他担当組織_作成責任者_no"], "")
UNIT |= {f"{unit}（その他担当組織）": "" for unit in ["府省庁", *UNITS]}
LAW = BASE | dict.fromkeys(
    ["番号（政策・施策）", "政策", "施策", "法令名", "条", "項", "号・号の細分", "計画通知名"], ""
)
TIE = BASE | dict.fromkeys(["関連事業の事業ID", "関連事業の事業名", "関連性"], "")
PARTS = ["当初予算（合計）", "補正予算（合計）", "前年度からの繰越し（合計）", "予備費等（合計）"]
MONEY = BASE | dict.fromkeys(PARTS, "")
MONEY |= dict.fromkeys(
    "予算年度 計（歳出予算現額合計） 執行額（合計） 執行率 会計区分 翌年度要求額（合計）".split(),
    "",
)
TOTAL = "計（歳出予算現額合計）"
KIND = "種別（アクティビティ・アウトプット・アウトカム）"
NUMBER = "アクティビティ・アウトプット・アウトカムの番号"


def step(origin: tuple[str, str, str, str], target: tuple[str, str, str, str]) -> dict[str, str]:
    texts = ("派生元ーアクティビティの内容/ 活動目標／成果目標", "派生先ー 活動目標／成果目標")
    row = dict(BASE)
    for side, text, end in zip(("派生元", "派生先"), texts, (origin, target), strict=True):
        row |= {f"{side}ー{KIND}": end[0], f"{side}ー{NUMBER}": end[1]}
        row |= {f"{side}ーアウトカムの期間": end[2], text: end[3]}
    return row


def write(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def of(row: dict[str, str], key: str, **facts: str) -> dict[str, str]:
    names = {"1": "灯台の整備", "2": "航路の調査", "3": "港の清掃"}
    return row | {"予算事業ID": key, "事業名": names[key]} | facts
