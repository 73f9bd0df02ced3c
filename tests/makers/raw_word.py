"""Word documents written part by part, for what no library writes."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def raw_word(path: Path, body: str, *, numbering: str = "", styles: str = "") -> Path:
    """Write a .docx of a body, and what its numbering and its styles say (WordprocessingML)."""
    parts = {"document": f"<w:body>{body}</w:body>", "numbering": numbering, "styles": styles}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _TYPES)
        for name, inner in parts.items():
            if inner:
                root = f'<w:{name} xmlns:w="{_NAMESPACE}">{inner}</w:{name}>'
                made.writestr(f"word/{name}.xml", root)
    return path
