"""The condition that a thing is the one that a sentence names (名前の条件)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.expressions.tree import Comparison, Operator, Tree

OWN_NAME = {"Component": "名称", "Indicator": "指標名", "Action": "名称", "Milestone": "内容",
             "Plan": "名称"}  # fmt: skip
"""The field with the name of a thing, for each kind."""


def is_it(mention: Mention) -> Tree:
    """Return the condition that a thing is the one that is mentioned."""
    if mention.kind == "Plan" and "-" in mention.spelling and mention.spelling[0].isdigit():
        return Comparison("番号", "=", mention.spelling)
    sign: Operator = "=" if len(mention.ids) == 1 else "in"
    return Comparison(OWN_NAME[mention.kind], sign, mention.spelling)
