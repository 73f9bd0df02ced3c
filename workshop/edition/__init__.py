"""The next edition (次期計画案) from the decisions on this one."""

from workshop.edition.building import build
from workshop.edition.making import Made, NextPlan, make
from workshop.edition.period import Period

__all__ = ["Made", "NextPlan", "Period", "build", "make"]
