"""Words that are not a name by themselves, joined to a phrase: オンライン化 + 率 (語句).

A phrase is a run of words, side by side or joined by の, of which at least one is in no table. It
becomes a mention where a node of the graph has it as its name, or has all of it in its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.queries.asking.tokens.common_words import means_too_little
from keikaku.queries.asking.tokens.lexicon import SEARCHED, Called, Mention, Names, Token
from keikaku.queries.asking.vocabulary.letters import fold, holds_word, is_kanji, normal

_JOINED = {"text", "name", "kind", "measure", "verb", "type", "word", "amount"}
_LINK = "の"
_OF_PLANS = frozenset(("Plan", "Component", "Indicator", "Action", "Milestone"))
_MOST = 7  # tokens of a phrase
_LONG = 8  # letters of words that a name holds one after the other
_WHOLE = 3  # known words that may be one name: オープンデータの公開件数
_SHORT = 4  # letters of a phrase that could be the end of any clause: …した職員数
_ENOUGH = 6  # letters of pieces that only one indicator holds
_BY_PIECES = frozenset(("Component", "Indicator"))
"""Kinds of which one is meant by pieces of its name, if no other of its kind has them all."""
_COMPOUND = 4  # kanji of a noun that may end in kana
_SHORTEST = 3
"""Letters of a phrase that is a part of a name: 必要 names nothing, nor does what ends in kana."""


def joined(tokens: list[Token], known: Names) -> list[Token]:
    """Return the tokens with phrases joined; the longest phrase that is a name wins."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        phrase = next(_phrases(tokens, at, known), None)
        if phrase is None:
            made.append(tokens[at])
            at += 1
        else:
            end, token = phrase
            made.append(token)
            at = end
    return _texts(made)


def _phrases(tokens: list[Token], at: int, known: Names) -> Iterator[tuple[int, Token]]:
    if tokens[at].role not in _JOINED:
        return
    ends = range(min(len(tokens), at + _MOST), at, -1)
    for end in ends:
        parts = tokens[at:end]
        words = "".join(token.text for token in parts)
        has_content = any(_is_content(token) for token in parts)
        if has_content and not _fits(parts):
            continue
        if not has_content and (len(parts) < _WHOLE or parts[-1].text == _LINK):
            continue
        mention = called(words, known) if has_content else _whole(words, known)
        if mention is None or means_too_little(words, mention, known):
            continue
        if not mention.exact and _is_subject(tokens[end : end + 2], mention):
            continue
        if has_content or mention.exact:
            yield end, Token("name", mention, "".join(token.text for token in parts))


def _whole(words: str, known: Names) -> Mention | None:
    """Return what words that all are known name together, with or without their の."""
    as_written = _by_whole_name(fold(normal(words)), SEARCHED, known)
    return as_written or called(words.replace(_LINK, ""), known)


def _is_subject(following: list[Token], mention: Mention) -> bool:
    """Return whether a part of a plan's name is what others have to do with: 公共施設に関係する."""
    return (
        mention.kind in _OF_PLANS
        and [token.text for token in following[:1]] == ["に"]
        and [(token.role, token.value) for token in following[1:]] == [("verb", "touch")]
    )


def _is_content(token: Token) -> bool:
    """Return whether it is a word that no table knows, and more than an ending."""
    if token.role != "text":
        return False
    return len(token.text) > 3 or not all("\u3040" <= c <= "\u309f" for c in token.text)


def _fits(parts: list[Token]) -> bool:
    """Return whether tokens can be one phrase: words side by side, or joined by の."""
    if parts[0].role not in _JOINED or parts[-1].role not in _JOINED:
        return False
    if parts[-1].role in {"kind", "measure"} and len(parts) > 1 and parts[-2].text == _LINK:
        return False
    return all(
        token.role in _JOINED or token.text in {_LINK, "・", "な", "や", "と"} for token in parts
    )


def called(words: str, known: Names, kinds: tuple[str, ...] = SEARCHED) -> Mention | None:
    """Return what has this name, or all the words in its name; a single match wins."""
    several: Mention | None = None
    wanted = fold(normal(words))
    if len(wanted) < 2:
        return None
    by_name = _by_whole_name(wanted, kinds, known) or _by_whole_name(
        wanted.replace(_LINK, ""), kinds, known
    )
    if by_name is not None:
        return by_name
    vague = len(wanted) < _SHORTEST or _is_inflected(normal(words))
    begun = _by_beginning(wanted, kinds, known) if vague else None
    if begun is not None:
        return begun
    whole = None if vague else _only_one(wanted, kinds, known)
    if whole is not None and whole.kind == "Indicator" and "Plan" in kinds:
        # 要介護認定: the plan of that title, with all of its indicators
        return _only_one(wanted, ("Plan",), known) or whole
    if whole is not None:
        return whole
    for kind in kinds:
        ids = holding(wanted, kind, known)
        if vague and ids and fold(normal(ids[0][1])) != wanted:
            continue
        if len({name for _, name in ids}) == 1:
            exact = fold(normal(ids[0][1])) == wanted
            return Mention(kind, tuple(node for node, _ in ids), ids[0][1], exact)
        if ids and several is None and kind != "Department":
            several = _several(ids, words, kind)
    return several


