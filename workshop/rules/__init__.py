"""The questions that a graph raises for the workshop (論点), each from a rule with its fact.

A rule is an entry of a table (:class:`keikaku.workshop.rules.rule.Rule`); :data:`RULES` holds all,
in the order in which they are asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import number_of
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import document_named
from keikaku.workshop.progress import Progress
from keikaku.workshop.progress import answer as progress_rows
from keikaku.workshop.rules import (
    content_rules,
    progress_rules,
    reading_rules,
    target_rules,
    tie_rules,
)
from keikaku.workshop.rules.rule import Case, Question, Rule, make_question

RULES: tuple[Rule, ...] = (
    *progress_rules.RULES,
    *tie_rules.RULES,
    *target_rules.RULES,
    *content_rules.RULES,
    *reading_rules.RULES,
)

__all__ = ["RULES", "Case", "Question", "Rule", "answer", "case_of", "questions"]


_COLUMNS = {
    "actions": Text("取組内容", "actions"),
    "channels": Text("公開の方法", "channels"),
    "targets": Text("数値の目標", "targets in numbers"),
    "departments": Text("所管課", "departments"),
}


def case_of(
    graph: Graph,
    document: str,
    progress: Progress | None = None,
    decisions: Mapping[str, str] | None = None,
) -> Case:
    """Return the input of the rules; ``decisions`` map plan numbers to decision codes."""
    rows = progress_rows(graph, progress, document=document).rows if progress else ()
    return Case(graph, document, rows, decisions or {})


def questions(case: Case, lang: Lang = "ja") -> list[Question]:
    """Return the questions about the plans in their order, then those about departments."""
    return [*_of_plans(case, lang), *_of_departments(case, lang)]


def answer(
    graph: Graph,
    *,
    document: str | None = None,
    plan: str | None = None,
    progress: Progress | None = None,
    lang: Lang = "ja",
) -> Answer[Question]:
    """Return the questions that the documents raise, or one plan of them.

    Raises:
        KeikakuError: a name is unknown or ambiguous.
    """
    from keikaku.queries import names

    within = document_named(graph, document)
    wanted = None if plan is None else names.find(graph, "Plan", plan, document=within)
    heads = [head["id"] for head in graph.graph["documents"] if within in {None, head["id"]}]
    cases = [case_of(graph, head, progress) for head in heads]
    rows = [
        row
        for case in cases
        for row in questions(case, lang)
        if wanted is None or row.plan in wanted
    ]
    notes = [note for case in cases for note in _not_printed(case)]
    number = None if wanted is None else number_of(graph.nodes[wanted[0]])
    return Answer("questions", drop_none(plan=number, document=within), rows, notes=notes)


def _not_printed(case: Case) -> Iterator[Text]:
    """Yield the facts for which the document has no column: no plan is asked about these."""
    missing = [word for key, word in _COLUMNS.items() if not getattr(case.prints, key)]
    if missing and case.plans:
        ja, en = "、".join(word.ja for word in missing), ", ".join(word.en for word in missing)
        title = case.graph.nodes[case.document]["title"]
        yield Text(
            f"「{title}」には{ja}の記載がないため、それについての論点は挙げていません。",
            f"“{title}” prints no {en}; no question is raised about that.",
        )


def _of_plans(case: Case, lang: Lang) -> Iterator[Question]:
    for node, plan in case.plans.items():
        for rule in RULES:
            about = (node, plan.number, plan.title)
            hits = rule.of_plan(case, plan) if rule.of_plan else ()
            yield from _once([make_question(case, rule, hit, lang, plan=about) for hit in hits])


def _once(questions: list[Question]) -> Iterator[Question]:
    """Yield one question for all facts of a rule about one plan, each fact once."""
    if not questions:
        return
    facts = dict.fromkeys(question.fact for question in questions)
    evidence = [piece for question in questions for piece in question.evidence]
    yield replace(questions[0], fact="\n".join(facts), evidence=evidence)


def _of_departments(case: Case, lang: Lang) -> Iterator[Question]:
    for rule in RULES:
        for department, hit in rule.of_departments(case) if rule.of_departments else ():
            yield make_question(case, rule, hit, lang, department=department)
