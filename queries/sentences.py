"""``ask``: a question as a person says it, understood by a declared table of forms (文による問い).

A sentence is put into one spelling (full and half width, no punctuation, no polite ends), held to
the forms of :mod:`keikaku.queries.sentence_forms` in their order, and understood where every name
in it is one that the graph knows. There is no guessing: what fits no form, or names nothing, is an
error that offers the nearest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, islice
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.years import fiscal_year
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none, each_of, one_or_all
from keikaku.queries.asking.ambiguity import TwoReadingsError, two_readings
from keikaku.queries.declaring import Parameter
from keikaku.queries.graph_walks import Graph
from keikaku.queries.reachability_model import NAMED
from keikaku.queries.registry import QUESTIONS
from keikaku.queries.scope import name_of
from keikaku.queries.sentence_forms import EXAMPLES, FILTERS, FORMS, PARAMETER_OF, Form
from keikaku.queries.sentence_words import POLITE_HEADS, POLITE_TAILS

Lookup = Callable[[str], Graph]
"""For a kind, a graph that holds at least the nodes of that kind with their names."""

_SLOT = re.compile(r"\{(\w+)\}")
_JAPANESE = r"[\u3040-\u30ff\u3400-\u9fff]"
_SPACE = re.compile(rf"\s+(?={_JAPANESE})|(?<={_JAPANESE})\s+")
_SPACES = re.compile(r"\s+")
_MARKS = " \t\n?!。.、,…~〜"
_QUOTES = "「」『』\"'“”‘’ "
_LINKS = re.compile(
    r"(?:に|と)(?:関わる|かかわる|関係する|関連する|関する)|(?:に|で)(?:行う|動く|実施する)|の|で|かつ|、"
    r"| (?:and|in|of|by|for|under|during) (?:the )?"
)


def _any_of(words: tuple[str, ...]) -> str:
    """Return a pattern of any of the words, the longest first; English ones only as whole words."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(rf"\b{word}\b" if word.isascii() else word for word in longest)


_HEADS = re.compile(rf"(?:(?:{_any_of(POLITE_HEADS)})[\s、,。.]*)+", re.IGNORECASE)
_TAIL = re.compile(rf"(?:{_any_of(POLITE_TAILS)})$", re.IGNORECASE)
_MOST_PARTS = 4  # names in one sentence
_MOST_LINKS = 8  # places where one name may end and the next begin
_LONGEST = 300  # characters of a question

_UNKNOWN = Text(
    "「{sentence}」は、問いとして読み取れません。たとえば次のように尋ねられます: {near}",
    "'{sentence}' is not understood. You can ask, for example: {near}",
)
_EMPTY = Text("問いが空です。例: {near}", "the question is empty. For example: {near}")
_TOO_LONG = Text(
    "問いが長すぎます。{most}字以内の一文にしてください。",
    "the question is too long; put it in one sentence of at most {most} characters.",
)
_NO_QUESTION = Text(
    "この問いには、次のコマンドが答えます: {command}", "this is answered by the command: {command}"
)
_QUOTED = re.compile(r"[「『\"“]|という(?:言葉|語)|the words? ", re.IGNORECASE)
"""What marks words that are meant as they stand."""
_NEAREST = 3


class ParsedSentence(NamedTuple):
    """What a sentence asks: a question, and its parameters as understood."""

    question: str
    parameters: dict[str, Any]

    @property
    def command(self) -> str:
        """The command line that asks the same."""
        if self.question not in QUESTIONS:
            options = (f"--{n.replace('_', '-')} {_quoted(v)}" for n, v in self.parameters.items())
            return " ".join(["keikaku", self.question, *options])
        told = ["keikaku", self.question]
        for parameter in QUESTIONS[self.question].parameters:
            value = self.parameters.get(parameter.name)
            if parameter.pair and value is not None:
                told += [parameter.flag, *map(_quoted, value.split(","))]
                continue
            for each in each_of(value):
                option = [] if parameter.positional else [parameter.flag]
                told += option if each is True else [*option, _quoted(str(each))]
        return " ".join(told)


