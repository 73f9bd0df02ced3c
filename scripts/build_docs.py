"""Write all pages and stubs that follow from declarations again (``make docs``)."""

from __future__ import annotations

from pathlib import Path

from keikaku.graph import graph_schema, model_reference
from keikaku.graph.files import write_whole
from keikaku.graph.findings import findings_reference as findings
from keikaku.loaders.layouts import layout_file
from keikaku.queries import answer_schema as answers
from scripts import command_reference, public_face

DOCS = Path(__file__).parents[1] / "docs"
FACE = DOCS.parent / "keikaku"


def pages() -> dict[Path, str]:
    """Return every generated page and stub with the text it should have."""
    return {
        FACE / "__init__.pyi": public_face.face(),
        FACE / "question_methods.pyi": public_face.question_methods(),
        DOCS / "schema" / "keikaku-2.json": graph_schema.text(),
        DOCS / "schema" / "answers-1.json": answers.text(),
        DOCS / "schema" / "layout-1.json": layout_file.schema_text(),
        DOCS / "model.md": model_reference.page(),
        DOCS / "findings.md": findings.page(),
        DOCS / "commands.md": command_reference.page(),
    }


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        write_whole(path, text)
        print(path.relative_to(DOCS.parent))


if __name__ == "__main__":
    main()
