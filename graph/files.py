"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text


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

    Raises:
        KeikakuError: the place cannot be written to.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():
            raise IsADirectoryError(0, "not a file")
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        raise KeikakuError(
            Text(
                "{path}: 書き込めません（{why}）。フォルダーの有無と権限、ほかで開いていないかを"
                "確認してください。",
                "{path}: cannot be written ({why}). Check that its folder exists and is yours, and "
                "that nothing else holds the file open.",
            ).format(path=path, why=error.strerror or error)
        ) from error
    finally:
        part.unlink(missing_ok=True)
