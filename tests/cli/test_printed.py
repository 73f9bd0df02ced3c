"""What goes to a terminal is only shown: no control codes, no user and password."""

from __future__ import annotations

import pytest

from keikaku.cli.main import run


@pytest.mark.parametrize(
    "address",
    [
        "bolt//bob:s3cr3t@h",
        "bob:s3cr3t@h:7687",
        "bolt://bob:s3cr3t@h:notaport",
        "bolt:/bob:s3cr3t@h",
        "ftp://bob:s3cr3t@h",
    ],
)
def test_a_password_is_never_printed(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plans", "--graph", address]) == 2
    printed = capsys.readouterr()
    assert "s3cr3t" not in printed.out + printed.err
    assert len(printed.err.splitlines()) == 1


@pytest.mark.parametrize("code", ["\x1b[31m", "\x9b31m", "\u202e", "\x00", "\x07"])
def test_an_error_holds_no_control_codes(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plans", "--department", f"納税{code}課"]) == 2
    assert code not in capsys.readouterr().err
