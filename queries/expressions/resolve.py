"""Resolve a condition against the model and the names of a graph (条件の解決)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, TypeAlias, overload

from keikaku.graph.code_words import CODE_WORDS as PRINTED
from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.folding import search_form
from keikaku.graph.language import Text
from keikaku.graph.measures import unit_and_rhythm
from keikaku.queries import names
from keikaku.queries.asked_years import checked_year
from keikaku.queries.cypher.directory import Directory, find_nodes
from keikaku.queries.expressions.field import Derived, Ends, FarFact, Field
from keikaku.queries.expressions.field_tables import CODE_WORDS, KIND_WORDS
from keikaku.queries.expressions.fields import ONE_PLAN, fields_of, words_of
from keikaku.queries.expressions.hints import field_of_name
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.expressions.lookups import headings, sdg_targets
from keikaku.queries.expressions.tree import (
    ABSENT,
    PRESENT,
    UNKNOWN,
    And,
    Comparison,
    Not,
    Operator,
    Some,
    Tree,
)
from keikaku.queries.expressions.typed_numbers import in_each_unit, number_and_unit
from keikaku.queries.indicator_units import units_meant

Way = Literal["one_of", "present", "unknown", "contains", "=", ">=", "<=", ">", "<"]


class Test(NamedTuple):
    """A field compared with values: ids, raw values, one number, one lower-case word, or nothing.

    ``units`` are those that a typed value carries (90%), in their one spelling; ``terms`` the words
    of a theme that are meant, where a typed word is narrower than it (テレワーク). ``meaning`` is
    the typed value as people know it: the names of the nodes, a year.
    """

    field: Field
    way: Way
    values: tuple[Any, ...] = ()
    units: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    meaning: str | int = ""


class Those(NamedTuple):
    """How many of the nodes that a field leads to must fulfil a condition of their own."""

    field: Field
    inner: Resolved
    way: Way
    number: float | int


Resolved: TypeAlias = (
    "Test | Those | tuple[Literal['and', 'or'], tuple[Resolved, ...]] | "
    "tuple[Literal['not'], Resolved]"
)

_WORDS_OF_VALUES = {
    PRESENT: "有 あり 有り ある はい yes true ○ 〇 達成 達成済み 済み 公開".split(),
    ABSENT: "無し 無 なし ない 無い いいえ no false none null × - 未達成 未達 非公開".split(),
    UNKNOWN: "不明 unknown ?".split(),
}
_NO_FIELD = Text(
    "{kind}に項目「{field}」はありません（{at}文字目）。{near}使える項目: {known}",
    "{kind_en} has no field '{field}' (character {at}). {near_en}There are: {known}",
)
_NEAR = Text("もしかして: {near}？ ", "Did you mean: {near}? ")
_NO_CHOICE = Text(
    "{field}「{value}」はありません。あるのは: {known}。",
    "no {field} '{value}'; there are: {known}.",
)
_NO_NUMBER = Text(
    "{field}「{value}」は数として読めません。例: {field}>=90",
    "{field} '{value}' is not a number; for example {field}>=90",
)
_NO_WORD = Text("探す言葉が空です。", "the word to look for is empty.")
_NO_ORDER = Text(
    "{field}は大小を比べられません。= か in を使ってください。",
    "{field} has no order; use = or in.",
)
_COUNT_ORDERED = Text(
    "{field}は大小を比べられません。数で比べるときは {count}>1 のように書いてください。",
    "{field} has no order; to compare how many there are write {count}>1.",
)
_AT = Text("条件式の{at}文字目「{value}」: ", "condition, character {at} '{value}': ")
_OF_OTHER = Text(
    "「{field}」は{kinds}の項目です（keikaku find {kind} --where …）。",
    "'{field}' is a field of {kinds_en} (keikaku find {kind} --where …). ",
)
_ONLY_IN = Text(
    "{field}は「{value} in {field}」のように、言葉を含むかどうかで尋ねてください。",
    "ask whether a word is in it: {value} in {field}",
)
_NO_MARK = Text(
    "「{value}」はテーマの一部を指す語で、○印はテーマ全体に付きます。"
    "テーマ={value} と書いてください。",
    "'{value}' is a part of a theme, and marks are of whole themes; write テーマ={value}.",
)
_SOME_WRONG = Text(
    "{field}(…) のあとには、=有、=無し、または個数（>=2 など。1つの計画に属するものに限ります）を"
    "書いてください。",
    "after {field}(…) write =有 (any), =無し (none) or, for what belongs to one plan, a number "
    "(>=2).",
)
_NO_BRACKETS = Text(
    "{field}には括弧を付けられません。{field}=… と書いてください。",
    "{field} takes no brackets; write {field}=…",
)


@overload
def resolve(directory: Directory, kind: str, tree: Tree, within: str | None = None) -> Resolved: ...
@overload
def resolve(
    directory: Directory, kind: str, tree: Tree | None, within: str | None = None
) -> Resolved | None: ...
def resolve(
    directory: Directory, kind: str, tree: Tree | None, within: str | None = None
) -> Resolved | None:
    """Return the tree with its fields and values known.

    Raises:
        KeikakuError: a field, a value or a name is unknown; the message offers what there is.
    """
    return None if tree is None else _Resolver(directory, kind, within).resolved(tree)


def field_named(kind: str, word: str, at: int = 0) -> Field:
    """Return the field of a kind that a word means.

    Raises:
        NotFoundError: there is none; the message offers the nearest and all.
    """
    field = words_of(kind).get(names.fold(word))
    if field is not None:
        return field
    from difflib import get_close_matches

    known = {each.spelling: each for each in fields_of(kind)}
    close = get_close_matches(word, [*known, *(f.key for f in known.values())], n=3, cutoff=0.4)
    near = _NEAR.format(near="、".join(close)) if close else Text("", "")
    others = [each for each in KIND_WORDS if names.fold(word) in words_of(each)]
    if others:
        near = _OF_OTHER.format(
            field=word,
            kind=KIND_WORDS[others[0]].split()[0],
            kinds="、".join(FINDABLE[each].ja for each in others[:3]),
            kinds_en=", ".join(others[:3]),
        )
    details = {"field": word, "at": at + 1, "known": "、".join(known), "kind_en": kind}
    raise NotFoundError(
        _NO_FIELD.format(kind=FINDABLE[kind].ja, near=near.ja, near_en=near.en, **details)
    )


def lowered(word: str) -> str:
    """Words as both engines compare them for containment, without width and case."""
    return unicodedata.normalize("NFKC", word).lower()


class _Resolver:
    def __init__(self, directory: Directory, kind: str, within: str | None) -> None:
        self._directory = directory
        self._kind = kind
        self._within = within

    def resolved(self, tree: Tree) -> Resolved:
        """Return a tree with its fields and values known."""
        if isinstance(tree, Comparison):
            return self._comparison(tree)
        if isinstance(tree, Some):
            return self._those(tree)
        if isinstance(tree, Not):
            return ("not", self.resolved(tree.inner))
        parts = tuple(self.resolved(part) for part in tree.parts)
        return ("and", parts) if isinstance(tree, And) else ("or", parts)

    def _those(self, some: Some) -> Resolved:
        """指標(現況値=無し)>=2: a condition on the nodes that a field leads to."""
        field = field_named(self._kind, some.field, some.at)
        if field.leads_to is None or not isinstance(field.source, Ends):
            raise KeikakuError(_NO_BRACKETS.format(field=field.spelling))
        inner = _Resolver(self._directory, field.leads_to, self._within).resolved(some.inner)
        any_of_them = Those(field, inner, ">=", 1)
        word = _word_of(some.value)
        if word in {PRESENT, ABSENT} and some.operator in {"=", "!="}:
            says_no = (word == ABSENT) != (some.operator == "!=")
            return ("not", any_of_them) if says_no else any_of_them
        read = number_and_unit(some.value)
        several = field.via_plans and self._kind not in ONE_PLAN
        if read is None or some.operator == "in" or several:
            raise KeikakuError(_SOME_WRONG.format(field=field.spelling))
        if some.operator == "!=":
            return ("not", any_of_them._replace(way="=", number=read[0]))
        return any_of_them._replace(way=some.operator, number=read[0])

    def _comparison(self, comparison: Comparison) -> Resolved:
        field = self._field(comparison)
        try:
            return self._held(field, comparison)
        except KeikakuError as error:
            if not comparison.value_at:
                raise  # A program wrote the condition, so there is no place to show in it.
            place = _AT.format(at=comparison.value_at + 1, value=comparison.value)
            text = Text(place.ja + error.text.ja, place.en + error.text.en)
            raise type(error)(text, error.items) from None

    def _field(self, comparison: Comparison) -> Field:
        try:
            return field_named(self._kind, comparison.field, comparison.at)
        except NotFoundError as error:
            hint = field_of_name(self._directory, self._kind, comparison.field, self._within)
            text = (
                error.text
                if hint is None
                else Text(hint.ja + error.text.ja, hint.en + error.text.en)
            )
            raise NotFoundError(text, error.items) from None

    def _held(self, field: Field, comparison: Comparison) -> Resolved:
        if comparison.argument is not None:
            return self._bracketed(field, comparison)
        if comparison.operator == "!=":
            return ("not", self._test(field, "=", comparison.value))
        return self._test(field, comparison.operator, comparison.value)

    def _bracketed(self, field: Field, comparison: Comparison) -> Resolved:
        """印(カウンターレス)=有: whether one of its values is what stands in the brackets."""
        if field.type != "name" or comparison.argument is None:
            raise KeikakuError(_NO_BRACKETS.format(field=field.spelling))
        held: Resolved = self._one_of(field, comparison.argument)
        word = _word_of(comparison.value)
        if word == UNKNOWN and isinstance(held, Test):
            unknown: Resolved = held._replace(way="unknown")
        else:
            unknown = ("not", held) if word == ABSENT else held
        return ("not", unknown) if comparison.operator == "!=" else unknown

    def _test(self, field: Field, operator: Operator, value: str) -> Resolved:
        word = _word_of(value)
        if operator == "=" and word and not self._is_value(field, value):
            return _of_word(field, word)
        if field.type == "prose" and operator != "in":
            raise KeikakuError(_ONLY_IN.format(field=field.spelling, value=value))
        if operator == "in" and not search_form(value.strip()):
            raise KeikakuError(_NO_WORD)
        if operator == "in":
            form = search_form if isinstance(field.source, Derived) else lowered
            return Test(field, "contains", (form(value.strip()),), meaning=value.strip())
        if field.type == "flag":
            raise KeikakuError(
                _NO_CHOICE.format(field=field.spelling, value=value, known="有、無し、不明")
            )
        if field.is_numeric:
            return self._number(field, operator, value)
        if operator != "=":
            raise KeikakuError(self._no_order(field))
        return self._one_of(field, value)

    def _one_of(self, field: Field, value: str) -> Test:
        known, meaning = self._values(field, value)
        values = tuple(known)
        terms = self._terms(field, values, value)
        return Test(field, "one_of", values, (), terms, value.strip() if terms else meaning)

    def _terms(self, field: Field, values: tuple[Any, ...], typed: str) -> tuple[str, ...]:
        """Return the narrower words of a theme that are meant; none for the whole theme."""
        if field.leads_to != "Theme":
            return ()
        terms = names.terms_meant(self._directory.of("Theme"), values, typed) or ()
        if terms and field.key == "mark":
            raise KeikakuError(_NO_MARK.format(value=typed))
        return tuple(terms)

    def _no_order(self, field: Field) -> Text:
        count = words_of(self._kind).get(names.fold(f"{field.key}_count"))
        form = _NO_ORDER if count is None else _COUNT_ORDERED
        return form.format(field=field.spelling, count=count.spelling if count else "")

    def _is_value(self, field: Field, value: str) -> bool:
        """Return whether a word such as 達成 is a value of its own here, not that there is one."""
        return field.type == "text" and value in self._raw(field)

    def _values(self, field: Field, value: str) -> tuple[Iterable[Any], str]:
        """Return the values that a typed one means, and how people know them."""
        if field.key == "heading":
            return headings(self._directory, value, self._within)
        if field.leads_to == "SdgTarget":
            return sdg_targets(self._directory, value)
        if field.leads_to is not None:
            return find_nodes(self._directory, field.leads_to, value, self._within)
        words = self._words(field, value)
        return words, "、".join(words)

    def _words(self, field: Field, value: str) -> list[str]:
        if field.type == "code":
            return [self._code(field, value)]
        if field.key == "unit":
            return units_meant(self._directory.units(), value)
        known = self._raw(field)
        holding = [each for each in known if names.fold(value) in names.fold(each)]
        if field.by_part and holding:
            return holding
        # choose() takes the last name of an entry as its id, so the value is there too.
        entries = [names.NameEntry(each, (each, each)) for each in known]
        return names.choose(entries, value, Text(field.spelling, field.key))

    def _raw(self, field: Field) -> list[str]:
        kind = "Plan" if field.via_plans else self._kind
        if field.key == "unit":
            return [*self._directory.units()]
        return self._directory.values(kind, field.key)

    def _code(self, field: Field, value: str) -> str:
        kind = "Plan" if field.via_plans else self._kind
        name = field.key
        if isinstance(field.source, FarFact):
            kind, name = field.source.kind, field.source.fact
        declared = next(fact for fact in FINDABLE[kind].facts if fact.name == name)
        wanted = names.fold(value)
        for code in declared.choices:
            if wanted in map(names.fold, (code, *_words(code))):
                return code
        known = "、".join(f"{_words(c)[0]}（{c}）" for c in declared.choices)
        raise NotFoundError(_NO_CHOICE.format(field=field.spelling, value=value, known=known))

    def _number(self, field: Field, operator: Operator, value: str) -> Resolved:
        if field.type == "year":
            year = checked_year(value, self._directory.periods(self._within))
            return Test(field, operator, (year,), meaning=year)  # type: ignore[arg-type]
        read = number_and_unit(value)
        if read is None:
            raise KeikakuError(_NO_NUMBER.format(field=field.spelling, value=value))
        number, unit = read
        units: tuple[str, ...] = ()
        if unit and field.unit_of:
            word = unit_and_rhythm(unit)[0]
            amounts = in_each_unit(number, word, self._directory.units())
            if amounts:
                tests = (Test(field, operator, (n,), (u,)) for u, n in amounts)  # type: ignore[arg-type]
                return ("or", tuple(tests))
            units = tuple(units_meant(self._directory.units(), word))
        return Test(field, operator, (number,), units)  # type: ignore[arg-type]


def is_word(value: str) -> bool:
    """Return whether a value asks if there is any at all, not for one by its name."""
    return _word_of(value) is not None


def _word_of(value: str) -> str | None:
    folded = value.strip().lower()
    return next((word for word, forms in _WORDS_OF_VALUES.items() if folded in forms), None)


def _of_word(field: Field, word: str) -> Resolved:
    if word == UNKNOWN:
        return Test(field, "unknown")
    held = Test(field, "present")
    return held if word == PRESENT else ("not", held)


def _words(code: str) -> list[str]:
    """Return what people call a code, and what a table prints for it."""
    printed = PRINTED.get(code)
    return [*CODE_WORDS.get(code, "").split(), *((printed.ja, printed.en) if printed else (code,))]