def _is_inflected(words: str) -> bool:
    """Return whether words end in kana and are no compound that ends so: 必要な, not 定年引上げ."""
    kanji = sum(map(is_kanji, words))
    return "\u3040" <= words[-1] <= "\u309f" and (kanji < _COMPOUND or _LINK in words)


def _several(ids: list[tuple[str, str]], words: str, kind: str) -> Mention | None:
    """Return the nodes by words that all of their names hold, with or without a の."""
    for said in dict.fromkeys((words, words.replace(_LINK, ""))):
        if all(fold(normal(said)) in fold(normal(name)) for _, name in ids):
            return Mention(kind, tuple(node for node, _ in ids), said, exact=False)
    return None


def _by_whole_name(wanted: str, kinds: tuple[str, ...], known: Names) -> Mention | None:
    """Return what has exactly this name: it is meant rather than what has it in a longer one."""
    for kind in kinds:
        same = [each for each in known.of(kind) if each.folded[0] == wanted]
        if same:
            return Mention(kind, tuple(each.id for each in same), same[0].names[0])
    return None


def _by_beginning(wanted: str, kinds: tuple[str, ...], known: Names) -> Mention | None:
    """Return the one thing whose name begins with words that end in kana: 協働のまちづくり."""
    if len(wanted) < _ENOUGH:
        return None
    held = [
        (kind, each)
        for kind in kinds
        for each in known.of(kind)
        if each.folded[0].startswith(wanted + _LINK)
    ]
    if len({each.names[0] for _, each in held}) != 1:
        return None
    kind, first = held[0]
    return Mention(kind, tuple(each.id for _, each in held), first.names[0], exact=False)


def _only_one(wanted: str, kinds: tuple[str, ...], known: Names) -> Mention | None:
    """Return what alone of its kind holds the words one after the other, not in pieces."""
    for kind in kinds:
        holders = [each for each in known.of(kind) if holds_word(each.folded[0], wanted)]
        called_so = {each.names[0] for each in holders if not _ends_clause(wanted, each)}
        if len(called_so) == 1:
            (name,) = called_so
            ids = tuple(each.id for each in holders if each.names[0] == name)
            return Mention(kind, ids, name, fold(normal(name)) == wanted)
    return None


def holding(wanted: str, kind: str, known: Names) -> list[tuple[str, str]]:
    """Return the nodes of a kind whose name is the words, or contains them."""
    entries = known.of(kind)
    holders = [each for each in entries if wanted in each.folded[0]]
    fitting = [each for each in holders if each.folded[0] == wanted] or [
        each
        for each in holders
        if holds_word(each.folded[0], wanted) and not _ends_clause(wanted, each)
    ]
    pieces = [piece for piece in wanted.split("の") if piece]
    if not fitting and len(pieces) > 1 and min(map(len, pieces)) > 1:
        fitting = [
            each
            for each in entries
            if all(piece in each.folded[0] for piece in pieces)
            and (
                all(holds_word(each.folded[0], piece) for piece in pieces)
                or _in_order(pieces, each.folded[0])
            )
        ]
    if not fitting and kind in _BY_PIECES and len(pieces) > 1 and sum(map(len, pieces)) >= _ENOUGH:
        one = [each for each in entries if all(piece in each.folded[0] for piece in pieces)]
        fitting = one if len(one) == 1 else []  # 男性の育児休業, 学校用務員の委託
    return [(each.id, each.names[0]) for each in fitting]


def _in_order(pieces: list[str], name: str) -> bool:
    """Return whether a name holds long words in their order: 学校給食の調理業務の委託."""
    at = 0
    for piece in pieces:
        at = name.find(piece, at) + len(piece)
        if at < len(piece):
            return False
    return sum(map(len, pieces)) >= _LONG


def _ends_clause(words: str, entry: Called) -> bool:
    """Return whether a short word is but the noun behind a clause: 職員数 in 理解を深めた職員数."""
    at = entry.folded[0].find(words)
    if at <= 0 or len(words) > _SHORT:
        return False
    return normal(entry.names[0])[at - 1] in _CLAUSE  # プラットフォーム ends no clause


_CLAUSE = "たるうくすつむい"  # kana with which a clause before a noun may end


def _texts(tokens: list[Token]) -> list[Token]:
    """Words that no table knows, side by side, as one."""
    made: list[Token] = []
    for token in tokens:
        if token.role == "text" and made and made[-1].role == "text":
            made[-1] = Token("text", None, made[-1].text + token.text)
        else:
            made.append(token)
    return made
