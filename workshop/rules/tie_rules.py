"""Rules about ties between plans and departments (依存・重なり・所管)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.graph.structure import titled
from keikaku.queries.bridges import answer as bridges
from keikaku.queries.names import fold
from keikaku.queries.plan.answer import DependencyRow, PlanWhole
from keikaku.queries.workload import answer as workload
from keikaku.workshop.rules.rule import Case, Rule, RuleHit

HEAVY = 0.15
"""A department with this share of all milestones of a year is asked about it."""

TIMES = 2
"""It must also have so many times an equal share: each of three departments has a third."""

MANY = 3
"""A department with so many plans of one initiative is asked about them."""

CROWD = 4
"""A plan that so many departments share without sub-sections of their own raises a question."""

_DSM = (
    "D. V. Steward, “The Design Structure System: A Method for Managing the Design of Complex "
    "Systems”, IEEE Transactions on Engineering Management EM-28 (1981)"
)


def _alike(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield plans that share a guideline, a theme and a department, each pair at the first."""
    order = list(case.plans)
    for other in case.plans.values():
        if order.index(other.id) <= order.index(plan.id):
            continue
        shared = [
            _common(_names(plan, kind), _names(other, kind))
            for kind in ("guidelines", "themes", "departments")
        ]
        if all(shared):
            guidelines, themes, departments = ("、".join(names) for names in shared)
            yield RuleHit(
                {
                    "other": titled(other.number, other.title),
                    "guidelines": guidelines,
                    "themes": themes,
                    "departments": departments,
                },
                [*plan.evidence[:1], *other.evidence[:1]],
            )


def _names(plan: PlanWhole, kind: str) -> list[str]:
    return [each.name for each in getattr(plan, kind)]


def _common(ours: list[str], theirs: list[str]) -> list[str]:
    return [name for name in dict.fromkeys(ours) if name in theirs]


