"""Graphs as a folder of files for ``neo4j-admin database import full``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from keikaku.exports import folder
from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import PREFIX, real, reason
from keikaku.graph.language import Text
from keikaku.graph.store.import_files import Written, write_import

if TYPE_CHECKING:
    from keikaku.graph.network import Graph

_CANNOT = Text(
    "{folder}: 書き込めません（{why}）。空き容量と権限を確認してください。",
    "{folder}: cannot be written ({why}). Check that there is room, and that it is yours.",
)


def write(path: Path, graphs: Iterable[Graph]) -> Written:
    """Write the files of an import into a folder of their own, whole or not at all.

    Raises:
        KeikakuError: the folder holds other things or cannot be written to, or a graph cannot be
            imported (see :func:`keikaku.graph.store.import_files.write_import`).
    """
    above = real(path)
    while not above.exists():
        above = above.parent
    try:
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=above) as beside:
            made = Path(beside)
            written = write_import(made, graphs)
            folder.write(path, {name: partial(_move, made / name) for name in written.files})
    except OSError as error:
        raise KeikakuError(_CANNOT.format(folder=path, why=reason(error))) from error
    return written


def _move(made: Path, place: Path) -> None:
    made.rename(place)