def parse_sentence(lookup: Lookup, sentence: str) -> ParsedSentence:
    """Return what a sentence asks.

    The declared forms are tried first; what fits none is read token by token
    (:mod:`keikaku.queries.asking`).

    Raises:
        NotFoundError: a name in it is unknown; the message offers names.
        KeikakuError: it is not understood, or can be read in two ways; the message says which part,
            and offers what can be asked.
    """
    return understood(lookup, sentence)[0]


def understood(lookup: Lookup, sentence: str) -> tuple[ParsedSentence, Text | None]:
    """Return what a sentence asks, and the same in words where it was read token by token.

    Raises:
        KeikakuError: see :func:`parse_sentence`.
    """
    if len(sentence) > _LONGEST:
        raise KeikakuError(_TOO_LONG.format(most=_LONGEST))
    asked = plain_question(sentence)
    if not asked:
        raise KeikakuError(_EMPTY.format(near=_near("")))
    lookup = cache(lookup)
    fault: KeikakuError | None = None
    try:
        formed = _formed(lookup, sentence)
    except KeikakuError as error:
        fault, formed = error, None
    if formed is None:
        return _read(lookup, sentence, asked, fault)
    if set(formed.parameters) != {"text"} or _QUOTED.search(sentence):
        return formed, None
    # Any words fit where words are looked for: what can be read otherwise is read so.
    try:
        return _read(lookup, sentence, asked, fault)
    except TwoReadingsError:
        raise
    except KeikakuError:
        return formed, None


def _formed(lookup: Lookup, sentence: str) -> ParsedSentence | None:
    """Return what a sentence asks by the first declared form that it has; None where it has none.

    Raises:
        KeikakuError: it has one, but a name in it is unknown.
    """
    fault: KeikakuError | None = None
    reader = _Reader(lookup)
    for spelling in dict.fromkeys(spellings(sentence)):
        for form in _forms(spelling):
            match = _compiled(form.pattern).fullmatch(spelling)
            if match is None:
                continue
            try:
                return ParsedSentence(form.question, {**reader.filled(form, match), **form.says})
            except KeikakuError as error:
                fault = fault or (None if form.is_bare else error)
    if fault is not None:
        raise fault
    return None


def _read(
    lookup: Lookup, sentence: str, asked: str, fault: KeikakuError | None
) -> tuple[ParsedSentence, Text]:
    """Return what a sentence asks, read token by token, in words too.

    Raises:
        KeikakuError: it is not understood, or can be read in two ways.
    """
    from keikaku.queries.asking.describe import described
    from keikaku.queries.asking.frames import readings
    from keikaku.queries.asking.lexicon import Names
    from keikaku.queries.asking.refusal import refusal
    from keikaku.queries.asking.sentence import Sentence

    known = Names(lookup)
    found, nearest = readings(Sentence(sentence, known))
    meant = [(ParsedSentence(each.question, each.parameters), described(each)) for each in found]
    if len(meant) > 1:
        raise two_readings(sentence, [(each.command, told) for each, told in meant])
    if not meant:
        helps = isinstance(fault, names.AmbiguousNameError) or (
            fault is not None and "もしかして" in fault.text.ja
        )
        raise fault if fault and helps else refusal(nearest, known, _near(asked))
    return meant[0]


def answered(
    lookup: Lookup, ask: Callable[..., Answer[Any]], sentence: str, document: str | None = None
) -> Answer[Any]:
    """Return the answer to what a sentence asks, with the command that it was understood as.

    ``ask`` answers a question by its name and parameters, as :func:`keikaku.queries.registry.ask`
    does.

    Raises:
        KeikakuError: the sentence is not understood (see :func:`parse_sentence`), or asks for a
            command that is no question to one graph.
    """
    meant, told = understood(lookup, sentence)
    if meant.question not in QUESTIONS:
        raise KeikakuError(_NO_QUESTION.format(command=meant.command))
    return answer_to(meant, told, ask, document)


def answer_to(
    meant: ParsedSentence,
    told: Text | None,
    ask: Callable[..., Answer[Any]],
    document: str | None = None,
) -> Answer[Any]:
    """Return the answer to a sentence that has been read, with its command and it in words.

    Raises:
        KeikakuError: a name in it is unknown to the one document asked about.
    """
    meant.parameters.update(drop_none(document=document))
    answer = ask(meant.question, **meant.parameters)
    return replace(answer, command=meant.command, understood=told)


