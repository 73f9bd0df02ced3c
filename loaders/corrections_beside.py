"""The corrections file that lies beside a source, where none is named (原本の隣の訂正ファイル)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from keikaku.graph.errors import CorrectionError
from keikaku.graph.language import Text

_OF_ANOTHER = Text(
    "{file} は計画書「{other}」の訂正ファイルのため、「{document}」には適用していません。"
    "適用するには、計画書のidを「{other}」にしてください（--id）。",
    "{file} corrects the document '{other}' and is not applied to '{document}'; "
    "to apply it, give the document the id '{other}' (--id).",
)


class FoundCorrections(NamedTuple):
    """The file to apply, if any, and a note about a file that is not applied."""

    path: Path | None
    note: Text | None = None


def beside(source: Path) -> Path | None:
    """Return the corrections file next to a source, if there is one.

    ``NAME-plan.txt`` has ``NAME-plan-corrections.yaml``; ``NAME-corrections.yaml``, after the id
    that the document gets, will do too.
    """
    stems = dict.fromkeys([source.stem, source.stem.removesuffix("-plan")])
    candidates = (source.with_name(f"{stem}-corrections.yaml") for stem in stems)
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def corrections_for(source: Path, document: str) -> FoundCorrections:
    """Find the corrections of a document beside its source.

    A file for another document is not applied, because the user has not named it; the note says
    so. A file that cannot be read is returned, so that the reading reports what is wrong.
    """
    path = beside(source)
    if path is None:
        return FoundCorrections(None)
    from keikaku.loaders.corrections import read

    try:
        other = read(path).document
    except CorrectionError:
        return FoundCorrections(path)
    if other == document:
        return FoundCorrections(path)
    note = _OF_ANOTHER.format(file=path.name, other=other, document=document)
    return FoundCorrections(None, note)
