"""Write files whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

PREFIX = ".keikaku-"
"""The prefix of temporary files beside a target: short, so that their names always fit."""

_CANNOT = Text(
    "{path}: 書き込めません（{why}）。フォルダーの有無、権限、空き容量、ほかで開いていないかを"
    "確認してください。",
    "{path}: cannot be written ({why}). Check that its folder exists, is yours and has room, and "
    "that nothing else holds the file open.",
)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 with LF line ends; a reader sees the old file or the new, never half.

    Raises:
        KeikakuError: the place cannot be written to, or the text is no valid Unicode.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise KeikakuError(
            Text(
                "{path}: 文字として扱えない符号（{code}）が含まれるため、書き込めません。",
                "{path}: cannot be written, it holds a code that is no character ({code}).",
            ).format(path=path, code=ascii(text[error.start]))
        ) from error
    write_bytes_whole(path, data)


def write_bytes_whole(path: Path, data: bytes) -> None:
    """Write a file of bytes; a reader sees the old file or the new, never half.

    The bytes go into a new file of a random name in the target's folder, which then takes the
    target's place and keeps its mode. A link is followed: the file that it names is replaced.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    try:
        target = _replaceable(path)
        handle, name = tempfile.mkstemp(prefix=PREFIX, dir=target.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            part.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else default_mode())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: links in a circle; ValueError: a name that the system cannot spell.
        raise KeikakuError(_CANNOT.format(path=path, why=reason(error))) from error


def _replaceable(path: Path) -> Path:
    """Return the file that is to be replaced, links followed."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise IsADirectoryError(0, "not a file")
    if target.is_symlink():  # Python before 3.13 raises where links run in a circle.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def real(path: Path) -> Path:
    """Return where a path leads once links are followed; links in a circle lead nowhere else."""
    return Path(os.path.realpath(path))


def finite(path: Path) -> Path:
    """Return the path of what can be read to its end: no device, which may never end.

    Raises:
        OSError: it is a device, or is not there.
    """
    mode = path.stat().st_mode
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise OSError(errno.EINVAL, "a device, not a file")
    return path


def default_mode(base: int = 0o666) -> int:
    """Return the mode that a new file (or folder, ``0o777``) gets by the user's umask."""
    mask = os.umask(0)
    os.umask(mask)
    return base & ~mask


def reason(error: Exception) -> str:
    """Return what the system says of an error, without the path that it repeats."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
