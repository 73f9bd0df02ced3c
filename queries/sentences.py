"""``ask``: a question as a person says it, understood by a declared table of forms (文による問い).

A sentence is put into one spelling (full and half width, no punctuation, no polite ends) and
compared with the forms of :mod:`keikaku.queries.sentence_forms` in their order. It is understood if
the graph knows every name in it. Nothing is guessed: a sentence that fits no form, or has an
unknown name, is an error that offers the nearest forms or names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none, each_of
from keikaku.queries.asking.ambiguity import TwoReadingsError, two_readings
from keikaku.queries.asking.refusal.several_sentences import (
    asks_twice,
    one_at_a_time,
    questions_in,
    without_courtesies,
)
from keikaku.queries.asking.tokens.spoken import written
from keikaku.queries.graph_walks import arriving
from keikaku.queries.registry import DECLARED, QUESTIONS
from keikaku.queries.sentence_examples import nearest_examples
from keikaku.queries.sentence_fits import fits
from keikaku.queries.sentence_slots import Lookup, SlotReader
from keikaku.queries.sentence_spellings import plain_question, spellings

if TYPE_CHECKING:
    from keikaku.queries.asking.tokens.lexicon import Names
    from keikaku.queries.asking.tokens.sentence import Sentence

_LONGEST = 300  # characters of a question

_EMPTY = Text("問いが空です。例: {near}", "the question is empty. For example: {near}")
_TOO_LONG = Text(
    "問いが長すぎます。{most}字以内の一文にしてください。",
    "the question is too long; put it in one sentence of at most {most} characters.",
)
_NO_QUESTION = Text(
    "この問いには、次のコマンドが答えます: {command}", "this is answered by the command: {command}"
)
_NOTHING = Text(
    "「{words}」に当てはまるものはありません。名称や条件を確かめてください。",
    "nothing was found for '{words}'; check the name and the conditions.",
)
_ASKS_MORE = re.compile(r"いくつ|何(?:件|個|本|課)|how many", re.IGNORECASE)
"""Words that a form would read as a polite end, although they ask for a number."""
_WORK = re.compile(r"取り?組み?|予定|\b(?:actions?|milestones?)\b", re.IGNORECASE)
_PLANS = re.compile(r"計画|事業|\bplans?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[「『\"“]|という(?:言葉|語)|the words? ", re.IGNORECASE)
"""Marks of words that are meant literally."""


class ParsedSentence(NamedTuple):
    """The meaning of a sentence: a question, and its parameters as understood."""

    question: str
    parameters: dict[str, Any]

    @property
    def command(self) -> str:
        """The command line that asks the same."""
        words = ["keikaku", self.question]
        declared = DECLARED.get(self.question)
        for parameter in (*declared.inputs, *declared.parameters) if declared else ():
            value = self.parameters.get(parameter.name)
            if parameter.pair and value is not None:
                words += [parameter.flag, *map(_quoted, value.split(","))]
                continue
            for each in each_of(value):
                option = [] if parameter.positional else [parameter.flag]
                words += option if each is True else [*option, _quoted(str(each))]
        return " ".join(words)


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


def understood(
    lookup: Lookup, sentence: str, known: Names | None = None
) -> tuple[ParsedSentence, Text | None]:
    """Return what a sentence asks, and the same in words where it was read token by token.

    ``known`` are the names of the graph, where more than one sentence is asked of it.

    Raises:
        KeikakuError: see :func:`parse_sentence`.
    """
    if len(sentence) > _LONGEST:
        raise KeikakuError(_TOO_LONG.format(most=_LONGEST))
    sentence = written(without_courtesies(sentence))
    question = plain_question(sentence)
    if not question:
        raise KeikakuError(_EMPTY.format(near=nearest_examples("")))
    _refuse_asides(sentence, question)
    lookup = cache(lookup)
    if known is None:
        from keikaku.queries.asking.tokens.lexicon import Names

        known = Names(lookup)
    fault: KeikakuError | None = None
    try:
        formed = _formed(lookup, sentence)
    except KeikakuError as error:
        fault, formed = error, None
    if formed is None:
        return _read(known, sentence, question, fault)
    widest = set(formed.parameters) == {"text"} and not _QUOTED.search(sentence)
    if not widest and not _may_mean_more(known, sentence, formed):
        return formed, None
    # A search for words fits any words, and a form lists where a sentence asks how many. So a
    # reading by tokens comes first, if there is one.
    try:
        return _read(known, sentence, question, fault)
    except TwoReadingsError:
        raise
    except KeikakuError:
        counts = "text" not in formed.parameters and _ASKS_MORE.search(sentence)
        says_less = counts or _is_small_part(sentence, formed.parameters)
        if says_less or (widest and not _is_text(known, str(formed.parameters["text"]))):
            raise  # オープンデータは何件: the plan of that name is no number.
        return formed, None


def _may_mean_more(known: Names, sentence: str, formed: ParsedSentence) -> bool:
    """Return whether a form says too little of a sentence, so that it is read word by word."""
    departments = formed.parameters.get("department")
    of_plans = formed.question == "plans"
    return (
        (of_plans and _has_parts(known, departments))
        or isinstance(departments, list | tuple)
        or (formed.question == "indicators" and _says_a_role(known, sentence))
        or (of_plans and _is_small_part(sentence, formed.parameters))
        or (of_plans and "year" in formed.parameters and _asks_for_work(sentence))
        or bool(_ASKS_MORE.search(sentence))
    )


def _asks_for_work(sentence: str) -> bool:
    """Return whether the work of a year is asked for, no plans: 財政課の2024年度の取組."""
    return bool(_WORK.search(sentence)) and not _PLANS.search(sentence)


def _says_a_role(known: Names, sentence: str) -> bool:
    """Return whether indicators of a role are meant, which forms read as any: 成果指標."""
    from keikaku.queries.asking.tokens.indicator_roles import has_roles, says_a_role

    return says_a_role(sentence) and has_roles(known)


def _has_parts(known: Names, department: object) -> bool:
    """Return whether a department has other departments as parts, with their plans: 総務部."""
    if not isinstance(department, str):
        return False
    wanted = names.fold(department)
    graph = known.graph("Department")
    ids = [each.id for each in known.of("Department") if wanted in map(names.fold, each.names)]
    return any(True for node in ids if node in graph for _ in arriving(graph, node, "PART_OF"))


def _is_small_part(sentence: str, parameters: dict[str, Any]) -> bool:
    """Return whether a rule or a partner is named by less than half of its name: オンライン."""
    name = names.fold(str(parameters.get("guideline") or parameters.get("partner") or ""))
    half = (len(name) + 1) // 2
    said = names.fold(sentence)
    return (
        bool(name)
        and not _RESTS_ON.search(said)
        and not any(name[at : at + half] in said for at in range(len(name) - half + 1))
    )


_RESTS_ON = re.compile("基づ|もとづ|根拠|沿|based|grounded|under")
"""What is said of a rule only; 「オンラインの計画」 may mean anything."""


def _refuse_asides(sentence: str, question: str) -> None:
    """Refuse what is not one question by itself: a greeting, a follow-up, two questions."""
    from keikaku.queries.asking.refusal.small_talk import aside

    fault = aside(sentence, lambda: nearest_examples(question))
    if fault is not None:
        raise fault
    if asks_twice(sentence):
        raise one_at_a_time(questions_in(sentence)[0])


def _is_text(known: Names, words: str) -> bool:
    """Return whether words can be searched for as they are: no word of a question is in them."""
    from keikaku.queries.asking.tokens.english_words import is_foreign
    from keikaku.queries.asking.tokens.lexicon import tokens

    if is_foreign([words], known):
        return False  # To find no English word in a Japanese plan says nothing.
    asks = {"kind", "measure", "word", "no", "unknown", "type", "year"}
    return not any(token.role in asks for token in tokens(words, known))


def _formed(lookup: Lookup, sentence: str) -> ParsedSentence | None:
    """Return what a sentence asks by the first declared form that fits; None where none fits.

    Raises:
        KeikakuError: a form fits, but a name in the sentence is unknown.
    """
    fault: KeikakuError | None = None
    reader = SlotReader(lookup)
    for spelling in dict.fromkeys(spellings(sentence)):
        for form, match in fits(spelling):
            if form.names_alone and not _is_whole(spelling, sentence):
                continue
            try:
                return ParsedSentence(form.question, {**reader.filled(form, match), **form.says})
            except KeikakuError as error:
                fault = fault or (None if form.is_bare else error)
    if fault is not None:
        raise fault
    return None


def _is_whole(spelling: str, sentence: str) -> bool:
    """Return whether a spelling is all that was typed: PFI is not all of PFIって何ですか."""
    return names.fold(spelling) == names.fold(sentence).strip("?!。、.,")


def _read(
    known: Names, sentence: str, question: str, fault: KeikakuError | None
) -> tuple[ParsedSentence, Text]:
    """Return what a sentence asks, read token by token, in words too.

    Raises:
        KeikakuError: it is not understood, or can be read in two ways.
    """
    from keikaku.queries.asking.refusal.corrections import surely_corrected
    from keikaku.queries.asking.refusal.other_wordings import other_wordings

    corrected = _reworded(known, surely_corrected(sentence))
    if corrected:
        return corrected[0]
    meanings, nearest = _meanings(known, sentence)
    if len(meanings) > 1:
        raise two_readings(sentence, [(each.command, words) for each, words in meanings])
    meanings = meanings or _reworded(known, other_wordings(sentence, known))
    if not meanings:
        helps = isinstance(fault, names.AmbiguousNameError) or (
            fault is not None and "もしかして" in fault.text.ja
        )
        if fault and helps:
            raise fault
        from keikaku.queries.asking.refusal.refusal import refusal

        parts = [part for part in questions_in(sentence) if _is_read(known, part, sentence)]
        raise (
            one_at_a_time(parts[0])
            if parts
            else refusal(nearest, known, nearest_examples(question))
        )
    return meanings[0]


def _is_read(known: Names, sentence: str, whole: str) -> bool:
    """Return whether a sentence is understood by itself, and is not all that was asked."""
    if sentence == whole:
        return False
    try:
        understood(known.graph, sentence, known)
    except KeikakuError:
        return False
    return True


def _meanings(known: Names, sentence: str) -> tuple[list[tuple[ParsedSentence, Text]], Sentence]:
    """Return what a sentence may ask, in words too, and how far it was read at most."""
    from keikaku.queries.asking.describe import described
    from keikaku.queries.asking.frame_order import readings
    from keikaku.queries.asking.tokens.sentence import Sentence

    read, nearest = readings(Sentence(sentence, known))
    return [
        (ParsedSentence(each.question, each.parameters), described(each)) for each in read
    ], nearest


def _reworded(known: Names, said: Iterable[tuple[str, Text]]) -> list[tuple[ParsedSentence, Text]]:
    """Return what a sentence asks in other words: the graph's, 収納率 by 徴収率, or corrected."""
    for wording, note in said:
        meanings, _ = _meanings(known, wording)
        if len(meanings) == 1:
            parsed, words = meanings[0]
            return [(parsed, Text(f"{words.ja}。{note.ja}", f"{words.en}; {note.en}"))]
    return []


