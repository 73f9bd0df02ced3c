"""Build the bundled graph from its source, facts only: ``make bundled``.

The source is a published plan that is not part of this repository; it lies beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from keikaku import loaders
from keikaku.graph import bundled, jsonfile
from keikaku.graph.facts_only import facts_only
from keikaku.graph.files import write_whole

SOURCE = Path(__file__).parents[2] / "shared" / "sources" / f"{bundled.path().stem}-plan.txt"


def text() -> str:
    """Return the text that the bundled file should have."""
    return jsonfile.dumps(facts_only(loaders.load(SOURCE)))


def main() -> None:
    """Write the bundled graph."""
    if not SOURCE.exists():
        sys.exit(f"The source is not there: {SOURCE}")
    write_whole(bundled.path(), text())
    print(bundled.path().relative_to(Path(__file__).parents[1]))


if __name__ == "__main__":
    main()
