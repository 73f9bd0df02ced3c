"""Pages that are inert whatever a source holds.

Their data stand in a JSON block in which no ``<`` occurs; their code writes them by ``textContent``
only; and a Content-Security-Policy (https://www.w3.org/TR/CSP3/) allows nothing but the scripts and
styles of the page itself, by their hashes, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"} | {
    code: f"\\u{code:04x}" for code in (0x2028, 0x2029, 0xFEFF, 0x7F)
}


def as_data(content: Any) -> str:
    r"""Return JSON that can stand in a script block: nothing in it can end it or open markup.

    >>> as_data({"a": "</script><!--"})
    '{"a":"\\u003c/script\\u003e\\u003c!--"}'
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPES)


def filled(template: str, parts: dict[str, str]) -> str:
    """Return the template with each ``{{name}}`` replaced once.

    So a ``{{name}}`` within a part is never replaced.
    """
    pieces = []
    for piece in template.split("{{"):
        name, closed, rest = piece.partition("}}")
        pieces.append(parts[name] + rest if closed and name in parts else piece)
    return "".join(pieces)


def policy(scripts: list[str], style: str) -> str:
    """Return the Content-Security-Policy of a page of these scripts and this style alone."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
