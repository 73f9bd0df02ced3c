"""Sources on their way in: the corrections beside them, the progress of loading them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from keikaku import loaders
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.graph.network import Attributes, to_payload

_PROGRESS = Text("読み込み中", "loading")
_SAME = Text(
    "{out}: 読み込むファイルへの上書きはできません。--out に別の名前を指定してください。",
    "{out}: is a file that is read; name another one with --out.",
)


class Loaded(NamedTuple):
    """A source, the corrections applied to it (if any), and the content of its graph's file."""

    source: str
    corrections: str | None
    content: Attributes


def loaded(
    source: str,
    *,
    corrections: str | None = None,
    themes: str | None = None,
    identity: str | None = None,
    facts_only: bool = False,
    with_prose: bool = False,
) -> Loaded:
    """Return a source read with its corrections: those named, else those that lie beside it."""
    applied = corrections or beside(source)
    told = loaders.content(
        Path(source),
        document_id=identity,
        themes=Path(themes) if themes else None,
        corrections=Path(applied) if applied else None,
        facts_only=facts_only,
        with_prose=with_prose,
    )
    return Loaded(source, applied, to_payload(told))


def beside(source: str) -> str | None:
    """Return the corrections file next to a source.

    ``NAME-plan.txt`` has ``NAME-plan-corrections.yaml``.

    ``NAME-corrections.yaml``, after the id that the document gets, will do too.
    """
    path = Path(source)
    stems = dict.fromkeys([path.stem, path.stem.removesuffix("-plan")])
    candidates = (path.with_name(f"{stem}-corrections.yaml") for stem in stems)
    return next((str(candidate) for candidate in candidates if candidate.is_file()), None)


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


def refuse_to_overwrite(out: str, read: Sequence[str | None]) -> None:
    """Make sure that a file to be written is none of those that are read.

    Raises:
        KeikakuError: it is one of them, by whatever name.
    """
    target = Path(out).resolve()
    if any(target == Path(name).resolve() or _same(target, name) for name in read if name):
        raise KeikakuError(_SAME.format(out=out))


def _same(target: Path, name: str) -> bool:
    try:
        return target.samefile(name)
    except OSError:
        return False
