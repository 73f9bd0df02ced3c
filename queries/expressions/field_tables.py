"""The fields that follow relations or are computed, and the words for all fields, as tables.

The facts of a kind are fields by themselves (:mod:`.fields`); these tables add what relations show,
and the words that people use for both.
"""

from __future__ import annotations

from collections.abc import Mapping

TO_PLANS: Mapping[str, str] = {
    "Goal": ">HAS_PART*1..:Plan",
    "Initiative": ">HAS_PART*1..:Plan",
    "Component": "<HAS_PART:Plan",
    "Action": "<HAS_PART*1..2:Plan",
    "Milestone": "<HAS_PART*1..3:Plan",
    "LogicStep": "<HAS_PART*1..2:Plan",
    "Indicator": "<MEASURED_BY <HAS_PART*0..2:Plan",
    "Budget": "<HAS_BUDGET:Plan",
    "Evaluation": "<EVALUATED_AS:Plan",
    "Department": "<PART_OF*0.. >RESPONSIBLE_FOR <HAS_PART*0..1:Plan",
    "Theme": "<PART_OF*0.. <TOUCHES:Plan",
    "Guideline": "<GROUNDED_IN:Plan",
    "Partner": "<INVOLVES:Plan",
    "SdgTarget": "<CONTRIBUTES_TO:Plan",
    "Channel": "<DISCLOSED_ON:Plan",
    "PlanDocument": ">HAS_PART*1..:Plan",
    "Finding": ">ABOUT:Plan",
}
"""The steps from each kind to its plans, so that the fields of a plan can be asked for too."""

_ABOVE = "<HAS_PART*1..2:Component"