def answered(
    lookup: Lookup, ask: Callable[..., Answer[Any]], sentence: str, document: str | None = None
) -> Answer[Any]:
    """Return the answer to what a sentence asks, with the command that it was understood as.

    ``ask`` answers a question by its name and parameters, as :func:`keikaku.queries.registry.ask`
    does.

    Raises:
        KeikakuError: the sentence is not understood (see :func:`parse_sentence`), or asks for a
            command that is not a question to one graph.
    """
    parsed, words = understood(lookup, sentence)
    if parsed.question not in QUESTIONS:
        raise KeikakuError(_NO_QUESTION.format(command=parsed.command))
    return answer_to(parsed, words, ask, document)


def answer_to(
    parsed: ParsedSentence,
    words: Text | None,
    ask: Callable[..., Answer[Any]],
    document: str | None = None,
) -> Answer[Any]:
    """Return the answer to a sentence that has been read, with its command and it in words.

    Raises:
        KeikakuError: a name in it is unknown to the one document asked about.
    """
    parsed.parameters.update(drop_none(document=document))
    answer = ask(parsed.question, **parsed.parameters)
    if set(parsed.parameters) == {"text"} and not answer.rows:
        return _wider(parsed, answer, ask)
    nobody = "fields" in parsed.parameters and _by_text(parsed) and not answer.rows
    if words is not None and (nobody or _is_nothing(parsed, answer)):
        raise NotFoundError(_NOTHING.format(words=words))
    from keikaku.queries.asking.side_notes import side_notes

    notes = [*answer.notes, *side_notes(parsed.question, parsed.parameters, answer, ask)]
    return replace(answer, notes=notes, command=parsed.command, understood=words)