def _on_dropped(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if case.decisions.get(plan.number or plan.title) == "drop":
        return
    for needed in plan.depends_on:
        if case.decisions.get(needed.number or needed.title) == "drop":
            yield RuleHit(_other(needed), needed.evidence)


def _not_joined(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield stated dependencies that no action of either plan mentions.

    An action mentions it where its words, or those of its milestones, name the other plan, or
    where both plans have an action of one title.
    """
    for needed in plan.depends_on:
        other = case.by_name.get(needed.number or needed.title)
        if other is not None and not _joined(plan, other, needed.term or needed.words):
            yield RuleHit(_other(needed), needed.evidence)


def _joined(plan: PlanWhole, other: PlanWhole, term: str) -> bool:
    if {each.title for each in plan.actions} & {each.title for each in other.actions}:
        return True
    ours, theirs = _acts(plan), _acts(other)
    wanted = [fold(text.strip("「」")) for text in (term, other.title) if text]
    return any(word in act for act in ours for word in wanted) or any(
        fold(plan.title) in act for act in theirs
    )


def _acts(plan: PlanWhole) -> list[str]:
    return [
        fold(text)
        for action in plan.actions
        for text in (action.title, *(milestone.text for milestone in action.milestones))
    ]


def _other(needed: DependencyRow) -> dict[str, str]:
    return {"other": titled(needed.number, needed.title), "words": needed.words}


def _crowded(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if len(plan.departments) >= CROWD and not plan.components:
        names = "、".join(department.name for department in plan.departments)
        yield RuleHit({"n": len(plan.departments), "names": names}, plan.departments[0].evidence)


def _nobody(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if (
        case.prints.departments
        and not plan.departments
        and not any(part.departments for part in plan.components)
    ):
        yield RuleHit({}, plan.evidence)


def _peaks(case: Case) -> Iterator[tuple[str, RuleHit]]:
    rows = [
        row
        for row in workload.answer(case.graph, by="year", document=case.document).rows
        if isinstance(row, workload.YearRow)
    ]
    together = Counter[int]()
    carrying = Counter[int]()
    for row in rows:
        # What may run elsewhere counts, too: a department whose arrows are readable must not seem
        # the busiest only because those of others are unknown.
        together[row.year] += row.milestones + row.possible_milestones
        carrying[row.year] += 1
    for row in rows:
        least = max(HEAVY, TIMES / carrying[row.year])
        if together[row.year] and row.milestones / together[row.year] >= least:
            share = row.milestones / together[row.year]
            details = {"year": row.year, "n": row.milestones, "share": f"{share:.0%}"}
            yield row.department, RuleHit(details, [])


def _alone(case: Case) -> Iterator[tuple[str, RuleHit]]:
    for row in bridges.answer(case.graph, document=case.document).rows:
        if row.sort == "initiative" and row.count >= MANY:
            numbers = "、".join(plan.number or plan.title for plan in row.plans)
            details = {"initiative": row.initiative, "n": row.count, "numbers": numbers}
            yield row.name, RuleHit(details, [])


RULES = (
    Rule(
        "no_department",
        Text("所管課が分からない", "no department"),
        Text("この計画には、所管課の記載がありません。", "No department answers for the plan."),
        Text("次期計画では、どの課が担いますか。", "Who answers for it in the next edition?"),
        "keikaku: RESPONSIBLE_FOR is missing",
        of_plan=_nobody,
    ),
    Rule(
        "alike",
        Text("重なりのある計画", "plans that overlap"),
        Text(
            "「{other}」と、根拠（{guidelines}）・テーマ（{themes}）・所管課（{departments}）が"
            "共通しています。",
            "It shares guideline ({guidelines}), theme ({themes}) and department ({departments}) "
            "with “{other}”.",
        ),
        Text(
            "二つの計画の役割は、どのように分かれていますか。まとめて進められるところはありますか。",
            "What sets the two apart, and what could they do together?",
        ),
        "keikaku: three shared neighbours of different kinds",
        of_plan=_alike,
    ),
    Rule(
        "depends_on_dropped",
        Text("廃止される計画への依存", "rests on a dropped plan"),
        Text(
            "廃止とされた「{other}」に依存しています（根拠の語句:「{words}」）。",
            "It rests on “{other}”, which is to be dropped (“{words}”).",
        ),
        Text(
            "その計画がなくなっても続けられますか。何で補いますか。",
            "Can it go on without that plan, and what replaces it?",
        ),
        _DSM,
        of_plan=_on_dropped,
    ),
    Rule(
        "dependency_not_joined",
        Text("依存先と合わせる取組の記載がない", "dependency without shared action"),
        Text(
            "「{other}」に依存すると読めますが（根拠の語句:「{words}」）、どちらの行動計画にも、"
            "それに触れた記載が見当たりません。",
            "It rests on “{other}” (“{words}”), but no action of either plan takes that up.",
        ),
        Text(
            "いつ、誰と、何を合わせますか。行動計画に書き加えますか。",
            "When, with whom and what is coordinated? Should an action say so?",
        ),
        _DSM,
        of_plan=_not_joined,
    ),
    Rule(
        "many_departments",
        Text("多くの課にまたがる計画", "many departments"),
        Text(
            "{n}課（{names}）が所管し、課ごとの分担は書かれていません。",
            "{n} departments answer for it ({names}); who does what is not stated.",
        ),
        Text(
            "どの課が、どの取組と指標に責任を持ちますか。",
            "Which department answers for which action and indicator?",
        ),
        "政策評価に関する基本方針（平成17年12月16日閣議決定）: 責任の所在を明らかにする",
        of_plan=_crowded,
    ),
    Rule(
        "busy_year",
        Text("一つの課への集中", "a department's busy year"),
        Text(
            "{year}年度の行動計画のうち、{share}（{n}件）をこの課が担っています。",
            "In {year} it carries {share} of all milestones ({n}).",
        ),
        Text(
            "無理なく進められそうですか。時期をずらす、ほかの課と分けるなど、変えたいものはありますか。",
            "Can it be done as planned? Should something be moved or shared?",
        ),
        f"keikaku: share of the milestones that run in a year, from {HEAVY:.0%}",
        of_departments=_peaks,
    ),
    Rule(
        "single_point",
        Text("一つの課が担う取組事項", "an initiative in one department"),
        Text(
            "取組事項「{initiative}」の実施計画{n}件（{numbers}）は、すべてこの課の所管です。",
            "All {n} plans ({numbers}) of the initiative “{initiative}” are in its hands.",
        ),
        Text(
            "組織や担当が変わるときの引き継ぎ方は決まっていますか。ほかの課と進めたい計画はありますか。",
            "Is it settled how they are handed over? Should some of them be shared?",
        ),
        "keikaku: queries.bridges, a whole initiative in one department",
        of_departments=_alone,
    ),
)
