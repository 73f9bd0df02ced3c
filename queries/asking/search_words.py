"""The words of questions for the map's search box: from the tables that ``ask`` reads (検索の語彙).

The page asks for plans only, so it gets what says that plans are meant, whether they have to do
with a name or not, how names belong together, and what says nothing.
"""

from __future__ import annotations

from keikaku.queries.asking import words
from keikaku.queries.asking.verbs import forms

_VERBS = ("touch", "responsible", "based", "have")


def search_words() -> dict[str, str]:
    """Return the words by what they say, one space between words, ``_`` within one."""
    says: dict[str, list[str]] = {"yes": words.YES.split(), "no": words.NO.split()}
    for name in _VERBS:
        for stem, bending in words.VERBS[name]:
            for word, says_no in forms(stem, bending):
                says["no" if says_no else "yes"].append(word)
        says["yes"] += words.ENGLISH_VERBS[name].split()
    return {
        "plan": words.KINDS["Plan"],
        "both": words.WORDS["both"],
        "or": words.WORDS["or"],
        "except": words.WORDS["except"],
        "free": f"{words.PARTICLES} {words.FILLERS} {words.WORDS['what']} {words.WORDS['all']}",
        **{name: " ".join(dict.fromkeys(each)) for name, each in says.items()},
    }
