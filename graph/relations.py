"""The types of relation, declared once, as data. A relation reads as a sentence from → to."""

from __future__ import annotations

from keikaku.graph.declaration import Fact, Relation

_ORDER = Fact("order", "integer", "position among its siblings, from 1", "並び順", required=True)

RELATIONS: tuple[Relation, ...] = (
    Relation("PUBLISHES", "publishes", "公表する", (("Municipality", "PlanDocument"),)),
    Relation(
        "HAS_PART",
        "has as its part",
        "構成する",
        (
            ("PlanDocument", "Goal"),
            ("PlanDocument", "Plan"),
            ("Goal", "Initiative"),
            ("Goal", "Plan"),
            ("Initiative", "Initiative"),
            ("Initiative", "Plan"),
            ("Plan", "Component"),
            ("Plan", "Action"),
            ("Component", "Action"),
            ("Action", "Milestone"),
            ("Plan", "LogicStep"),
        ),
        (_ORDER,),
    ),
    Relation(
        "PART_OF",
        "is part of",
        "含まれる",
        (("Theme", "Theme"), ("Department", "Department")),
    ),
    Relation(
        "RESPONSIBLE_FOR",
        "is responsible for",
        "所管する",
        (("Department", "Plan"), ("Department", "Component")),
        (
            Fact(
                "role",
                "text",
                "lead: first named; co: others named; component: of a sub-section",
                "役割",
                required=True,
                choices=("lead", "co", "component"),
            ),
            _ORDER,
        ),
    ),
    Relation(
        "MEASURED_BY",
        "is measured by",
        "指標で測る",
        (("Plan", "Indicator"), ("Component", "Indicator"), ("LogicStep", "Indicator")),
        (_ORDER,),
    ),
    Relation("HAS_BUDGET", "has as its budget", "予算・決算をもつ", (("Plan", "Budget"),)),
    Relation("EVALUATED_AS", "is evaluated as", "評価される", (("Plan", "Evaluation"),)),
    Relation("LEADS_TO", "leads to", "つながる", (("LogicStep", "LogicStep"),)),
    Relation(
        "TOUCHES",
        "touches",
        "関わる",
        (("Plan", "Theme"),),
        (
            Fact(
                "basis",
                "texts",
                "mark: a ○ of the mark row; text: the word or a synonym occurs",
                "根拠",
                required=True,
                choices=("mark", "text"),
            ),
            Fact("terms", "texts", "the words of the text that name the theme", "該当する語句"),
        ),
    ),
    Relation("GROUNDED_IN", "is grounded in", "基づく", (("Plan", "Guideline"),)),
    Relation(
        "IS_DOCUMENT",
        "is this document, which is loaded too",
        "計画書に当たる",
        (("Guideline", "PlanDocument"),),
    ),
    Relation("CONTRIBUTES_TO", "contributes to", "貢献する", (("Plan", "SdgTarget"),)),
    Relation("DISCLOSED_ON", "is disclosed on", "公開する", (("Plan", "Channel"),)),
    Relation(
        "INVOLVES",
        "names, without making it responsible",
        "関係する",
        (("Plan", "Department"), ("Plan", "Partner")),
    ),
    Relation(
        "DEPENDS_ON",
        "depends on, as the document states",
        "依存する",
        (("Plan", "Plan"),),
        (
            Fact(
                "reason",
                "text",
                "what of the other plan the text names",
                "理由",
                required=True,
                choices=(
                    "names_plan",
                    "names_system",
                    "names_managed_guideline",
                    "names_department_duty",
                ),
            ),
            Fact("words", "text", "the words that state it", "根拠の語句", required=True),
            Fact("term", "text", "the words that name the other plan", "相手を指す語句"),
        ),
    ),
    Relation(
        "ASSOCIATED_WITH",
        "is associated with, as the document states, neither resting on the other",
        "関連する（明記）",
        (("Plan", "Plan"),),
        (Fact("words", "text", "the words that state it", "根拠の語句"),),
        across=True,
    ),
    Relation(
        "RELATED_TO",
        "is related to, as we infer (both ways)",
        "関連する（推定）",
        (("Plan", "Plan"),),
        (
            Fact("score", "number", "strength, 0 to 1", "関連度", required=True),
            Fact(
                "strength",
                "text",
                "strong: each is among the best four of the other, with a score of 0.2 or more",
                "強さ",
                choices=("strong", "weak"),
            ),
            Fact("reasons", "texts", "what the two share, in words", "理由", required=True),
        ),
        inferred=True,
    ),
    Relation(
        "SUCCEEDS",
        "follows on, in a later edition",
        "後継となる",
        (("Plan", "Plan"),),
        (
            Fact(
                "decision",
                "text",
                "what was decided about the earlier plan",
                "決定",
                required=True,
                choices=("continue", "revise", "merge", "split"),
            ),
            Fact("reason", "text", "why it was decided so", "理由", prose=True),
        ),
        across=True,
    ),
)

RELATION: dict[str, Relation] = {relation.name: relation for relation in RELATIONS}
"""The relations by name."""
