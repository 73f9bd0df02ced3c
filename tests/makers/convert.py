"""Files converted by the programs that cities use: LibreOffice, pdftotext."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.absent import absent


@cache
def _profile() -> str:
    """A profile of LibreOffice for this process, made once: each new one costs a second."""
    folder = tempfile.mkdtemp(prefix="keikaku-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder).as_uri()


def by_office(path: Path, form: str, folder: Path | None = None) -> Path:
    """The file as LibreOffice saves it (``xlsx``, ``ods``, ``pdf:filter:options``)."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        absent("LibreOffice (apt-get install libreoffice-calc libreoffice-writer)")
    folder = folder or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    command = [office, f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=180
    )
    return folder / f"{path.stem}.{form.partition(':')[0]}"


def pdf_text(path: Path, *, layout: bool) -> Path:
    """The text that pdftotext pulls from a PDF, with the page's layout kept or not."""
    program = shutil.which("pdftotext")
    if program is None:
        absent("pdftotext (apt-get install poppler-utils)")
    out = path.with_suffix(".layout.txt" if layout else ".txt")
    options = ["-layout"] if layout else []
    subprocess.run([program, *options, str(path), str(out)], check=True, timeout=60)
    return out
