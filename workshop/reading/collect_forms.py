"""The workbooks that came back, all together: files and folders → what everybody said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keikaku.graph.errors import KeikakuError, SourceError
from keikaku.graph.language import Text
from keikaku.loaders import sheet_reader
from keikaku.loaders.text import fold
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import one_document, scope
from keikaku.workshop.decisions.decision_records import Decisions, Entry, Said, Unplaced
from keikaku.workshop.form import SHEETS
from keikaku.workshop.plan_keys import heading_names, plans_of
from keikaku.workshop.problems import Problem
from keikaku.workshop.reading import locate
from keikaku.workshop.reading.filled_rows import FormRow, Known, Rows
from keikaku.workshop.reading.form_problems import PROBLEMS

WHOLE = "全体"
"""The department of a workbook for the whole document."""

_ADDED = "+"  # before the title of a plan to be added, where others have their number

_BAD = Text(
    "読めないファイルが{n}件あります。何も書き込んでいません。",
    "{n} files cannot be read. Nothing was written.",
)
_NO_FORM = Text(
    "{file}: 照会様式ではありません（「実施計画」の表が見つかりません）。"
    "keikaku workshop pack で作った様式を指定してください。",
    "{file}: is not a form (no table of plans); name workbooks of keikaku workshop pack.",
)
_OTHER = Text(
    "{file}: 別の計画書（{other}）の様式です。この計画書は {document} です。"
    "--graph と --document を確認してください。",
    "{file}: is a form of another document ({other}), not of {document}; check --graph.",
)
_NONE = Text("{path}: Excelブック（.xlsx）がありません。", "{path}: holds no workbook (.xlsx).")
_MISSING = Text(
    "{path}: 見つかりません。ファイル名と場所を確認してください。",
    "{path}: does not exist; check its name and folder.",
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The decisions, the problems of the workbooks, and the files read: file → department."""

    decisions: Decisions
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def gather(
    graph: Graph,
    paths: Iterable[Path],
    *,
    document: str | None = None,
    known: Decisions | None = None,
) -> Gathered:
    """Return what all workbooks say; for a folder, its ``.xlsx`` files.

    ``known`` are earlier decisions: what is settled there stays, and so do the answers of files
    that are not read this time; a file of the same name replaces its earlier answers.

    Raises:
        KeikakuError: a file is missing, cannot be opened, is not a form, or belongs to another
            document; all such files are listed.
    """
    part = scope(graph, document=document)
    about = one_document(graph, part.document)
    held = Known(about, *_titles(graph, about))
    wrong: list[Text] = []
    problems: list[Problem] = []
    answers: list[FormRow] = []
    unplaced: list[Unplaced] = []
    files: dict[str, str] = {}
    for path, name in _files(paths, problems, wrong):
        try:
            rows = _opened(path, name, held, problems)
        except KeikakuError as error:
            wrong += [error.text, *error.items]
            continue
        answers += rows.answers()
        problems += rows.problems
        unplaced += rows.unplaced
        files[name] = rows.by
    if wrong:
        raise SourceError(_BAD.format(n=len(wrong)), wrong)
    kept = _kept(known, about, set(files))
    entries = _entries(held, [*kept, *answers], known)
    earlier = [each for each in (known.unplaced if known else ()) if each.file not in files]
    decisions = Decisions(
        about,
        tuple(entries),
        known.departments if known else (),
        tuple(sorted([*earlier, *unplaced], key=lambda each: (each.file, each.cell))),
        known.file if known else "decisions.yaml",
    )
    return Gathered(decisions, problems, files)