def plain_question(sentence: str) -> str:
    """Return a sentence in one spelling, without polite heads and any polite ends.

    >>> plain_question("ｷｬｯｼｭﾚｽに関わる計画を教えてください。")
    'キャッシュレスに関わる計画'
    """
    return (list(spellings(sentence)) or [""])[-1]


def spellings(sentence: str) -> Iterator[str]:
    """Yield the sentence in one spelling, then with ever more of its polite ends taken off.

    First with the spaces between words, then, as Japanese is written, without them.
    """
    text = _SPACES.sub(" ", unicodedata.normalize("NFKC", sentence)).strip(_MARKS)
    yield from _shorter_and_shorter(text)
    if _SPACE.search(text):
        yield from _shorter_and_shorter(_SPACE.sub("", text))


def _shorter_and_shorter(text: str) -> Iterator[str]:
    head = _HEADS.match(text)
    text = text[head.end() :] if head else text
    while text:
        yield text
        shorter = _TAIL.sub("", text).strip(_MARKS)
        if shorter == text:
            return
        text = shorter


def _forms(spelling: str) -> Iterator[Form]:
    """Yield the forms that a sentence may have.

    English ones first where it begins or ends in English.

    To make a pattern takes longer than to hold a sentence to it, so the others are not made.
    """
    words = spelling.split(" ")
    english = any(word.isascii() and word.isalpha() for word in (words[0], words[-1]))
    if english:
        yield from (form for form in FORMS if form.pattern.isascii())
    if not spelling.isascii() or not english:
        yield from (form for form in FORMS if not form.pattern.isascii() or form.is_bare)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_SLOT.sub(r"(?P<\1>.+?)", pattern), re.IGNORECASE)


