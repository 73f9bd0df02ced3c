"""The next edition (次期計画案), made from the decisions on this one."""

from keikaku.workshop.edition.build_graph import build
from keikaku.workshop.edition.period import Period
from keikaku.workshop.edition.renumber import EditionPlan, NextPlan, make

__all__ = ["EditionPlan", "NextPlan", "Period", "build", "make"]
