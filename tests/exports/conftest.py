"""The command line for the tests of exports."""

from __future__ import annotations

import pytest

from tests.cli.running import Keikaku


@pytest.fixture
def keikaku_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keikaku:
    for name in ("KEIKAKU_GRAPH", "KEIKAKU_LANG"):
        monkeypatch.delenv(name, raising=False)
    return Keikaku(capsys)
