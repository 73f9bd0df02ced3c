"""Changes as a person requests them, in that person's words; no name is looked up yet."""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.language import Text


@dataclass(frozen=True, slots=True)
class MergeDepartments:
    """Several departments become one (所管課の統合), which may be there already."""

    departments: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A department or a plan gets another name (名称変更)."""

    what: str
    name: str


@dataclass(frozen=True, slots=True)
class Share:
    """What one of the new departments takes over: these plans, or None for all the rest."""

    name: str
    plans: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class SplitDepartment:
    """A department becomes several (所管課の分割), each with its plans."""

    department: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class DropPlan:
    """A plan ends (計画の廃止)."""

    plan: str


@dataclass(frozen=True, slots=True)
class MovePlan:
    """A plan goes to another initiative (取組事項の変更)."""

    plan: str
    initiative: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """Another department takes the lead of a plan (主管課の変更)."""

    plan: str
    department: str


@dataclass(frozen=True, slots=True)
class DropGuideline:
    """A law, guideline or plan is no more (法令・指針等の廃止)."""

    guideline: str


Change = (
    MergeDepartments | Rename | SplitDepartment | DropPlan | MovePlan | HandOver | DropGuideline
)


@dataclass(frozen=True, slots=True)
class RequestedChange:
    """A change, the place of its request (an option, a line of a file), and the reason."""

    change: Change
    place: Text
    note: str | None = None


def change_text(change: Change) -> Text:
    """Return a change in words, as its evidence and its answer show it."""
    match change:
        case MergeDepartments(departments, name):
            before = "・".join(departments)
            ja, en = f"所管課の統合（{before} → {name}）", f"departments merged ({before} → {name})"
        case Rename(what, name):
            ja, en = f"名称変更（{what} → {name}）", f"renamed ({what} → {name})"
        case SplitDepartment(department, shares):
            ja, en = (
                "、".join(f"{share.name}: {'・'.join(share.plans or [rest])}" for share in shares)
                for rest in ("残り", "the rest")
            )
            ja = f"所管課の分割（{department} → {ja}）"
            en = f"department split ({department} → {en})"
        case DropPlan(plan):
            ja, en = f"計画の廃止（{plan}）", f"plan dropped ({plan})"
        case MovePlan(plan, initiative):
            ja = f"取組事項の変更（{plan} → {initiative}）"
            en = f"plan moved ({plan} → {initiative})"
        case HandOver(plan, department):
            ja = f"主管課の変更（{plan} → {department}）"
            en = f"lead handed over ({plan} → {department})"
        case DropGuideline(guideline):
            ja, en = f"法令・指針等の廃止（{guideline}）", f"guideline dropped ({guideline})"
    return Text(ja, en)
