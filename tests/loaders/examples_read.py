"""What the example documents say once they are read, kept fact by fact.

`python -m tests.loaders.examples_read` writes it anew, after a change that is meant: look at the
difference before you keep it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from keikaku import loaders
from keikaku.graph import jsonfile
from keikaku.graph.records import Records
from tests.kept_texts import write_texts

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = Path(__file__).with_name("examples_read")
READ: dict[str, str | None] = {
    "soyokaze-2026-book.xlsx": "soyokaze-2026-layout.yaml",
    "hibarino-2026-forms.docx": None,
    "hibarino-2026-list.pdf": None,
}
_OF_NODES = ("evidence", "label", "id", "kind")
_OF_EDGES = ("evidence", "source", "target", "type")
"""What a line says beside the facts."""


def said(name: str, folder: Path) -> str:
    """Return every node, relation and finding of an example, one a line, with its first place."""
    source = folder / name
    shutil.copyfile(EXAMPLES / name, source)
    layout = READ[name]
    records = loaders.load(source, layout=EXAMPLES / layout if layout else None)
    return "\n".join(lines_of(records)) + "\n"


def lines_of(records: Records) -> Iterator[str]:
    """Yield every node, relation and finding, one a line, with its first place."""
    return payload_lines(json.loads(jsonfile.dumps(records)))


def payload_lines(payload: dict[str, Any]) -> Iterator[str]:
    """Yield the same of the content of a graph's file."""
    for node in payload["nodes"]:
        yield f"{node['kind']} {node['id']} 「{node['label']}」 {_facts(node, _OF_NODES)}"
    for edge in payload["edges"]:
        yield f"{edge['source']} -{edge['type']}-> {edge['target']} {_facts(edge, _OF_EDGES)}"
    for finding in payload["findings"]:
        yield f"{finding['severity']} {finding['code']} {finding['node']}: {finding['message']}"


def _facts(each: dict[str, Any], beside: Collection[str]) -> str:
    facts = {key: value for key, value in each.items() if key not in beside}
    proof = each.get("evidence") or [{}]
    place = {key: proof[0].get(key) for key in ("line", "sheet", "cell", "page", "reading")}
    with_place = {**facts, **{key: value for key, value in place.items() if value is not None}}
    return json.dumps(with_place, ensure_ascii=False, sort_keys=True)


def main() -> None:
    """Write what each example says."""
    write_texts(FOLDER, READ, said)


if __name__ == "__main__":
    main()
