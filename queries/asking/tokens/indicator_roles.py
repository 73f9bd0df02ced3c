"""The roles of indicators, where a graph has them: 成果指標, 活動指標 (指標の種類)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import Mention, Names, Token
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.graph_walks import of_kind

_ROLES = {
    "成果": "成果",
    "アウトカム": "成果",
    "活動": "活動",
    "アウトプット": "アウトプット",
    "効果": "効果",
    "対象": "対象規模",
    "規模": "対象規模",
    "outcome": "成果",
    "activity": "活動",
    "output": "アウトプット",
}
"""Words before 指標, with the role that each means."""
_WHOLE = ("成果指標",)
"""Words for any indicator, which mean a role where the graph has roles."""


def with_roles(tokens: list[Token], known: Names) -> list[Token]:
    """Read 成果指標 and 活動指標 as indicators of a role, in a graph whose indicators have one."""
    if not any(_role(tokens, place) for place in range(len(tokens))) or not has_roles(known):
        return tokens
    made: list[Token] = []
    for place, token in enumerate(tokens):
        role = _role(tokens, place)
        if not role:
            made.append(token)
            continue
        made += [
            Token("name", Mention("Role", (role,), role), role),
            Token("part", "の", "の"),
        ]
        if token.text in _WHOLE:
            made.append(Token("kind", "Indicator", "指標"))
    return made


def _role(tokens: list[Token], place: int) -> str:
    """Return the role that a token means, or nothing."""
    token, following = tokens[place], next_token(tokens, place)
    if (token.role, token.value) == ("kind", "Indicator") and token.text in _WHOLE:
        return _ROLES[token.text.removesuffix("指標")]
    before_noun = (following.role, following.value) == ("kind", "Indicator")
    said = _ROLES.get(token.text.lower(), "") if before_noun else ""
    return said if token.role in {"text", "kind", "word", "verb"} else ""


def says_a_role(sentence: str) -> bool:
    """Return whether a sentence has a word for indicators of a role."""
    return any(word in sentence for word in _WHOLE)


def has_roles(known: Names) -> bool:
    """Return whether the indicators of a graph have roles."""
    return any(facts.get("role") for _, facts in of_kind(known.graph("Indicator"), "Indicator"))
