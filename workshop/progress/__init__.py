"""Progress (進捗状況): a form to fill in, reading it back, and how far everything has come."""

from keikaku.workshop.progress.answer import answer
from keikaku.workshop.progress.problems import ProgressError
from keikaku.workshop.progress.reading import is_form, read
from keikaku.workshop.progress.records import Progress
from keikaku.workshop.progress.template import template

__all__ = ["Progress", "ProgressError", "answer", "is_form", "read", "template"]
