"""The frame of a page: head with its policy, the way back, the links to every part."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from keikaku.graph.language import Lang, Text

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

PARTS: tuple[tuple[str, Text], ...] = (
    ("index.html", Text("はじめに", "Start")),
    ("goals.html", Text("目標", "Goals")),
    ("plans.html", Text("計画", "Plans")),
    ("departments.html", Text("所管課", "Departments")),
    ("themes.html", Text("テーマ", "Themes")),
    ("guidelines.html", Text("根拠", "Guidelines")),
    ("indicators.html", Text("指標", "Indicators")),
    ("schedule.html", Text("年度ごとの予定", "Schedule")),
    ("findings.html", Text("確認事項", "Findings")),
    ("map.html", Text("地図", "Map")),
    ("search.html", Text("検索", "Search")),
)
"""The parts of the site, in the order of the navigation."""

PRIVATE = {"findings.html", "map.html"}
"""Parts that a public site lacks."""

_CURRENT = ' class="current"'
_SKIP = Text("本文へ", "Skip to content")
_NAVIGATION = Text("サイト内の移動", "Parts of the site")


def text(words: object) -> str:
    """Return words escaped for HTML, so that no text of a source is markup."""
    return escape(_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", str(words)))


def link(address: str, words: object, here: str) -> str:
    """Return a link from one page to another, as a relative path.

    What stands behind ``#`` is a place in that page.
    """
    up = "../" * here.count("/")
    address, _, place = address.partition("#")
    target = "/".join(_quoted(part) for part in address.split("/"))
    anchor = f"#{_quoted(place)}" if place else ""
    return f'<a href="{up}{target}{anchor}">{text(words)}</a>'


@cache
def _quoted(part: str) -> str:
    from urllib.parse import quote

    return quote(part, safe="/=")


def map_address(node: str) -> str:
    """Return the address of the map with a node selected."""
    return f"map.html#node={node}"


def listed(items: Iterable[str]) -> str:
    """Return items, already HTML, as a list; nothing for none."""
    body = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{body}</ul>" if body else ""


def section(heading: str, body: str, anchor: str | None = None) -> str:
    """Return a part of a page under a heading; nothing where its body is empty."""
    if not body:
        return ""
    mark = f' id="{text(anchor)}"' if anchor else ""
    return f"<section{mark}><h2>{text(heading)}</h2>{body}</section>"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose cells are HTML already; nothing without rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{text(each)}</th>' for each in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{text("・".join(heads))}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def page(
    title: str, site: str, body: str, here: str, lang: Lang, *, public: bool, script: str = ""
) -> str:
    """Return a whole page; its policy allows only its own style and script."""
    style = _file("site.css")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; img-src data:; base-uri 'none'; "
        f"form-action 'none'" + (f"; script-src '{_hash(script)}'" if script else "")
    )
    items = _navigation(here.count("/"), _part(here), lang, public=public)
    code = f"<script>{script}</script>" if script else ""
    heading = f"{title} | {site}" if title != site else site
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(heading)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#content">{_SKIP.of(lang)}</a>\n'
        f"<header><p>{link('index.html', site, here)}</p>"
        f'<nav aria-label="{_NAVIGATION.of(lang)}"><ul>{items}</ul></nav></header>\n'
        f'<main id="content">\n<h1>{text(title)}</h1>\n{body}\n</main>\n{code}</body>\n</html>\n'
    )


@cache
def _navigation(depth: int, current: str, lang: Lang, *, public: bool) -> str:
    """Return the links to the parts of the site; pages of one folder have the same."""
    here = "/" * depth
    return "".join(
        f"<li{_CURRENT if name == current else ''}>{link(name, words.of(lang), here)}</li>"
        for name, words in PARTS
        if not (public and name in PRIVATE)
    )


def _part(here: str) -> str:
    return f"{here.partition('/')[0]}.html" if "/" in here else here


@cache
def _hash(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"sha256-{digest}"


@cache
def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
