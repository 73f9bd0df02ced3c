"""The pack (資料一式): a form for each department, issue sheets, the hand-out of the workshop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from keikaku.exports import folder, sheet_writer
from keikaku.exports.documents import Block, html_document, word_document
from keikaku.exports.folder import Watch
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.queries import names
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import name_of, one_document, scope
from keikaku.workshop.pack import handout, issue_sheets
from keikaku.workshop.pack.dossier import Dossier, Material, material
from keikaku.workshop.pack.form_writer import workbook
from keikaku.workshop.progress import Progress

__all__ = ["Packed", "pack"]

HANDOUT = Text("1_次第・配布資料", "1_hand-out")
ISSUES = Text("2_論点シート", "2_issue-sheets")
WHOLE = Text("3_照会票_全体", "3_form_all")
FORMS = Text("照会票", "forms")
FORM = Text("照会票_{department}", "form_{department}")
"""The names of the files, without their endings."""

_TITLE = Text("{document}　{name}", "{document}: {name}")
_NO_PLANS = Text(
    "条件に当てはまる実施計画がないため、資料を作れません。",
    "No plan matches, so there is nothing to pack.",
)

_Write = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written: the folder, the names of its files, how much they contain."""

    folder: str
    files: list[str]
    plans: int
    departments: int
    questions: int


def pack(
    graph: Graph,
    out: Path,
    *,
    document: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    progress: Progress | None = None,
    due: str | None = None,
    contact: str | None = None,
    lang: Lang = "ja",
    watch: Watch = iter,
) -> Packed:
    """Write the pack of a document into a folder, whole or not at all.

    ``department`` and ``goal`` limit the pack to plans of that department or goal; ``progress``
    is the result of :func:`keikaku.workshop.progress.read`. ``due`` and ``contact`` say by when and
    to whom to answer. ``watch`` shows the progress of writing.

    Raises:
        KeikakuError: a name is unknown, the graph holds several documents and none is named, no
            plan is left, or the folder holds other things or cannot be written to.
    """
    part = scope(graph, goal=goal, document=document)
    made = material(graph, one_document(graph, part.document), progress, lang)
    whose = None
    if department is not None:
        whose = name_of(graph, names.find(graph, "Department", department)[0])
    kept = [dossier for dossier in made.dossiers if dossier.node in set(part.plans)]
    if whose is not None:
        mine = {dossier.node for dossier in made.of_department(whose)}
        kept = [dossier for dossier in kept if dossier.node in mine]
    if not kept:
        raise KeikakuError(_NO_PLANS)
    numbers = frozenset(d.whole.number or d.whole.title for d in kept)
    only = numbers if whose is not None or goal is not None else None
    made = replace(made, due=due, contact=contact, whose=whose, numbers=only)
    files = _files(made, kept, whose)
    written = folder.write(Path(out), files, watch)
    nodes = {dossier.node for dossier in kept}
    return Packed(
        str(out),
        written,
        len(kept),
        sum(name.startswith(f"{FORMS.of(lang)}/") for name in written),
        sum(not row.plan or row.plan in nodes for row in made.questions),
    )


def _files(made: Material, kept: Sequence[Dossier], whose: str | None) -> dict[str, _Write]:
    lang = made.lang
    nodes = {dossier.node for dossier in kept}
    files: dict[str, _Write] = {}
    documents = ((HANDOUT, handout.blocks(made)), (ISSUES, issue_sheets.blocks(made, kept)))
    for name, blocks in documents:
        title = _TITLE.format(document=made.title, name=name.of(lang).partition("_")[2]).of(lang)
        files[f"{name.of(lang)}.html"] = _html(title, blocks, lang)
        files[f"{name.of(lang)}.docx"] = _word(title, blocks)
    if whose is None:
        files[f"{WHOLE.of(lang)}.xlsx"] = _form(made, None, kept)
    used: set[str] = set()
    for department in made.departments if whose is None else [whose]:
        of_plans = [each for each in made.of_department(department) if each.node in nodes]
        if of_plans:
            free = folder.safe(FORM.format(department=department).of(lang), used)
            files[f"{FORMS.of(lang)}/{free}.xlsx"] = _form(made, department, of_plans)
    return files


def _html(title: str, blocks: Sequence[Block], lang: Lang) -> _Write:
    return lambda path: html_document.write(path, title, blocks, lang)


def _word(title: str, blocks: Sequence[Block]) -> _Write:
    return lambda path: word_document.write(path, title, blocks)


def _form(made: Material, department: str | None, dossiers: Sequence[Dossier]) -> _Write:
    return lambda path: sheet_writer.save(path, workbook(made, department, dossiers))
