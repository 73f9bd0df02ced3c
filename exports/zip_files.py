"""Zip files (xlsx, docx) without the time at which they were made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""


def strip_timestamps(
    data: bytes, changed: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({})
) -> bytes:
    """Return the same zip with the time of every part set to :data:`EARLIEST`.

    ``changed`` are new contents of parts, by their names.
    """
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as there, zipfile.ZipFile(fixed, "w") as here:
        for name in there.namelist():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            part = there.read(name)
            here.writestr(info, changed[name](part) if name in changed else part)
    return fixed.getvalue()
