"""What may have been meant where a condition has no such field (条件式のヒント)."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.expressions.fields import fields_of

_IS_NAME = Text(
    "「{name}」は{field}の名称です。{field}={name} と書いてください。",
    "'{name}' is a name of {field}; write {field}={name}. ",
)
_LOOKED_AT = ("theme", "department", "guideline", "partner", "goal", "initiative")
"""Fields whose values people write where a field belongs: DX for テーマ=DX."""


def field_of_name(directory: Directory, kind: str, word: str, within: str | None) -> Text | None:
    """Return what to write where a word is no field but a name: テーマ=DX for DX."""
    wanted = names.fold(word)
    for field in fields_of(kind):
        if field.key in _LOOKED_AT and field.leads_to:
            entries = directory.names_of_kind(field.leads_to, within)
            if any(wanted in map(names.fold, entry.names) for entry in entries):
                return _IS_NAME.format(name=word, field=field.spelling)
    return None
