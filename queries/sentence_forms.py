"""The forms of sentences that ``ask`` understands, Japanese and English, as a table (問いの文型).

A form is a question, a pattern of the sentence without its polite ends, fixed parameters, and
an example. In a pattern ``{slot}`` stands for the value of a parameter of the question. A form
that comes earlier wins, so the more specific ones come first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

PARAMETER_OF: Mapping[str, str] = {"words": "text", "plan": "number"}
"""The parameter that a slot fills, where the names differ."""

FILTERS = "filters"
"""The slot that fills any number of the filters that its question takes."""


class Form(NamedTuple):
    """A form of sentence: its question, its pattern, and its fixed parameters."""

    question: str
    pattern: str
    says: Mapping[str, Any] = {}

    @property
    def is_bare(self) -> bool:
        """Whether the form consists of names only, in either language."""
        return self.pattern == "{plan}" or self.names_alone

    @property
    def names_alone(self) -> bool:
        """Whether the form consists only of whole names of things related to plans."""
        return self.pattern == "{filters}"


_PLAN = r"(?:実施)?計画"
_TOUCH = (
    r"(?:に|と)(?:関わる|関わっている|かかわる|係る|関係する|関係のある|関係がある|関連する|関連した|"
    r"関する|関しての|触れる|触れている|該当する|ついての|基づく|基づいた|もとづく|よる|まつわる|"
    r"取り組む|取り組んでいる|動く|行う|行われる|実施する|予定されている|貢献する|資する|ある)"
)
_HOLD = (
    r"(?:が|で|を|の)?(?:所管する|所管している|担当する|担当している|担う|担っている|受け持つ|所管の|担当の|"
    r"扱う|進める|使う|含む)"
)
_STOP = (
    r"(?:を|が|に)?(?:やめる|やめた|止める|止めた|中止する|中止した|変える|変えた|変わる|変わった|なくす|"
    r"なくなる|なくした|なくなった|廃止する|廃止した|見直す|見直した|改正する|改正した|改正される|改正された|"
    r"遅れる|遅れた|変更する|変更した|変更になる)(?:と|ら|場合(?:は|に|、)?|とき(?:は|に)?)"
)
_WHAT = r"、?(?:何|なに|どこ|だれ|誰|どれ|どの計画|どの課|どんな)?(?:に|が|を)?"
_HARM = (
    r"(?:響く|響き|影響(?:する|し|が出る|が出|があ|を受ける|を受け|は)?|困る|困り|起きる|起き|起こる|起こり|"
    r"どうなる|どうなり|波及する|波及し)"
)
_NUMBER = r"(?P<plan>\d+(?:[-‐ー]\d+)+)"
_NO = (
    r"(?:が|の)?(?:ない|無い|なし|書かれていない|書いていない|記載されていない|未設定|未記入|空欄|不明)"
    r"の?"
)
_MOST = r"(?:一番|いちばん|最も|もっとも)"
_DOUBT = r"(?:おかしい|おかしな|怪しい|疑わしい|直すべき|見直すべき|気になる)"
_LOAD = (
    r"(?:負担|業務量|仕事量|負荷|受け持ち|担当量|ワークロード)"
    r"(?:の状況|の大きさ|の偏り|の分布|の集中|の差|のばらつき|感)?"
)
_HOW_MUCH = r"(?:は?(?:どれ|どの)(?:くらい|ぐらい|ほど))?"
_EACH = r"(?:各課|課ごと|課別|所管課別|所管課ごと|部署別|部署ごと|部門別|全課|課)"
_TARGET = r"(?:指標|目標値|数値目標|KPI|成果指標)"
_RULES = r"(?:法令|根拠法令|根拠)(?:・指針等|・指針|や指針|等)?"
_TOUCHING = (
    r"(?:that |which )?(?:are |is )?(?:touch(?:es|ing)?|about|on|of|by|with|in|for|under|from|"
    r"run by|related to|relating to|concerning|grounded in|based on|resting on|during)"
)

_ALL_OF_IT = r"(?:仕事|業務|計画|全体|全体像|概要|すべて|全部|取組|こと|一覧|まとめ|一覧票|票)?"

FORMS: tuple[Form, ...] = (
    # Two themes together, and matrices, before anything shorter.
    Form("themes", rf"{{with_theme}}と{{and_theme}}の(?:両方|どちらも|双方){_TOUCH}{_PLAN}"),
    Form("themes", rf"{{with_theme}}と{{and_theme}}(?:の)?(?:両方|どちらも|双方)の{_PLAN}"),
    Form("themes", r"(?:all )?plans? (?:touching|about|with|on) both {with_theme} and {and_theme}"),
    Form(
        "themes", r"{with_theme}と(?:一緒に|ともに|あわせて|共に)(?:進む|出てくる|扱われる)テーマ"
    ),
    Form("themes", r"themes (?:together with|alongside|that go with) {with_theme}"),
    Form(
        "themes",
        r"テーマと(?:重点推進)?目標の(?:マトリクス|マトリックス|クロス集計|表)",
        {"matrix": "goals"},
    ),
    Form(
        "themes",
        r"テーマと(?:所管)?課の(?:マトリクス|マトリックス|クロス集計|表)",
        {"matrix": "departments"},
    ),
    Form("themes", r"themes (?:by|against|per) goals?", {"matrix": "goals"}),
    Form("themes", r"themes (?:by|against|per) departments?", {"matrix": "departments"}),
    Form("themes", r"(?:重点推進)?目標(?:別|ごと)の?テーマ", {"matrix": "goals"}),
    Form("themes", r"(?:所管|担当)?(?:課|部署)(?:別|ごと)の?テーマ", {"matrix": "departments"}),
    Form("themes", r"テーマ(?:(?:別|ごと)(?:の(?:計画|計画数|件数))?)?"),
    Form("themes", r"(?:all )?(?:the )?themes"),
    # What is affected, and what something rests on.
    Form("impact", rf"{{node}}{_STOP}の?(?:影響範囲|影響|波及先|波及範囲)"),
    Form(
        "impact",
        rf"{{node}}{_STOP}(?:困る|影響を受ける|影響が出る|影響のある|響く)(?:{_PLAN}|課|もの)",
    ),
    Form("impact", rf"{{node}}{_STOP}{_WHAT}{_HARM}"),
    Form("impact", r"{node}の?(?:影響範囲|影響|波及先|波及範囲)"),
    Form(
        "impact",
        r"what (?:is|would be|will be|gets) affected (?:if|when) {node} (?:changes|stops|is \w+)",
    ),
    Form("impact", r"what (?:happens|breaks|suffers) (?:if|when) {node} (?:changes|stops|is \w+)"),
    Form("impact", r"(?:the )?impact of (?:changing |dropping |stopping |cancelling )?{node}"),
    Form("impact", r"(?:who|what) (?:depends?|rel(?:ies|y)|rests?) on {node}"),
    Form("dependencies", r"(?:計画(?:どうし|同士|間)の)?依存関係"),
    Form(
        "dependencies",
        r"{node}(?:は|が)?(?:何|なに|どの計画)に(?:依存|頼って|支えられて|拠って)(?:している|してい|いる|い|する|し)?",
    ),
    Form(
        "dependencies",
        rf"{{node}}(?:の前提(?:に|と)なる|の拠り所(?:に|と)なる|に先立って必要な)(?:{_PLAN}|もの|こと)",
    ),
    Form("dependencies", r"{node}の(?:依存先|依存関係|前提|前提条件|拠り所)"),
    Form("dependencies", r"what does {node} (?:depend|rest|rely) on"),
    Form("dependencies", r"(?:the )?dependencies of {node}"),
    Form("dependencies", r"(?:all )?dependencies(?: between plans)?"),
    # Workload.
    Form("workload", rf"{{department}}の?(?:年度別|年度ごと|年ごと)の?{_LOAD}", {"by": "year"}),
    Form("workload", rf"(?:年度別|年度ごと|年ごと)の?{_LOAD}", {"by": "year"}),
    Form("workload", rf"{_EACH}?の?{_LOAD}{_HOW_MUCH}"),
    Form(
        "workload",
        rf"{_LOAD}(?:が|の)(?:重い|大きい|多い|偏っている|集中している)の?は?(?:どの)?(?:課|所管課|部署)?",
    ),
    Form("workload", rf"{_LOAD}(?:を|は|が)?{_EACH}(?:に|で)?"),
    Form("workload", rf"{{filters}}の{_LOAD}{_HOW_MUCH}"),
    Form(
        "workload",
        r"{department}(?:は|が)(?:どれ|どの)(?:くらい|ぐらい|ほど)(?:忙しい|抱えている|担っている)",
    ),
    Form(
        "workload",
        rf"{{department}}(?:は|が)(?:何件の{_PLAN}を|{_PLAN}を何件)(?:持って|抱えて|担当して|担って)(?:いる|い)",
    ),
    Form(
        "workload",
        r"(?:どの|どこの|特定の|一部の)?(?:課|所管課|部署)に(?:仕事|負担|業務|計画)が(?:集中し|偏っ)て(?:いる|いない|い)",
    ),
    Form(
        "workload", rf"{_MOST}(?:忙しい|大変な|{_LOAD}(?:の|が)(?:大きい|重い))(?:課|所管課|部署)"
    ),
    Form("workload", r"(?:the )?workload by (?:fiscal )?year", {"by": "year"}),
    Form(
        "workload", r"(?:the )?workload (?:of|for) {department} by (?:fiscal )?year", {"by": "year"}
    ),
    Form("workload", r"(?:the )?workload(?: (?:by|per|of (?:all|each)) departments?)?"),
    Form("workload", r"(?:the )?workload (?:of|for|in|under) {filters}"),
    Form("workload", r"how (?:busy|loaded) is {department}"),
    Form(
        "workload",
        rf"(?:どの|どこの)?(?:課|所管課|部署)が{_MOST}(?:忙しい|大変|重い)",
    ),
    Form(
        "workload", r"(?:who|(?:which|what) departments?) (?:carries|carry|does|has) (?:the )?most"
    ),
    Form("workload", r"how concentrated is (?:the )?(?:workload|work)"),
    Form(
        "workload",
        r"is (?:the |all )?(?:workload|work) concentrated (?:in|on|at) "
        r"(?:some|one|any|a few|certain|a single) departments?",
    ),
    # Indicators; those of one plan belong to the answer about the plan.
    Form(
        "plan", rf"(?:{_PLAN})?{_NUMBER}の(?:{_TARGET}|目標|現況値|行動計画|取組内容|スケジュール)"
    ),
    Form(
        "indicators",
        rf"(?:現況値|現状値|基準値){_NO}{_TARGET}",
        {"without_baseline": True},
    ),
    Form(
        "indicators",
        rf"(?!.*(?:または|又は|もしくは|か|で|、).*{_TARGET})単位が{{unit}}の{_TARGET}",
    ),
    Form(
        "indicators",
        r"(?:indicators|targets) without (?:a )?baselines?",
        {"without_baseline": True},
    ),
    Form(
        "indicators",
        r"(?:indicators|targets) (?:measured )?in (?!goal|.*yen|people|persons|hours|schools|cases)"
        r"(?=\S+(?: \S+)?$)(?:units? of )?{unit}",
    ),
    Form("indicators", rf"(?:すべての|全ての|全)?{_TARGET}"),
    Form("indicators", rf"{{filters}}の{_TARGET}"),
    Form("indicators", r"(?:all )?(?:the )?(?:indicators|targets)"),
    Form("indicators", r"(?:indicators|targets) (?:of|for|under) {filters}"),
    # What many plans depend on, findings, lists.
    Form("bridges", r"(?:計画(?:全体)?の)?(?:要|急所|弱点|切れ目|単一障害点|ボトルネック)"),
    Form(
        "bridges",
        r"(?:計画(?:全体)?の)?要(?:となっている|になっている|となる|になる)(?:計画|もの)?",
    ),
    Form("bridges", r"(?:計画(?:全体)?を)?つないでいる(?:もの|課|計画|所管課)"),
    Form(
        "bridges",
        rf"(?:一つ|1つ|ひとつ|一)の?課だけ(?:で|が)(?:担う|担っている|所管する|所管している){_PLAN}",
    ),
    Form(
        "bridges", rf"単独で(?:担う|担っている|担当する|担当している|所管する|所管している){_PLAN}"
    ),
    Form(
        "bridges",
        r"(?:the )?(?:bridges|bottlenecks|weak points|single points? of failure)",
    ),
    Form("bridges", r"(?:the )?(?:plans?(?: is| are)? )?(?:the )?most central(?: plans?)?"),
    Form("bridges", r"what holds (?:the |this )?plans? together"),
    Form("check", rf"{_DOUBT}(?:ところ|所|箇所|点)|問題点"),
    Form("check", r"(?:確認事項|要確認事項|確認が必要な(?:事項|箇所|ところ)|原本の誤り|誤り)"),
    Form("check", r"(?:all )?(?:the )?(?:findings?|errors|problems|doubtful facts)"),
    Form("guidelines", rf"{_RULES}"),
    Form("guidelines", r"(?:all )?(?:the )?(?:guidelines|laws and guidelines)"),
    Form("departments", r"(?:すべての|全ての|全)?(?:所管課|担当課|部署)"),
    Form("departments", r"(?:所管|担当)?(?:課|部署)(?:別|ごと)の?(?:計画数|計画|件数)"),
    Form("departments", r"(?:all )?(?:the )?departments"),
    # Facts of one thing.
    Form("departments", rf"{{department}}が(?:関わる|関わっている|関係する|関係している){_PLAN}"),
    Form("themes", r"{theme}(?:について|に関して)"),
    Form("departments", r"{department}(?:について|に関して)"),
    Form("guidelines", r"{guideline}(?:について|に関して)"),
    Form(
        "departments",
        rf"{{department}}(?:(?:は|が)(?:どの{_PLAN}で)?(?:何|なん|どんな|どういう|どのような)の?役割|の役割)"
        r"(?:を(?:持つ|持っている|担う|担っている|果たす|果たしている))?",
    ),
    Form(
        "department",
        rf"{{department}}の{_ALL_OF_IT}(?:を|が|の)?(?:1|一)(?:ページ|枚|頁)(?:で|に|のもの)?",
    ),
    Form(
        "department",
        r"{department}の(?:(?:担当|所管)?(?:する)?(?:仕事|業務)(?:の?(?:全体|全般|内容|概要))?|全体像|こと)(?:を|について|は何)?",
    ),
    Form(
        "department",
        rf"{{department}}の(?:担当|所管)?(?:する)?{_PLAN}(?:と|および|、|・|や)(?:その)?{_TARGET}(?:の一覧)?(?:を)?",
    ),
    Form(
        "department",
        r"(?:the )?(?:one[- ]page (?:summary|overview)|page|summary|profile) "
        r"(?:of|for|about) {department}",
    ),
    # One plan.
    Form("plan", rf"(?:{_PLAN})?{{plan}}の?(?:所管課|担当課|担当|所管)(?:は?どこ|は?どの課)?"),
    Form(
        "plan",
        rf"(?:{_PLAN})?{_NUMBER}は(?:誰|だれ|どこ|どの課|どこの課)(?:が|の)(?:担当|所管)(?:(?:し)?て(?:いる|い)|する|し)?",
    ),
    Form(
        "plan",
        rf"(?:{_PLAN})?{_NUMBER}(?:と|に)(?:関係する|関係のある|関係がある|関連する|関連のある|連携する|"
        rf"連携している|つながる|つながっている){_PLAN}",
    ),
    Form(
        "plan",
        rf"(?:{_PLAN})?{{plan}}(?:の(?:詳細|詳しい内容|内容|中身|概要|全体|全部|こと)|とは|とは(?:何|なに|どんな{_PLAN}|どういう{_PLAN})|はどんな{_PLAN})",
    ),
    Form("plan", r"who (?:is responsible for|leads|owns) (?:plan )?{plan}"),
    Form("plan", r"(?:the )?(?:details of |everything about |what is |all about )?plan {plan}"),
    Form("plan", r"(?:details of|everything about|what is) {plan}"),
    # Plans by what they touch; the widest forms come last.
    Form(
        "plans",
        rf"{{words}}(?:という(?:言葉|語|語句))(?:を|が)"
        rf"(?:含む|含んでいる|含まれる|出てくる|使う|使っている|使われている|入る|入った|入っている|載っている|登場する|書かれた|書かれている|ある){_PLAN}",
    ),
    Form(
        "plans",
        rf"{{words}}(?:が出てくる|(?:と|が)(?:書かれた|書かれている|書いてある|記載された|ある)|の記載がある){_PLAN}",
    ),
    Form("plans", r"(?:all )?(?:the )?plans? (?:containing|mentioning|with) the words? {words}"),
    Form(
        "plans",
        rf"(?:どの|どんな){_PLAN}が{{filters}}(?:に|と)(?:関わる|関わっている|関わってい|関係する|関係し|触れている|触れてい)",
    ),
    Form(
        "plans",
        rf"{{filters}}(?:は|が)(?:どの|どんな|何の){_PLAN}を(?:担当|所管|実施)して(?:いる|い)",
    ),
    Form("plans", rf"(?:所管課?|担当課?)が{{filters}}の{_PLAN}"),
    Form("plans", rf"{{filters}}(?:{_TOUCH}|{_HOLD}|の){_PLAN}"),
    Form("plans", r"{filters}の(?:予定|取組|取り組み|事業)"),
    Form("plans", rf"(?:すべての|全ての|全){_PLAN}|{_PLAN}(?:の一覧|一覧)?"),
    Form("plans", rf"(?:all |the |all the |which |what )?plans? {_TOUCHING} {{filters}}"),
    Form(
        "plans",
        r"(?:what|which plans) (?:does|do|is|are) {filters} (?:run|responsible for|do)",
    ),
    Form("plans", r"(?:all )?(?:the )?plans"),
    Form("plans", r"(?:all )?(?:the )?{filters} plans"),
    # Nothing but names: whole ones of themes, departments, …, else a plan by a part of its title.
    Form("plans", r"{filters}"),
    Form("plan", r"{plan}"),
)
"""The forms, the first that fits wins."""
