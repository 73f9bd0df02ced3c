"""The next edition (次期計画案) from the decisions on this one."""

from keikaku.workshop.edition.building import build
from keikaku.workshop.edition.making import Made, NextPlan, make
from keikaku.workshop.edition.period import Period

__all__ = ["Made", "NextPlan", "Period", "build", "make"]
