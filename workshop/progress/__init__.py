"""Progress (進捗状況): write a form, read it back, and judge how far everything has come."""

from keikaku.workshop.progress.printed_values import prints_actuals
from keikaku.workshop.progress.progress_answer import answer, statuses_of_plans
from keikaku.workshop.progress.progress_form import template
from keikaku.workshop.progress.progress_problems import ProgressError
from keikaku.workshop.progress.progress_records import Progress
from keikaku.workshop.progress.read_progress import is_form, read

__all__ = [
    "Progress",
    "ProgressError",
    "answer",
    "is_form",
    "prints_actuals",
    "read",
    "statuses_of_plans",
    "template",
]
