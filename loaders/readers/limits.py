"""How much of a file is read before it is refused, and the messages of the refusal.

Every reader counts before it makes objects, so that a small file that unpacks to gigabytes, or
names row 10¹², costs neither time nor memory.
"""

from __future__ import annotations

from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text

PART = 128 * 2**20
"""Bytes of one unpacked part of an Office file."""

ALL_PARTS = 512 * 2**20
MOST_PARTS = 5_000
MOST_STRINGS = 2_000_000
MOST_CELLS = 2_000_000
"""Cells of one sheet that the file names, filled or not."""

MOST_SLOTS = 6_000_000
"""Rows × columns of one table."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_PAGES = 1_500
MOST_BLOCKS = 400_000
"""Paragraphs and cells of a whole document."""

DEEPEST = 60
"""How deep elements or tables may be nested."""

_TOO_LARGE = Text(
    "{path}: 大きすぎるため読み込みません（{part}: {what}）。"
    "不要な行・ページ・図を削除するか、分けて保存し直してください。",
    "{path}: is too large to be read ({part}: {what}). "
    "Delete rows, pages and pictures that are not needed, or split it.",
)
_DAMAGED = Text(
    "{path}: {form}として読めません。途中で切れているか、壊れています（{part}）。"
    "元のファイルを確認してください。",
    "{path}: is no {form}: it is cut off or damaged ({part}). Check the original file.",
)
_LOCKED = Text(
    "{path}: パスワードで保護されています。パスワードを外して保存し直してください。",
    "{path}: is protected with a password. Save it without one.",
)


def too_large(path: Path, part: str, what: str) -> SourceError:
    """Return the error for a file of which ``part`` holds more than is read."""
    return SourceError(_TOO_LARGE.format(path=path, part=part, what=what))


def damaged(path: Path, form: Text, part: str) -> SourceError:
    """Return the error for a file that is cut off or damaged in ``part``."""
    return SourceError(_DAMAGED.format(path=path, form=form, part=part))


def locked(path: Path) -> SourceError:
    """Return the error for a file with a password."""
    return SourceError(_LOCKED.format(path=path))
