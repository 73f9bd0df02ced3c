"""What ``layout`` says: how a source would be read, label by label, two plans, questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from keikaku.cli.column_words import headings
from keikaku.cli.text_tables import table
from keikaku.graph.language import Lang, Text

if TYPE_CHECKING:
    from keikaku.loaders.layouts.proposal.proposal import Proposal

_CHOSEN = Text(
    "様式「{layout}」として、{plans}件の計画を読み取れます"
    "（文字のあるセル・段落の{share}％を説明できます）。",
    "As “{layout}” {plans} plans are found; {share} % of the filled cells and paragraphs are "
    "accounted for.",
)
_NONE = Text(
    "計画を見つけられませんでした。計画（事業）の名称の見出しを labels に書いてください。",
    "No plan was found: say in labels which label heads the plans' titles.",
)
_NOT_YET = Text(
    "計画の名称の見出しがまだ確かでないため、計画を読み取っていません。"
    "下の「要確認」の読み方がすべて正しければ、{plans}件の計画を読み取れます。",
    "Which label heads the plans' titles is not sure yet, so no plan is read. If all that is "
    "doubtful below is right, {plans} plans are found.",
)
_LABELS = Text("見出しの読み方", "How the labels are read")
_SURENESS = {
    "sure": Text("確か", "sure"),
    "probable": Text("おそらく", "probable"),
    "doubtful": Text("要確認（読んでいません）", "doubtful (not read)"),
    "skipped": Text("読み飛ばし", "skipped"),
    "unknown": Text("不明（読んでいません）", "unknown (not read)"),
}
_PLANS = Text("読み取りの例", "Plans as they would be read")
_IF_RIGHT = Text(
    "「要確認」の読み方が正しい場合の読み取りの例",
    "Plans as they would be read if all that is doubtful is right",
)
_COLUMN = Text("{n}列目", "column {n}")
_QUESTIONS = Text("確認していただきたいこと", "Please check")
_OUTSIDE = Text(
    "計画の外の文章が{count}件あり、読み取りません（「{example}」など）。",
    "{count} paragraphs outside the plans are not read (“{example}” …).",
)
_WIDTH = 120
_NEXT = Text(
    "直すときは、keikaku layout {source} --out layout.yaml で様式定義を作り、"
    "エディターで直してから keikaku load {source} --layout layout.yaml --out graph.json で"
    "読み込みます。",
    "To mend it: keikaku layout {source} --out layout.yaml, edit it, then keikaku load {source} "
    "--layout layout.yaml --out graph.json.",
)
_READY = Text(
    "このままでよければ keikaku load {source} --out graph.json で読み込めます。",
    "If it is right as it is: keikaku load {source} --out graph.json.",
)


def page(proposal: Proposal, lang: Lang) -> str:
    """Return a proposal as text."""
    return "\n".join(_lines(proposal, lang))


def _lines(proposal: Proposal, lang: Lang) -> Iterator[str]:
    from keikaku.loaders.layouts.choice import LEAST_SHARE

    choice = proposal.choice
    ready = choice.reading.names_plans
    if ready:
        yield _CHOSEN.format(
            layout=choice.layout.title.ja if lang == "ja" else choice.layout.title.en,
            plans=len(choice.reading.plans),
            share=round(100 * choice.share),
        ).of(lang)
    elif proposal.if_right:
        yield _NOT_YET.format(plans=proposal.if_right).of(lang)
    else:
        yield _NONE.of(lang)
    yield ""
    yield from _labels(proposal, lang)
    yield from _plans(proposal, lang)
    if proposal.outside:
        example = " ".join(proposal.outside[0].split())[:30]
        yield _OUTSIDE.format(count=len(proposal.outside), example=example).of(lang)
        yield ""
    if proposal.questions:
        yield f"■ {_QUESTIONS.of(lang)}"
        for number, question in enumerate(proposal.questions, 1):
            yield f"  {number}. {question.of(lang)}"
        yield ""
    yield _NEXT.format(source=proposal.source).of(lang)
    if ready and choice.share >= LEAST_SHARE:
        yield _READY.format(source=proposal.source).of(lang)


def _labels(proposal: Proposal, lang: Lang) -> Iterator[str]:
    from keikaku.loaders.layouts.layout_facts import fact_label

    rows = [
        [
            " ".join(each.label.split())[:28],
            fact_label(each.meaning._replace(year=None), lang) if each.meaning is not None else "—",
            _SURENESS[each.sureness].of(lang),
            str(each.count),
            _COLUMN.format(n=each.where).of(lang) if each.where.isdigit() else each.where,
            each.example[:16],
        ]
        for each in proposal.labels
    ]
    yield f"■ {_LABELS.of(lang)}"
    heads = headings(("label", "meaning", "sureness", "count", "lines", "example"), lang)
    yield table(heads, rows, most=_WIDTH)
    yield ""


def _plans(proposal: Proposal, lang: Lang) -> Iterator[str]:
    if not proposal.plans:
        return
    yield f"■ {(_IF_RIGHT if proposal.if_right else _PLANS).of(lang)}"
    for plan in proposal.plans:
        yield f"〔{plan.title}〕"
        heads = headings(("fact", "printed", "lines"), lang)
        yield table(heads, [list(row) for row in plan.facts], most=_WIDTH)
        yield ""
