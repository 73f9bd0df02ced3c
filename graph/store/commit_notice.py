"""Keep readers from seeing a part of what a push commits.

Neo4j offers *read committed* only: while a transaction commits, a statement may see some of what it
wrote, and so one half of a document. A push therefore says that it is about to commit, says so
again and again while that lasts, and then that it has done so. A reader waits meanwhile, and reads
again where a commit came in between. The notice of a push that was killed is soon too old.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from keikaku.graph.errors import KeikakuError

if TYPE_CHECKING:
    from types import TracebackType

    from neo4j import ManagedTransaction

PATIENCE = 60.0
"""Seconds for which a reader tries to read between two commits."""
_PAUSE = 0.05
_AGAIN = 0.5
"""Seconds after which a push repeats its notice."""
_ABANDONED = 4_000
"""Milliseconds after which a notice that was not repeated is that of a push that was killed."""

_ANNOUNCE = """\
MERGE (c:Store {id: 'commit'})
SET c.number = coalesce(c.number, 0) + 1, c.since = timestamp()
RETURN c.number AS number"""
_REPEAT = "MATCH (c:Store {id: 'commit', number: $number}) SET c.since = timestamp()"
_WITHDRAW = "MATCH (c:Store {id: 'commit', number: $number}) REMOVE c.since"
_NOTICE = """\
OPTIONAL MATCH (c:Store {id: 'commit'})
RETURN c.number AS number, timestamp() - c.since < $abandoned AS open"""

_Work = Callable[["ManagedTransaction"], Any]
_Write = Callable[[_Work], Any]
"""Does some work in one transaction of its own, and returns its result."""


class CommitNotice(AbstractContextManager["CommitNotice"]):
    """The notice of one push; it is withdrawn at the end of the block, whatever happened."""

    def __init__(self, write: _Write) -> None:
        """Take how to write in a transaction apart from that of the push."""
        self._write = write
        self._number: int | None = None
        self._over = threading.Event()
        self._repeating: threading.Thread | None = None

    def announce(self) -> None:
        """Say that the commit begins; to be called when all else is written."""
        self._number = self._write(lambda transaction: transaction.run(_ANNOUNCE).value()[0])
        if self._repeating is None:
            self._repeating = threading.Thread(target=self._repeat, daemon=True)
            self._repeating.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say that it is over; a notice of a later push stays."""
        self._over.set()
        if self._repeating is not None:
            self._repeating.join()
            self._run(_WITHDRAW)

    def _repeat(self) -> None:
        while not self._over.wait(_AGAIN):
            with suppress(KeikakuError):  # a server that has stopped is said by the push itself
                self._run(_REPEAT)

    def _run(self, statement: str) -> None:
        self._write(lambda transaction: transaction.run(statement, number=self._number).consume())


class _Notice(NamedTuple):
    number: int | None
    open: bool | None


class _Read(NamedTuple):
    """What was read between two commits."""

    result: Any


def undisturbed(execute: Callable[[_Work], _Read | None], work: _Work) -> Any:
    """Return what ``work`` reads in a transaction during which nothing was committed.

    ``execute`` does some work in a transaction that only reads.

    Raises:
        TimeoutError: pushes commit so often that it could not be read within :data:`PATIENCE`.
    """
    until = time.monotonic() + PATIENCE
    while (read := execute(partial(_between_commits, work))) is None:
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(_PAUSE)
    return read.result


def _between_commits(work: _Work, transaction: ManagedTransaction) -> _Read | None:
    """Return what ``work`` reads; None where a commit goes on, or came in between.

    A transaction sees what others commit meanwhile, so it sees their notices, too.
    """
    before = _notice(transaction)
    if before.open:
        return None
    result = work(transaction)
    return _Read(result) if _notice(transaction) == before else None


def _notice(transaction: ManagedTransaction) -> _Notice:
    (record,) = transaction.run(_NOTICE, abandoned=_ABANDONED)
    return _Notice(*record.values())
