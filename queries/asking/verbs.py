"""Forms of Japanese verbs, made from a stem and how it bends (動詞の活用)."""

from __future__ import annotations

from collections.abc import Iterator

_TE = ("", "い", "いる", "います", "いた", "いました", "おり", "いて", "ある", "あり", "あります")
_TE_NOT = ("いない", "いません", "ない", "いなかった", "おらず", "いなければ")
_BENDING: dict[str, tuple[tuple[str, ...], tuple[str, ...], str, str]] = {
    # plain forms, negative forms, stem of て, て
    "ichidan": (
        ("る", "ます", "た", "ました", "られる", "られている", "られて", "たい", "", "れば"),
        ("ない", "ません", "ず", "られていない", "られない", "なかった"),
        "",
        "て",
    ),
    "る": (("る", "ります", "った", "りました", "り", "られる", "られている", "られます", "られた", "れば"),
           ("らない", "りません", "らず", "られていない"), "っ", "て"),
    "う": (("う", "います", "った", "いました", "い", "われる", "われている", "われます", "われて", "われた", "えば"),
           ("わない", "いません", "わず", "われていない"), "っ", "て"),
    "く": (("く", "きます", "いた", "きました", "き", "かれる", "かれている", "かれた", "かれます", "かれて", "けば"),
           ("かない", "きません", "かず", "かれていない"), "い", "て"),
    "つ": (("つ", "ちます", "った", "ちました", "ち"), ("たない", "ちません", "たず"), "っ", "て"),
    "す": (("す", "します", "した", "しました", "し", "される", "されている", "されます", "されて", "された", "せば"),
           ("さない", "しません", "さず", "されていない"), "し", "て"),
    "む": (("む", "みます", "んだ", "みました", "み", "まれる", "まれている"),
           ("まない", "みません", "まず", "まれていない"), "ん", "で"),
    "する": (
        ("する", "します", "した", "しました", "し", "", "される", "された", "されている", "されて",
         "されます", "されています", "させる", "すると", "すれば", "したら"),
        ("しない", "しません", "せず", "されていない", "されない", "されません", "されていません"),
        "し",
        "て",
    ),
}  # fmt: skip


def forms(stem: str, bending: str) -> Iterator[tuple[str, bool]]:
    """Each form of a verb, with whether it says no.

    >>> dict(forms("触れ", "ichidan"))["触れていない"], dict(forms("関わ", "る"))["関わっている"]
    (True, False)
    """
    plain, negative, te_stem, te = _BENDING[bending]
    for end in plain:
        yield stem + end, False
        if end.endswith(("た", "だ")):
            yield stem + end + "ら", False
    for end in negative:
        yield stem + end, True
    for end in _TE:
        yield stem + te_stem + te + end, False
    for end in _TE_NOT:
        yield stem + te_stem + te + end, True
