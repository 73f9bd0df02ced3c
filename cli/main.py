"""The entry point: runs a command, prints its reply, and turns every error into one line."""

from __future__ import annotations

import atexit
import gc
import os
import re
import signal
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn

from keikaku.cli.run_language import chosen
from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import reason
from keikaku.graph.language import Lang, Text

_ERROR = Text("エラー: {what}", "error: {what}")
_NO_OUTPUT = Text("出力できません（{why}）。", "cannot write the output ({why}).")
_UNUSABLE = Text(
    "{path}: 使えません（{why}）。名前、場所、権限をご確認ください。",
    "{path}: cannot be used ({why}). Check its name, its place and whether it is yours.",
)
_UNFORESEEN = Text(
    "想定していない不具合です（{what}）。お手数ですが、入力ファイルとともに開発者へお知らせください"
    "（KEIKAKU_DEBUG=1 で詳細を表示）。",
    "this was not foreseen ({what}). Please report it with its input; KEIKAKU_DEBUG=1 shows where.",
)
_INTERRUPTED = 130
_BEFORE_HOST = re.compile(r":[/\\]\S{0,300}@")
_USER_AND_PASSWORD = re.compile(r"[^\s:/\\@「（(]{1,100}:[^\s@/\\]{1,200}@")
"""User and password in an address, where a message repeats one as it was typed, or as a path."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    # A short run keeps what it makes to its end: collecting garbage would cost a tenth of the
    # start-up and free nothing.
    gc.disable()
    _spell_paths_in_utf8()
    _leave_cleanly_when_ended()
    _leave_at_once(run(sys.argv[1:]))


def _spell_paths_in_utf8() -> None:
    """Start anew in UTF-8 mode where the locale cannot spell Japanese names (``LC_ALL=C``)."""
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        again = [sys.executable, "-m", "keikaku", *sys.argv[1:]]
        os.execv(again[0], again)  # noqa: S606 - the same program, no shell wanted


def _leave_cleanly_when_ended() -> None:
    """Make a signal that ends the run raise, so that half-written files are cleaned up."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, _frame: object) -> NoReturn:
    sys.exit(128 + number)


def _leave_at_once(code: int) -> NoReturn:
    """Leave without taking apart modules and graph: the system frees them, in no time.

    That is a sixth of a short run. With KEIKAKU_DEBUG=1 the run ends in the ordinary way, so that a
    profiler can write what it saw.
    """
    if os.environ.get("KEIKAKU_DEBUG") or threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - the one way to run them, of multiprocessing too
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; its exit code: 0, 1 for a failed check, 2 for an error of use."""
    lang = chosen(arguments, os.environ)
    _speak_utf8()
    try:
        return _run(arguments, lang)
    except KeikakuError as error:
        _complain(error.text.of(lang), lang, *(item.of(lang) for item in error.items))
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("KEIKAKU_DEBUG"):
            raise
        _complain(_said(error).of(lang), lang)
        return KeikakuError.exit_code


def _said(error: Exception) -> Text:
    """Return a sentence on an unexpected error, with the path where the system refuses one."""
    if isinstance(error, OSError) and error.filename:
        return _UNUSABLE.format(path=os.fsdecode(error.filename), why=reason(error))
    return _UNFORESEEN.format(what=f"{type(error).__name__}: {error}")


def _run(arguments: Sequence[str], lang: Lang) -> int:
    from keikaku.cli.app import invoked

    reply = invoked(arguments, lang)
    try:
        _say(reply.text)
    except BrokenPipeError:
        _discard_stdout()
    except OSError as error:
        _discard_stdout()
        raise KeikakuError(_NO_OUTPUT.format(why=error.strerror)) from error
    return reply.exit_code


def _say(text: str) -> None:
    if text and sys.stdout is not None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def _complain(message: str, lang: Lang, *items: str) -> None:
    """Print what went wrong in one line, and each thing that it is about in one more."""
    if sys.stderr is not None:
        line, *rest = (_printable(text) for text in (message, *items))
        lines = [_ERROR.format(what=line).of(lang), *(f"  {line}" for line in rest)]
        sys.stderr.write("".join(f"{line}\n" for line in lines))


def _printable(text: str) -> str:
    """Return a message as one line without control characters, user and password."""
    from keikaku.exports.escaping import clean

    line = _BEFORE_HOST.sub("://", " ".join(clean(text).split()))
    return _USER_AND_PASSWORD.sub("", line)


def _speak_utf8() -> None:
    """Print UTF-8 whatever the console's code page; half a surrogate becomes ?."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _discard_stdout() -> None:
    """Discard stdout once its reader is gone, so that the buffer does not fail again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    main()
