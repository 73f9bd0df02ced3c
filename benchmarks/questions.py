"""What is asked of many cities: of one with its ``document`` besides, of all without."""

from __future__ import annotations

from typing import Any

QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("plans", {"theme": "キャッシュレス"}),
    ("plans", {"text": "システム"}),
    ("plan", {"number": "2-2-5"}),
    ("workload", {}),
    ("dependencies", {}),
    ("impact", {"node": "2-2-5"}),
    ("indicators", {}),
    ("themes", {}),
    ("guidelines", {}),
    ("departments", {}),
    ("bridges", {}),
    ("check", {}),
)
