"""What ``compare`` says: a summary for a briefing, what changed plan by plan, the workload."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import workload_diff_view
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import Answer
from keikaku.queries.compare.answer import Comparison, DocumentRef, Place, PlanChange
from keikaku.queries.scope import PlanRef
from keikaku.queries.target_changes import TargetChange

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
BY: Mapping[str, Text] = {
    "succeeds": Text("決定", "decision"),
    "same_id": Text("同一の計画", "same plan"),
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
_CITY_TARGET: Mapping[str, Text] = {
    **TARGET,
    "more_ambitious": Text("より高い目標", "aims higher"),
    "less_ambitious": Text("より低い目標", "aims lower"),
    "unit_changed": Text("単位が異なる", "other unit"),
}
_SUMMARY = Text(
    "{old}の計画{before}件は、{new}では{after}件となる。{counts}。",
    "{old} has {before} plans, {new} has {after}: {counts}.",
)
_CITIES = Text(
    "{old}の計画{before}件と{new}の計画{after}件を比べると、互いに近い計画が{both}件ある"
    "（{old}だけの計画{dropped}件、{new}だけの計画{added}件）。",
    "{old} ({before} plans) beside {new} ({after} plans): {both} are alike, {dropped} are in "
    "{old} only, {added} in {new} only.",
)
_ONLY = Text("{city}だけの計画（{n}件）", "Only in {city} ({n})")
_CITY_TARGETS = Text(
    "目標を比べられる指標: {new}のほうが高い{more_ambitious}件、低い{less_ambitious}件。",
    "Targets that can be compared: {new} aims higher in {more_ambitious}, lower in "
    "{less_ambitious}.",
)
_COUNT = Text("{what}{n}件", "{what} {n}")
_TARGETS = Text("目標値: {counts}。", "Targets: {counts}.")
_UNCHANGED = Text("変更のない計画（{n}件）: {plans}", "Plans that go on unchanged ({n}): {plans}")
_FORMERLY = Text("旧{number}", "formerly {number}")
_MOVED = Text("取組事項: {old} → {new}", "initiative: {old} → {new}")
_LEAD = Text("主管課: {old} → {new}", "lead: {old} → {new}")
_NONE = Text("なし", "none")
_REASON = Text("理由: {reason}", "reason: {reason}")
_COLUMNS = (
    "old_document old_numbers old_titles new_document new_numbers new_titles changes matched_by "
    "score old_initiative new_initiative old_lead new_lead targets reason evidence"
).split()


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the summary, the plans that changed, those that did not, the workload."""
    lang = reader.lang
    total: Comparison = (answer.totals or [])[0]
    if not total.same_city:
        return _of_cities(answer.rows, total, lang)
    changed = [row for row in answer.rows if row.changes]
    same = [row for row in answer.rows if not row.changes]
    blocks: list[Block] = [_summary(total, lang)]
    if changed:
        rows = [_cells(row, lang) for row in changed]
        heads = headings(("old", "new", "changes", "detail", "matched_by"), lang)
        blocks.append(Section("", heads, rows))
    if same:
        plans = labels.listed((_number(row, lang) for row in same), lang)
        blocks.append(_UNCHANGED.format(n=len(same), plans=plans).of(lang))
    return blocks + workload_diff_view.blocks(total.workload, total.before, total.after, lang)


def _number(row: PlanChange, lang: Lang) -> str:
    """Return a plan's number (or title), with the earlier one where it was numbered anew."""
    old, new = (plan.number or plan.title for plan, *_ in (row.old, row.new))
    former = "" if old == new else _FORMERLY.format(number=old).of(lang)
    return new + labels.bracketed(former, lang)


def _of_cities(rows: Sequence[PlanChange], total: Comparison, lang: Lang) -> list[Block]:
    """Return what two cities have in common, then what only one of them has."""
    old, new = (_city(document) for document in (total.old, total.new))
    both = [row for row in rows if row.old and row.new]
    only = {old: [row for row in rows if not row.new], new: [row for row in rows if not row.old]}
    counts = {"dropped": len(only[old]), "added": len(only[new]), "both": len(both)}
    plans = {"before": total.old.plans, "after": total.new.plans}
    summary = _CITIES.format(old=old, new=new, **plans, **counts).of(lang)
    ways = {code: total.targets.get(code, 0) for code in ("more_ambitious", "less_ambitious")}
    if any(ways.values()):
        summary += "\n" + _CITY_TARGETS.format(new=new, **ways).of(lang)
    parts: list[Block] = [summary]
    if both:
        heads = [old, new, *headings(("detail", "matched_by"), lang)]
        cells = [_alike(row, lang) for row in both]
        parts.append(Section("", heads, cells))
    for city, these in only.items():
        if these:
            title = _ONLY.format(city=city, n=len(these)).of(lang)
            names: list[list[Cell]] = [
                [plan.number, plan.title] for row in these for plan in (*row.old, *row.new)
            ]
            parts.append(Section(title, ["", ""], names))
    return parts


