"""Progress (進捗状況): a form to fill in, reading it back, and how far everything has come."""

from workshop.progress.answer import answer
from workshop.progress.problems import ProgressError
from workshop.progress.reading import is_form, read
from workshop.progress.records import Progress
from workshop.progress.template import template

__all__ = ["Progress", "ProgressError", "answer", "is_form", "read", "template"]
