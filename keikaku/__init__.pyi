"""The public face, as type checkers read it; make docs writes this file."""

from keikaku.graph_files import explain as explain, load as load, merge as merge, only as only, read as read, validate as validate, write as write
from keikaku.graph_server import pull as pull, push as push
from keikaku.loaders.values import read_values as values
from keikaku.open_graph import OpenGraph as OpenGraph, ask as ask, department as department, open as open
from keikaku.queries.bridges.answer import answer as bridges
from keikaku.queries.check.answer import answer as check
from keikaku.queries.compare.answer import answer as compare
from keikaku.queries.departments.answer import answer as departments
from keikaku.queries.dependencies.answer import answer as dependencies
from keikaku.queries.find.answer import answer as find
from keikaku.queries.guidelines.answer import answer as guidelines
from keikaku.queries.impact.answer import answer as impact
from keikaku.queries.indicators.answer import answer as indicators
from keikaku.queries.path.answer import answer as path
from keikaku.queries.plan.answer import answer as plan
from keikaku.queries.plans.answer import answer as plans
from keikaku.queries.relate.answer import answer as relate
from keikaku.queries.themes.answer import answer as themes
from keikaku.queries.workload.answer import answer as workload
from keikaku.revision import decisions as decisions, next_edition as next_edition, progress as progress, progress_form as progress_form, questions_raised as questions_raised, report as report, whatif as whatif, workshop_pack as workshop_pack
from keikaku.written_out import export as export, map as map, template as template

__all__ = [
    "OpenGraph",
    "ask",
    "bridges",
    "check",
    "compare",
    "decisions",
    "department",
    "departments",
    "dependencies",
    "explain",
    "export",
    "find",
    "guidelines",
    "impact",
    "indicators",
    "load",
    "map",
    "merge",
    "next_edition",
    "only",
    "open",
    "path",
    "plan",
    "plans",
    "progress",
    "progress_form",
    "pull",
    "push",
    "questions_raised",
    "read",
    "relate",
    "report",
    "template",
    "themes",
    "validate",
    "values",
    "whatif",
    "workload",
    "workshop_pack",
    "write",
]

PLACES: dict[str, tuple[str, str]]
