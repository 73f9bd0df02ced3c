"""The overview as one HTML file that asks nothing of any network (全体図)."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang, Text
from keikaku.queries.graph_walks import Graph
from keikaku.queries.overview_data import Heading, Overview, overview
from keikaku.visualizations.inert_page import as_data, filled, policy

_HERE = Path(__file__).parent
_WORDS = {
    "search": Text("番号・名称・所管・テーマで探す", "Find by number, title, department, theme"),
    "size": Text("面積", "Area"),
    "by-count": Text("計画の数", "number of plans"),
    "by-amount": Text("予算額", "budget"),
    "trail": Text("現在の位置", "where you are"),
    "all": Text("全体", "All"),
    "tally": Text("{n}件・{yen}", "{n} plans, {yen}"),
    "tally_hits": Text("{n}件（該当{hits}件）・{yen}", "{n} plans ({hits} found), {yen}"),
    "unknown": Text("記載なし", "not stated"),
    "yen": Text("円", " yen"),
    "ten_thousand": Text("万円", "×10⁴ yen"),
    "hundred_million": Text("億円", "×10⁸ yen"),
    "trillion": Text("兆円", "×10¹² yen"),
    "departments": Text("所管課", "Departments"),
    "themes": Text("テーマ", "Themes"),
    "associated": Text("関連する計画", "Related"),
    "found": Text("該当する計画 {n}件", "Plans found: {n}"),
    "more": Text("ほか{n}件", "{n} more"),
    "hint": Text(
        "枠を押すと、その中を開きます。ブラウザーの「戻る」で一つ前に戻ります。",
        "Press a box to open it; Back of the browser goes back.",
    ),
    "colour": Text("色: 1件当たりの予算額", "Colour: budget per plan"),
    "from": Text("{yen}以上", "from {yen}"),
    "under": Text("{yen}未満", "under {yen}"),
}
_TITLE = Text(
    "計画の全体図（計画書{documents}件、計画{plans}件）",
    "All plans ({documents} documents, {plans} plans)",
)
_MONEY = Text("{year}年度{stage}", "{stage} {year}")
_NO_MONEY = Text("予算額", "Budget")


def write(path: Path, graph: Graph, lang: Lang) -> None:
    """Write the page, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, render(graph, lang))


def render(graph: Graph, lang: Lang) -> str:
    """Return the text of the page; the same graph gives the same."""
    data = overview(graph)
    words = {name: text.of(lang) for name, text in _WORDS.items()}
    title = _TITLE.format(documents=len(data.documents), plans=f"{len(data.plans):,}").of(lang)
    code, style = _file("overview.js"), _file("overview.css")
    parts = {
        "lang": lang,
        "title": html.escape(title),
        "policy": html.escape(policy([code], style)),
        "style": style,
        "data": as_data({"lang": lang, "words": words, **_content(data, lang)}),
        "code": code,
        **{f"word:{name}": html.escape(word) for name, word in words.items()},
    }
    return filled(_file("overview.html"), parts)


def _content(data: Overview, lang: Lang) -> dict[str, Any]:
    """Return the data of the page: headings with the place of that above, plans as lists."""
    departments = _places(name for plan in data.plans for name in plan.departments)
    themes = _places(name for plan in data.plans for name in plan.themes)
    money = _NO_MONEY
    if data.year is not None and data.stage is not None:
        money = _MONEY.format(year=data.year, stage=CODE_WORDS[data.stage].of(lang))
    return {
        "money": money.of(lang),
        "departments": [*departments],
        "themes": [*themes],
        "headings": [*_headings(data.documents)],
        "plans": [
            [
                plan.number,
                plan.title,
                [departments[name] for name in plan.departments],
                [themes[name] for name in plan.themes],
                plan.amount,
                plan.associated,
            ]
            for plan in data.plans
        ],
    }


def _places(names: Iterator[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _headings(documents: list[Heading]) -> Iterator[list[Any]]:
    """Yield each heading before those below it: name, place of the one above, plans."""
    ahead = [(each, -1) for each in reversed(documents)]
    place = 0
    while ahead:
        heading, above = ahead.pop()
        yield [heading.name, above, heading.plans]
        ahead += [(each, place) for each in reversed(heading.headings)]
        place += 1


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
