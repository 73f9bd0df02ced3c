"""The corrections file (訂正ファイル) as read: who corrects what, why, since when."""

from __future__ import annotations

from typing import Literal, NamedTuple

from keikaku.graph.errors import CorrectionError
from keikaku.graph.records import Evidence
from keikaku.loaders.strict_yaml import Written, at_place

Operation = Literal["confirm", "set", "add", "remove"]
OPERATIONS: tuple[Operation, ...] = ("confirm", "set", "add", "remove")
SIGNED = ("who", "why", "when")

"""A value as the file has it: every scalar is text, because the model decides its type."""


class Correction(NamedTuple):
    """One entry: an operation, what it is about and says (``body``), and who answers for it.

    ``when`` is a date, YYYY-MM-DD; ``line`` counts from 1 in ``file``.
    """

    operation: Operation
    body: dict[str, Written]
    who: str
    why: str
    when: str
    settles: tuple[str, ...]
    file: str
    line: int

    @property
    def signature(self) -> dict[str, str]:
        """What a settled finding keeps: who, why, when."""
        return {"who": self.who, "why": self.why, "when": self.when}

    @property
    def note(self) -> str:
        """The same in one line, for evidence."""
        return f"{self.who}: {self.why} ({self.when})"

    @property
    def name(self) -> str:
        """Where it stands and what it does, the same in every language."""
        about = " ".join(v for v in self.body.values() if isinstance(v, str))
        return f"{self.file}:{self.line} {self.operation} {about}".rstrip()

    def evidence(self, key: str, value: Written | None = None) -> Evidence:
        """Return the file as the place that a corrected fact comes from."""
        quote = f"{key}: {self.body.get(key, '') if value is None else value}"
        return Evidence(self.file, self.line, "corrections", quote, "repaired", 1.0, self.note)

    def refuse(self, ja: str, en: str) -> CorrectionError:
        """Return an error at this entry."""
        return refuse(self.file, self.line, ja, en)


class Corrections(NamedTuple):
    """A whole file: the document it is for, its entries, and how many are still to be filled in."""

    file: str
    document: str
    entries: tuple[Correction, ...]
    drafts: int


class UnmatchedError(Exception):
    """A correction that fits nothing; ``why`` is a code of :class:`CorrectionUnmatched`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def refuse(file: str, line: int | None, ja: str, en: str) -> CorrectionError:
    """Return an error of the file, with the place and what to do."""
    return CorrectionError(at_place(file, line, ja, en))
