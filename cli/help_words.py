"""The words of the help pages, as a table: commands, their options, their values.

Those of the questions stand in their declarations (:mod:`keikaku.queries.declaring`).
"""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPARTMENT, DEPTH, DOCUMENT, GOAL, THEME

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
        "各コマンドの説明: {command} コマンド --help", "On a command: {command} COMMAND --help"
    ),
}

COMMAND: Mapping[str, Text] = {
    "load": Text(
        "計画書を読み、グラフのファイルを作ります。",
        "Read a plan and write its graph.",
    ),
    "layout": Text(
        "計画書の見出しの読み方を示し、様式定義のひな形を作ります。",
        "Show how the labels of a plan are read, and propose a layout.",
    ),
    "ask": Text(
        "日本語または英語の文で尋ねます。同じ言語で、どの問いとして答えたかも示します。",
        "Ask in a sentence, in Japanese or English; the answer is in the same language.",
    ),
    "export": Text(
        "グラフを Excel、GraphML、GEXF、CSV、Cypher、Markdown で書き出します。",
        "Write the graph as Excel, GraphML, GEXF, CSV, Cypher or Markdown.",
    ),
    "template": Text(
        "計画書を Excel で入力するための様式を作ります（keikaku load で読み込みます）。",
        "Make the form in which a plan is filled in with Excel, for keikaku load.",
    ),
    "push": Text(
        "グラフを Neo4j サーバーに収めます（変わったところだけを書き込みます）。",
        "Put graphs into a Neo4j server; only what changed is written.",
    ),
    "pull": Text(
        "Neo4j サーバーに収めたグラフを、ファイルに書き戻します。",
        "Write what a Neo4j server holds back to a graph file.",
    ),
    "cypher": Text(
        "質問の Cypher の文を、Neo4j Browser に貼り付けられる形で示します。",
        "Print the Cypher behind a question, ready for Neo4j Browser.",
    ),
    "mcp": Text(
        "AIアシスタントから質問できるようにします（MCPサーバー。読み取り専用、標準入出力）。",
        "Serve the questions to an assistant (MCP, read only, over standard input and output).",
    ),
    "report": Text(
        "進捗状況報告書を作ります（Word または印刷用のHTML）。",
        "Write the progress report, for Word or as a page to print.",
    ),
    "site": Text(
        "計画・所管課・テーマなどのページをフォルダーに書き出します。"
        "共有フォルダーやWebサーバーに置けば、インターネットなしで見られます。",
        "Write a folder of pages for a shared drive or a web server; no network is needed.",
    ),
    "workshop": Text(
        "次期計画の見直し: 課ごとの記入を集めて決定にまとめ、次期計画のグラフを作ります。",
        "The revision of a plan: gather what departments decided, make the next edition's graph.",
    ),
    "workshop questions": Text(
        "計画書の記載と進捗から挙がる論点を、もとになる事実とともに示します。",
        "Show the questions that plan and progress raise, each with its fact.",
    ),
    "workshop pack": Text(
        "所管課ごとの照会票、論点シート、次第・配布資料をまとめて作ります。",
        "Write a form for each department, the issue sheets and the hand-out.",
    ),
    "workshop read": Text(
        "記入済みの照会様式（ファイルまたはフォルダー）を集め、食い違いや未記入を示します。",
        "Gather filled forms (files or folders); show where they differ and what is open.",
    ),
    "workshop next": Text(
        "決定ファイルから、次期計画のグラフを作ります。",
        "Make the next edition's graph from a decisions file.",
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
        "出力の形式（table は画面用、xlsx と csv は Excel で開けます）",
        "form of the output (table for people, xlsx and csv open in Excel)",
    ),
    ("", "out"): Text(
        "答えを書き出すファイル（形式は拡張子 .xlsx .csv .json .md .txt で決まります）",
        "file to write the answer to (.xlsx .csv .json .md .txt set the format)",
    ),
    ("", "top"): Text("表ごとに示す件数の上限", "the most rows to show of each table"),
    ("", "all_rows"): Text(
        "画面でも、長い表を途中で切らずにすべて示す",
        "show every row of a long table on a terminal too",
    ),
    ("", "graph"): Text(
        "グラフのファイル、または Neo4j（bolt://…）（環境変数 KEIKAKU_GRAPH でも指定可）",
        "graph file, or Neo4j (bolt://…) (also KEIKAKU_GRAPH)",
    ),
    ("", "document"): DOCUMENT.help,
    ("", "corrections"): Text(
        "訂正ファイル（省略時は、原本の隣の「原本名-corrections.yaml」）",
        "corrections file (else STEM-corrections.yaml beside the source)",
    ),
    ("", "themes"): Text("追加するテーマの一覧", "list of further themes"),
    ("", "strict"): Text("エラーが未解決であれば終了コード1", "exit 1 if an error finding is open"),
    ("load", "sources"): Text(
        "計画書（Excel、Word、PDF、HTML、CSV、テキスト。複数可）",
        "a plan (Excel, Word, PDF, HTML, CSV, text), one or more",
    ),
    ("load", "layout"): Text(
        "様式定義のファイル（省略時は最も合うものを選ぶ）",
        "layout file (else the one that fits best)",
    ),
    ("layout", "source"): Text(
        "計画書（Excel、Word、PDF、HTML、CSV、テキスト）",
        "a plan (Excel, Word, PDF, HTML, CSV, text)",
    ),
    ("layout", "out"): Text(
        "様式定義を書き出すファイル（.yaml）", "file to write the layout to (.yaml)"
    ),
    ("load", "out"): Text("作るグラフのファイル", "graph file to write"),
    ("load", "with_prose"): Text(
        "表のフォルダーを読み込むとき、本文（事業概要、所見など）も残す",
        "keep running text when tables of a folder are read",
    ),
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
        "計画書のファイル（PDF、Word、Excelなど。省略時はグラフに記録された事項）",
        "text of a plan (else the findings kept in the graph)",
    ),
    ("check", "init"): Text(
        "未解決の事項すべてについて訂正ファイルのひな形を作る",
        "write a skeleton corrections file of all that is open",
    ),
    ("", "goal"): GOAL.help,
    ("ask", "sentence"): Text(
        "問いの文（「収納課の負担」「2-2-5をやめると何に影響するか」）",
        "the question (all plans touching キャッシュレス)",
    ),
    ("", "address"): Text("サーバー（bolt://ホスト:7687）", "server (bolt://host:7687)"),
    ("", "user"): Text("ユーザー名（環境変数 NEO4J_USER でも指定可）", "user (also NEO4J_USER)"),
    ("", "password"): Text(
        "パスワード（環境変数 NEO4J_PASSWORD を推奨）", "password (better: NEO4J_PASSWORD)"
    ),
    ("", "database"): Text(
        "データベース（環境変数 NEO4J_DATABASE でも指定可）", "database (also NEO4J_DATABASE)"
    ),
    ("push", "graphs"): Text(
        "グラフのファイル、または計画の原本・表のフォルダー（複数可）",
        "graph file, or a source or folder of tables; one or more",
    ),
    ("export", "neo4j_admin"): Text(
        "neo4j-admin database import full で取り込むファイルを、このフォルダーに作る"
        "（多くの計画書を初めてサーバーに収めるとき）。引数にはグラフのファイルや原本を並べる",
        "make the files of neo4j-admin database import full in this folder, for a first load of "
        "many documents; the arguments are then graph files or sources",
    ),
    ("export", "path"): Text(
        "出力先。拡張子（.xlsx .graphml .gexf .cypher .md .json）で形式が決まります。"
        "末尾が / ならCSVのフォルダー",
        "where to; the ending sets the format, a name that ends with / is a folder of CSV",
    ),
    ("export", "to"): Text(
        "形式（xlsx graphml gexf csv cypher md json）", "format instead of the ending"
    ),
    ("template", "out"): Text(
        "作る様式の名前（既定: 計画の入力様式.xlsx）", "form to write (default: plan-form.xlsx)"
    ),
    ("pull", "documents"): Text(
        "取り出す計画書（繰り返し指定できます。既定: すべて）",
        "document to fetch; may be given several times (default: all)",
    ),
    ("pull", "out"): Text("作るグラフのファイル", "graph file to write"),
    ("cypher", "question"): Text(
        "質問のコマンドとそのオプション", "command of a question with its options"
    ),
    ("progress", "template"): Text(
        "記入する様式を作る（ファイルを指定すると、その値を引き継ぐ）",
        "write the form to fill in (with FILE, its values are carried over)",
    ),
    ("progress", "out"): Text(
        "答えを書き出すファイル（.csv .json .md .txt）。--template では作る様式"
        "（.xlsx または .csv、省略時は「計画書のid-progress.xlsx」）",
        "file to write the answer to (.csv .json .md .txt); with --template the form, .xlsx or "
        ".csv (else ID-progress.xlsx)",
    ),
    ("report", "progress"): Text(
        "記入済みの進捗のファイル（省略時は原本に記載の実績値だけ）",
        "progress file that was filled in (else only what the plan itself prints)",
    ),
    ("report", "out"): Text(
        "作る報告書（.docx または .html、必須）", "report to write (.docx or .html)"
    ),
    ("workshop questions", "plan"): Text("計画の番号か名称", "number or title of a plan"),
    ("workshop questions", "progress"): Text(
        "記入済みの進捗ファイル（keikaku progress）", "filled progress file (keikaku progress)"
    ),
    ("workshop pack", "out"): Text(
        "資料を入れるフォルダー（既定: ワークショップ資料）",
        "folder to write (default: workshop-pack)",
    ),
    ("workshop pack", "due"): Text(
        "回答の期限（資料と照会票に記す）", "by when answers are wanted"
    ),
    ("workshop pack", "contact"): Text(
        "回答の提出先・問い合わせ先（資料と照会票に記す）", "to whom answers go"
    ),
    ("workshop pack", "department"): Text(
        "この所管課の計画だけ", "only the plans of this department"
    ),
    ("workshop pack", "goal"): Text("この目標の計画だけ", "only the plans of this goal"),
    ("workshop pack", "progress"): Text(
        "記入済みの進捗ファイル（keikaku progress）", "filled progress file (keikaku progress)"
    ),
    ("workshop read", "forms"): Text(
        "記入済みの照会様式、またはそれを集めたフォルダー（複数可）",
        "filled forms, or folders of them",
    ),
    ("workshop read", "out"): Text(
        "作る決定ファイル（すでにあれば、settled を残して書き直す）",
        "decisions file to write (one that is there keeps what is settled)",
    ),
    ("workshop read", "conflicts"): Text(
        "食い違いと未記入を調整する表（.xlsx。なければ作り、あれば記入を読み込む）",
        "workbook to settle conflicts and gaps in (.xlsx; written, or read once it is there)",
    ),
    ("workshop read", "strict"): Text(
        "未記入の計画があっても終了コード1", "exit 1 for plans without a decision too"
    ),
    ("workshop next", "decisions"): Text(
        "keikaku workshop read が作った決定ファイル", "decisions file of keikaku workshop read"
    ),
    ("workshop next", "out"): Text("作るグラフのファイル", "graph file to write"),
    ("workshop next", "gaps"): Text(
        "未記入の計画があるとき: fail（作らない、既定）、continue（継続とみなす）",
        "plans without a decision: fail (the default) or continue (as if so decided)",
    ),
    ("workshop next", "identity"): Text(
        "次期計画書のid（省略時は、期間から）", "id of the next document (else from its period)"
    ),
    ("workshop next", "title"): Text(
        "次期計画書の名称（省略時は、年を改めた名称）",
        "title of the next document (else this one's, its year renewed)",
    ),
    ("workshop next", "first_year"): Text(
        "次期の初年度（省略時は、今期の翌年度）", "its first year (else the one after this period)"
    ),
    ("workshop next", "last_year"): Text(
        "次期の最終年度（省略時は、今期と同じ長さ）", "its last year (else as long as this period)"
    ),
    ("workshop next", "progress"): Text(
        "進捗のファイル（最新の実績値を次期の現況値にする）",
        "progress file, whose last actual values become the baselines",
    ),
    ("site", "out"): Text("書き出すフォルダー（必須）", "folder to write to"),
    ("site", "public"): Text(
        "公開用：確認事項と内部の注記を省く", "for the public: without findings and remarks"
    ),
    ("whatif", "out"): Text(
        "変更後のグラフを保存するファイル", "graph file to write the variant to"
    ),
    ("map", "focus"): Text(
        "中心に置くもの（計画の番号、課、テーマなど）",
        "what to draw round: a plan's number, a department, a theme, …",
    ),
    ("map", "depth"): Text("中心から何段階まで（既定は2）", "steps from it (2 if not said)"),
    ("map", "theme"): Text("このテーマの計画だけ", "only the plans that touch it"),
    ("map", "department"): Text("この課の計画だけ", "only the plans it answers for"),
    ("map", "goal"): Text("この重点推進目標の計画だけ", "only the plans of this goal"),
    ("map", "progress"): Text(
        "記入済みの進捗のファイル（計画を進捗で色分けする）",
        "progress file that was filled in: plans are coloured by it",
    ),
    ("map", "before"): Text(
        "前の計画のグラフ（継続・見直し・統合・廃止・新規を色分けする）",
        "graph of the earlier edition: plans are coloured by what became of them",
    ),
    ("map", "out"): Text(
        "作るHTMLファイル（省略時は「計画書のid-map.html」）",
        "HTML file to write (else ID-map.html)",
    ),
    ("map", "open_it"): Text("作った地図をブラウザーで開く", "open the map in the browser"),
}
"""Help of a parameter by command and name; "" is for every command."""

