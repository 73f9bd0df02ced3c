"""The words for saving and printing: tables, saved views, paper (保存・印刷の文言)."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.language import Text

SENDING: Mapping[str, Text] = {
    "copy-table": Text("表をコピー", "Copy"),
    "table-copied": Text(
        "表をコピーしました。Excel に貼り付けられます。", "Copied; paste it into Excel."
    ),
    "table-not-copied": Text("コピーできません。CSV をお使いください。", "Cannot copy; use CSV."),
    "csv-saved": Text("表を CSV に保存しました。", "The table is saved as CSV."),
    "print-this": Text("印刷", "Print"),
    "printed-on": Text("{date} 印刷", "printed {date}"),
    "xlsx-saved": Text("表を Excel に保存しました。", "The table is saved for Excel."),
    "png-saved": Text("地図を画像（PNG）に保存しました。", "The map is saved as a picture (PNG)."),
    "plan-number": Text("番号", "Number"),
    "as-printed": Text("{name}（表記）", "{name}, as printed"),
    "year-perhaps": Text("{year}（続いている可能性）", "{year}, may go on"),
    "about-table": Text("この表について", "About this table"),
    "table-of": Text("表", "Table"),
    "signs": Text("記号・数え方", "Signs and counts"),
    "about-change": Text(
        "現況値から目標値まで。単位が同じものだけ",
        "from baseline to target, only where the units agree",
    ),
    "made-on": Text("作成日", "Made on"),
    "nothing-unknown": Text("なし", "nothing"),
    "print": Text("印刷", "Print"),
    "print-what": Text("印刷するもの", "What to print"),
    "print-open": Text("いま開いている表示", "What is open"),
    "print-selected": Text("選んだものの詳細（A4縦）", "The details of what is selected (A4)"),
    "print-views": Text("保存した視点すべて（{n}件）", "All {n} saved views"),
    "paper-size": Text("用紙", "Paper"),
    "paper-A3": Text("A3横", "A3"),
    "paper-A4": Text("A4横", "A4"),
    "saved-views": Text("視点", "Views"),
    "about-views": Text(
        "いま見えている状態に名前を付けて残し、順に示せます（このブラウザーに保存）。",
        "Keep what is seen under a name and step through it (kept by this browser).",
    ),
    "view-name": Text("視点の名前", "Name of the view"),
    "view-save": Text("いまの状態を保存", "Keep this view"),
    "view-up": Text("前へ", "Move up"),
    "view-delete": Text("削除", "Delete"),
    "views-not-kept": Text(
        "このブラウザーには保存できません。閉じるまで残ります。",
        "This browser keeps nothing; the views stay until you close the page.",
    ),
    "present": Text("発表する", "Present"),
    "stage": Text("{n} / {all}　{name}", "{n} / {all}  {name}"),
    "stage-back": Text("前の視点", "Previous view"),
    "stage-next": Text("次の視点", "Next view"),
    "stage-end": Text("終了", "End"),
    "about-sending": Text(
        "視点は、リンクかファイルにしてほかの人へ送れます。開くと、同じ視点が加わります。",
        "Views can be sent to others as a link or a file; opened, they are added there.",
    ),
    "views-link": Text("リンクをコピー", "Copy as a link"),
    "views-file": Text("ファイルに保存", "Save as a file"),
    "views-open-file": Text("ファイルから読み込む", "Open a file"),
    "views-link-copied": Text(
        "視点{n}件を含むリンクをコピーしました。", "The link with {n} views is copied."
    ),
    "views-saved": Text("視点{n}件をファイルに保存しました。", "{n} views are saved as a file."),
    "views-read": Text("視点{n}件を読み込みました。", "{n} views are read."),
    "views-of-another": Text(
        "視点{n}件を読み込みました。別の計画書の視点のため、合わないところがあります。",
        "{n} views are read; they are of another document, and not all will fit.",
    ),
    "views-not-read": Text(
        "視点のファイルではないため、読み込めません。", "This is no file of views."
    ),
}
"""Words of saving, sending and printing."""
