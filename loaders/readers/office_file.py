"""Older and other office files (.doc, .xls, .ods, .odt, .rtf, .xlsb): converted by LibreOffice.

They are read where LibreOffice is installed, else one line says how to save them. It runs with a
profile of its own that allows no macro and follows no link, within a time limit.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Source
from keikaku.loaders.readers.signatures import OLE, RTF

_SECONDS = 90
_MEMORY = 4 * 2**30
_WINDOWS = (r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS"

_SAVE = Text(
    "{path}: {form}です。{program}で開き、{wanted}として保存し直してください"
    "（LibreOfficeがあれば、そのまま読み込めます）。",
    "{path}: is {form}. Open it in {program} and save it as {wanted} "
    "(with LibreOffice installed it is read as it is).",
)
_FAILED = Text(
    "{path}: LibreOfficeで変換できませんでした。{program}で開き、"
    "{wanted}として保存し直してください。",
    "{path}: LibreOffice could not convert it. Open it in {program} and save it as {wanted}.",
)
_TOO_SLOW = Text(
    "{path}: LibreOfficeでの変換が{seconds}秒で終わりませんでした。{program}で開き、"
    "{wanted}として保存し直してください。",
    "{path}: LibreOffice did not convert it in {seconds} seconds. "
    "Open it in {program} and save it as {wanted}.",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class Kind(NamedTuple):
    """A format that is converted: what it is, the suffix that LibreOffice knows it by."""

    form: Text
    suffix: str
    wanted: str
    program: str


_WORD_DOC = Kind(
    Text("古い形式のWord文書（.doc）", "an old Word file (.doc)"), ".doc", ".docx", "Word"
)
_EXCEL_XLS = Kind(
    Text("古い形式のExcelブック（.xls）", "an old Excel file (.xls)"), ".xls", ".xlsx", "Excel"
)
_BINARY = Kind(
    Text("バイナリ形式のExcelブック（.xlsb）", "a binary Excel file (.xlsb)"),
    ".xlsb",
    ".xlsx",
    "Excel",
)
_RICH = Kind(Text("リッチテキスト（.rtf）", "rich text (.rtf)"), ".rtf", ".docx", "Word")
_CALC = Kind(
    Text("OpenDocumentの表計算（.ods）", "an OpenDocument spreadsheet (.ods)"),
    ".ods", ".xlsx", "Excel",
)  # fmt: skip
_WRITER = Kind(
    Text("OpenDocumentの文書（.odt）", "an OpenDocument text (.odt)"), ".odt", ".docx", "Word"
)
_STREAMS = (("WordDocument", _WORD_DOC), ("Workbook", _EXCEL_XLS), ("Book", _EXCEL_XLS))
_OPEN = {"spreadsheet": _CALC, "text": _WRITER}


def kind_of(path: Path, data: bytes, names: frozenset[str] = frozenset()) -> Kind | None:
    """Return the format of a file that has to be converted, None for any other.

    Raises :class:`keikaku.graph.errors.SourceError` for an Office file with a password.
    """
    if data.startswith(RTF):
        return _RICH
    if data.startswith(OLE):
        if _utf16("EncryptedPackage") in data:
            raise limits.locked(path)
        return next((kind for name, kind in _STREAMS if _utf16(name) in data), None)
    if "xl/workbook.bin" in names:
        return _BINARY
    if "mimetype" in names and "content.xml" in names:
        head = data[:200]
        return next((kind for word, kind in _OPEN.items() if word.encode() in head), None)
    return None


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def read_converted(path: Path, data: bytes, kind: Kind) -> Source:
    """Read a file by way of LibreOffice.

    Raises :class:`keikaku.graph.errors.SourceError` where LibreOffice is missing or fails.
    """
    office = find_office()
    if office is None:
        raise SourceError(_message(_SAVE, path, kind))
    with tempfile.TemporaryDirectory(prefix="keikaku-") as folder:
        file = Path(folder) / f"source{kind.suffix}"
        file.write_bytes(data)
        made = _converted(office, Path(folder), file, path, kind)
        source = _read(made, path)
    return replace(source, name=path.name, sha256=hashlib.sha256(data).hexdigest())


def find_office() -> str | None:
    """Return LibreOffice's program, None where it is not installed."""
    for name in ("soffice", "libreoffice"):
        program = shutil.which(name) or shutil.which(name, path=os.pathsep.join((*_WINDOWS, _MAC)))
        if program:
            return program
    return None


def _message(text: Text, path: Path, kind: Kind) -> Text:
    words = {"path": path, "wanted": kind.wanted, "program": kind.program, "seconds": _SECONDS}
    return text.format(form=kind.form, **words)


def _converted(office: str, folder: Path, file: Path, path: Path, kind: Kind) -> Path:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    made = folder / "made" / f"source{kind.wanted}"
    command = [
        office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--convert-to", kind.wanted[1:], "--outdir", str(made.parent), str(file),
    ]  # fmt: skip
    with _running(command) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise SourceError(_message(_TOO_SLOW, path, kind)) from error
    if not made.is_file():
        raise SourceError(_message(_FAILED, path, kind))
    return made


@contextmanager
def _running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program without a network or a terminal; at the end it and its children are gone."""
    nowhere = "http://127.0.0.1:9"
    environment = {**os.environ, "http_proxy": nowhere, "https_proxy": nowhere}
    process = subprocess.Popen(  # noqa: S603 - the program is found, its arguments are our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        _limit_memory(process.pid)
        yield process
    finally:
        _end(process)


def _limit_memory(process: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read(made: Path, path: Path) -> Source:
    data = made.read_bytes()
    if made.suffix == ".xlsx":
        from keikaku.loaders.readers.book import read_book

        return read_book(path, data)
    from keikaku.loaders.readers.docx_file import read_docx

    return read_docx(path, data)
