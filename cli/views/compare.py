"""What ``compare`` says: a summary for a briefing, what changed plan by plan, the workload."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cli import telling
from cli.output import Block, Reader, Section
from cli.tables import Cell
from cli.views import loads
from graph.language import Lang, Text
from queries.answers import Answer
from queries.compare import Comparison, DocumentRef, Place, PlanChange
from queries.scope import PlanRef
from queries.targets import Retarget

CHANGE: Mapping[str, Text] = {
    "unchanged": Text("変更なし", "unchanged"),
    "added": Text("新規", "added"),
    "dropped": Text("廃止", "dropped"),
    "merged": Text("統合", "merged"),
    "split": Text("分割", "split"),
    "renamed": Text("名称変更", "renamed"),
    "moved": Text("移動", "moved"),
    "retargeted": Text("目標変更", "retargeted"),
    "lead_changed": Text("主管課変更", "lead changed"),
}
ELSEWHERE: Mapping[str, Text] = {
    "unchanged": Text("双方にあり", "in both"),
    "added": Text("{new}のみ", "only in {new}"),
    "dropped": Text("{old}のみ", "only in {old}"),
    "renamed": Text("名称が異なる", "titled otherwise"),
    "retargeted": Text("目標が異なる", "other targets"),
}
"""How two cities differ: nothing became of anything."""

BY: Mapping[str, Text] = {
    "succeeds": Text("決定（後継の関係）", "decision"),
    "same_id": Text("同じ計画書の同じ計画", "same plan of one document"),
    "number_and_title": Text("番号と名称", "number and title"),
    "title": Text("名称", "title"),
    "wording": Text("名称の近さ", "wording"),
}
TARGET: Mapping[str, Text] = {
    "more_ambitious": Text("引き上げ", "more ambitious"),
    "less_ambitious": Text("引き下げ", "less ambitious"),
    "unit_changed": Text("単位変更", "unit changed"),
    "not_comparable": Text("比較不可", "not comparable"),
    "added": Text("追加", "added"),
    "dropped": Text("削除", "dropped"),
}
_HEADS = (
    Text("旧", "Old"),
    Text("新", "New"),
    Text("変更", "Change"),
    Text("内容", "What"),
    Text("対応付け", "Matched by"),
)
_SUMMARY = Text(
    "{old}の計画{before}件は、{new}では{after}件となる。{counts}。",
    "{old} has {before} plans, {new} has {after}: {counts}.",
)
_CITIES = Text(
    "{old}の計画{before}件と{new}の計画{after}件を比べると、{counts}。",
    "{old} ({before} plans) beside {new} ({after} plans): {counts}.",
)
_COUNT = Text("{what}{n}件", "{what} {n}")
_TARGETS = Text("目標値: {counts}。", "Targets: {counts}.")
_HEAVIEST = Text(
    "負担が最も増えるのは{name}（計画{before} → {after}件）。",
    "The load grows most for {name} (plans {before} → {after}).",
)
_LIGHTEST = Text(
    "最も減るのは{name}（計画{before} → {after}件）。",
    "It shrinks most for {name} (plans {before} → {after}).",
)
_UNCHANGED = Text("変更のない計画（{n}件）: {plans}", "Plans that go on unchanged ({n}): {plans}")
_RENAMED = Text("名称: {old} → {new}", "title: {old} → {new}")
_MOVED = Text("取組事項: {old} → {new}", "initiative: {old} → {new}")
_LEAD = Text("主管課: {old} → {new}", "lead: {old} → {new}")
_NONE = Text("なし", "none")
_SCORE = Text("{by} {score:.2f}", "{by} {score:.2f}")
_REASON = Text("理由: {reason}", "reason: {reason}")
_COLUMNS = (
    "old_document old_numbers old_titles new_document new_numbers new_titles changes matched_by "
    "score old_initiative new_initiative old_lead new_lead targets reason evidence"
).split()


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """The summary, the plans that changed, those that did not, the workload."""
    lang = reader.lang
    total: Comparison = (answer.totals or [])[0]
    changed = [row for row in answer.rows if row.changes]
    same = [row for row in answer.rows if not row.changes]
    told: list[Block] = [_summary(total, lang)]
    if changed:
        rows = [_cells(row, total, lang) for row in changed]
        told.append(Section("", [head.of(lang) for head in _HEADS], rows))
    if same:
        plans = telling.listed((row.new[0].number for row in same), lang)
        told.append(_UNCHANGED.format(n=len(same), plans=plans).of(lang))
    return told + loads.blocks(total.workload, total.before, total.after, lang)


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """A row for each plan, or for several together; several values of a cell by ``;``."""
    return _COLUMNS, [_flat(row) for row in answer.rows]


def _flat(row: PlanChange) -> list[Any]:
    places = row.places or ([], [])
    leads = row.leads or ([], [])
    return [
        "; ".join(dict.fromkeys(plan.document for plan in row.old)),
        "; ".join(plan.number for plan in row.old),
        "; ".join(plan.title for plan in row.old),
        "; ".join(dict.fromkeys(plan.document for plan in row.new)),
        "; ".join(plan.number for plan in row.new),
        "; ".join(plan.title for plan in row.new),
        "; ".join(row.changes),
        row.matched_by,
        row.score,
        *("; ".join(place.initiative or "" for place in side) for side in places),
        *("; ".join(side) for side in leads),
        "; ".join(f"{target.name} [{target.change}]" for target in row.targets),
        "; ".join(dict.fromkeys(each.reason for each in row.matched if each.reason)),
        telling.places([piece for each in row.matched for piece in each.evidence]),
    ]


def _summary(total: Comparison, lang: Lang) -> str:
    names = {"old": _named(total.old, lang), "new": _named(total.new, lang)}
    counts = telling.listed(
        (
            _COUNT.format(what=_change(code, total, lang), n=n).of(lang)
            for code, n in total.counts.items()
        ),
        lang,
    )
    form = _SUMMARY if total.same_city else _CITIES
    lines = [
        form.format(**names, before=total.old.plans, after=total.new.plans, counts=counts).of(lang)
    ]
    if total.targets:
        told = (
            _COUNT.format(what=words.of(lang), n=total.targets[code]).of(lang)
            for code, words in TARGET.items()
            if code in total.targets
        )
        lines.append(_TARGETS.format(counts=telling.listed(told, lang)).of(lang))
    return "\n".join([*lines, *_loads(total, lang)])


def _loads(total: Comparison, lang: Lang) -> list[str]:
    """Whose load grows and whose shrinks most."""
    moves = []
    for each in total.workload:
        before, after = (row.plans if row else 0 for row in (each.before, each.after))
        moves.append((after - before, each.department, before, after))
    lines = []
    for pick, form, sign in ((max, _HEAVIEST, 1), (min, _LIGHTEST, -1)):
        change, name, before, after = pick(moves, default=(0, "", 0, 0))
        if change * sign > 0:
            lines.append(form.format(name=name, before=before, after=after).of(lang))
    return lines


def _named(document: DocumentRef, lang: Lang) -> str:
    title = document.title or document.id
    return f"「{title}」" if lang == "ja" else f"“{title}”"


def _change(code: str, total: Comparison, lang: Lang) -> str:
    if total.same_city or code not in ELSEWHERE:
        return CHANGE[code].of(lang)
    cities = {
        side: document.municipality or document.id
        for side, document in (("old", total.old), ("new", total.new))
    }
    return ELSEWHERE[code].format(**cities).of(lang)


def _cells(row: PlanChange, total: Comparison, lang: Lang) -> list[Cell]:
    return [
        _plans(row.old),
        _plans(row.new),
        "\n".join(_change(code, total, lang) for code in row.changes),
        "\n".join(_details(row, lang)),
        _matched(row, lang),
    ]


def _plans(plans: Sequence[PlanRef]) -> str:
    return "\n".join(f"{plan.number} {plan.title}" for plan in plans) or "—"


def _details(row: PlanChange, lang: Lang) -> list[str]:
    lines = []
    if row.places:
        lines.append(_moved(row.places, lang))
    if row.leads:
        old, new = (telling.listed(side, lang) or _NONE.of(lang) for side in row.leads)
        lines.append(_LEAD.format(old=old, new=new).of(lang))
    lines += [_target(target, lang) for target in row.targets]
    reasons = dict.fromkeys(each.reason for each in row.matched if each.reason)
    return lines + [_REASON.format(reason=telling.shortened(each)).of(lang) for each in reasons]


def _moved(places: tuple[Iterable[Place], Iterable[Place]], lang: Lang) -> str:
    old, new = (
        telling.listed((place.initiative or _NONE.of(lang) for place in side), lang)
        for side in places
    )
    return _MOVED.format(old=old, new=new).of(lang)


def _target(target: Retarget, lang: Lang) -> str:
    word = TARGET[target.change].of(lang)
    name = f"{target.old_name} → {target.name}" if target.old_name else target.name
    values = [telling.measure(each, lang) for each in (target.before, target.after)]
    told = " → ".join(values)
    if target.change in {"added", "dropped"}:
        told = next((value for value in values if value != "—"), "—")
    colon = "：" if lang == "ja" else ": "
    return f"{name}{colon}{told}{telling.bracketed(word, lang)}"


def _matched(row: PlanChange, lang: Lang) -> str:
    if row.matched_by is None:
        return "—"
    by = BY[row.matched_by].of(lang)
    return by if row.score is None else f"{by} {row.score:.2f}"
