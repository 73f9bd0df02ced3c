"""Words for budgets, for a graph with budgets: 予算, 決算額, 一般財源 (予算の語)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keikaku.queries.asking.tokens.lexicon import Names, Token
from keikaku.queries.graph_walks import of_kind

_MONEY: Mapping[str, str] = {
    "金額": "予算 予算額 当初予算 決算 決算額 執行額 執行額の合計 支出済額 要求額 "
    "概算要求 概算要求額 予算要求額 事業費 総事業費 歳出 支出額 費用 コスト "
    "budget budgets cost costs",
    "国庫支出金": "国庫支出金 国費 国庫補助金",
    "都道府県支出金": "都道府県支出金 県支出金 県費 県補助金",
    "地方債": "地方債 市債",
    "一般財源": "一般財源",
    "人件費": "人件費",
    "延べ業務時間": "延べ業務時間 業務時間",
    "従事人数": "従事人数 従事職員数",
}
FIELD_OF_WORD = {word: field for field, words in _MONEY.items() for word in words.split()}
"""The field of a budget for each word."""


def with_money(tokens: list[Token], known: Names) -> list[Token]:
    """Return the tokens, with words for budgets marked if the graph has any."""
    made: list[Token] = []
    for token in tokens:
        before = made[-1] if made else None
        if before is not None and before.text == "事業" and token.text == "費":
            made[-1] = Token("text", None, "事業費")
        else:
            made.append(token)
    if not any(token.text in FIELD_OF_WORD for token in made) or not budgets(known):
        return tokens
    return [
        Token("measure", "money", token.text) if token.text in FIELD_OF_WORD else token
        for token in made
    ]


def budgets(known: Names) -> list[dict[str, Any]]:
    """Return the facts of the budgets of a graph."""
    return [facts for _, facts in of_kind(known.graph("Budget"), "Budget")]
