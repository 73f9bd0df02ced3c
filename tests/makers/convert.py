"""Files converted by the programs that cities use: LibreOffice, pdftotext."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def by_office(path: Path, form: str, folder: Path | None = None) -> Path:
    """A file converted by LibreOffice; the test is skipped, saying so, where there is none."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    folder = folder or path.parent
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
             form, "--outdir", str(folder), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return folder / f"{path.stem}.{form.partition(':')[0]}"


def pdf_text(path: Path, *, layout: bool) -> Path:
    """The text that pdftotext pulls from a PDF, with the page's layout kept or not."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not here")
    out = path.with_suffix(".layout.txt" if layout else ".txt")
    options = ["-layout"] if layout else []
    subprocess.run([program, *options, str(path), str(out)], check=True, timeout=60)
    return out
