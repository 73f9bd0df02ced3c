"""Make ``build/links/keikaku``: the package as it is installed, as links to the folders here.

Type checkers do not follow the import hook of an editable install; ``make lint`` checks this tree.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS: tuple[str, ...] = tuple(PROJECT["tool"]["keikaku"]["rooms"])
"""The folders that are packages of ``keikaku``."""


def main() -> None:
    """Link each room, and each file of the public face, into the tree."""
    tree = ROOT / "build" / "links" / "keikaku"
    tree.mkdir(parents=True, exist_ok=True)
    face = [path for path in (ROOT / "keikaku").iterdir() if path.name != "__pycache__"]
    for target in [ROOT / room for room in ROOMS] + face:
        link = tree / target.name
        if not link.is_symlink():
            link.symlink_to(target)


if __name__ == "__main__":
    main()
