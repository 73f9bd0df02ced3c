"""The words of the page, as a table, in Japanese and English (画面の文言)."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.language import Lang, Text

WORDS: Mapping[str, Text] = {
    "map-title": Text("計画の地図", "map of the plan"),
    "skip": Text("本文へ移動", "Skip to the content"),
    "panel": Text("絞り込みと凡例", "Filters and legend"),
    "search": Text("検索", "Search"),
    "search-hint": Text("計画・課・テーマを検索（ / ）", "Search plans, departments, themes ( / )"),
    "found": Text("検索結果", "Results"),
    "found-none": Text("見つかりません", "Nothing found"),
    "views": Text("表示の切替", "Views"),
    "view-map": Text("地図", "Map"),
    "view-workload": Text("負担", "Workload"),
    "view-timeline": Text("工程", "Timeline"),
    "view-themes": Text("テーマ", "Themes"),
    "view-indicators": Text("指標", "Indicators"),
    "view-empty": Text(
        "条件に合う計画がありません。左の絞り込みを緩めてください。",
        "No plan matches; loosen the filters on the left.",
    ),
    "about-workload": Text(
        "課ごとに受け持つ計画と、年度別に動く取組の数。行を押すと地図で示します。",
        "The plans that each department answers for, and its actions that run in each fiscal year. "
        "A row leads to the map.",
    ),
    "about-timeline": Text(
        "取組ごとの工程表。斜線は、続いている可能性のある年度です。行を押すと地図で示します。",
        "A bar for each action over its years, hatched where it may go on. A row leads to the map.",
    ),
    "about-themes": Text(
        "どの計画がどのテーマに関わるか、その根拠。見出しの数は計画数。記号を押すと根拠を示します。",
        "Which plan touches which theme, and by what; a heading counts its plans. "
        "A sign leads to its evidence.",
    ),
    "about-indicators": Text(
        "現況値（○）から目標値（●）まで。増減率は、単位が同じものだけに示します。",
        "From baseline (○) to target (●); the change only where the units agree.",
    ),
    "link": Text("リンク", "Link"),
    "link-copied": Text("この表示へのリンクをコピーしました。", "The link to this view is copied."),
    "link-in-bar": Text(
        "この表示へのリンクは、アドレス欄からコピーしてください。",
        "The link to this view is in the address bar.",
    ),
    "print": Text("印刷", "Print"),
    "png-saved": Text("地図を画像（PNG）に保存しました。", "The map is saved as a picture (PNG)."),
    "dark": Text("暗い配色", "Dark colours"),
    "help": Text("使い方", "Help"),
    "help-about": Text(
        "計画や課を押すと詳細が開きます。ダブルクリックで、つながるものを展開します。"
        "線を押すと、その関係の根拠を示します。",
        "Click a plan or a department for its details; double-click to unfold what it is "
        "connected with. Click a line for why it is there.",
    ),
    "help-search": Text("/|検索", "/|search"),
    "help-arrows": Text(
        "矢印キー|地図で隣へ移動（Enter で詳細へ）", "Arrows|move on the map (Enter: details)"
    ),
    "help-zoom": Text("＋ －|拡大、縮小", "+ -|zoom in, out"),
    "help-fit": Text("0|全体を表示", "0|show all"),
    "help-unfold": Text("Space|展開、たたむ", "Space|unfold, fold"),
    "help-views": Text("1 ～ 5|地図、負担、工程、テーマ、指標", "1 to 5|the five views"),
    "help-escape": Text("Esc|選択を解除", "Esc|clear the selection"),
    "filters": Text("絞り込み", "Filters"),
    "any": Text("すべて", "all"),
    "document": Text("計画書", "Document"),
    "goal": Text("目標", "Goal"),
    "department": Text("所管課", "Dept."),
    "theme": Text("テーマ", "Theme"),
    "year": Text("年度", "Year"),
    "name-count": Text("{name}（{n}）", "{name} ({n})"),
    "reading": Text("根拠の読み方", "How it was read"),
    "stated": Text("記載", "stated"),
    "repaired": Text("補正", "repaired"),
    "inferred": Text("推定", "inferred"),
    "filtered-out": Text("条件に合わないもの", "What does not match"),
    "fade": Text("薄く表示", "fade"),
    "hide": Text("隠す", "hide"),
    "left": Text("計画 {n} / {all} 件", "{n} of {all} plans"),
    "left-perhaps": Text("（うち続いている可能性 {n} 件）", " ({n} may go on)"),
    "reset": Text("条件を解除", "Clear filters"),
    "legend": Text("凡例", "Legend"),
    "kinds": Text("種類", "Kinds"),
    "relations": Text("関係", "Relations"),
    "map-label": Text(
        "計画の地図。矢印キーで移動、Enter で詳細",
        "Map of the plan; arrows move, Enter opens details",
    ),
    "zoom": Text("拡大・縮小", "Zoom"),
    "zoom-in": Text("拡大", "Zoom in"),
    "zoom-out": Text("縮小", "Zoom out"),
    "fit": Text("全体を表示", "Show all"),
    "details": Text("詳細", "Details"),
    "close": Text("閉じる", "Close"),
    "noscript": Text(
        "この地図はJavaScriptを使います。ブラウザーの設定で有効にしてください。",
        "This map needs JavaScript; please allow it in your browser.",
    ),
    "unfold": Text("展開（{n}）", "Unfold ({n})"),
    "fold": Text("たたむ", "Fold"),
    "impact": Text("影響範囲", "Impact"),
    "impact-told": Text(
        "「{name}」が変わると、{sum}に影響します。", "A change of “{name}” reaches {sum}."
    ),
    "impact-none": Text(
        "「{name}」の変更がほかに影響するという記載はありません。",
        "Nothing says that a change of “{name}” reaches anything else.",
    ),
    "kind-count": Text("{kind}{n}件", "{n} {kind}"),
    "path-from": Text("ここから経路", "Path from here"),
    "path-to": Text("ここまで経路", "Path to here"),
    "path-choose": Text(
        "「{name}」からの経路: 終点を選び「ここまで経路」を押してください。",
        "Path from “{name}”: choose where it ends, then “Path to here”.",
    ),
    "path-told": Text("「{from}」から「{to}」まで{n}段階", "{n} steps from “{from}” to “{to}”"),
    "path-none": Text("つながる経路はありません。", "There is no path between them."),
    "centre": Text("中央へ", "Centre"),
    "facts": Text("内容", "Facts"),
    "findings": Text("確認事項", "Findings"),
    "evidence": Text("根拠", "Evidence"),
    "evidence-none": Text("根拠の記録はありません。", "No evidence is recorded."),
    "stands-under": Text("上位の項目", "Stands under"),
    "relation": Text("関係", "Relation"),
    "why": Text("内容", "What it says"),
    "departments": Text("所管課と役割", "Departments and roles"),
    "actions": Text("取組内容と行動計画", "Actions by fiscal year"),
    "action": Text("取組", "Action"),
    "indicators": Text("指標（現況値 → 目標値）", "Indicators (baseline → target)"),
    "indicator": Text("指標", "Indicator"),
    "baseline": Text("現況値", "Baseline"),
    "target": Text("目標値", "Target"),
    "way": Text("推移", "Way"),
    "reached": Text("達成", "Reached"),
    "reached-yes": Text("現況値が目標以上", "baseline at target"),
    "reached-no": Text("これから", "yet to come"),
    "reached-held": Text("維持", "to be held"),
    "change": Text("増減率", "Change"),
    "no-number": Text("数値なし", "no number"),
    "themes": Text("テーマ（根拠）", "Themes (basis)"),
    "marks-unknown": Text("印の有無が不明: {names}", "Mark unknown: {names}"),
    "guidelines": Text("根拠となる法令・指針・計画等", "Laws, guidelines and plans it rests on"),
    "depends-on": Text("依存する計画（原本に記載）", "Depends on (stated)"),
    "needed-by": Text("この計画に依存する計画（原本に記載）", "Needed by (stated)"),
    "associated": Text("関連する計画（原本に記載）", "Associated (stated)"),
    "logic": Text("ロジックモデル", "Logic model"),
    "budgets": Text("予算・決算", "Budgets"),
    "evaluations": Text("評価", "Evaluations"),
    "related": Text("関連する計画（推定）", "Related (inferred)"),
    "involves": Text("文中の課・関係団体", "Departments and bodies named"),
    "sdgs": Text("SDGsターゲット", "SDG targets"),
    "channels": Text("情報公開", "Disclosure"),
    "goes-on": Text("継続", "goes on"),
    "may-go-on": Text(
        "続いている可能性（原本に矢印がなく不明）", "may go on (no arrow tells in the source)"
    ),
    "may-go-on-to": Text("{year}まで続いている可能性", "may go on to {year}"),
    "surely-runs": Text("行うことが確実な年度", "years in which it surely runs"),
    "no-years": Text("年度の記載を読み取れません", "no fiscal year could be read"),
    "no-actions": Text("取組内容の記載がありません", "no action is named"),
    "plan": Text("実施計画", "Plan"),
    "plans": Text("計画数", "Plans"),
    "fractional": Text("按分", "Fractional"),
    "about-fractional": Text(
        "計画1件をかかわる課の数で等分した合計", "Each plan is divided among its departments"
    ),
    "share": Text("割合", "Share"),
    "about-share": Text(
        "按分した計画数が計画全体に占める割合", "The part of all plans, by the fractional count"
    ),
    "themes-touched": Text("テーマ数", "Themes"),
    "steps-told": Text(
        "{year}: 取組{actions}件、行動計画{milestones}件",
        "{year}: {actions} actions, {milestones} milestones",
    ),
    "steps-more": Text(
        "ほかに続いている可能性のある取組{actions}件、行動計画{milestones}件",
        "and {actions} actions, {milestones} milestones that may go on",
    ),
    "steps-perhaps": Text("ほかに続いている可能性のあるもの（＋）", "and what may go on (+)"),
    "steps-scale": Text("実施中の取組の数", "Actions that run"),
    "basis-of": Text("{theme}: {basis}", "{theme}: {basis}"),
    "basis-both": Text("○印と本文", "mark and text"),
    "basis-mark": Text("○印", "mark"),
    "basis-text": Text("本文", "text"),
    "basis-unknown": Text("印が不明", "mark unknown"),
    "fiscal-year": Text("{era}（{year}）年度", "FY {year}"),
    "more-than": Text("{value}超", "more than {value}"),
    "less-than": Text("{value}未満", "less than {value}"),
    "range": Text("{low}～{high}", "{low}–{high}"),
    "of-year": Text("{year} {kind} {value}", "{year} {kind} {value}"),
    "page": Text("{page}ページ", "page {page}"),
    "at-least": Text("{value}以上", "{value} or more"),
    "at-most": Text("{value}以下", "{value} or less"),
    "exactly": Text("{value}", "{value}"),
    "as-of": Text("{value}（{date}）", "{value} ({date})"),
    "comma": Text("、", ", "),
    "quoted": Text("「{text}」", "“{text}”"),
    "score": Text("関連度 {score}", "score {score}"),
    "shared": Text("{sort}: {name}", "{sort}: {name}"),
    "line": Text("{line}行", "line {line}"),
    "confidence": Text(" 確度{percent}%", " {percent}% sure"),
    "yes": Text("はい", "yes"),
    "no": Text("いいえ", "no"),
}

_NEIGHBOURS: Mapping[str, tuple[Text, Text]] = {
    "PUBLISHES": (Text("公表した計画", "Publishes"), Text("公表した自治体", "Published by")),
    "HAS_PART": (Text("構成するもの", "Has as parts"), Text("含まれる先", "Is part of")),
    "PART_OF": (Text("属する先", "Is part of"), Text("属するもの", "Has as parts")),
    "RESPONSIBLE_FOR": (Text("所管する計画", "Answers for"), Text("所管課", "Departments")),
    "MEASURED_BY": (Text("指標", "Indicators"), Text("測る対象", "Measures")),
    "HAS_BUDGET": (Text("予算・決算", "Budgets"), Text("予算・決算の対象", "Budget of")),
    "EVALUATED_AS": (Text("評価", "Evaluations"), Text("評価の対象", "Evaluation of")),
    "LEADS_TO": (Text("次の段階", "Leads to"), Text("前の段階", "Follows from")),
    "IS_DOCUMENT": (Text("計画書", "Document"), Text("本文中の呼び名", "Named as")),
    "ASSOCIATED_WITH": (Text("関連する計画", "Associated"), Text("関連する計画", "Associated")),
    "TOUCHES": (Text("関わるテーマ", "Themes"), Text("関わる計画", "Plans that touch it")),
    "GROUNDED_IN": (Text("根拠", "Grounded in"), Text("これに基づく計画", "Plans grounded in it")),
    "CONTRIBUTES_TO": (Text("SDGs", "SDG targets"), Text("貢献する計画", "Plans that contribute")),
    "DISCLOSED_ON": (Text("公開先", "Disclosed on"), Text("公開する計画", "Plans disclosed there")),
    "INVOLVES": (Text("文中の課・団体", "Names"), Text("文中で触れる計画", "Plans that name it")),
    "DEPENDS_ON": (Text("依存する計画", "Depends on"), Text("依存される計画", "Needed by")),
    "RELATED_TO": (Text("関連（推定）", "Related"), Text("関連（推定）", "Related")),
    "SUCCEEDS": (Text("引き継ぐ計画", "Succeeds"), Text("次期の計画", "Succeeded by")),
}
"""A node's neighbours by relation: those it leads to, those that lead to it."""


def page_words_in(lang: Lang) -> dict[str, str]:
    """Return all words of the page in one language, by key."""
    return {
        **{key: text.of(lang) for key, text in WORDS.items()},
        **{f"code:{code}": text.of(lang) for code, text in CODE_WORDS.items()},
        **{f"out:{name}": texts[0].of(lang) for name, texts in _NEIGHBOURS.items()},
        **{f"in:{name}": texts[1].of(lang) for name, texts in _NEIGHBOURS.items()},
    }
