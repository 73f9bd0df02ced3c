"""A reader waits while a push commits, and soon reads again where the push was killed."""

from __future__ import annotations

import threading

import pytest

from keikaku.graph import network
from keikaku.graph.network import Graph
from keikaku.graph.store import commit_notice
from keikaku.graph.store.commit_notice import CommitNotice
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server, StoreError
from tests.queries.small_graph import records

_PLANS = "MATCH (p:Plan) RETURN count(p) AS n"


def plans(server: Server) -> int:
    return int(server.read(_PLANS)[0]["n"])


@pytest.fixture
def small() -> Graph:
    return network.from_records(records("d-2026", "甲市"))


def test_a_reader_waits_until_the_commit_is_over(server: Server, small: Graph) -> None:
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(plans(server)))
    with CommitNotice(server.write) as notice:
        notice.announce()
        reader.start()
        reader.join(1.5)  # longer than a notice takes to be repeated
        assert seen == []
        server.write(lambda transaction: transaction.run("CREATE (:Plan)").consume())
    reader.join(60)
    assert seen == [1]
    list(push(server, [small]))
    assert plans(server) > 1


def test_the_notice_of_a_killed_push_holds_nobody_up_for_long(server: Server) -> None:
    CommitNotice(server.write)._write(
        lambda transaction: transaction.run(commit_notice._ANNOUNCE).consume()
    )
    assert plans(server) == 0


def fail_before_the_commit(server: Server) -> None:
    with CommitNotice(server.write) as notice:
        notice.announce()
        raise ZeroDivisionError


def test_a_push_that_fails_withdraws_its_notice(server: Server) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_before_the_commit(server)
    (row,) = server.read("MATCH (c:Store {id: 'commit'}) RETURN c.since AS since")
    assert row["since"] is None


def test_who_cannot_read_between_commits_learns_why(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit_notice, "PATIENCE", 0.3)
    with CommitNotice(server.write) as notice:
        notice.announce()
        with pytest.raises(StoreError, match="書き込みが終わってから"):
            plans(server)
    assert plans(server) == 0
