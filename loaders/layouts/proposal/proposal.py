"""A proposed layout of a source: labels with meaning and certainty, two plans, questions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from keikaku.graph.findings import finding_texts
from keikaku.graph.language import Text
from keikaku.loaders.layouts.choice import Choice, best_of, candidates, tried
from keikaku.loaders.layouts.documents.document_head import read_head
from keikaku.loaders.layouts.facts.building import Setting
from keikaku.loaders.layouts.facts.cell_text import one_line
from keikaku.loaders.layouts.facts.department_names import Divisions
from keikaku.loaders.layouts.facts.plan_facts import Places
from keikaku.loaders.layouts.forms.unknown_tables import unknown_columns, values_under
from keikaku.loaders.layouts.labels.dated import dated
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Column, Record, place_name
from keikaku.loaders.layouts.labels.value_guess import DOUBTFUL, guess
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.layout_facts import fact_label
from keikaku.loaders.layouts.layout_file import LabelRule
from keikaku.loaders.layouts.layout_records import transform
from keikaku.loaders.layouts.uneven_plans import remarks_on_plans
from keikaku.loaders.readers.blocks import Cell, Source
from keikaku.loaders.text import normal

SURE, PROBABLE = 0.9, 0.72
"""The least certainty of a sure label, and of a label that is applied."""

_LEVEL_LINE = re.compile(r"(?P<word>[^\s\d:、。()]{2,12})\s*:\s*(?P<name>[^\s:。][^:。]{0,40})")
_MOST_EXAMPLES = 2
_MOST_FACTS = 14


@dataclass(frozen=True, slots=True)
class ProposedLabel:
    """A label: what it would mean, how sure, how many cells it heads, an example and its place."""

    label: str
    meaning: Meaning | None
    count: int
    where: str
    example: str = ""

    @property
    def sureness(self) -> str:
        """``sure``, ``probable``, ``doubtful`` (not applied), ``skipped`` or ``unknown``."""
        if self.meaning is None:
            return "unknown"
        if self.meaning.fact == "skip":
            return "skipped"
        if self.meaning.sure >= SURE:
            return "sure"
        return "probable" if self.meaning.sure >= PROBABLE else "doubtful"


@dataclass(frozen=True, slots=True)
class ProposedPlan:
    """A plan as it would be read: facts with the words and the place that they come from."""

    title: str
    facts: list[tuple[str, str, str]]


@dataclass(slots=True)
class Proposal:
    """A layout that is proposed for a source, and all that a person should look at."""

    source: str
    choice: Choice
    labels: list[ProposedLabel] = field(default_factory=list)
    plans: list[ProposedPlan] = field(default_factory=list)
    questions: list[Text] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    if_right: int = 0
    """How many plans there are if all doubtful meanings are right, where there is none without."""

    money: str | None = None


def propose(source: Source) -> Proposal:
    """Read a source under every layout that may fit, and propose the best reading."""
    choice = best_of(source, candidates(source))
    reading = choice.reading
    proposal = Proposal(source.name, choice, outside=reading.outside)
    columns = reading.columns
    if not reading.names_plans:
        words = LayoutWords(choice.layout)
        columns = list(unknown_columns(source, words)) or columns
    proposal.labels = [*_level_lines(reading.outside), *_labels(columns, choice, source)]
    if reading.names_plans:
        proposal.plans = [_plan(record) for record in _samples(reading.plans)]
    else:
        proposal.plans, proposal.if_right = _if_right(source, proposal)
    setting = Setting(LayoutWords(choice.layout), Places(), Divisions([]))
    _, proposal.money, _ = read_head(source, choice.layout, reading, setting.places)
    proposal.questions = [*_doubts(source, choice), *_questions(proposal)]
    return proposal


def _doubts(source: Source, choice: Choice) -> Iterator[Text]:
    """Yield what puts the reading of the whole source in doubt: plans that are not alike."""
    if choice.reading.names_plans:
        records = transform(source, choice.layout, choice.reading, "source", None)
        for finding in remarks_on_plans(records):
            yield Text(*(finding_texts(finding, lang)[0] for lang in ("ja", "en")))


def _if_right(source: Source, proposal: Proposal) -> tuple[list[ProposedPlan], int]:
    """Read the source as if all doubtful meanings were right; return two plans and the count."""
    rules = [
        LabelRule(label=[each.label], means=each.meaning.fact, level=each.meaning.level)
        for each in proposal.labels
        if each.sureness == "doubtful" and each.meaning is not None
    ]
    layout = proposal.choice.layout
    trial = tried(source, layout.model_copy(update={"labels": [*rules, *layout.labels]}))
    if not trial.reading.names_plans:
        return [], 0
    records = trial.reading.plans
    return [_plan(record) for record in _samples(records)], len(records)


def _level_lines(outside: Sequence[str]) -> Iterator[ProposedLabel]:
    """Yield the words that lines beside the plans print before several names: 柱：守る, 柱：育む.

    They may name a level, whose plans stand below each of them.
    """
    names: dict[str, list[str]] = {}
    for text in outside:
        match = _LEVEL_LINE.fullmatch(normal(text).strip())
        if match is not None and match["name"] not in names.get(match["word"], []):
            names.setdefault(match["word"], []).append(match["name"])
    for word, several in names.items():
        if len(several) > 1:
            meaning = Meaning("level", DOUBTFUL, level=word, part="both")
            yield ProposedLabel(word, meaning, len(several), "", several[0][:30])


def _labels(columns: list[Column], choice: Choice, source: Source) -> list[ProposedLabel]:
    """Return each label once, in the order of the source, with how many cells it heads."""
    known: dict[tuple[str, str], ProposedLabel] = {}
    words = LayoutWords(choice.layout)
    other_facts = {column.meaning.fact if column.meaning else None for column in columns}
    for column in columns:
        if not column.filled and column.meaning is None:
            continue
        meaning = column.meaning or _suggested(column, words, source, other_facts)
        if meaning is not None and column.meaning is not None and choice.reading.names_plans:
            # What a neighbour or its place decides was read nevertheless.
            meaning = meaning._replace(sure=max(meaning.sure, PROBABLE))
        if meaning is not None and meaning.fact == "yearly":
            meaning = dated(meaning, [column.example])
        name = column.label or "（見出しなし）"
        key = (name, meaning.fact if meaning else "")
        before = known.get(key)
        count = column.filled + (before.count if before else 0)
        where = before.where if before else column.where
        example = (before.example if before else "") or one_line(column.example)[:30]
        known[key] = ProposedLabel(name, meaning, count, where, example)
    return list(known.values())


def _suggested(
    column: Column, words: LayoutWords, source: Source, other_facts: Collection[str | None]
) -> Meaning | None:
    """Return a doubtful meaning of the label, or what the cells suggest if they contradict it."""
    texts = values_under(source, column.label) if column.label else []
    by_label = doubtful(column.label, words)
    by_cells = guess(column.label, texts, words, {*other_facts, "plan.title"})
    judged = by_cells is not None and by_cells.fact.startswith(("evaluation.", "budget."))
    if by_label is None or (by_label.fact == "yearly" and judged):
        return by_cells or by_label
    return by_label


def doubtful(text: str, words: LayoutWords) -> Meaning | None:
    """Return a meaning that only part of a label supports: it is proposed, and not applied."""
    path = [label(part) for part in text.split(" / ")]
    meaning = words.meaning(path) if text else None
    return (
        meaning._replace(sure=min(meaning.sure, PROBABLE - 0.01)) if meaning is not None else None
    )


def _samples(records: list[Record]) -> list[Record]:
    """Return two records: the fullest, and one from the middle."""
    if len(records) <= _MOST_EXAMPLES:
        return records
    fullest = max(records, key=lambda r: len(r.statements))
    middle = records[len(records) // 2]
    return [fullest, middle if middle is not fullest else records[0]]


def _plan(record: Record) -> ProposedPlan:
    facts = [
        (each.level or "体系", f"{each.number} {each.title}".strip(), _place(each.cell))
        for each in record.levels
    ]
    statements = [each for each in record.statements if each.text.strip()]
    for each in statements[:_MOST_FACTS]:
        what = fact_label(each.meaning, "ja")
        facts.append((what, one_line(each.text)[:40], _place(each.cell)))
    titles = [one_line(each.text) for each in statements if each.meaning.fact == "plan.title"]
    return ProposedPlan(titles[0] if titles else "", facts)


def _place(cell: Cell) -> str:
    """Return where a cell stands; in a form without pages and cells, its row and column."""
    return place_name(cell) or f"{cell.row + 1}行{cell.column + 1}列"


def _questions(proposal: Proposal) -> Iterator[Text]:
    reading = proposal.choice.reading
    doubts = [(e, e.meaning) for e in proposal.labels if e.sureness == "doubtful" and e.meaning]
    if doubts:
        ja = "\n".join(
            f"     ・「{e.label}」（{e.count}件）は「{fact_label(meaning, 'ja')}」でしょうか。"
            for e, meaning in doubts
        )
        en = "\n".join(
            f"     - does “{e.label}” ({e.count} cells) mean {fact_label(meaning, 'en')}?"
            for e, meaning in doubts
        )
        yield Text(
            "次の見出しは確かでないため、まだ読んでいません。合っていれば labels のその行の"
            f"「#? 」を外し、違えば means を直してから外してください。\n{ja}",
            "These labels are not sure and not read yet: take the “#? ” off their lines in labels "
            f"where they are right, change means where they are wrong.\n{en}",
        )
    unknown = [each.label for each in proposal.labels if each.sureness == "unknown" and each.label]
    if unknown:
        listed = "".join(f"「{name}」" for name in unknown)
        yield Text(
            f"{listed}の意味が分かりません。計画の内容であれば、labels のその行の means を"
            "直して「#? 」を外してください（書ける名前はファイルの末尾にあります）。",
            f"What {', '.join(unknown)} mean is unknown: change means on their lines of labels and "
            "take the “#? ” off (the names stand at the end of the file).",
        )
    for cell, times, _, first in reading.year_blocks:
        if not first:
            yield Text(
                f"「{one_line(cell.text)}」から始まる同じ見出しの欄が{times}回くり返されます。"
                "最初の年度を years.blocks.first に書いてください。",
                f"The columns from “{one_line(cell.text)}” come {times} times: give the first year "
                "as years.blocks.first.",
            )
    if proposal.money is None and _has_bare_money(proposal):
        yield Text(
            "金額の単位の記載がありません。money に 円・千円 などを書いてください。",
            "No unit of money is printed: give it as money (円, 千円, …).",
        )


def _has_bare_money(proposal: Proposal) -> bool:
    return any(
        each.meaning.fact.startswith(("budget.", "effect."))
        and each.meaning.fact not in ("budget.hours", "budget.persons")
        and (each.meaning.unit or label(each.label).unit) is None
        and not any(unit in each.example for unit in ("円",))
        for each in proposal.labels
        if each.meaning is not None
    )