NAMES: Mapping[str, tuple[tuple[str, str, str, str, str, str], ...]] = {
    # key, words, kind, steps, instead, wider
    "Plan": (
        (
            "department",
            "所管課 課 担当課 担当 所管 部署 所管部署 departments dept",
            "Department",
            ">HAS_PART*0..1 <RESPONSIBLE_FOR:Department",
            "",
            ">PART_OF*0..:Department",
        ),
        (
            "lead",
            "主管課 主管 主担当課",
            "Department",
            "<RESPONSIBLE_FOR[role=lead]:Department",
            "",
            ">PART_OF*0..:Department",
        ),
        (
            "shared_with",
            "共管課 共管 関係課 連携課 協力課",
            "Department",
            "<RESPONSIBLE_FOR[role=co]:Department",
            "",
            "",
        ),
        ("theme", "テーマ themes", "Theme", ">TOUCHES:Theme", "", ">PART_OF*0..:Theme"),
        (
            "mark",
            "印 ○印 マーク marks",
            "Theme",
            ">TOUCHES[basis=mark]:Theme",
            "",
            ">PART_OF*0..:Theme",
        ),
        (
            "theme_in_text",
            "本文のテーマ テーマの語",
            "Theme",
            ">TOUCHES[basis=text]:Theme",
            "",
            ">PART_OF*0..:Theme",
        ),
        (
            "guideline",
            "根拠 法令 指針 根拠法令 法令・指針 関連計画 guidelines law laws",
            "Guideline",
            ">GROUNDED_IN:Guideline",
            "",
            "",
        ),
        ("goal", "目標 重点推進目標 政策 基本目標 goals", "Goal", "<HAS_PART*1..:Goal", "", ""),
        (
            "initiative",
            "取組事項 施策 基本事業 initiatives",
            "Initiative",
            "<HAS_PART*1..:Initiative",
            "",
            "",
        ),
        (
            "heading",
            "上位の見出し 見出し headings",
            "Initiative",
            "<HAS_PART*1..:Goal|Initiative",
            "",
            "",
        ),
        ("document", "計画書 文書 documents", "PlanDocument", "<HAS_PART*1..:PlanDocument", "", ""),
        ("sdg", "SDGs SDG ターゲット sdgs", "SdgTarget", ">CONTRIBUTES_TO:SdgTarget", "", ""),
        (
            "disclosure",
            "情報公開 公開 公開先 公表 channel channels",
            "Channel",
            ">DISCLOSED_ON:Channel",
            "",
            "",
        ),
        ("partner", "関係団体 団体 連携先 相手 partners", "Partner", ">INVOLVES:Partner", "", ""),
        ("named_department", "記載された課 関係課", "Department", ">INVOLVES:Department", "", ""),
        ("depends_on", "依存先 前提 依存 dependencies", "Plan", ">DEPENDS_ON:Plan", "", ""),
        ("needed_by", "依存元 依存される計画 dependents", "Plan", "<DEPENDS_ON:Plan", "", ""),
        ("related_to", "関連する計画 関連計画（推定） related", "Plan", ">RELATED_TO:Plan", "", ""),
        (
            "indicator",
            "指標 KPI 成果指標 indicators",
            "Indicator",
            ">HAS_PART*0..2 >MEASURED_BY:Indicator",
            "",
            "",
        ),
        (
            "target_indicator",
            "数値目標 目標値のある指標",
            "Indicator",
            ">HAS_PART*0..2 >MEASURED_BY:Indicator{target}",
            "",
            "",
        ),
        ("component", "個別取組 小項目 components", "Component", ">HAS_PART:Component", "", ""),
        ("action", "取組内容 取組 actions", "Action", ">HAS_PART*1..2:Action", "", ""),
        (
            "milestone",
            "行動計画 予定 工程 milestones",
            "Milestone",
            ">HAS_PART*2..3:Milestone",
            "",
            "",
        ),
    ),
    "Component": (
        (
            "department",
            "所管課 課 担当課 担当 所管 部署",
            "Department",
            "<RESPONSIBLE_FOR:Department",
            "<HAS_PART:Plan <RESPONSIBLE_FOR:Department",
            ">PART_OF*0..:Department",
        ),
    ),
    "Indicator": (
        ("component", "個別取組 小項目 components", "Component", "<MEASURED_BY:Component", "", ""),
        (
            "department",
            "所管課 課 担当課 担当 所管 部署",
            "Department",
            "<MEASURED_BY:Component <RESPONSIBLE_FOR:Department",
            "<MEASURED_BY <HAS_PART*0..2:Plan <RESPONSIBLE_FOR:Department",
            ">PART_OF*0..:Department",
        ),
    ),
    "Action": (
        ("component", "個別取組 小項目 components", "Component", "<HAS_PART:Component", "", ""),
        (
            "department",
            "所管課 課 担当課 担当 所管 部署",
            "Department",
            f"{_ABOVE} <RESPONSIBLE_FOR:Department",
            "<HAS_PART*1..2:Plan <RESPONSIBLE_FOR:Department",
            ">PART_OF*0..:Department",
        ),
    ),
    "Milestone": (
        (
            "department",
            "所管課 課 担当課 担当 所管 部署",
            "Department",
            f"{_ABOVE} <RESPONSIBLE_FOR:Department",
            "<HAS_PART*1..3:Plan <RESPONSIBLE_FOR:Department",
            ">PART_OF*0..:Department",
        ),
        ("action", "取組内容 取組 actions", "Action", "<HAS_PART:Action", "", ""),
        ("component", "個別取組 小項目 components", "Component", _ABOVE, "", ""),
    ),
    "Department": (
        ("lead_plan", "主管する計画 主管計画", "Plan", ">RESPONSIBLE_FOR[role=lead]:Plan", "", ""),
        ("part_of", "上位の部署 部 局", "Department", ">PART_OF:Department", "", ""),
        ("named_in", "本文に記載された計画", "Plan", "<INVOLVES:Plan", "", ""),
        (
            "component",
            "個別取組 小項目 components",
            "Component",
            "<PART_OF*0.. >RESPONSIBLE_FOR:Component",
            "<PART_OF*0.. >RESPONSIBLE_FOR:Plan >HAS_PART:Component",
            "",
        ),
    ),
    "Theme": (("part_of", "上位のテーマ", "Theme", ">PART_OF:Theme", "", ""),),
}
"""Fields whose values are nodes; each also has a count: 所管課数, ``department_count``."""

