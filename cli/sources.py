"""Read sources: the corrections file beside each, the progress bar while they load."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from keikaku import loaders
from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import real
from keikaku.graph.language import Lang, Text
from keikaku.graph.network import Attributes, Graph, to_payload
from keikaku.graph.records import Records
from keikaku.loaders import corrections_beside

_PROGRESS = Text("読み込み中", "loading")
_SAME = Text(
    "{out}: 読み込むファイルへの上書きはできません。--out に別の名前を指定してください。",
    "{out}: is a file that is read; name another one with --out.",
)


class Loaded(NamedTuple):
    """A source, the corrections applied to it (if any), and the content of its graph's file.

    ``notes`` are further messages of the loader.
    """

    source: str
    corrections: str | None
    content: Attributes
    notes: list[Text]


def loaded(
    source: str,
    *,
    corrections: str | None = None,
    themes: str | None = None,
    layout: str | None = None,
    identity: str | None = None,
    facts_only: bool = False,
    with_prose: bool = False,
) -> Loaded:
    """Return a source read with its corrections: the file named, else the file beside it."""
    notes: list[Text] = []
    content = loaders.content(
        Path(source),
        document_id=identity,
        themes=Path(themes) if themes else None,
        corrections=Path(corrections) if corrections else None,
        layout=Path(layout) if layout else None,
        facts_only=facts_only,
        with_prose=with_prose,
        on_note=notes.append,
    )
    is_new = isinstance(content, Records) and not notes
    applied = corrections or (beside(source) if is_new else None)
    return Loaded(source, applied, to_payload(content), notes)


def beside(source: str) -> str | None:
    """Return the corrections file next to a source, if there is one."""
    file = corrections_beside.beside(Path(source))
    return str(file) if file else None


def with_progress(sources: Sequence[str], lang: Lang) -> Iterator[str]:
    """Return the sources one by one.

    With a progress bar where there are several and a person watches.
    """
    return watched(sources, _PROGRESS, lang)


def watched(names: Sequence[str], label: Text, lang: Lang) -> Iterator[str]:
    """Yield names one by one, with a progress bar where there are several and a person watches."""
    if len(names) < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from names
        return
    import typer

    with typer.progressbar(names, label=label.of(lang), file=sys.stderr) as bar:
        yield from bar


def graph_of(name: str) -> Graph:
    """Return the graph of a graph file; any other file is read as a source.

    Raises:
        KeikakuError: the file is neither, or cannot be read.
    """
    import keikaku

    return keikaku.read(name) if _is_graph_file(Path(name)) else keikaku.load(name)


def _is_graph_file(path: Path) -> bool:
    """Return whether a file holds JSON, or has the name of JSON but does not exist."""
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    except OSError:
        return path.suffix.lower() == ".json"


def refuse_to_overwrite(out: str, read: Sequence[str | None]) -> None:
    """Refuse to write a file that is also read.

    Raises:
        KeikakuError: it is one of these files, under whatever name.
    """
    target = real(Path(out))
    if any(target == real(Path(name)) or _same(target, name) for name in read if name):
        raise KeikakuError(_SAME.format(out=out))


def _same(target: Path, name: str) -> bool:
    try:
        return target.samefile(name)
    except OSError:
        return False
