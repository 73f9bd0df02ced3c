"""A Neo4j server: connect, run statements, and report errors in one line.

The driver is imported only when a server is asked for. No message holds a user or a password.
"""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.store.commit_notice import undisturbed

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

Row: TypeAlias = dict[str, Any]

SCHEMES = ("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc")
"""What an address of a server begins with; +s is TLS, +ssc TLS with a certificate of one's own."""

_SECONDS_TO_CONNECT = 10.0
_SECONDS_TO_RECONNECT = 3.0
"""How long to retry when a server has stopped: a user who waits must learn of it."""
_SECONDS_BETWEEN_TRIES = 0.5
"""Seconds between two tries; the driver's own pauses double, and may end 5 s after the limit."""
_SECONDS_TO_RETRY = 20.0
"""How long to retry with a running server, which asks for it where writers block each other."""


class StoreError(KeikakuError):
    """A server that cannot be reached, refuses us, or fails."""


class Login(NamedTuple):
    """User, password and database; what is None comes from the environment or the server."""

    user: str | None = None
    password: str | None = None
    database: str | None = None


_UNREACHABLE = Text(
    "{address}: Neo4j サーバーに接続できません。"
    "起動しているか、アドレスとポートを確認してください。",
    "{address}: no Neo4j server answers. Check that it runs, and its address and port.",
)
_REFUSED = Text(
    "{address}: ユーザー名かパスワードが違います。"
    "--user と --password、または環境変数 NEO4J_USER、NEO4J_PASSWORD を確認してください。",
    "{address}: wrong user or password. "
    "Check --user and --password, or NEO4J_USER and NEO4J_PASSWORD.",
)
_NO_DATABASE = Text(
    "{address}: データベース「{database}」がありません。--database を確認してください。",
    "{address}: there is no database '{database}'. Check --database.",
)
_STOPPED = Text(
    "{address}: Neo4j サーバーとの接続が途中で切れました。"
    "サーバーを確認し、もう一度実行してください。",
    "{address}: the connection to the Neo4j server broke. Check the server and try again.",
)
_ENCRYPTED = Text(
    "{address}: 暗号化（TLS）して接続できません。サーバーの証明書と、"
    "アドレスの始まり（bolt:// か bolt+s:// か）を確認してください。",
    "{address}: no encrypted connection (TLS). Check the server's certificate, and whether its "
    "address begins with bolt:// or bolt+s://.",
)
_TOO_OLD = Text(
    "{address}: Neo4j {version} には対応していません。5.26 以降のサーバーを使ってください。",
    "{address}: Neo4j {version} is too old. Use a server of 5.26 or later.",
)
_FIRST_PASSWORD = Text(
    "{address}: 最初のパスワードの変更が必要です。"
    "Neo4j Browser などで変更してから、もう一度実行してください。",
    "{address}: the first password has to be changed. Change it, in Neo4j Browser, and try again.",
)
_TOO_OFTEN = Text(
    "{address}: パスワードの誤りが続いたため、サーバーが受け付けません。"
    "しばらく待ってから、もう一度実行してください。",
    "{address}: too many wrong passwords; the server refuses for now. Wait a little and try again.",
)
_NOT_ALLOWED = Text(
    "{address}: このユーザーには権限がありません。書き込める利用者で接続してください。",
    "{address}: this user may not do that. Connect as one that may write.",
)
_NOT_READY = Text(
    "{address}: データベースが起動していません。サーバーを確認し、もう一度実行してください。",
    "{address}: the database is not running. Check the server and try again.",
)
_NO_MEMORY = Text(
    "{address}: サーバーのメモリが足りません。"
    "neo4j.conf の server.memory.heap.max_size などを増やしてください。",
    "{address}: the server lacks memory. Raise server.memory.heap.max_size in its neo4j.conf.",
)
_READ_ONLY = Text(
    "{address}: データベースが読み取り専用です。neo4j.conf の read_only の設定を確認するか、"
    "書き込めるサーバーを指定してください。何も書き込んでいません。",
    "{address}: the database is read-only. Check the read_only settings in its neo4j.conf, or name "
    "a server that can be written to. Nothing was written.",
)
_NO_SPACE = Text(
    "{address}: サーバーのディスクに空きがありません。空きを増やしてサーバーを再起動し、"
    "もう一度実行してください。",
    "{address}: the server's disk is full. Make room, restart the server and try again.",
)
_BUSY = Text(
    "{address}: 書き込みが続いているため、途中の状態しか読めません。"
    "書き込みが終わってから、もう一度実行してください。",
    "{address}: others write all the time, so that only a part could be read. "
    "Try again when they have finished.",
)
_DISK_FULL = "No space left on device"
_BY_CODE = {
    "Unauthorized": _REFUSED,
    "CredentialsExpired": _FIRST_PASSWORD,
    "AuthenticationRateLimit": _TOO_OFTEN,
    "Forbidden": _NOT_ALLOWED,
    "ForbiddenOnReadOnlyDatabase": _READ_ONLY,
    "DatabaseNotFound": _NO_DATABASE,
    "DatabaseUnavailable": _NOT_READY,
    "OutOfMemoryError": _NO_MEMORY,
    "MemoryPoolOutOfMemoryError": _NO_MEMORY,
    "TransactionOutOfMemoryError": _NO_MEMORY,
}
"""The message for an error of the server, by the last part of its code."""
_OLDEST = (5, 26)
_FAILED = Text(
    "{address}: Neo4j サーバーがエラーを返しました（{code}）。",
    "{address}: the Neo4j server reports an error ({code}).",
)
_ADDRESS = Text(
    "{address}: アドレスを読めません。bolt://ホスト:7687 のように指定してください。",
    "{address}: is no address of a server; write bolt://host:7687.",
)


