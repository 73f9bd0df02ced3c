"""How a target differs from that of the earlier edition is judged by the way that is better."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.queries.target_changes import judged


def measure(
    value: float | None, unit: str = "件", comparator: str = "=", **more: Any
) -> dict[str, Any]:
    return {"value": value, "unit": unit, "comparator": comparator, "raw": "", **more}


def indicator(
    target: dict[str, Any] | None, baseline: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    return {"name": "件数", "target": target, "baseline": baseline, **more}


TEN, TWENTY = measure(10), measure(20)
AT_LEAST_TEN, AT_LEAST_TWENTY = measure(10, comparator=">="), measure(20, comparator=">=")
AT_MOST_TEN, AT_MOST_TWENTY = measure(10, comparator="<="), measure(20, comparator="<=")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (indicator(None), indicator(None), None),
        (indicator(None), indicator(TEN), "added"),
        (indicator(TEN), indicator(None), "dropped"),
        (indicator(TEN), indicator(TEN), None),
        (indicator(TEN), indicator(measure(10, "人")), "unit_changed"),
        (indicator(AT_LEAST_TEN), indicator(AT_LEAST_TWENTY), "more_ambitious"),
        (indicator(AT_LEAST_TWENTY), indicator(AT_LEAST_TEN), "less_ambitious"),
        (indicator(AT_MOST_TWENTY), indicator(AT_MOST_TEN), "more_ambitious"),
        (indicator(AT_MOST_TEN), indicator(AT_MOST_TWENTY), "less_ambitious"),
        (indicator(AT_LEAST_TEN), indicator(AT_MOST_TWENTY), "not_comparable"),
        (indicator(AT_LEAST_TEN), indicator(AT_MOST_TEN), "not_comparable"),
        (indicator(TEN), indicator(AT_LEAST_TEN), None),
        (indicator(TEN), indicator(AT_LEAST_TWENTY), "more_ambitious"),
        (indicator(TEN), indicator(TWENTY), "not_comparable"),
        (indicator(TEN, measure(5)), indicator(TWENTY), "more_ambitious"),
        (indicator(TEN, measure(15)), indicator(TWENTY), "less_ambitious"),
        (indicator(TEN, measure(10)), indicator(TWENTY), "not_comparable"),
        (indicator(TEN, measure(5, "人")), indicator(TWENTY), "not_comparable"),
        (indicator(TEN, measure(None, low=1, high=2)), indicator(TWENTY), "not_comparable"),
        (indicator(TEN, direction="increase"), indicator(TWENTY), "more_ambitious"),
        (indicator(TEN, direction="decrease"), indicator(TWENTY), "less_ambitious"),
        (indicator(TEN, direction="maintain"), indicator(TWENTY), "not_comparable"),
        (indicator(TEN), indicator(measure(None, low=5, high=9)), "not_comparable"),
        (
            *(indicator(measure(None, low=5, high=9)), indicator(measure(None, low=5, high=9))),
            None,
        ),
        (
            *(indicator(measure(None, low=5, high=9)), indicator(measure(None, low=5, high=8))),
            "not_comparable",
        ),
        (
            *(indicator(measure(1, "百万円")), indicator(measure(2_000, "千円"))),
            "not_comparable",
        ),
        (
            indicator(measure(1, "百万円", ">=")),
            indicator(measure(2_000, "千円", ">=")),
            "more_ambitious",
        ),
    ],
)
def test_how_a_target_differs(old: dict[str, Any], new: dict[str, Any], change: str | None) -> None:
    assert judged(old, new) == change
