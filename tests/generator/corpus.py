"""Whole documents to damage: the example, and fictional ones in every layout and encoding."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from tests.generator.encoding import ENCODERS
from tests.generator.strategies import printed

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


@cache
def corpus(size: int = 40) -> tuple[bytes, ...]:
    """The example and ``size`` fictional documents, the same on every run of one command.

    (Hypothesis also draws on the constants of the modules that are imported.)
    """
    texts: list[bytes] = [EXAMPLE.read_bytes()]

    @settings(
        max_examples=size,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(printed())
    def collect(sample: object) -> None:
        text = sample.text()  # type: ignore[attr-defined]
        texts.append(ENCODERS[len(texts) % len(ENCODERS)](text))

    collect()
    return tuple(texts)
