"""What models of hand-written YAML are made of: words, lists of words, keys left empty (YAML)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from keikaku.graph.language import Text
from keikaku.loaders.strict_yaml import nearest_word


class WrittenModel(BaseModel):
    """A mapping that a person writes: no key but the declared ones.

    A key without a value counts as absent, unless it is required.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        fields = {field.alias or name: field for name, field in cls.model_fields.items()}
        unknown = next((key for key in value if key not in {*fields, *cls.model_fields}), None)
        if unknown is not None:
            raise _unknown_key(str(unknown), [*fields])
        needed = {key for key, field in fields.items() if field.is_required()}
        return {key: each for key, each in value.items() if each != "" or key in needed}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that must not be empty."""

OneOrMore = Annotated[tuple[Word, ...], BeforeValidator(_listed)]
"""Words, or a list of such."""


def mistake(words: Text, key: str | None = None) -> PydanticCustomError:
    """Return the error that a validator raises; the reader of the file adds where it is.

    ``key`` is the key of a mapping that is wrong.
    """
    return PydanticCustomError("mistake", "{en}", {"ja": words.ja, "en": words.en, "key": key})


def _unknown_key(key: str, known: list[str]) -> PydanticCustomError:
    near = nearest_word(key, known)
    words = Text(f"「{key}」という項目はありません", f"there is no “{key}” here")
    if near is not None:
        question = Text(f"。「{near}」ではありませんか", f". Did you mean “{near}”?")
        words = Text(f"{words.ja}{question.ja}", f"{words.en}{question.en}")
    return mistake(words, key)