COUNT_WORDS: Mapping[str, str] = {
    "department": "所管課数 課数 担当課数",
    "shared_with": "共管課数 関係課数",
    "theme": "テーマ数",
    "mark": "印数 印の数",
    "indicator": "指標数 KPI数",
    "guideline": "根拠数 法令数 指針数",
    "partner": "団体数 関係団体数",
    "needed_by": "依存元数 依存される数",
    "depends_on": "依存先数 依存数",
    "plan": "計画数 実施計画数 件数",
    "lead_plan": "主管数 主管計画数",
    "milestone": "行動計画数 予定数",
    "action": "取組数",
}

EXTREMES: Mapping[str, tuple[tuple[str, str, str, str, bool], ...]] = {
    "Plan": (
        ("first_year", "開始年度 開始 開始年 始期", ">HAS_PART*1..3", "first_year", True),
        ("last_year", "終了年度 終了 完了年度 終期", ">HAS_PART*1..3", "last_year", False),
    ),
    "Component": (
        ("first_year", "開始年度 開始", ">HAS_PART*1..2", "first_year", True),
        ("last_year", "終了年度 終了", ">HAS_PART*1..2", "last_year", False),
    ),
    "Action": (
        ("first_year", "開始年度 開始", ">HAS_PART*0..1", "first_year", True),
        ("last_year", "終了年度 終了", ">HAS_PART*0..1", "last_year", False),
    ),
    "Milestone": (
        ("first_year", "開始年度 開始 初年度", "", "first_year", True),
        ("last_year", "終了年度 終了", "", "last_year", False),
    ),
}
"""The first and the last year of the parts of a node; without steps, of the node itself."""

LENGTH = ("duration", "期間 年数 実施期間 取組期間 継続年数 実施年数 duration_in_years")
"""How many years these parts run, from the first year to the last."""

FACT_FIELDS: Mapping[str, tuple[tuple[str, str, str, str, str, str | None], ...]] = {
    # key, words, kind, steps, fact, the number by which only the last count
    "Plan": (
        (
            "guideline_type",
            "根拠の種別 根拠種別",
            "Guideline",
            ">GROUNDED_IN:Guideline",
            "type",
            None,
        ),
        (
            "last_direction",
            "今後の方向性 直近の方向性",
            "Evaluation",
            ">EVALUATED_AS:Evaluation",
            "direction",
            "fiscal_year",
        ),
    ),
}
"""Facts of what a node leads to."""

DERIVED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "Plan": (
        ("year", "年度 実施年度 時期", "year"),
        ("scheduled_year", "行動計画の年度 工程の年度", "year"),
        ("text", "本文 文章 記載 全文", "prose"),
    ),
    "Component": (("year", "年度 実施年度", "year"),),
    "Action": (("year", "年度 実施年度", "year"),),
    "Milestone": (("year", "年度 実施年度", "year"),),
    "Indicator": (
        ("reached", "達成 達成済み 目標達成", "flag"),
        ("at_target", "目標値に到達済み", "flag"),
        ("gap", "差 伸び 目標との差 伸び幅 増減", "number"),
        ("gap_size", "差の大きさ 差の絶対値 開き", "number"),
        ("rate", "倍率 伸び率", "number"),
        ("unit", "単位", "text"),
        ("target_year", "目標年度 目標年次", "year"),
        ("baseline_year", "現況年度 基準年度 現況値の年度", "year"),
    ),
}
"""Fields that are computed; both engines know them by their key."""

IN_TIME: Mapping[str, str] = {
    "year": ">HAS_PART*0..3",
    "possible_year": ">HAS_PART*0..3",
    "scheduled_year": ">HAS_PART*1..3",
}
"""The fields of when something runs: itself and its parts, or only its parts."""

SEARCHED: tuple[str, ...] = (">HAS_PART*0..3", ">HAS_PART*0..3 >MEASURED_BY|EVALUATED_AS")
"""Where the words of a plan stand that ``text`` looks for."""

BY_PART = {("Plan", "category")}
"""Fields of which a typed value means all values that hold it: 新規 for 新規・拡充."""