def _alike(row: PlanChange, lang: Lang) -> list[Cell]:
    """Return two plans of two cities; of their targets those that can be compared."""
    targets = [target for target in row.targets if target.change not in {"added", "dropped"}]
    words = "\n".join(_target(target, lang, _CITY_TARGET) for target in targets)
    return [_plans(row.old), _plans(row.new), words, _matched(row, lang)]


def _city(document: DocumentRef) -> str:
    return document.municipality or document.title or document.id


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return a row for each plan, or for several together; several values of a cell by ``;``."""
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
        labels.joined(CHANGE[change] for change in row.changes),
        BY.get(row.matched_by or ""),
        row.score,
        *("; ".join(place.initiative or "" for place in side) for side in places),
        *("; ".join(side) for side in leads),
        labels.joined(map(_flat_target, row.targets)),
        "; ".join(dict.fromkeys(each.reason for each in row.matched if each.reason)),
        labels.places([piece for each in row.matched for piece in each.evidence]),
    ]


def _flat_target(target: TargetChange) -> Text:
    """Return a target as printed before and after, and how it changed: 収納率 99% → 99.3%."""
    before, after = (each["raw"] if each else "—" for each in (target.before, target.after))
    return Text("{name} {values}（{change}）", "{name} {values} ({change})").format(
        name=target.name, values=f"{before} → {after}", change=TARGET.get(target.change, "")
    )


def _summary(total: Comparison, lang: Lang) -> str:
    """Return what one would say first in a briefing."""
    names = {"old": _quoted_title(total.old, lang), "new": _quoted_title(total.new, lang)}
    lines = [
        _SUMMARY.format(
            **names,
            before=total.old.plans,
            after=total.new.plans,
            counts=_counted(CHANGE, total.counts, lang),
        ).of(lang)
    ]
    if total.targets:
        lines.append(_TARGETS.format(counts=_counted(TARGET, total.targets, lang)).of(lang))
    return "\n".join([*lines, *workload_diff_view.summary(total.workload, lang)])


def _counted(words: Mapping[str, Text], counts: Mapping[str, int], lang: Lang) -> str:
    counted = (
        _COUNT.format(what=word.of(lang), n=counts[code]).of(lang)
        for code, word in words.items()
        if code in counts
    )
    return labels.listed(counted, lang)


def _quoted_title(document: DocumentRef, lang: Lang) -> str:
    title = document.title or document.id
    return f"「{title}」" if lang == "ja" else f"“{title}”"


def _cells(row: PlanChange, lang: Lang) -> list[Cell]:
    return [
        _plans(row.old),
        _plans(row.new),
        "\n".join(CHANGE[code].of(lang) for code in row.changes),
        "\n".join(_details(row, lang)),
        _matched(row, lang),
    ]


def _plans(plans: Sequence[PlanRef]) -> str:
    return "\n".join(titled(plan.number, plan.title) for plan in plans) or "—"


def _details(row: PlanChange, lang: Lang) -> list[str]:
    lines = []
    if row.places:
        lines.append(_moved(row.places, lang))
    if row.leads:
        old, new = (labels.listed(side, lang) or _NONE.of(lang) for side in row.leads)
        lines.append(_LEAD.format(old=old, new=new).of(lang))
    lines += [_target(target, lang) for target in row.targets]
    reasons = dict.fromkeys(each.reason for each in row.matched if each.reason)
    return lines + [_REASON.format(reason=labels.shortened(each)).of(lang) for each in reasons]


def _moved(places: tuple[Iterable[Place], Iterable[Place]], lang: Lang) -> str:
    old, new = (
        labels.listed((place.initiative or _NONE.of(lang) for place in side), lang)
        for side in places
    )
    return _MOVED.format(old=old, new=new).of(lang)


def _target(target: TargetChange, lang: Lang, words: Mapping[str, Text] = TARGET) -> str:
    word = words[target.change].of(lang)
    names = (target.old_name, target.name)
    name = " → ".join(labels.shortened(each) for each in names if each)
    values = [labels.measure(each, lang) for each in (target.before, target.after)]
    change = " → ".join(values)
    if target.change in {"added", "dropped"}:
        change = next((value for value in values if value != "—"), "—")
    colon = "：" if lang == "ja" else ": "
    return f"{name}{colon}{change}{labels.bracketed(word, lang)}"


def _matched(row: PlanChange, lang: Lang) -> str:
    if row.matched_by is None:
        return "—"
    by = BY[row.matched_by].of(lang)
    return by if row.score is None else f"{by} {row.score:.2f}"
