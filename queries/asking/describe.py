"""Describe in words what was understood: 所管課が収納課の実施計画 (読み取った内容)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from keikaku.graph.language import Text
from keikaku.queries.asking.vocabulary.reading import Reading
from keikaku.queries.expressions.fields import kind_named, words_of
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.expressions.tree import (
    ABSENT,
    PRESENT,
    UNKNOWN,
    And,
    Comparison,
    Not,
    Some,
    Tree,
)
from keikaku.queries.names import fold

_SIGNS = {
    "=": Text("が{v}", "is {v}"),
    "!=": Text("が{v}でない", "is not {v}"),
    ">=": Text("が{v}以上", "is at least {v}"),
    "<=": Text("が{v}以下", "is at most {v}"),
    ">": Text("が{v}より大きい", "is more than {v}"),
    "<": Text("が{v}より小さい", "is less than {v}"),
    "in": Text("に「{v}」を含む", "mentions '{v}'"),
}
_YEARS = {
    ">=": Text("が{v}以降", "is {v} or later"),
    "<=": Text("が{v}以前", "is {v} or earlier"),
    ">": Text("が{v}より後", "is after {v}"),
    "<": Text("が{v}より前", "is before {v}"),
}
_STATES = {
    PRESENT: Text("{f}がある", "has {f}"),
    ABSENT: Text("{f}がない", "has no {f}"),
    UNKNOWN: Text("{f}が不明な", "{f} is unknown"),
}
_STATES_OF_PLANS = {
    PRESENT: Text("担当する計画のいずれかに{f}がある", "has a plan with {f}"),
    ABSENT: Text("担当する計画のどれにも{f}がない", "has no plan with {f}"),
}
_REACHED = {
    PRESENT: Text("目標を達成している", "has reached its target"),
    ABSENT: Text("目標を達成していない", "has not reached its target"),
}
_SORTED = Text("{what}を{field}の{way}順に", "{what} by {field}, {way}")
_FIRST_COUNT = Text("{what}のうち{field}が最も{way}もの", "of {what}, the one {way} by {field}")
_FIRST = Text("{what}のうち{field}が最も{way}もの", "of {what}, the {way} by {field}")
_TOP = Text("{what}のうち{field}の{way}もの上位{n}", "of {what}, the {n} {way} by {field}")
_PLACE = Text("{what}のうち{field}が{n}番目に{way}もの", "of {what}, number {n} by {field}, {way}")
_AT_PLACE = Text(
    "{what}のうち、{field}ごとの件数が{n}番目に多いもの", "for which {field} {what} are number {n}"
)
_LEAST = Text("{what}の件数が少ない順の{field}", "each {field}, that with the fewest {what} first")
_FEWEST = Text("{what}の件数が最も少ない{field}", "the {field} with the fewest {what}")
_WHOLE = Text("{what}の{of}の合計・平均・中央値", "sum, mean and median of {of} of {what}")
_COUNT = Text("{what}の件数", "how many {what}")
_SHARE = Text("{whole}のうち{what}の割合", "the share of {what} among {whole}")
_MOST_OF = Text("{what}の件数が最も多い{field}", "the {field} with the most {what}")
_FIRST_OF = Text(
    "{what}の件数が多い{field}の上位{n}", "the {field} with the most {what}, the first {n}"
)
_BY = Text("{what}の{field}ごとの件数", "how many {what} for each {field}")
_TOTALS = Text(
    "{what}の{of}の{field}ごとの合計・平均・中央値",
    "sum, mean and median of {of} of {what} for each {field}",
)
_PLAN = Text("実施計画{a}の内容", "plan {a}")
_SHARE_OF_EACH = Text(
    "{field}ごとの割合（各{field}の{noun}のうち、{what}）",
    "the share of each {field}: of its {noun}, {what}",
)
_SHARE_RANKS = Text(
    "割合（各{field}の{noun}のうち、{what}）が{n}{way}{field}",
    "the {field} with the {n}{way} share: of its {noun}, {what}",
)
_DEPARTMENT = Text(
    "{a}が担当する計画と、その中の受け持ち", "what {a} is responsible for, in which plans"
)
_WORKLOAD = Text("{a}の負担とその割合{by}", "the workload of {a} and its share{by}")
_OF_EACH = Text("所管課それぞれ", "each department")
_BY_YEAR = Text("（年度別）", " by year")
_COMPARE = Text("{a}と{b}の比較（{what}）", "{a} and {b} side by side ({what})")
_DURATION = "期間"
_NO_TREE = Text("すべての", "all ")
_MERGE = Text("{a}と{b}を統合した場合に変わること", "what changes if {a} and {b} merge")
_HAND_OVER = Text(
    "{a}の主管課を{b}に変えた場合に変わること", "what changes if {b} takes the lead of {a}"
)
_MOVE = Text("{a}を取組事項{b}に移した場合に変わること", "what changes if {a} moves to {b}")
_RENAME = Text("{a}の名称を{b}に変えた場合に変わること", "what changes if {a} is called {b}")
_FINDINGS = Text("原本の確認事項", "findings about the source")
_FINDINGS_OF = Text("原本の確認事項（{a}）", "findings about the source ({a})")
_SEVERITIES = {
    "error": Text("エラー", "errors"),
    "warning": Text("警告", "warnings"),
    "info": Text("参考情報", "information"),
}
_PATH = Text("{a}と{b}がどうつながっているか", "how {a} and {b} are tied")
_IMPACT = Text("{a}が変わると何に影響するか", "what is affected if {a} changes")
_DEPENDS = Text("{a}が何に依存しているか", "what {a} rests on")
_COMMANDS = {
    "compare": Text("前の版の計画から変わったこと", "what changed since the edition before"),
    "workshop questions": Text("ワークショップで話し合う論点", "what a workshop should discuss"),
}
_EVALUATED = Text("直近の評価の方向性が{a}の実施計画", "plans whose last evaluation leads to: {a}")
_EVALUATED_OF = Text(
    "{b}の、直近の評価の方向性が{a}の実施計画",
    "plans of {b} whose last evaluation leads to: {a}",
)
_TEXT = Text(
    "「{a}」という言葉が出てくる実施計画（テーマではないため、本文などを検索します）",
    "plans in whose text '{a}' occurs (it is no theme, so it is looked for in the text)",
)


def _workload(parameters: Mapping[str, str]) -> Text:
    """Return a question for the workload in words: of one department or of each, by year."""
    department = parameters.get("department")
    of = Text(department, department) if department else _OF_EACH
    by = _BY_YEAR if "by" in parameters else Text("", "")
    return _WORKLOAD.format(a=of, by=by)


def described(reading: Reading) -> Text:
    """Return a reading in words."""
    parameters = reading.parameters
    if reading.question == "find":
        return _search_text(parameters, reading.tree)
    if reading.question == "check":
        severity = parameters.get("severity")
        return _FINDINGS_OF.format(a=_SEVERITIES[severity]) if severity else _FINDINGS
    if "rename" in parameters:
        old, _, new = parameters["rename"].partition("=")
        return _RENAME.format(a=old, b=new)
    if "hand_over" in parameters or "move_plan" in parameters:
        moved = parameters.get("hand_over") or parameters["move_plan"]
        plan, _, other = moved.partition("=")
        return (_HAND_OVER if "hand_over" in parameters else _MOVE).format(a=plan, b=other)
    if reading.question == "whatif":
        *first, last = parameters["merge_departments"].partition("=")[0].split("+")
        return _MERGE.format(a=Text("と".join(first), ", ".join(first)), b=last)
    if reading.question == "plan":
        return _PLAN.format(a=parameters["number"])
    if reading.question == "departments":
        return _DEPARTMENT.format(a=parameters["department"])
    if reading.question == "workload":
        return _workload(parameters)
    if reading.question == "path":
        return _PATH.format(a=parameters["start"], b=parameters["end"])
    if reading.question == "impact":
        return _IMPACT.format(a=parameters["node"])
    if reading.question == "dependencies":
        return _DEPENDS.format(a=parameters["node"])
    command, questions, of = reading.question.partition(" questions")
    words = _COMMANDS.get(command + questions)
    if words is not None:
        return Text(f"{words.ja}（{of.strip()}）", f"{words.en} ({of.strip()})") if of else words
    if "direction" in parameters:
        of = parameters.get("department", "")
        form = _EVALUATED_OF if of else _EVALUATED
        return form.format(a=parameters["direction"], b=of)
    return _TEXT.format(a=parameters["text"])


def _search_text(parameters: dict[str, Any], tree: Tree | None) -> Text:
    kind = kind_named(parameters["kind"]) or "Plan"
    what = _thing(kind, tree)
    if parameters.get("compare"):
        a, b = parameters["compare"].split(",")
        return _COMPARE.format(a=a, b=b, what=Text(FINDABLE[kind].ja, f"{kind}s"))
    if parameters.get("of"):
        of, by = (_field(kind, parameters.get(name, "")) for name in ("of", "by"))
        form = _TOTALS if by.ja else _WHOLE
        return form.format(what=what, of=of, field=by)
    if parameters.get("by") and parameters.get("share"):
        return _share_of_each(parameters, kind, what)
    if parameters.get("by"):
        form = _AT_PLACE if parameters.get("place") else _BY
        n = str(parameters.get("place") or parameters.get("top") or "")
        if parameters.get("top"):
            form = _MOST_OF if n == "1" else _FIRST_OF
            what = Text(what.ja.removeprefix(_NO_TREE.ja), what.en)
        if parameters.get("sort"):
            form = _FEWEST if parameters.get("top") == "1" else _LEAST
        field = _field(kind, parameters["by"])
        what = Text(what.ja, what.en.removeprefix(_NO_TREE.en))
        return form.format(what=what, field=field, n=n)
    if parameters.get("count"):
        return _filled(_COUNT, Text(what.ja, what.en.removeprefix(_NO_TREE.en)))
    if parameters.get("share"):
        from keikaku.queries.expressions.grammar import parse

        among = parameters.get("among")
        whole = _thing(kind, parse(among) if among else None)
        return _SHARE.format(whole=whole, what=what)
    if parameters.get("sort"):
        return _ranked(parameters, kind, what)
    return what


def _share_of_each(parameters: dict[str, Any], kind: str, what: Text) -> Text:
    field, noun = _field(kind, parameters["by"]), Text(FINDABLE[kind].ja, f"{kind}s")
    ranks = parameters.get("top") or parameters.get("place")
    form = _SHARE_RANKS if ranks else _SHARE_OF_EACH
    least = bool(parameters.get("sort"))
    way = Text("小さい" if least else "大きい", "least" if least else "greatest")
    n = Text("", "")
    if parameters.get("place"):
        n = Text(f"{ranks}番目に", f"number {ranks} by the ")
    elif ranks:
        n = Text("最も", "")
    if ranks and ranks != "1" and not parameters.get("place"):
        n = Text(f"上位{ranks}位までに", f"{ranks} of the ")
    return form.format(field=field, noun=noun, what=what, way=way, n=n)


def _ranked(parameters: dict[str, Any], kind: str, what: Text) -> Text:
    name = parameters["sort"].lstrip("-")
    descending = parameters["sort"].startswith("-")
    year = name.endswith("年度")
    way = Text("遅い" if year else "大きい", "latest" if year else "greatest")
    if not descending:
        way = Text("早い" if year else "小さい", "earliest" if year else "least")
    if name == _DURATION:
        way = Text("長い", "longest") if descending else Text("短い", "shortest")
    counts = name.endswith("数")
    if counts:
        most = "most" if descending else "fewest"
        en = f"with the {most}" if "top" in parameters else f"{most} first"
        way = Text("多い" if descending else "少ない", en)
    top = parameters.get("top")
    if parameters.get("place"):
        form, top = _PLACE, parameters["place"]
        way = way if counts else Text(way.ja, f"{way.en} first")
    else:
        form = _SORTED if not top else (_FIRST_COUNT if counts else _FIRST) if top == "1" else _TOP
    field = _field(kind, name)
    return form.format(what=what, field=field, way=way, n=top)


def _filled(form: Text, what: Text, field: Text | None = None) -> Text:
    field = field or Text("", "")
    return form.format(what=what, field=field)


def _field(kind: str, name: str) -> Text:
    field = words_of(kind).get(fold(name))
    return Text(name, field.key.replace("_", " ") if field else name)


def _thing(kind: str, tree: Tree | None) -> Text:
    """Things of a kind for which conditions hold."""
    noun = Text(FINDABLE[kind].ja, f"{kind}s")
    if tree is None:
        return Text(_NO_TREE.ja + noun.ja, _NO_TREE.en + noun.en)
    words = _condition_text(kind, tree)
    last = words.ja
    joint = "" if last.endswith(("い", "る", "な", "む")) else "の"
    return Text(f"{words.ja}{joint}{noun.ja}", f"{noun.en} where {words.en}")


def _condition_text(kind: str, tree: Tree) -> Text:
    if isinstance(tree, Comparison):
        return _compared(kind, tree)
    if isinstance(tree, Some):
        return _some(kind, tree)
    if isinstance(tree, Not):
        inner = tree.inner
        if isinstance(inner, Comparison) and inner.operator == "=" and inner.value not in _STATES:
            return _compared(kind, inner._replace(operator="!="))
        if isinstance(inner, Comparison) and inner.value == PRESENT:
            return _compared(kind, inner._replace(value=ABSENT))
        words = _condition_text(kind, inner)
        return Text(f"「{words.ja}」に当てはまらない", f"not ({words.en})")
    links = Text("で、", " and ") if isinstance(tree, And) else Text("か、", " or ")
    grouped = _of_same_field(tree.parts) if isinstance(tree, And) else [[p] for p in tree.parts]
    parts = [
        _all_of(kind, group) if len(group) > 1 else _condition_text(kind, group[0])
        for group in grouped
    ]
    ja = parts[0].ja
    for before, part in pairwise(parts):
        ends = before.ja.endswith(("い", "る", "な", "む"))
        joint = ("、かつ" if ends else links.ja) if isinstance(tree, And) else "、または"
        ja += joint + part.ja
    return Text(ja, links.en.join(part.en for part in parts))


def _of_same_field(parts: Sequence[Tree]) -> list[list[Tree]]:
    """Group conditions of one field, each for a value of its own: 所管課 of 収納課 and 保育課."""
    groups: dict[object, list[Tree]] = {}
    for place, part in enumerate(parts):
        key: object = place
        if isinstance(part, Comparison) and part.operator == "=" and not part.argument:
            alone = part.value in _STATES or part.field.endswith("年度")
            key = place if alone else part.field
        groups.setdefault(key, []).append(part)
    return list(groups.values())


def _all_of(kind: str, parts: Sequence[Tree]) -> Text:
    """収納課と保育課の両方が関わる: conditions on one field, all of which must hold."""
    field, values = "", []
    for part in parts:
        if isinstance(part, Comparison):
            field = part.field
            values.append(part.value)
    form = _ALL_OF_PLAN if field == "所管課" and kind == "Plan" else _ALL_OF
    form = _ALL_OF_OTHERS if field == "所管課" and kind != "Plan" else form
    every = Text("の両方", "both ") if len(values) == len("両方") else Text("のすべて", "all of ")
    names = Text("と".join(values), " and ".join(values))
    return form.format(field=_field(kind, field), values=names, every=every)


_ALL_OF = Text("{field}に{values}{every}がある", "{field} is {every}{values}")
_ALL_OF_PLAN = Text("{values}{every}が所管する", "{field} is {every}{values}")
_ALL_OF_OTHERS = Text("{values}{every}が関わる", "{field} is {every}{values}")
_ENDS_OF_PLANS = {"depends_on", "needed_by", "related_to"}


def _some(kind: str, some: Some) -> Text:
    """現況値がない指標がある: a condition on what a field leads to."""
    field = words_of(kind)[fold(some.field)]
    those = _thing(field.leads_to or kind, some.inner)
    if field.key in _ENDS_OF_PLANS:
        those = Text(f"{some.field}に{those.ja}", f"{field.key.replace('_', ' ')}: {those.en}")
    if some.value in _STATES:
        has = (some.value == ABSENT) == (some.operator == "!=")
        return Text(
            f"{those.ja}が{'ある' if has else 'ない'}", f"has {'' if has else 'no '}{those.en}"
        )
    sign = _SIGNS[some.operator]
    return Text(
        f"{those.ja}の数{sign.ja.format(v=some.value)}",
        f"the number of {those.en} {sign.en.format(v=some.value)}",
    )


def _compared(kind: str, comparison: Comparison) -> Text:
    field = _field(kind, comparison.field)
    if comparison.operator == "=" and comparison.value in _STATES:
        form = _STATES[comparison.value]
        if field.en == "reached":
            form = _REACHED.get(comparison.value, form)
        if kind == "Department" and words_of(kind)[fold(comparison.field)].via_plans:
            form = _STATES_OF_PLANS.get(comparison.value, form)
        name = Text(comparison.field, field.en)
        if comparison.argument:
            name = Text(f"{name.ja}（{comparison.argument}）", f"{name.en} {comparison.argument}")
        return form.format(f=name)
    known = words_of(kind).get(fold(comparison.field))
    years = _YEARS if known is not None and known.type == "year" else {}
    sign = years.get(comparison.operator, _SIGNS[comparison.operator])
    unit = (
        Text("年", " years") if known is not None and known.spelling == _DURATION else Text("", "")
    )
    owner = "計画の" if known is not None and known.key == "text" and known.via_plans else ""
    return Text(
        owner + comparison.field + sign.ja.format(v=comparison.value + unit.ja),
        f"{field.en} {sign.en.format(v=_SORTS.get(comparison.value, comparison.value) + unit.en)}",
    )


_SORTS = {
    "法律": "a law",
    "条例": "an ordinance",
    "指針": "a guideline",
    "方針": "a policy",
    "基準": "a criterion",
    "構想": "a vision",
}
"""Sorts of guideline in English words."""
