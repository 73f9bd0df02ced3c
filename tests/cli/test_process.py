"""The command line as a process: encodings, pipes, colours, signals."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, ROOT, process

COMMAND = [sys.executable, "-m", "keikaku.cli.main"]
terminal = pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a Unix terminal")


def test_exit_codes(graph_file: str) -> None:
    assert process("plans", "--graph", graph_file).returncode == 0
    assert process("plans", "--graph", "nowhere.json").returncode == 2


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "utf-8"])
def test_output_is_utf8_whatever_the_console(graph_file: str, encoding: str) -> None:
    ran = process(
        "plans", "--graph", graph_file, environment={"PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    )
    assert "市税等の電子納付" in ran.stdout.decode("utf-8")
    unknown = process("plans", "--theme", "キャシュレス", "--graph", graph_file)
    assert "もしかして" in unknown.stderr.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a command line of Windows is always text")
def test_bytes_that_are_no_text_are_an_unknown_name() -> None:
    command = [*map(os.fsencode, COMMAND), b"plans", b"--theme", b"\xff\xfe"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


def test_a_reader_that_stops_reading_is_no_error(graph_file: str) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*COMMAND, "plan", "1-1-2", "--graph", graph_file],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error_of_one_line(graph_file: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, "plans", "--graph", graph_file],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert ran.returncode == 2
    assert ran.stderr.decode("utf-8").startswith("エラー: 出力できません")
    assert ran.stderr.count(b"\n") == 1


def interrupted(running: subprocess.Popen[bytes], times: int = 5) -> bytes:
    """What a process says to an interruption; Python loses one that falls into a callback."""
    for _ in range(times):
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            continue
    running.kill()
    return b"goes on: " + running.communicate()[1]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Processes heed an interruption; one that a shell started behind (&) hands on to ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that can be waited for")
def test_an_interruption_is_quiet(tmp_path: Path) -> None:
    fifo = tmp_path / "graph.json"
    os.mkfifo(fifo)
    running = subprocess.Popen(
        [*COMMAND, "plans", "--graph", str(fifo)], cwd=ROOT, stderr=subprocess.PIPE
    )
    with fifo.open("wb"):  # opens once the command waits for its graph
        err = interrupted(running)
    assert (running.returncode, err) == (130, b"")


def on_terminal(*arguments: str, environment: dict[str, str], stream: str = "stdout") -> str:
    """What a command shows on a terminal, of one of its streams."""
    import select

    ours, theirs = os.openpty()
    running = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=theirs if stream == "stdout" else subprocess.DEVNULL,
        stderr=theirs if stream == "stderr" else subprocess.DEVNULL,
    )
    os.close(theirs)
    output = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the terminal is closed at the other end
            break
        output += piece
    running.wait(timeout=60)
    os.close(ours)
    return output.decode("utf-8")


@terminal
def test_colours_on_a_terminal_only_and_never_against_no_color(graph_file: str) -> None:
    arguments = ("plans", "--graph", graph_file)
    assert "\x1b[1m番号" in on_terminal(*arguments, environment={"NO_COLOR": "", "TERM": "xterm"})
    assert "\x1b" not in on_terminal(*arguments, environment={"NO_COLOR": "1", "TERM": "xterm"})
    assert "\x1b" not in on_terminal(*arguments, environment={"NO_COLOR": "", "TERM": "dumb"})
    assert b"\x1b" not in process(*arguments).stdout


@terminal
def test_several_sources_show_their_progress_on_a_terminal(tmp_path: Path) -> None:
    other = str(shutil.copy(EXAMPLE, tmp_path / "other-2030-plan.txt"))
    output = on_terminal(
        "load", str(EXAMPLE), other, environment={"TERM": "xterm"}, stream="stderr"
    )
    assert "読み込み中" in output
    assert "100%" in output


def imported_of(names: str, *arguments: str) -> list[str]:
    """Which of the modules a command has imported when it is done."""
    code = (
        "import sys; from keikaku.cli.main import run; code = run(sys.argv[2:]);"
        "print('imported:', *(m for m in sys.argv[1].split() if m in sys.modules)); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, names, *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return ran.stdout.decode("utf-8").strip().split("\n")[-1].removeprefix("imported:").split()


def test_a_query_imports_nothing_that_it_does_not_need(graph_file: str) -> None:
    needless = "yaml neo4j pyvis rich keikaku.loaders openpyxl wcwidth"
    assert imported_of(needless, "plans", "--theme", "5レス", "--graph", graph_file) == []


def test_loading_one_source_builds_no_graph_in_memory(tmp_path: Path) -> None:
    needless = "networkx pydantic neo4j pyvis rich openpyxl"
    alone = shutil.copy(EXAMPLE, tmp_path)  # without the corrections beside it
    out = tmp_path / "graph.json"
    assert imported_of(needless, "load", str(alone), "--out", str(out)) == []
    assert out.exists()


def test_typer_makes_no_models_of_the_options() -> None:
    code = (
        "import sys; from keikaku.cli.main import run; run(['plans', '--graph', 'nowhere.json']);"
        "print('pydantic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    assert ran.stdout.split() == [b"False"]


def test_what_is_registered_for_the_end_of_a_run_is_run() -> None:
    code = (
        "import atexit, sys; atexit.register(print, 'at the end');"
        "from keikaku.cli.main import main; sys.argv[1:] = ['--version']; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert ran.stdout.split(b"\n")[-2:] == [b"at the end", b""]
    assert ran.returncode == 0
