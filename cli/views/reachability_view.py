"""The answers to ``impact`` and ``dependencies``: what is reached, how, and by which words."""

from __future__ import annotations

from collections import Counter
from typing import Any

from keikaku.cli import labels
from keikaku.cli.output import Block, Reader
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.impact.losses import ImpactLoss
from keikaku.queries.reachability_model import Reached, Ref, Step

_COLUMNS = (
    "document start kind id number name departments depth "
    "stated_in_source score cycle path words lines"
).split()
_TITLES = {
    True: Text("原本に記載のあるもの", "Stated by the document"),
    False: Text(
        "推定によるもの（原本の記載ではありません）", "Inferred (not stated by the document)"
    ),
}
_CYCLE = Text("循環: {plans}", "cycle: {plans}")
_NONE = {
    "impact": Text(
        "影響を受けるものは、原本に記載がありません{filters}。",
        "The document states nothing that is affected{filters}.",
    ),
    "dependencies": Text(
        "依存先は、原本に記載がありません{filters}。",
        "The document states nothing that it rests on{filters}.",
    ),
}
_CLOSING = {
    "impact": Text("影響を受けるもの: {n}件{filters}", "Affected: {n}{filters}"),
    "dependencies": Text("依存先: {n}件{filters}", "Rests on: {n}{filters}"),
}
_OF_KIND = Text("{kind}{n}件", "{kind} {n}")
_BY_KIND = Text("内訳: {each}", "By kind: {each}")


_LOSS = {
    "department": Text(
        "「{name}」が所管する実施計画は、ほかに{n}件です。", "'{name}' answers for {n} other plans."
    ),
    "milestones": Text(
        "{year}年度までの行動計画{n}件が終わります{perhaps}。",
        "{n} milestones end by {year}{perhaps}.",
    ),
    "partner": Text(
        "関係団体「{name}」が関わる実施計画は、ほかに{n}件です。",
        "The partner '{name}' is named by {n} other plans.",
    ),
    "last_plan": Text(
        "{kind}「{name}」に関わる実施計画がなくなります。",
        "No plan is left for the {kind} '{name}'.",
    ),
    "goal": Text(
        "目標「{name}」に残る実施計画は{n}件です。", "{n} plans are left under the goal '{name}'."
    ),
    "inferred": Text(
        "推定による関連が{n}件あります（--include-inferred で表示します）。",
        "{n} inferred relations are offered (--include-inferred shows them).",
    ),
}
_LOST = Text("この計画をやめると", "Where this plan is given up")
_PERHAPS = Text("（うち{n}件は続いている可能性があります）", " ({n} of them may go on)")


def _loss(row: ImpactLoss, lang: Lang) -> str:
    """Return in words what is lost with a plan."""
    perhaps = _PERHAPS.format(n=row.possible).of(lang) if row.possible else ""
    kind = labels.coded(row.kind, lang) if row.kind else ""
    name = f"{row.number} {row.name}" if row.number else row.name
    words = _LOSS[row.code].of(lang)
    return words.format(name=name, n=row.count, year=row.year, perhaps=perhaps, kind=kind)


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return what is stated, then what is inferred, each with its path."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    sections: list[Block] = []
    for stated in (True, False):
        rows = [row for row in answer.rows if row.stated is stated]
        if rows:
            columns = ["document", "depth", "kind", "node", "departments", "path_words"]
            if answer.parameters.get("node") is None:
                columns.insert(1, "start")
            if not stated:
                columns.insert(-1, "relatedness")
            cells = [_cells(row, lang) for row in rows]
            table = shared_view.table(_TITLES[stated].of(lang), columns, cells, reader)
            sections.append(table._replace(beyond=answer.beyond.rows if stated else 0))
    closing = _CLOSING if any(row.stated for row in answer.rows) else _NONE
    count = sum(row.stated for row in answer.rows) + answer.beyond.rows
    lost = [_loss(row, lang) for row in answer.totals or ()]
    if lost:
        sections.append("\n".join([_LOST.of(lang), *(f"・{each}" for each in lost)]))
    says = closing[answer.question].format(n=count, filters=filters).of(lang)
    return [*sections, "\n".join([says, *_counts_by_kind(answer, reader)])]


def _counts_by_kind(answer: Answer[Any], reader: Reader) -> list[str]:
    """Return a line with how many of each kind are reached, if several are and all are shown.

    A server gives only the rows that are shown, so of a table that is cut no kinds are counted.
    """
    lang, limit = reader.lang, reader.limit
    counts = Counter(row.kind for row in answer.rows if row.stated)
    is_cut = answer.beyond.rows or (limit is not None and counts.total() > limit.rows)
    if len(counts) < 2 or is_cut:
        return []
    each = (
        _OF_KIND.format(kind=labels.coded(kind, lang), n=n).of(lang) for kind, n in counts.items()
    )
    return [_BY_KIND.format(each=labels.listed(each, lang)).of(lang)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each thing reached; the steps of a path one after the other."""
    return _COLUMNS, [
        [
            row.document,
            row.start.number or row.start.name,
            labels.words_of_code(row.kind),
            row.id,
            row.number,
            row.name,
            "; ".join(row.departments),
            row.depth,
            row.stated,
            row.score,
            "; ".join(row.cycle),
            labels.joined(_flat_step(step) for step in row.path),
            "; ".join(step.words for step in row.path),
            "; ".join(filter(None, (labels.places(step.evidence) for step in row.path))),
        ]
        for row in answer.rows
    ]


def _flat_step(step: Step) -> Text:
    """1-1-10 →（依存）1-1-2."""
    return Text("{start} →（{how}）{end}", "{start} → ({how}) {end}").format(
        start=_short(step.source),
        how=labels.words_of_code(step.relation),
        end=_short(step.target),
    )


def _cells(row: Reached, lang: Lang) -> dict[str, Cell]:
    steps = [_step(step, lang) for step in row.path]
    what = _numbered_name(row.number, row.name)
    if row.cycle:
        what += "\n" + _CYCLE.format(plans=labels.listed(row.cycle, lang)).of(lang)
    return {
        "document": row.document,
        "start": _numbered_name(row.start.number, row.start.name),
        "depth": str(row.depth),
        "kind": labels.coded(row.kind, lang),
        "node": what,
        "departments": "\n".join(row.departments),
        "relatedness": "" if row.score is None else f"{row.score:.2f}",
        "path_words": "\n".join([*(["…"] if row.path_from else []), *steps]),
    }


def _step(step: Step, lang: Lang) -> str:
    """1-1-10 →（計画名の記載）1-1-2「「市税等の電子納付」と連携し」15行."""
    how = labels.coded(step.detail or step.relation, lang)
    if step.component:
        how += labels.bracketed(step.component, lang)
    quote = labels.quoted(labels.shortened(step.words), lang)
    gap = "" if lang == "ja" else " "
    said = (_short(step.target), quote, labels.line_of(step.evidence, lang))
    tied = f"{_short(step.source)} →{labels.bracketed(how, lang)} "
    return tied + gap.join(filter(None, said))


def _numbered_name(number: str | None, name: str) -> str:
    return f"{number} {name}" if number else name


def _short(node: Ref) -> str:
    return node.number or node.name
