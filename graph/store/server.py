"""A Neo4j server: connecting, running statements, and errors told in one line.

The driver is imported only when a server is asked for. No message holds a user or a password.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from graph.errors import KeikakuError
from graph.language import Text

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

Row: TypeAlias = dict[str, Any]

SCHEMES = ("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc")
"""What an address of a server begins with; +s is TLS, +ssc TLS with a certificate of one's own."""

_SECONDS_TO_CONNECT = 10.0
_SECONDS_TO_RETRY = 20.0


class StoreError(KeikakuError):
    """A server that cannot be reached, refuses us, or fails."""


class Login(NamedTuple):
    """Who asks, and which database; what is None comes from the environment or the server."""

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
        """The rows of a statement that only reads.

        Raises:
            StoreError: the server cannot be reached or fails.
        """
        with self._session("READ") as session:
            return session.execute_read(run, statement, parameters)

    def profile(self, statement: str, **parameters: Any) -> Row:
        """How the server went about a statement: its plan with the operators that ran.

        Raises:
            StoreError: the server cannot be reached or fails.
        """
        with self._session("READ") as session:
            found: Row = session.run(f"PROFILE {statement}", parameters).consume().profile or {}
            return found

    def reading(self, work: Any, *given: Any) -> Any:
        """What ``work(transaction, *given)`` reads in one transaction.

        Raises:
            StoreError: the server cannot be reached or fails.
        """
        with self._session("READ") as session:
            return session.execute_read(work, *given)

    def write(self, work: Any, *given: Any) -> Any:
        """Do ``work(transaction, *given)`` in one transaction, anew where the server asks for it.

        Raises:
            StoreError: the server cannot be reached or fails; nothing was written.
        """
        with self._session("WRITE") as session:
            return session.execute_write(work, *given)

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
            told(self.address, self._database),
            self._driver.session(database=self._database, default_access_mode=mode) as session,
        ):
            yield session


def run(transaction: ManagedTransaction, statement: str, parameters: Row) -> list[Row]:
    """The rows of one statement of a transaction."""
    return transaction.run(statement, parameters).data()


def is_address(name: str) -> bool:
    """Whether a graph is named by the address of a server rather than by a file."""
    return "://" in name


def shown(address: str) -> str:
    """An address without the user and the password that may stand in it."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


@contextmanager
def connected(address: str, login: Login | None = None) -> Iterator[Server]:
    """A server to be asked, as long as the block lasts.

    User and password come from ``login``, else from the address (``bolt://user:password@host``),
    else from ``NEO4J_USER`` (default ``neo4j``) and ``NEO4J_PASSWORD``; the database from
    ``login``, else ``NEO4J_DATABASE``, else the server's own choice.

    Raises:
        StoreError: the server cannot be reached, or refuses us.
    """
    from neo4j import GraphDatabase

    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    plain = shown(address)
    user, password, database = _login(address, login or Login())
    if plain.partition("://")[0] not in SCHEMES:
        raise StoreError(_ADDRESS.format(address=plain))
    with told(plain, database):
        try:
            driver = GraphDatabase.driver(
                plain,
                auth=(user, password) if password is not None else None,
                connection_timeout=_SECONDS_TO_CONNECT,
                max_transaction_retry_time=_SECONDS_TO_RETRY,
                notifications_min_severity="OFF",
            )
        except ValueError as error:
            raise StoreError(_ADDRESS.format(address=plain)) from error
    with driver:
        with told(plain, database):
            driver.verify_connectivity()
        yield Server(plain, driver, database)


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
def told(address: str, database: str | None) -> Iterator[None]:
    """Turn the driver's errors into one line."""
    from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

    try:
        yield
    except AuthError as error:
        raise StoreError(_REFUSED.format(address=address)) from error
    except Neo4jError as error:
        code = error.code or ""
        if "DatabaseNotFound" in code:
            raise StoreError(_NO_DATABASE.format(address=address, database=database)) from error
        raise StoreError(_FAILED.format(address=address, code=code.rpartition(".")[2])) from error
    except ServiceUnavailable as error:
        known = _STOPPED if _was_connected(error) else _UNREACHABLE
        raise StoreError(known.format(address=address)) from error
    except (DriverError, OSError) as error:
        raise StoreError(_STOPPED.format(address=address)) from error


def _was_connected(error: Exception) -> bool:
    """Whether a connection broke, rather than that there never was one."""
    return "defunct" in str(error)
