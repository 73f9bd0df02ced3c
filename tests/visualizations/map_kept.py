"""What the map of a plan that holds every fact shows, and where, kept word for word.

`python -m tests.visualizations.map_kept` writes ``map_kept`` anew, after a change that is meant:
look at the difference before you keep it. What the page's search takes from ``ask`` is left out.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keikaku
from keikaku.graph import network
from keikaku.queries.overview_data import overview
from tests.cli.full_transcripts import PROGRESS
from tests.kept_texts import write_texts
from tests.makers.full_city import full_city, later_city
from tests.queries.deep_plan import deep

FOLDER = Path(__file__).with_name("map_kept")
TODAY = "2027-07-01"
_LONG = 160  # characters of a line that is not taken apart
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def _whole(out: Path) -> Path:
    return keikaku.map(full_city(), out)


def _followed(out: Path) -> Path:
    progress = out.with_name("progress.csv")
    progress.write_text(PROGRESS, encoding="utf-8")
    return keikaku.map(full_city(), out, progress=progress, department="情報課", lang="en")


def _changed(out: Path) -> Path:
    return keikaku.map(later_city(), out, before=full_city())


def _around(out: Path) -> Path:
    return keikaku.map(full_city(), out, focus="番号法", depth=1)


def _deep(out: Path) -> Path:
    return keikaku.map(network.from_records(deep()), out)


MAPS: dict[str, Callable[[Path], Path]] = {
    "whole": _whole,
    "followed": _followed,
    "changed": _changed,
    "around": _around,
    "deep": _deep,
}
_OF_THE_WHOLE = {"eras", "words", "kinds", "relations", "edges", "nodes"}
"""What is much the same on each map."""


def said(name: str, folder: Path) -> str:
    """Return the data of a map, a part a line; of a whole plan its overview, too."""
    page = MAPS[name](folder / "map.html").read_text(encoding="utf-8")
    data = _DATA.search(page)
    assert data is not None
    parts: dict[str, Any] = json.loads(data[1])
    del parts["search"], parts["known"]
    for key in _OF_THE_WHOLE if name != "whole" else ():
        del parts[key]
    lines = [line for key, part in parts.items() for line in _lines(key, part)]
    if name == "deep":
        lines.append(f"overview: {overview(network.from_records(deep()))}")
    return "".join(f"{line}\n" for line in lines)


def _lines(key: str, part: Any) -> Iterator[str]:
    """Yield a part on one line if it is short, else what it holds."""
    text = json.dumps(part, ensure_ascii=False)
    if len(text) <= _LONG or not isinstance(part, dict | list) or not part:
        yield f"{key}: {text}"
        return
    within = part.items() if isinstance(part, dict) else enumerate(part)
    for name, each in within:
        yield from _lines(f"{key}.{name}", each)


def main() -> None:
    """Write what each map shows."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    write_texts(FOLDER, MAPS, said)


if __name__ == "__main__":
    main()
