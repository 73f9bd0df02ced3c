"""Write folders of files: whole or not at all, and no file that people put there is lost.

The file :data:`LIST` names the files that were written, with the SHA-256 of each. A later run
replaces only these files, and only while each is unchanged: a form that was filled in, or a file
that somebody added, is kept, and an error names it. Empty folders and links that people made stay.

New files are made in a folder beside their places. Old files are moved aside until the new ones
are in place, and moved back if anything fails.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import PREFIX, default_mode, reason
from keikaku.graph.language import Text

LIST = "keikaku-files.json"

_HELD = Text(
    "{folder}: 上書きできません。記入されたか、あとから置かれたファイルがあります"
    "（{files}）。"
    "--out で別のフォルダーを指定してください。",
    "{folder}: is not overwritten: it holds files that were filled in or added ({files}). "
    "Name another folder with --out.",
)
_CANNOT = Text(
    "{folder}: 書き込めません（{why}）。フォルダーの有無、権限、空き容量、ほかで開いていないかを"
    "確認してください。元のファイルはそのまま残っています。",
    "{folder}: cannot be written ({why}). Check that it is yours and nothing holds it open. "
    "The existing files are unchanged.",
)
_MOST_NAMED = 3
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(\..*)?")
_LONGEST = 180
"""Most bytes of a name without its ending: file systems allow 255, with a number and the ending."""


Watch = Callable[[list[str]], Iterable[str]]
Writer = Callable[[Path], None]


def write(folder: Path, files: Mapping[str, Writer], watch: Watch = iter) -> list[str]:
    """Write files into a folder of their own and return their names (``/`` between folders).

    ``watch`` gets the names and yields them one by one, so that it can show progress.

    Raises:
        KeikakuError: the folder holds other things, or cannot be written to.
    """
    try:
        target = folder.resolve()
        old = _replaceable(folder, target)
        above = target
        while not above.exists():
            above = above.parent
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=above) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            for name in watch(list(files)):
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                files[name](path)
            made = {name: _digest(new / name) for name in sorted(files)}
            (new / LIST).write_text(_listing(made), encoding="utf-8", newline="\n")
            if target.exists():
                # What has not changed keeps its place and its time.
                same = {name for name, digest in made.items() if old.get(name) == digest}
                gone = [name for name in old if name not in same]
                come = [name for name in [*files, LIST] if name not in same]
                _swap(target, gone, come, new, Path(beside) / "old")
            else:
                _put(target, new)
    except (OSError, RuntimeError, ValueError) as error:
        raise KeikakuError(_CANNOT.format(folder=folder, why=reason(error))) from error
    return list(files)


def safe(name: str, used: set[str]) -> str:
    """Return a name that Windows allows for a file, and that is not ``taken`` yet."""
    plain = shortened(_UNSAFE.sub("_", unicodedata.normalize("NFC", name))).strip(" .") or "_"
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    free, n = plain, 2
    while free.casefold() in used:
        free, n = f"{plain}_{n}", n + 1
    used.add(free.casefold())
    return free


def shortened(name: str) -> str:
    """Return a name, cut in whole letters to fit into the name of a file with an ending."""
    return name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")


class _Move(NamedTuple):
    origin: Path
    place: Path


def _put(target: Path, new: Path) -> None:
    """Give the new folder its final name: readers see all of it or nothing."""
    made = _make_folders(target.parent)
    try:
        new.chmod(default_mode(0o777))
        new.replace(target)
    except BaseException:
        for path in reversed(made):
            _remove_empty(path)
        raise


def _swap(
    target: Path, old: Iterable[str], new_names: Iterable[str], new: Path, aside: Path
) -> None:
    """Move the old files aside and the new ones to their places; undo all if one move fails."""
    made: list[Path] = []
    done: list[_Move] = []
    try:
        for name in old:
            _move(target / name, aside / name, made, done)
        for name in new_names:
            _move(new / name, target / name, made, done)
    except BaseException:
        for step in reversed(done):
            step.place.replace(step.origin)
        for path in reversed(made):
            _remove_empty(path)
        raise
    for name in old:
        _remove_empty_above(target, name)


def _move(origin: Path, place: Path, made: list[Path], done: list[_Move]) -> None:
    """Move a file to a free place, noting what was done so that it can be undone."""
    made.extend(_make_folders(place.parent))
    if place.is_symlink() or place.exists():
        raise FileExistsError(0, f"{place.name}: already there")
    origin.replace(place)
    done.append(_Move(origin, place))


def _make_folders(path: Path) -> list[Path]:
    """Make a folder and those above it; return the new ones, from the top."""
    missing = []
    while not path.exists():
        missing.append(path)
        path = path.parent
    for each in reversed(missing):
        each.mkdir()
    return missing[::-1]


def _remove_empty_above(target: Path, name: str) -> None:
    """Remove the folders below the target that became empty."""
    for path in list((target / name).parents):
        if path == target or not _remove_empty(path):
            return


def _remove_empty(path: Path) -> bool:
    try:
        path.rmdir()
    except OSError:
        return False
    return True


def _replaceable(folder: Path, target: Path) -> dict[str, str]:
    """Return the files that an earlier run wrote and nobody changed, each with its SHA-256.

    Names are checked before any content, so that a large foreign folder is refused at once.

    Raises:
        KeikakuError: the folder is a file, or holds files that no run has written.
    """
    if not target.exists():
        return {}
    if not target.is_dir():
        raise KeikakuError(_HELD.format(folder=folder, files=folder.name))
    known = _known(target / LIST)
    foreign = list(islice(_foreign(target, known), _MOST_NAMED + 1))
    changed = foreign or [
        name
        for name, digest in known.items()
        if _is_there(target / name) and _digest(target / name) != digest
    ]
    if changed:
        files = "、".join(changed[:_MOST_NAMED]) + ("…" if len(changed) > _MOST_NAMED else "")
        raise KeikakuError(_HELD.format(folder=folder, files=files))
    written = {name: digest for name, digest in known.items() if _is_there(target / name)}
    return written | ({LIST: ""} if (target / LIST).exists() else {})


def _foreign(target: Path, known: Mapping[str, str]) -> Iterator[str]:
    """Yield the files that no run has written, one by one; links to folders are not followed."""
    for place, folders, names in os.walk(target):
        # Files that a killed run left behind are not foreign.
        folders[:] = sorted(name for name in folders if not name.startswith(PREFIX))
        for name in sorted(names):
            path = Path(place, name)
            relative = path.relative_to(target).as_posix()
            if relative not in known and relative != LIST and not path.is_symlink():
                yield relative


def _known(path: Path) -> dict[str, str]:
    """Return name → SHA-256 of what an earlier run wrote; empty where its list cannot be read."""
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
        return {
            name: digest
            for name, digest in files.items()
            if isinstance(digest, str) and _is_inside(name)
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_inside(name: str) -> bool:
    return not name.startswith("/") and ".." not in name.split("/") and "\\" not in name


def _listing(files: Mapping[str, str]) -> str:
    listing = {"about": "keikaku", "files": files}
    return json.dumps(listing, ensure_ascii=False, indent=1) + "\n"


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file; an empty text for a folder or a link."""
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
