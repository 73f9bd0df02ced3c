"""The list of checks says all that they can find."""

from __future__ import annotations

import inspect

from keikaku.graph import findings
from keikaku.loaders import checks
from keikaku.loaders.checks import (
    CHECKS,
    RAISED,
    department_checks,
    indicator_checks,
    year_checks,
)


def test_every_code_that_a_check_raises_is_listed() -> None:
    source = "".join(map(inspect.getsource, (department_checks, indicator_checks, year_checks)))
    raised = {
        kind.code
        for name, kind in vars(findings).items()
        if isinstance(kind, type)
        and issubclass(kind, findings.FindingKind)
        and any(f"{word} {name}.at(" in source for word in ("yield", "return"))
    }
    assert raised == RAISED


def test_every_check_is_in_the_table() -> None:
    written = {
        function
        for module in (department_checks, indicator_checks, year_checks)
        for function in vars(module).values()
        if inspect.isgeneratorfunction(function)
        and function.__module__ == module.__name__
        and list(inspect.signature(function).parameters.values())[-1].name == "lookup"
        and not function.__name__.startswith("_")
        and len(inspect.signature(function).parameters) == 2
    }
    assert set(CHECKS) == written
    assert checks.run.__doc__
