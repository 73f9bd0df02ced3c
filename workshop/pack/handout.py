"""The agenda and hand-out of the workshop (次第・配布資料), as blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from keikaku.exports.documents import (
    Bars,
    Block,
    Bullets,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)
from keikaku.graph import findings
from keikaku.graph.findings import SEVERITIES
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import plain
from keikaku.queries.bridges import answer as bridges
from keikaku.queries.check import answer as check
from keikaku.queries.themes import answer as themes
from keikaku.queries.workload import answer as workload
from keikaku.queries.workload.answer import WorkloadRow
from keikaku.queries.workload.concentration import Concentration
from keikaku.workshop.pack.dossier import Material
from keikaku.workshop.progress.judging import STATUSES
from keikaku.workshop.rules import Question

_TITLE = Text("{title}　見直しワークショップ", "{title}: revision workshop")
_AGENDA = Text("次第", "Agenda")
_AGENDA_HEADS = (Text("時刻", "Time"), Text("内容", "Item"), Text("資料", "Material"))
_ITEMS: tuple[tuple[Text, Text], ...] = (
    (
        Text("開会・ねらいと進め方の説明", "Opening: aim and procedure"),
        Text("この資料", "this hand-out"),
    ),
    (
        Text("計画全体の姿: 負担・テーマ・要となるもの", "The whole: workload, themes, bridges"),
        Text("この資料 1〜4", "this hand-out, 1–4"),
    ),
    (
        Text("班別の検討: 計画ごとの論点", "In groups: the questions of each plan"),
        Text("論点シート", "issue sheets"),
    ),
    (
        Text("統合・廃止の候補の検討", "What may be merged or dropped"),
        Text("この資料 5", "this hand-out, 5"),
    ),
    (
        Text("次期計画での扱いの仮決め", "Provisional decisions"),
        Text("照会票", "forms"),
    ),
    (Text("まとめ・今後の日程", "Summary, next dates"), Text("", "")),
)
_GLANCE = Text(
    "計画{plans}件、所管課{departments}課、指標{indicators}件、論点{questions}件。",
    "Plans: {plans}; departments: {departments}; indicators: {indicators}; questions: {questions}.",
)
_STANDING = Text("指標の状況: {statuses}。", "Indicators: {statuses}.")
_LOAD = Text("1　所管課の負担", "1. Workload of the departments")
_LOAD_NOTE = Text(
    "所管課ごとの計画数（主管・共管・個別取組のみ）。負担の大きい順に{n}課。",
    "Plans of each department (led, shared, a part only), the {n} with most.",
)
_SERIES = (Text("主管", "led"), Text("共管", "shared"), Text("個別取組のみ", "a part only"))
_CONCENTRATION = Text(
    "按分による集中度は HHI {hhi:.3f}（{even:g}課が等しく担う場合に相当）、"
    "ジニ係数 {gini:.3f} です。",
    "Concentration (fractional): HHI {hhi:.3f}, as if {even:g} departments shared evenly; "
    "Gini {gini:.3f}.",
)
_YEARS = Text(
    "年度ごとの行動計画の数（色が濃いほど多い。＋は、ほかに続いている可能性のあるもの）",
    "Milestones by fiscal year (+: that may go on besides)",
)
_DEPARTMENT = Text("所管課", "Department")
_FRACTIONAL = Text("按分", "fractional")
_THEMES = Text("2　テーマと所管課", "2. Themes and departments")
_THEMES_NOTE = Text(
    "テーマに関わる計画の数（○印または本文による）。計画の多い{n}課。",
    "Plans that touch a theme, by mark or text; the {n} departments with most.",
)
_BRIDGES = Text("3　要となるもの・集中している箇所", "3. What holds it together")
_FINDINGS = Text("4　計画書の確認事項", "4. To be checked in the document")
_FINDING_HEADS = (Text("重要度", "Severity"), Text("計画", "Plan"), Text("内容", "What"))
_FINDINGS_MORE = Text(
    "未解決の確認事項は、このほかに{n}件あります（keikaku check で表示）。",
    "{n} more are open (keikaku check).",
)
_NO_FINDINGS = Text("未解決の確認事項はありません。", "Nothing is open.")
_CANDIDATES = Text("5　統合の候補・課への問い", "5. Candidates to merge; questions to departments")
_NO_CANDIDATES = Text("該当するものはありません。", "There are none.")
_CANDIDATE_HEADS = (
    Text("対象", "About"),
    Text("事実", "Fact"),
    Text("問い", "Question"),
)
_DECISIONS = Text("6　仮決めの記録", "6. Provisional decisions")
_RECORD_HEADS = (
    Text("計画", "Plan"),
    Text("次期計画での扱い", "Next step"),
    Text("理由・条件", "Reason, conditions"),
    Text("担当", "Who"),
)

_SEVERITIES = {str(code): text for code, text in SEVERITIES.items()}
_MOST_DEPARTMENTS = 15
_MOST_THEMES = 12
_MOST_FINDINGS = 15
_MOST_BRIDGES = 10
_RECORD_ROWS = 12


def blocks(material: Material) -> list[Block]:
    """Return the hand-out."""
    lang = material.lang
    head = _TITLE.format(title=material.title).of(lang)
    if material.whose:
        head = f"{head}　{material.whose}"
    return [
        Heading(1, head),
        *([Paragraph(material.reply, "lead")] if material.reply else []),
        *_agenda(lang),
        *_glance(material),
        PageBreak(),
        *_load(material),
        PageBreak(),
        *_theme_matrix(material),
        *_bridges(material),
        *_findings(material),
        *_candidates(material),
        PageBreak(),
        Heading(2, _DECISIONS.of(lang)),
        Table([head.of(lang) for head in _RECORD_HEADS], [], (3, 2, 4, 1.5), _RECORD_ROWS),
    ]


def _agenda(lang: Lang) -> Iterator[Block]:
    yield Heading(2, _AGENDA.of(lang))
    rows = [("　:　〜　:　", item.of(lang), paper.of(lang)) for item, paper in _ITEMS]
    yield Table([head.of(lang) for head in _AGENDA_HEADS], rows, (1.6, 5, 2.4))


def _glance(material: Material) -> Iterator[Block]:
    lang = material.lang
    mine = [
        dossier
        for dossier in material.dossiers
        if material.is_kept(dossier.whole.number or dossier.whole.title)
    ]
    counted = _GLANCE.format(
        plans=len(mine),
        departments=1 if material.whose else len(material.departments),
        indicators=sum(len(dossier.whole.indicators) for dossier in mine),
        questions=sum(_concerns(each, material) for each in material.questions),
    )
    yield Paragraph(counted.of(lang), "lead")
    rows = [row for row in material.case.progress if material.is_kept(row.number or row.title)]
    statuses = Counter(row.status for row in rows if row.latest)
    if statuses:
        words = (f"{text.of(lang)} {statuses[status]}" for status, text in STATUSES.items())
        yield Paragraph(_STANDING.format(statuses="、".join(words)).of(lang), "fact")


def _load(material: Material) -> Iterator[Block]:
    lang = material.lang
    answer = workload.answer(material.graph, document=material.document)
    every = [row for row in answer.rows if isinstance(row, WorkloadRow)]
    rows = [row for row in every if material.whose in {None, row.department}][:_MOST_DEPARTMENTS]
    closing = _LOAD_NOTE.format(n=len(rows)).of(lang)
    yield Heading(2, _LOAD.of(lang))
    yield Paragraph(closing, "note")
    bars = [(row.department, (row.lead, row.co, row.part)) for row in rows]
    yield Bars([name.of(lang) for name in _SERIES], bars, closing)
    for total in () if material.whose else answer.totals or ():
        if isinstance(total, Concentration) and total.hhi is not None:
            words = {"hhi": total.hhi, "even": total.even, "gini": total.gini}
            yield Paragraph(_CONCENTRATION.format(**words).of(lang), "note")
    yield Heading(3, _YEARS.of(lang))
    yield _heat(rows, material.case.period, lang)


def _heat(rows: Sequence[WorkloadRow], period: range, lang: Lang) -> Table:
    counts = [{load.year: load.milestones for load in row.years} for row in rows]
    more = [{load.year: load.possible_milestones for load in row.years} for row in rows]
    most = max((n for each in counts for n in each.values()), default=0) or 1
    cells: list[tuple[Cell, ...]] = [
        (
            row.department,
            f"{row.fractional:.2f}",
            *(
                Shaded(_counted(each.get(year, 0), perhaps.get(year, 0)), each.get(year, 0) / most)
                for year in period
            ),
        )
        for row, each, perhaps in zip(rows, counts, more, strict=True)
    ]
    heads = (_DEPARTMENT.of(lang), _FRACTIONAL.of(lang), *map(str, period))
    return Table(heads, cells, (4, 1.4, *[1.2] * len(period)), centred=True)


def _counted(surely: int, perhaps: int) -> str:
    """Return how many surely run, and after a plus how many others may continue."""
    return f"{surely}＋{perhaps}" if perhaps else str(surely)


def _theme_matrix(material: Material) -> Iterator[Block]:
    lang = material.lang
    answer = themes.answer(material.graph, matrix="departments", document=material.document)
    rows = answer.rows[:_MOST_THEMES]
    plans = Counter[str]()
    for row in rows:
        for cell in row.cells:
            plans[cell.column] += cell.plans
    columns = [name for name, _ in plans.most_common() if material.whose in {None, name}]
    columns = columns[:_MOST_DEPARTMENTS]
    counts = [{cell.column: cell.plans for cell in row.cells} for row in rows]
    most = max((plans and [n for each in counts for n in each.values()]) or [1])
    cells = [
        (
            department,
            *(
                Shaded(str(each[department]), each[department] / most) if department in each else ""
                for each in counts
            ),
        )
        for department in columns
    ]
    yield Heading(2, _THEMES.of(lang))
    yield Paragraph(_THEMES_NOTE.format(n=len(columns)).of(lang), "note")
    heads = (_DEPARTMENT.of(lang), *(row.theme for row in rows))
    yield Table(heads, cells, (3.2, *[1.0] * len(rows)), centred=True)


def _bridges(material: Material) -> Iterator[Block]:
    lang = material.lang
    rows = bridges.answer(material.graph, document=material.document).rows
    first = [r for r in rows if any(material.is_kept(p.number or p.title) for p in r.plans)][
        :_MOST_BRIDGES
    ]
    yield Heading(2, _BRIDGES.of(lang))
    if first:
        yield Bullets([f"{bridges.row_text(row).of(lang)}{_numbers(row, lang)}" for row in first])
    else:
        yield Paragraph(_NO_CANDIDATES.of(lang))


def _numbers(row: bridges.BridgeRow, lang: Lang) -> str:
    separator = "、" if lang == "ja" else ", "
    numbers = separator.join(plan.number or plan.title for plan in row.plans)
    return f"（{numbers}）" if lang == "ja" else f" ({numbers})"


def _findings(material: Material) -> Iterator[Block]:
    lang = material.lang
    every = check.answer(material.graph, severity="warning", document=material.document).rows
    rows = [row for row in every if material.is_kept(_number(row.node, material))]
    yield Heading(2, _FINDINGS.of(lang))
    if not rows:
        yield Paragraph(_NO_FINDINGS.of(lang))
        return
    cells = [
        (
            _SEVERITIES[row.severity].of(lang),
            _number(row.node, material),
            findings.finding_texts(plain(row), lang)[0],
        )
        for row in rows[:_MOST_FINDINGS]
    ]
    yield Table([head.of(lang) for head in _FINDING_HEADS], cells, (1, 1, 8))
    if len(rows) > _MOST_FINDINGS:
        yield Paragraph(_FINDINGS_MORE.format(n=len(rows) - _MOST_FINDINGS).of(lang), "note")


def _number(node: str | None, material: Material) -> str:
    """Return the number of the plan that a node is, or is a part of, from its id."""
    parts = (node or "").removeprefix(f"{material.document}/").split("/")
    return parts[1] if len(parts) > 1 and parts[1] in material.case.by_name else ""


def _concerns(question: Question, material: Material) -> bool:
    """Return whether the pack includes a question: by its plan, or by its department."""
    if material.whose is not None and question.department:
        return question.department == material.whose
    return (
        bool(question.department)
        or not question.plan
        or material.is_kept(question.number or question.title)
    )


def _candidates(material: Material) -> Iterator[Block]:
    lang = material.lang
    rows = [
        (each.department or titled(each.number, each.title), each.fact, each.question)
        for each in material.questions
        if (each.department or each.code == "alike") and _concerns(each, material)
    ]
    yield Heading(2, _CANDIDATES.of(lang))
    if rows:
        yield Table([head.of(lang) for head in _CANDIDATE_HEADS], rows, (2, 4.5, 4.5))
    else:
        yield Paragraph(_NO_CANDIDATES.of(lang))