class _Reader:
    """Fills the slots of forms with names that a graph knows."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def filled(self, form: Form, match: re.Match[str]) -> dict[str, Any]:
        """Return the parameters of a sentence.

        Raises:
            KeikakuError: a name in it is unknown or ambiguous.
        """
        parameters: dict[str, Any] = {}
        declared = {each.name: each for each in QUESTIONS[form.question].parameters}
        for slot, words in match.groupdict().items():
            if slot == FILTERS:
                takes = [each for each in declared.values() if each.is_filter]
                parameters |= self._filters(words, takes)
            else:
                name = PARAMETER_OF.get(slot, slot)
                parameters[name] = self._value(declared[name], words.strip(_QUOTES))
        return parameters

    def _filters(self, words: str, takes: list[Parameter]) -> dict[str, Any]:
        """Return what names, one after the other, ask for; a whole name wins over its parts."""
        fault: KeikakuError | None = None
        for parts in _partitions(words):
            try:
                return self._each(parts, takes)
            except KeikakuError as error:
                fault = fault or error
        raise fault or NotFoundError(_UNKNOWN.format(sentence=words, near=_near(words)))

    def _each(self, parts: list[str], takes: list[Parameter]) -> dict[str, Any]:
        found: dict[str, list[Any]] = {}
        for part in parts:
            left = [each for each in takes if each.repeatable or each.name not in found]
            name, value = self._one(part.strip(_QUOTES), left)
            found.setdefault(name, []).append(value)
        return {each.name: one_or_all(found[each.name]) for each in takes if each.name in found}

    def _one(self, words: str, takes: list[Parameter]) -> tuple[str, Any]:
        """Return the parameter that the words fill, and its value; names before parts of names."""
        fault: KeikakuError | None = None
        for parameter in takes:
            try:
                return parameter.name, self._value(parameter, words)
            except names.AmbiguousNameError as error:
                fault = error
            except KeikakuError:
                continue
        raise fault or self._no_such(words, takes)

    def _no_such(self, words: str, takes: list[Parameter]) -> KeikakuError:
        """Say that nothing is called so, with the nearest names of all that it might be."""
        kinds = [each.kind for each in takes if each.kind and not each.spoken]
        candidates = [
            each for kind in kinds for each in names.names_of_kind(self._lookup(kind), kind)
        ]
        what = Text("／".join(KIND[kind].ja for kind in kinds), " or ".join(kinds))
        try:
            names.choose(candidates, words, what)
        except KeikakuError as error:
            return error
        return NotFoundError(_UNKNOWN.format(sentence=words, near=_near(words)))

    def _value(self, parameter: Parameter, words: str) -> Any:
        """Return the value of a parameter that the words mean.

        Raises:
            KeikakuError: they mean none.
        """
        if parameter.type == "year":
            year = fiscal_year(words)
            if year is None:
                raise NotFoundError(Text(f"年度「{words}」", f"year '{words}'"))
            return year
        if parameter.type == "node":
            return self._node(words)
        if parameter.kind is None:
            return words
        if parameter.spoken:
            return self._marked(parameter.name, parameter.kind, parameter.spoken, words)
        return self._named(parameter.kind, words.removesuffix("さん"))

    def _named(self, kind: str, words: str) -> str:
        graph = self._lookup(kind)
        found = names.find(graph, kind, words)
        if not _says(graph, found[0], words):
            raise NotFoundError(_UNKNOWN.format(sentence=words, near=_near(words)))
        return _called(graph, found)

    def _node(self, words: str) -> str:
        kinds = NAMED[:1] if names.is_number(words) else NAMED
        candidates = [
            each for kind in kinds for each in names.names_of_kind(self._lookup(kind), kind)
        ]
        found = names.choose(candidates, words, Text("対象", "thing"))
        kind = next(k for k in kinds if found[0] in self._lookup(k))
        return _called(self._lookup(kind), found[:1])

    def _marked(self, name: str, kind: str, spoken: str, words: str) -> str:
        """Return the name in words that tell its kind, too: 目標1, SDGsの11.3."""
        match = re.compile(spoken, re.IGNORECASE).fullmatch(words)
        if match is None:
            raise NotFoundError(Text(f"「{words}」は{name}ではありません。", f"'{words}'?"))
        typed = next(group for group in match.groups() if group).strip(_QUOTES)
        # A goal of the SDGs stands for its targets, and is itself no node.
        return typed if kind == "SdgTarget" else self._named(kind, typed)


def _called(graph: Graph, nodes: list[str]) -> str:
    """By what a command names nodes: the number where there is one, else the name."""
    return str(graph.nodes[nodes[0]].get("number") or name_of(graph, nodes[0]))


def _says(graph: Graph, node: str, words: str) -> bool:
    """Tell whether words are a name of a node, or a part of it: 税 is no 電子納税."""
    wanted, facts = names.fold(words), graph.nodes[node]
    told = [facts.get(key) for key in ("title", "name", "code", "number", "label")]
    own = [names.fold(str(each)) for each in told if each]
    known = [node, *own, *map(names.fold, facts.get("aliases") or ())]
    return wanted in known or (len(wanted) > 1 and any(wanted in name for name in own))


def _partitions(words: str) -> Iterator[list[str]]:
    """Yield the words whole, then cut at ever more of the places that link two names."""
    places = [
        (m.start(), m.end()) for m in islice(_LINKS.finditer(words), _MOST_LINKS) if m.start() > 0
    ]
    yield [words]
    for count in range(1, min(len(places), _MOST_PARTS - 1) + 1):
        for chosen in combinations(places, count):
            starts = [0, *(end for _, end in chosen)]
            ends = [*(start for start, _ in chosen), len(words)]
            parts = [words[a:b] for a, b in zip(starts, ends, strict=True)]
            if all(parts):
                yield parts


def _near(asked: str) -> str:
    """Return the examples that look most like what was asked, each in its own language."""
    from difflib import SequenceMatcher

    latin = bool(asked) and asked.isascii()
    examples = [example.en if latin else example.ja for example in EXAMPLES]
    matcher = SequenceMatcher(b=asked, autojunk=False)

    def alike(example: str) -> float:
        matcher.set_seq1(example)
        return -matcher.ratio()

    return " / ".join(sorted(examples, key=alike)[:_NEAREST])


_SHELL = set('$`\\!"“”„\n')


def _quoted(value: str) -> str:
    """Return a value as one word of a command line, for sh and for PowerShell alike."""
    plain = re.fullmatch(r"[\w%+:./・-][\w%+=:,./・-]*", value)
    if plain:
        return value
    if not set(value) & _SHELL:
        return f'"{value}"'
    return "'" + value.replace("'", "’") + "'"