def _titles(graph: Graph, document: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    titles = {
        key: str(graph.nodes[plan]["title"]) for key, plan in plans_of(graph, document).items()
    }
    return titles, heading_names(graph, document)


def _files(
    paths: Iterable[Path], problems: list[Problem], wrong: list[Text]
) -> Iterator[tuple[Path, str]]:
    """Yield each workbook once, with its name; a copy is reported."""
    seen: dict[str, str] = {}
    for path in dict.fromkeys(each.resolve() for each in _listed(paths, wrong)):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        is_second = path.name in seen.values()
        name = f"{path.parent.name}/{path.name}" if is_second else path.name
        if digest in seen:
            problems.append(Problem(PROBLEMS["same-file"], name, details={"other": seen[digest]}))
            continue
        seen[digest] = name
        yield path, name


def _listed(paths: Iterable[Path], wrong: list[Text]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            # Excel keeps ~$name.xlsx beside a workbook that is open.
            books = sorted(p for p in path.iterdir() if _is_book(p))
            if not books:
                wrong.append(_NONE.format(path=path))
            yield from books
        elif path.is_file():
            yield path
        else:
            wrong.append(_MISSING.format(path=path))


def _is_book(path: Path) -> bool:
    return path.suffix.lower() in {".xlsx", ".xlsm"} and not path.name.startswith("~$")


def _opened(path: Path, name: str, held: Known, problems: list[Problem]) -> Rows:
    """Return a workbook's rows, ready to be read."""
    book = sheet_reader.read(path)
    plan_sheet = locate.plan_sheet(book)
    if plan_sheet is None:
        raise SourceError(_NO_FORM.format(file=name))
    sheet, head = plan_sheet
    record = locate.record(book)
    if record is None:
        problems.append(Problem(PROBLEMS["hidden-lost"], name))
    elif record.document != held.document:
        raise SourceError(_OTHER.format(file=name, other=record.document, document=held.document))
    if sheet.name not in SHEETS["plans"]:
        details = {"name": sheet.name}
        problems.append(Problem(PROBLEMS["sheet-renamed"], name, sheet.name, None, details))
    extras = locate.extra_sheets(book, sheet)
    problems += [Problem(PROBLEMS["sheet-extra"], name, extra.name) for extra in extras]
    by = (record.department or WHOLE) if record else Path(name).stem
    return Rows(held, name, by, sheet, head, record)


def _kept(known: Decisions | None, document: str, files: set[str]) -> Iterator[FormRow]:
    """Yield the answers of files that were read earlier and are not read now."""
    if known is None:
        return
    if known.document != document:
        raise SourceError(_OTHER.format(file=known.file, other=known.document, document=document))
    yield from (
        FormRow(entry.number, entry.title, said)
        for entry in known.entries
        for said in entry.said
        if said.file not in files
    )


def _entries(held: Known, answers: list[FormRow], known: Decisions | None) -> Iterator[Entry]:
    """Yield an entry for each plan of the document, then one for each plan to be added.

    By its title.
    """
    said: dict[str, list[Said]] = {}
    titles: dict[str, str] = {}
    for answer in sorted(answers, key=lambda each: (each.said.by, each.said.file, each.said.cell)):
        key = _key(answer.number, answer.title)
        said.setdefault(key, []).append(answer.said)
        titles.setdefault(key, answer.title)
    earlier = {_key(entry.number, entry.title): entry for entry in (known.entries if known else ())}
    # What was settled by hand stays, even for a plan that no file, or not even the graph, contains.
    by_hand = [key for key, entry in earlier.items() if entry.settled]
    plans = [*held.plans, *(key for key in by_hand if not key.startswith(_ADDED))]
    added = sorted({key for key in [*said, *by_hand] if key.startswith(_ADDED)})
    for key in dict.fromkeys([*plans, *added]):
        before = earlier.get(key)
        title = held.plans.get(key) or titles.get(key) or (before.title if before else "")
        number = None if key.startswith(_ADDED) else key
        settled = before.settled if before else None
        yield Entry(number, title, tuple(said.get(key, ())), settled)


def _key(number: str | None, title: str) -> str:
    return number or f"{_ADDED}{fold(title)}"