DOUBTS: Mapping[tuple[str, str], tuple[str, bool]] = {
    ("Plan", "theme"): ("unknown_marks", True),
    ("Plan", "mark"): ("unknown_marks", True),
    ("Plan", "disclosure"): ("disclosure_unknown", False),
}
"""The fact that marks a field as possibly having values that the source leaves open."""

FACT_WORDS: Mapping[str, str] = {
    "title": "名称 題名 計画名 タイトル 名前 name",
    "name": "名称 名前 指標名 title",
    "number": "番号 計画番号 no",
    "target": "目標値 目標 数値目標 KPI",
    "baseline": "現況値 現状値 基準値 現況 現状 実績値",
    "direction": "方向 望ましい方向",
    "measurable": "定量 数値あり 測定可能",
    "type": "種別 種類 区分",
    "text": "内容 名称 行動計画",
    "first_year": "開始年度 開始 初年度",
    "last_year": "終了年度 終了",
    "code": "番号 コード",
    "overview": "事業概要 概要",
    "vision": "目指す姿",
    "problem": "課題 現状と課題",
    "category": "区分 事業区分",
    "group": "分類",
    "total": "金額 予算額 総額 合計",
    "fiscal_year": "年度 会計年度",
    "stage": "段階 区分",
    "grade": "評価 評価結果",
    "level": "階層 レベル",
    "severity": "重要度 区分",
    "message": "内容",
    "suggestion": "対応",
    "settled": "解決済み 解決 訂正済み",
    "line": "行",
    "Finding.code": "種類 確認事項の種類",
}
"""What people call the facts of a kind, besides what the model says."""

CODE_WORDS: Mapping[str, str] = {
    "increase": "増やす 増加 増 上げる 向上",
    "decrease": "減らす 減少 減 下げる 低減",
    "maintain": "保つ 維持 現状維持",
    "law": "法律 法 法令",
    "ordinance": "条例 規則 条例・規則",
    "guideline": "指針 ガイドライン",
    "plan": "計画",
    "policy": "方針",
    "criterion": "基準",
    "notice": "通知",
    "vision": "構想 ビジョン",
    "other": "その他",
    "website": "ウェブサイト",
    "page": "ウェブページ ページ",
    "budget": "予算 当初予算",
    "actual": "決算 実績 執行",
    "request": "要求 概算要求",
    "expand": "拡充 拡大",
    "continue": "継続 現状維持 維持",
    "improve": "改善 見直し 見直",
    "shrink": "縮小",
    "merge": "統合",
    "end": "廃止 終了 休止",
    "done": "完了",
    "division": "部 局",
    "department": "課",
    "section": "係",
    "error": "エラー",
    "warning": "警告",
    "info": "参考",
}
"""What people call the codes of facts with choices."""

KIND_WORDS: Mapping[str, str] = {
    "Plan": "計画 実施計画 事業 事務事業 取組項目 plan plans project projects",
    "Department": "所管課 課 担当課 部署 部 department departments",
    "Indicator": "指標 目標値 KPI 成果指標 数値目標 indicator indicators target targets",
    "Guideline": "法令 指針 法令・指針 ガイドライン 根拠 根拠法令 法令・指針等 guideline "
    "guidelines law laws",
    "Theme": "テーマ theme themes",
    "Partner": "団体 関係団体 連携先 partner partners",
    "SdgTarget": "SDGs SDG ターゲット sdg sdgs",
    "Channel": "情報公開 公開先 channel channels",
    "Goal": "目標 重点推進目標 政策 goal goals",
    "Initiative": "取組事項 施策 initiative initiatives",
    "Component": "個別取組 小項目 component components",
    "Action": "取組内容 取組 action actions",
    "Milestone": "行動計画 予定 工程 milestone milestones",
    "Budget": "予算 決算 事業費 budget budgets",
    "Evaluation": "評価 evaluation evaluations",
    "LogicStep": "ロジックモデル logicstep",
    "PlanDocument": "計画書 文書 document documents",
    "Finding": "確認事項 要確認事項 finding findings",
}
"""What ``find`` calls the kinds."""
