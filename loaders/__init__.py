"""Loaders: a published source → records with evidence and findings.

``load`` is get → transform → correct → check: :mod:`loaders.source` reads the file,
:mod:`loaders.implementation_plan` reads the family 実施計画, :mod:`loaders.mentions` what its words
name, :mod:`loaders.corrections` what people have settled, :mod:`loaders.checks` what a person
should look at.
"""

from __future__ import annotations

from pathlib import Path

from graph.errors import SourceError
from graph.language import Text
from graph.memory import uncollected
from graph.records import Records

_RESERVED = {"theme", "sdg", "guideline", "partner", "municipality"}
"""What the ids of shared nodes begin with."""

__all__ = ["document_id_of", "explain", "load"]


@uncollected()
def load(
    source: Path,
    *,
    document_id: str | None = None,
    themes: Path | None = None,
    corrections: Path | None = None,
    facts_only: bool = False,
) -> Records:
    """Read a published plan into records.

    ``document_id`` names the document (default: the file's stem without a trailing ``-plan``);
    ``themes`` extends the list of themes; ``corrections`` are applied before the checks;
    ``facts_only`` leaves out the prose (:mod:`graph.facts_only`).
    Raises :class:`graph.errors.SourceError` for a source that cannot be read as a plan,
    :class:`graph.errors.CorrectionError` for corrections that cannot.
    """
    from loaders import checks
    from loaders.implementation_plan.transform import transform
    from loaders.source import read_source

    records = transform(
        read_source(source), _checked(document_id) or document_id_of(source), themes
    )
    if corrections is None:
        records.findings += checks.run(records)
    else:
        _correct_and_check(records, corrections)
    records.findings.sort(key=lambda f: (f.evidence[0].line or 0) if f.evidence else 0)
    if facts_only:
        from graph import facts_only as short

        return short.facts_only(records)
    return records


def _correct_and_check(records: Records, corrections: Path) -> None:
    """Facts are corrected before they are checked; what people have confirmed then goes quiet."""
    from loaders import checks
    from loaders import corrections as correcting

    settled = correcting.read(corrections)
    correcting.apply(records, settled)
    records.findings += checks.run(records)
    correcting.settle(records, settled)


def explain(source: Path, number: str, *, themes: Path | None = None) -> str:
    """What was read for one plan, from which lines, and how it was understood (for people).

    It tells the source alone, before any correction. Raises
    :class:`graph.errors.NotFoundError` where the source has no such plan.
    """
    from loaders.implementation_plan.explain import explain_plan
    from loaders.source import read_source

    return explain_plan(read_source(source), number, themes)


def _checked(document_id: str | None) -> str | None:
    """An id that a user gave; one that shared nodes begin with would mix the two up."""
    if document_id is not None and (document_id in _RESERVED or not document_id.strip(" /")):
        raise SourceError(
            Text(
                f"文書ID「{document_id}」は使えません。例: aozora-2026",
                f"the document id “{document_id}” cannot be used; take one like aozora-2026",
            )
        )
    return document_id


def document_id_of(source: Path) -> str:
    """The id that a document takes from its file: ``koriyama-2022-plan.txt`` → ``koriyama-2022``.

    >>> document_id_of(Path("Midorino 2026_plan.txt"))
    'midorino-2026'
    """
    import re
    import unicodedata

    stem = unicodedata.normalize("NFKC", source.stem).casefold()
    stem = re.sub(r"[^\w.]+|_", "-", stem).strip("-.")
    return stem.removesuffix("-plan").strip("-.") or "plan"