METAVAR: Mapping[str, Text] = {
    "graph": Text("ファイル", "FILE"),
    "top": Text("件数", "N"),
    "document": DOCUMENT.value,
    "documents": Text("計画書", "ID"),
    "corrections": Text("ファイル", "FILE"),
    "layout": Text("ファイル", "FILE"),
    "themes": Text("ファイル", "FILE"),
    "out": Text("ファイル", "FILE"),
    "init": Text("ファイル", "FILE"),
    "sources": Text("原本", "SOURCE"),
    "source": Text("原本", "SOURCE"),
    "identity": Text("id", "ID"),
    "explain": Text("番号", "NUMBER"),
    "theme": THEME.value,
    "department": DEPARTMENT.value,
    "goal": GOAL.value,
    "sentence": Text("文", "SENTENCE"),
    "depth": DEPTH.value,
    "address": Text("サーバー", "ADDRESS"),
    "user": Text("ユーザー名", "USER"),
    "password": Text("パスワード", "PASSWORD"),
    "database": Text("名称", "NAME"),
    "graphs": Text("ファイル", "FILE"),
    "question": Text("質問", "QUESTION"),
    "focus": Text("名称", "NODE"),
    "before": Text("ファイル", "FILE"),
    "due": Text("期限", "DATE"),
    "conflicts": Text("ファイル", "FILE"),
    "contact": Text("提出先", "TEXT"),
    "file": Text("ファイル", "FILE"),
    "forms": Text("様式", "FORM"),
    "decisions": Text("決定ファイル", "DECISIONS"),
    "title": Text("名称", "TITLE"),
    "first_year": Text("年度", "YEAR"),
    "last_year": Text("年度", "YEAR"),
    "progress": Text("ファイル", "FILE"),
    "plan": Text("番号", "NUMBER"),
    "path": Text("出力先", "PATH"),
    "neo4j_admin": Text("フォルダー", "DIR"),
    "to": Text("形式", "FORMAT"),
}