def _wider(
    parsed: ParsedSentence, answer: Answer[Any], ask: Callable[..., Answer[Any]]
) -> Answer[Any]:
    """Return the plans with all pieces of words that no text contains as a whole."""
    from keikaku.queries.asking.refusal.wider_search import wider

    for where, note in wider(str(parsed.parameters["text"])):
        parameters = {"kind": "計画", "where": where}
        other = ask("find", **parameters)
        if other.rows:
            command = ParsedSentence("find", parameters).command
            return replace(other, command=command, understood=note)
    return replace(answer, command=parsed.command)


def _is_nothing(parsed: ParsedSentence, answer: Answer[Any]) -> bool:
    """Return whether a name in the question is only a part of a name, with no match."""
    if parsed.question != "find":
        return False
    where = str(parsed.parameters.get("where", ""))
    by_name = any(f" in {field}" in where for field in ("指標名", "名称", "内容"))
    count = answer.totals[0].count if answer.totals else 0
    if " in 本文" in where and (by_name or "指標名=" in where):
        return not count  # an indicator of something that its plan does not speak of
    of_a_year = "年度=" in where and " in 指標名" not in where
    return by_name and not of_a_year and not count and not answer.unknown


def _by_text(parsed: ParsedSentence) -> bool:
    """Return whether words are looked for in the text, and nothing else."""
    where = str(parsed.parameters.get("where", ""))
    return bool(where) and all(part.endswith(" in 本文") for part in where.split(" and "))


_SHELL = set('$`\\!"“”„\n')


def _quoted(value: str) -> str:
    """Return a value as one word of a command line, for sh and for PowerShell alike."""
    plain = re.fullmatch(r"[\w%+:./・-][\w%+=:,./・-]*", value)
    if plain:
        return value
    if not set(value) & _SHELL:
        return f'"{value}"'
    return "'" + value.replace("'", "’") + "'"
