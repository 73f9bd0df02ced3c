"""The units of money that plans print, each in yen (金額の単位)."""

from __future__ import annotations

YEN_OF_UNIT = {
    "円": 1,
    "百円": 100,
    "千円": 1000,
    "万円": 10**4,
    "十万円": 10**5,
    "百万円": 10**6,
    "千万円": 10**7,
    "億円": 10**8,
    "兆円": 10**12,
}
"""How many yen each unit of money is."""