class Server:
    """A connection to one database of a server."""

    def __init__(self, address: str, driver: Driver, database: str | None) -> None:
        self.address = address
        self._driver = driver
        self._database = database

    def read(self, statement: str, **parameters: Any) -> list[Row]:
        """Return the rows of a statement that only reads.

        Raises:
            StoreError: the server cannot be reached or fails.
        """
        rows: list[Row] = self.reading(run, statement, parameters)
        return rows

    def profile(self, statement: str, **parameters: Any) -> Row:
        """Return how the server executed a statement: its plan with the operators that ran.

        Raises:
            StoreError: the server cannot be reached or fails.
        """
        with self._session("READ") as session:
            profile: Row = session.run(f"PROFILE {statement}", parameters).consume().profile or {}
            return profile

    def reading(self, work: Any, *parameters: Any) -> Any:
        """Return what ``work(transaction, *parameters)`` reads, and nothing half committed.

        Raises:
            StoreError: the server cannot be reached or fails, or pushes write all the time.
        """
        with self._session("READ") as session:
            execute = partial(_retried, session.execute_read)
            try:
                return undisturbed(execute, lambda transaction: work(transaction, *parameters))
            except TimeoutError as error:
                raise StoreError(_BUSY.format(address=self.address)) from error

    def write(self, work: Any, *parameters: Any) -> Any:
        """Do ``work(transaction, *parameters)`` in one transaction; retry if the server asks to.

        Raises:
            StoreError: the server cannot be reached or fails; nothing was written.
        """
        with self._session("WRITE") as session:
            return _retried(session.execute_write, work, *parameters)

    def command(self, statement: str) -> None:
        """Run a statement that makes a constraint or an index.

        Raises:
            StoreError: the server cannot be reached or fails.
        """
        with self._session("WRITE") as session:
            session.run(statement).consume()

    @contextmanager
    def _session(self, mode: str) -> Iterator[Session]:
        with (
            translate_driver_errors(self.address, self._database),
            self._driver.session(database=self._database, default_access_mode=mode) as session,
        ):
            yield session


def _retried(execute: Any, work: Any, *parameters: Any) -> Any:
    """Return the result of a transaction, repeated where the server asks for it (a deadlock).

    The driver itself repeats it only for :data:`_SECONDS_TO_RECONNECT`.
    """
    from neo4j.exceptions import TransientError

    until = time.monotonic() + _SECONDS_TO_RETRY
    while True:
        try:
            return execute(work, *parameters)
        except TransientError:
            if time.monotonic() > until:
                raise


def run(transaction: ManagedTransaction, statement: str, parameters: Row) -> list[Row]:
    """Return the rows of one statement of a transaction."""
    return transaction.run(statement, parameters).data()


