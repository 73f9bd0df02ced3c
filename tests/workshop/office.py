"""LibreOffice, as a department uses it that has no Excel: open, save as something else."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def saved_as(file: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it: ``xlsx``, ``ods``, ``csv``; in a folder of its own."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed")
        pytest.skip("needs LibreOffice (apt-get install libreoffice-calc)")
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{kind.partition(':')[0]}"
