"""What the plans of towns that do not exist say once they are read, kept fact by fact.

`python -m tests.layouts.towns_read` writes it anew, after a change that is meant: look at the
difference before you keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from keikaku.loaders import load
from tests.kept_texts import write_texts
from tests.layouts import test_any_city, test_second_towns, test_towns
from tests.layouts.cities import make_city
from tests.layouts.towns import make_town
from tests.loaders.examples_read import lines_of
from tests.makers.printed import Printed
from tests.makers.web import make_web

FOLDER = Path(__file__).with_name("towns_read")
_NOTHING = re.compile(r', "\w+": null|"\w+": null, ')


def _families() -> dict[str, list[Printed]]:
    families: dict[str, Iterable[Printed]] = {}
    for name, of_city in {**test_any_city.FAMILIES, **test_any_city.MORE}.items():
        families[f"city-{name}"] = of_city(make_city(count=2))
    for name, of_town in {**test_towns.FAMILIES, **test_second_towns.FAMILIES}.items():
        few = test_towns.ONE_ROW | test_second_towns.ONE_TASK | test_second_towns.ONE_INDICATOR
        count = 3 if name == "paired_forms" else 2  # what recurs twice alone may be a title
        town = make_town(count=count, tasks=1, kpis=1 if name in few else 2)
        families[f"town-{name}"] = of_town(town)
    return {name: list(blocks) for name, blocks in families.items()}


FAMILIES = _families()


def said(name: str, folder: Path) -> str:
    """Return what a family's plan says, one a line, without the words of themes."""
    records = load(make_web(FAMILIES[name], folder / f"{name}.html"))
    lines = (line for line in lines_of(records) if not line.startswith("Theme "))
    return "".join(f"{_NOTHING.sub('', line)}\n" for line in lines)


def main() -> None:
    """Write what the plan of each family says."""
    write_texts(FOLDER, FAMILIES, said)


if __name__ == "__main__":
    main()
