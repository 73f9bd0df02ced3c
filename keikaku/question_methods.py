"""The questions as methods of an open graph; the stub beside this file has their signatures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from keikaku.queries.registry import NAMES, QUESTIONS

if TYPE_CHECKING:
    from keikaku.queries.answers import Answer


class QuestionMethods:
    """Something that answers a question by its name, and so each question by a method."""

    def question(self, name: str, **parameters: Any) -> Answer[Any]:
        """Answer the question of that name."""
        raise NotImplementedError

    def __getattr__(self, name: str) -> Callable[..., Answer[Any]]:
        if name not in NAMES:
            raise AttributeError(f"there is no question {name!r}", name=name, obj=self)
        declared = QUESTIONS[name]
        first = [each.name for each in declared.parameters if each.positional]
        required = {each.name for each in declared.parameters if each.required}

        def ask(*values: Any, **parameters: Any) -> Answer[Any]:
            if len(values) > len(first):
                raise TypeError(f"{name}() takes at most {len(first)} values without a name")
            values_by_name = dict(zip(first, values, strict=False))
            unknown = {*parameters} - {*declared.names} | {*parameters} & {*values_by_name}
            if unknown or required - {*values_by_name, *parameters}:
                raise TypeError(f"{name}() takes {', '.join(declared.names)}, each once")
            return self.question(name, **values_by_name, **parameters)

        ask.__name__ = name
        ask.__doc__ = declared.help.en
        return ask

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *NAMES})