def address_text(address: str) -> str:
    """Return an address without the user and the password that may stand in it.

    >>> address_text("bolt://bob:secret@host:7687"), address_text("bolt://host")
    ('bolt://host:7687', 'bolt://host')
    """
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


@contextmanager
def connected(address: str, login: Login | None = None) -> Iterator[Server]:
    """Provide a connection to a server for the length of the block.

    User and password come from ``login``, else from the address (``bolt://user:password@host``),
    else from ``NEO4J_USER`` (default ``neo4j``) and ``NEO4J_PASSWORD``; the database from
    ``login``, else ``NEO4J_DATABASE``, else the server's own choice.

    Raises:
        StoreError: the server cannot be reached, or refuses us.
    """
    from neo4j import GraphDatabase

    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    plain = address_text(address)
    user, password, database = _login(address, login or Login())
    if plain.partition("://")[0] not in SCHEMES:
        raise StoreError(_ADDRESS.format(address=plain))
    with translate_driver_errors(plain, database), _readable(plain):
        driver = GraphDatabase.driver(
            plain,
            auth=(user, password) if password is not None else None,
            connection_timeout=_SECONDS_TO_CONNECT,
            max_transaction_retry_time=_SECONDS_TO_RECONNECT,
            initial_retry_delay=_SECONDS_BETWEEN_TRIES,
            retry_delay_multiplier=1.0,
            notifications_min_severity="OFF",
        )
    with driver:
        with translate_driver_errors(plain, database), _readable(plain):
            agent = driver.get_server_info().agent
        if not is_new_enough(agent):
            version = agent.partition("/")[2]
            raise StoreError(_TOO_OLD.format(address=plain, version=version))
        yield Server(plain, driver, database)


@contextmanager
def _readable(address: str) -> Iterator[None]:
    """Turn what the driver says of an invalid address into one line."""
    try:
        yield
    except ValueError as error:
        raise StoreError(_ADDRESS.format(address=address)) from error


def is_new_enough(agent: str) -> bool:
    """Return whether a server knows our statements, by what it calls itself (``Neo4j/5.26.0``).

    A server of another name passes, because its version says nothing.

    >>> is_new_enough("Neo4j/4.3.0"), is_new_enough("Neo4j/2026.1"), is_new_enough("Other/1")
    (False, True, True)
    """
    match = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    return match is None or (int(match[1]), int(match[2])) >= _OLDEST


def _login(address: str, login: Login) -> tuple[str, str | None, str | None]:
    from urllib.parse import unquote

    inside, at, _ = address.partition("://")[2].rpartition("@")
    user, colon, password = inside.partition(":")
    return (
        login.user or (unquote(user) if at and user else os.environ.get("NEO4J_USER", "neo4j")),
        login.password or (unquote(password) if colon else os.environ.get("NEO4J_PASSWORD")),
        login.database or os.environ.get("NEO4J_DATABASE"),
    )


@contextmanager
def translate_driver_errors(address: str, database: str | None) -> Iterator[None]:
    """Turn the driver's errors into one line."""
    from neo4j.exceptions import (
        AuthError,
        ConfigurationError,
        DriverError,
        Neo4jError,
        ServiceUnavailable,
    )

    try:
        yield
    except (AuthError, Neo4jError) as error:
        code = (error.code or "").rpartition(".")[2]
        known = _BY_CODE.get(code, _REFUSED if isinstance(error, AuthError) else _FAILED)
        known = _NO_SPACE if _DISK_FULL in str(error) else known
        raise StoreError(known.format(address=address, database=database, code=code)) from error
    except ServiceUnavailable as error:
        raise StoreError(_of_connection(error).format(address=address)) from error
    except ConfigurationError as error:
        raise StoreError(_ADDRESS.format(address=address)) from error
    except (DriverError, OSError) as error:
        raise StoreError(_STOPPED.format(address=address)) from error


def _of_connection(error: Exception) -> Text:
    """Return whether a connection broke, could not be made safe, or never was one."""
    if "defunct" in str(error):
        return _STOPPED
    return _ENCRYPTED if "BoltSecurityError" in _causes(error) else _UNREACHABLE


def _causes(error: BaseException | None) -> set[str]:
    """Return the names of what led to an error, its own among them."""
    if error is None:
        return set()
    several = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return {type(error).__name__}.union(*map(_causes, (error.__cause__, *several)))
