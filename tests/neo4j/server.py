"""A real Neo4j for the tests, from Maven's jars, without Docker.

``KEIKAKU_TEST_NEO4J=bolt://…`` uses a running server instead (``NEO4J_USER``, ``NEO4J_PASSWORD``);
what it holds is removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
JARS = HERE.parents[1] / ".venv" / "neo4j"
PASSWORD = "keikaku-test"
_QUICK = (
    "-XX:TieredStopAtLevel=1",
    "-XX:ReservedCodeCacheSize=128m",
    "-XX:+UseSerialGC",
    "-Xshare:auto",
)
"""For a server that lives minutes: Java's second compiler would work longer than it saves. With the
first alone Java keeps 48 MB of compiled code and forgets what is more, which planning soon is."""
_PATIENCE = 300.0  # seconds until a server that was started must answer, on a loaded machine too
_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size={heap}
server.memory.heap.max_size={heap}
server.memory.pagecache.size={cache}
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=keep_none
{planning}"""
_PLANNED_ONCE = """\
dbms.cypher.min_replan_interval=1h
internal.cypher.use_parameter_size=false
server.memory.query_cache.per_db_cache_num_entries=10000
"""
"""For a server that is asked thousands of statements of many graphs: most of the time goes to
planning, which it would do again for each graph, each length of a list, and what it forgot."""


class Address(NamedTuple):
    """Where a server answers, and to whom."""

    uri: str
    user: str
    password: str


class MissingError(Exception):
    """No server can be started here; the message says what is missing."""


@contextlib.contextmanager
def running(
    home: Path, heap: str = "512m", cache: str = "128m", *, quick: bool = True
) -> Iterator[Address]:
    """The server of ``KEIKAKU_TEST_NEO4J``, or one of our own that ends with the block.

    A quick one starts fast and plans a statement once; one that is not becomes fast as it works,
    and plans by what it holds, as in use.

    Raises:
        MissingError: Java 17 or Maven is not there, or the jars cannot be had.
    """
    address = os.environ.get("KEIKAKU_TEST_NEO4J")
    if address:
        user = os.environ.get("NEO4J_USER", "neo4j")
        yield Address(address, user, os.environ.get("NEO4J_PASSWORD", PASSWORD))
        return
    server = Server(home, heap, cache, quick=quick)
    server.start()
    try:
        yield server.address
    finally:
        # Nobody needs what it holds: an orderly end would only take longer.
        server.kill()


class Server:
    """A server in a folder of its own."""

    def __init__(
        self,
        home: Path,
        heap: str = "512m",
        cache: str = "128m",
        *,
        quick: bool = True,
        further: str = "",
    ) -> None:
        """Make its folders; ``further`` are lines of its settings."""
        self.home = home
        self._flags = _QUICK if quick else ()
        self.address = Address(f"bolt://127.0.0.1:{_free_port()}", "neo4j", PASSWORD)
        self._java = _needed("java")
        self._classes = f"{_jars()}{os.sep}*"
        self._process: subprocess.Popen[bytes] | None = None
        conf = home / "conf"
        conf.mkdir(parents=True)
        port = self.address.uri.rpartition(":")[2]
        planning = _PLANNED_ONCE if quick else ""
        settings = _SETTINGS.format(port=port, heap=heap, cache=cache, planning=planning)
        (conf / "neo4j.conf").write_text(settings + further, encoding="utf-8")
        users = home / "data" / "dbms" / "auth.ini"
        users.parent.mkdir(parents=True)
        users.write_text(_first_user(self.address), encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers."""
        log = (self.home / "console.log").open("wb")
        with log:
            self._process = subprocess.Popen(
                [
                    *self._command("org.neo4j.server.CommunityEntryPoint"),
                    f"--home-dir={self.home}",
                    f"--config-dir={self.home / 'conf'}",
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    @property
    def computing(self) -> float:
        """The seconds that processors have worked for it (Linux); 0 where it does not run."""
        if self._process is None:
            return 0
        text = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        user, system = text.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def import_files(self, folder: Path) -> None:
        """Make its database of a folder of ``keikaku export --neo4j-admin``; it must not run."""
        main = "org.neo4j.server.startup.Neo4jAdminCommand"
        arguments = ("database", "import", "full", "@import.args", "--overwrite-destination")
        self._run(main, *arguments, "neo4j", folder=folder)

    def stop(self) -> None:
        """End it, gently first."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _command(self, main: str) -> list[str]:
        opens = ("java.base/java.nio=ALL-UNNAMED", "java.base/sun.nio.ch=ALL-UNNAMED")
        return [
            self._java,
            *(f"--add-opens={each}" for each in opens),
            *self._flags,
            f"-Xmx{self._heap()}",
            "-cp",
            self._classes,
            main,
        ]

    def _heap(self) -> str:
        conf = (self.home / "conf" / "neo4j.conf").read_text(encoding="utf-8")
        return conf.partition("heap.max_size=")[2].splitlines()[0]

    def _run(self, main: str, *arguments: str, folder: Path | None = None) -> None:
        environment = os.environ | {"NEO4J_HOME": str(self.home)}
        environment["NEO4J_CONF"] = str(self.home / "conf")
        done = subprocess.run(
            [*self._command(main), *arguments],
            env=environment,
            cwd=folder,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise MissingError(f"{main}: {done.stderr.decode('utf-8', 'replace')[-500:]}")

    def _wait(self) -> None:
        from neo4j import GraphDatabase
        from neo4j.exceptions import Neo4jError, ServiceUnavailable

        assert self._process is not None
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            uri, user, password = self.address
            try:
                with GraphDatabase.driver(uri, auth=(user, password)) as driver:
                    driver.verify_connectivity()
                    return
            except (ServiceUnavailable, Neo4jError, OSError):
                time.sleep(0.2)
        said = (self.home / "console.log").read_text(encoding="utf-8", errors="replace")
        self.stop()
        raise MissingError(f"Neo4j does not answer: {said[-500:]}")


_ROUNDS = 1024  # of the hash of a password


def _first_user(address: Address) -> str:
    """What ``neo4j-admin dbms set-initial-password`` writes, without four seconds of Java."""
    salt = secrets.token_bytes(32)
    digest = salt + address.password.encode()
    for _ in range(_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return f"{address.user}:SHA-256,{digest.hex()},{salt.hex()},{_ROUNDS}:\n"


def _needed(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise MissingError(
            f"{program} is not installed (apt-get install maven openjdk-17-jre-headless)"
        )
    return path


def _jars() -> Path:
    """The folder of the jars, fetched once; another run at the same time does no harm."""
    if JARS.is_dir():
        return JARS
    part = JARS.with_name(f"neo4j.{os.getpid()}.part")
    goal = "dependency:copy-dependencies"
    pom = str(HERE / "pom.xml")
    command = [_needed("mvn"), "-q", "-B", "-f", pom, goal, f"-DoutputDirectory={part}"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        shutil.rmtree(part, ignore_errors=True)
        raise MissingError(f"Maven: {done.stdout.decode('utf-8', 'replace')[-500:]}")
    try:
        part.rename(JARS)
    except OSError:  # somebody else was first
        shutil.rmtree(part, ignore_errors=True)
    return JARS


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
