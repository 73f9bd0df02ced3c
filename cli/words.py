"""The words of the help pages, as a table: commands, their options, what to put in."""

from __future__ import annotations

from collections.abc import Mapping

from graph.language import Text

ABOUT = Text(
    "公表された行政計画をグラフとして読み、所管・目標・依存関係を横断して調べます。"
    "--graph を付けなければ、同梱のグラフに答えを求めます。",
    "Reads a city's published plan as a graph and answers questions across it. "
    "Without --graph the bundled graph answers.",
)

HEADINGS: Mapping[str, Text] = {
    "usage": Text("使い方:", "Usage:"),
    "options-shape": Text("[オプション]", "[OPTIONS]"),
    "commands-shape": Text("コマンド [オプション]", "COMMAND [OPTIONS]"),
    "commands": Text("コマンド:", "Commands:"),
    "arguments": Text("引数:", "Arguments:"),
    "options": Text("オプション:", "Options:"),
    "more": Text(
        "各コマンドの説明: keikaku コマンド --help", "On a command: keikaku COMMAND --help"
    ),
}

COMMAND: Mapping[str, Text] = {
    "load": Text(
        "計画書のテキストを読み、グラフのファイルを作ります。",
        "Read the text of a plan and write its graph.",
    ),
    "check": Text(
        "人の確認が必要な事項を、重要なものから示します。",
        "Show what a person should look at, most severe first.",
    ),
    "plans": Text(
        "条件すべてに当てはまる実施計画を、その理由とともに示します。",
        "Show the plans that match all that is asked, each with why.",
    ),
    "plan": Text(
        "一つの実施計画の所管、取組、指標、依存関係などをまとめて示します。",
        "Show one plan whole: responsibility, actions, indicators, dependencies.",
    ),
    "map": Text(
        "対話型の地図を一つのHTMLファイルに書き出します（ネットワーク接続なしで開けます）。",
        "Write the interactive map as one HTML file that opens without any network.",
    ),
}

PARAMETER: Mapping[tuple[str, str], Text] = {
    ("", "help"): Text("この説明を表示", "show this help"),
    ("", "version"): Text("版を表示", "show the version"),
    ("", "lang"): Text(
        "表示の言語（環境変数 KEIKAKU_LANG でも指定可）", "language (also KEIKAKU_LANG)"
    ),
    ("", "format"): Text(
        "出力の形式（table は画面用、csv は Excel で開けます）",
        "form of the output (table for people, csv opens in Excel)",
    ),
    ("", "graph"): Text(
        "グラフのファイル（環境変数 KEIKAKU_GRAPH でも指定可）",
        "graph file (also KEIKAKU_GRAPH)",
    ),
    ("", "document"): Text(
        "対象の計画書（複数を収めたグラフの場合）", "the document, where a graph holds several"
    ),
    ("", "corrections"): Text(
        "訂正ファイル（省略時は、原本の隣の「原本名-corrections.yaml」）",
        "corrections file (else STEM-corrections.yaml beside the source)",
    ),
    ("", "themes"): Text("追加するテーマの一覧", "list of further themes"),
    ("", "strict"): Text("エラーが未解決であれば終了コード1", "exit 1 if an error finding is open"),
    ("load", "sources"): Text("計画書のテキスト（複数可）", "text of a plan, one or more"),
    ("load", "out"): Text("作るグラフのファイル", "graph file to write"),
    ("load", "facts_only"): Text(
        "本文（事業概要・目指す姿など）を含めない", "leave out prose (overview, vision)"
    ),
    ("load", "identity"): Text(
        "計画書のid（省略時はファイル名から）", "id of the document (else from the file name)"
    ),
    ("load", "explain"): Text(
        "その番号の計画を、どの行からどう読んだかを示す",
        "show from which lines the plan of that number was read, and how",
    ),
    ("check", "source"): Text(
        "計画書のテキスト（省略時はグラフに記録された事項）",
        "text of a plan (else the findings kept in the graph)",
    ),
    ("check", "severity"): Text("この区分以上のものだけ", "this severity and above"),
    ("check", "code"): Text("この種類の事項だけ", "findings of this kind only"),
    ("check", "settled"): Text("解決済みの事項も示す", "settled findings too"),
    ("check", "init"): Text(
        "未解決の事項すべてについて訂正ファイルのひな形を作る",
        "write a skeleton corrections file of all that is open",
    ),
    ("plans", "theme"): Text(
        "テーマ（5レス は下位の5つを含む）", "theme (5レス covers its five children)"
    ),
    ("plans", "basis"): Text("テーマの根拠", "by its mark or by its text"),
    ("plans", "department"): Text(
        "所管課（個別取組の所管を含む）", "responsible department (of components too)"
    ),
    ("plans", "guideline"): Text("根拠となる法令・指針等", "law or guideline it rests on"),
    ("plans", "goal"): Text("重点推進目標", "goal"),
    ("plans", "initiative"): Text("取組事項", "initiative"),
    ("plans", "sdg"): Text("SDGsのターゲットまたはゴール", "SDG target or goal"),
    ("plans", "year"): Text(
        "行動計画のある年度（令和5年度、R5、2023）",
        "fiscal year with a milestone (2023, 令和5年度, R5)",
    ),
    ("plans", "text"): Text("計画に出てくる語句", "words that occur in the plan"),
    ("plan", "number"): Text(
        "番号（2-2-5）、または名称の一部", "its number (2-2-5) or a part of its title"
    ),
    ("map", "focus"): Text(
        "中心に置くもの（計画の番号、課、テーマなど）",
        "what to draw round: a plan's number, a department, a theme, …",
    ),
    ("map", "depth"): Text("中心から何段階まで（既定は2）", "steps from it (2 if not said)"),
    ("map", "theme"): Text("このテーマの計画だけ", "only the plans that touch it"),
    ("map", "department"): Text("この課の計画だけ", "only the plans it answers for"),
    ("map", "goal"): Text("この重点推進目標の計画だけ", "only the plans of this goal"),
    ("map", "out"): Text(
        "作るHTMLファイル（省略時は「計画書のid-map.html」）",
        "HTML file to write (else ID-map.html)",
    ),
    ("map", "open_it"): Text("作った地図をブラウザーで開く", "open the map in the browser"),
}
"""Help of a parameter by command and name; "" is for every command."""

METAVAR: Mapping[str, Text] = {
    "graph": Text("ファイル", "FILE"),
    "document": Text("計画書", "ID"),
    "corrections": Text("ファイル", "FILE"),
    "themes": Text("ファイル", "FILE"),
    "out": Text("ファイル", "FILE"),
    "init": Text("ファイル", "FILE"),
    "sources": Text("原本", "SOURCE"),
    "source": Text("原本", "SOURCE"),
    "identity": Text("id", "ID"),
    "explain": Text("番号", "NUMBER"),
    "code": Text("種類", "CODE"),
    "theme": Text("テーマ", "THEME"),
    "department": Text("課名", "DEPARTMENT"),
    "guideline": Text("名称", "GUIDELINE"),
    "goal": Text("番号", "N"),
    "initiative": Text("番号", "N-N"),
    "sdg": Text("番号", "CODE"),
    "year": Text("年度", "YEAR"),
    "text": Text("語句", "WORDS"),
    "number": Text("番号", "NUMBER"),
    "focus": Text("名称", "NODE"),
    "depth": Text("段階", "N"),
}
