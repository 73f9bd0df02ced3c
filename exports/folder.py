"""Folders of files: written whole or not at all, and nothing that people put there is lost.

The file :data:`LIST` names what was written with the SHA-256 of each file. A later run takes the
folder's place only where all that it holds is as the earlier one wrote it: a form that was filled
in, or a file that somebody added, is kept and told.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

LIST = "keikaku-files.json"

_HELD = Text(
    "{folder}: 上書きできません。記入されたか、あとから置かれたファイルがあります"
    "（{files}）。"
    "--out で別のフォルダーを指定してください。",
    "{folder}: is not written over, for it holds files that were filled in or added ({files}). "
    "Name another folder with --out.",
)
_CANNOT = Text(
    "{folder}: 書き込めません（{why}）。フォルダーの有無と権限、ほかで開いていないかを"
    "確認してください。",
    "{folder}: cannot be written ({why}). Check that it is yours and nothing holds it open.",
)
_MOST_TOLD = 3
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 80  # characters of a name


Watch = Callable[[list[str]], Iterable[str]]


def write(
    folder: Path, files: Mapping[str, Callable[[Path], None]], watch: Watch = iter
) -> list[str]:
    """Write files (names with ``/`` between folders) into a folder of their own; their names.

    ``watch`` is handed the names and gives them back one by one, so that progress can be shown.

    Raises:
        KeikakuError: the folder holds other things, or cannot be written to.
    """
    _refuse_to_lose(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise KeikakuError(_CANNOT.format(folder=folder, why=error.strerror or error)) from error
    try:
        for name in watch(list(files)):
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            files[name](path)
        (part / LIST).write_text(_listed(part), encoding="utf-8", newline="\n")
        part.chmod(0o755)  # what is made for a moment is closed to others
        if folder.exists():
            shutil.rmtree(folder)
        part.replace(folder)
    except OSError as error:
        raise KeikakuError(_CANNOT.format(folder=folder, why=error.strerror or error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return list(files)


def safe(name: str, taken: set[str]) -> str:
    """Return a name that Windows takes as that of a file, and that is not ``taken`` yet."""
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")[:_LONGEST] or "_"
    if _RESERVED.fullmatch(plain):
        plain = f"{plain}_"
    free, n = plain, 2
    while free.casefold() in taken:
        free, n = f"{plain}_{n}", n + 1
    taken.add(free.casefold())
    return free


def _refuse_to_lose(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise KeikakuError(_HELD.format(folder=folder, files=folder.name))
    there = _hashes(folder)
    try:
        known = json.loads((folder / LIST).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        known = {}
    changed = [name for name, digest in there.items() if known.get(name) != digest]
    if changed:
        told = "、".join(changed[:_MOST_TOLD]) + ("…" if len(changed) > _MOST_TOLD else "")
        raise KeikakuError(_HELD.format(folder=folder, files=told))


def _listed(folder: Path) -> str:
    told = {"about": "keikaku", "files": _hashes(folder)}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / LIST
    }
