"""YAML as people write it by hand: every scalar is text, and every error names its line.

The one reader of the YAML files that people write: corrections, changes, decisions, layouts,
themes. A scalar is never guessed to be a date, a number or a truth value; anchors, which make a
small file endless, and deep nesting are refused. What a file may hold is a pydantic model
(:mod:`keikaku.loaders.yaml_models`); :meth:`YamlText.model` reads a text as one. Files of the
package itself are trusted (:func:`package_data`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from keikaku.graph.errors import CorrectionError, KeikakuError
from keikaku.graph.language import Text

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    Model = TypeVar("Model", bound=BaseModel)

Written = str | list[Any] | dict[str, Any]
"""The value of a node: text, a list, or a mapping."""

MAX_DEPTH = 20
_TOO_DEEP = ("入れ子が深すぎます。", "is nested too deep.")

_WRONG = {
    "missing": Text("{name} がありません", "{name} is missing"),
    "extra_forbidden": Text("「{name}」という項目はありません", "there is no “{name}” here"),
    "string_type": Text("{name} は文字で記入してください", "{name} must be words"),
    "string_too_short": Text("{name} が空です", "{name} is empty"),
    "list_type": Text("{name} は「- 」の並びにしてください", "{name} takes a list (“- ”)"),
    "tuple_type": Text("{name} は「- 」の並びにしてください", "{name} takes a list (“- ”)"),
    "dict_type": Text("{name} は「名前: 値」の形にしてください", "{name} takes “name: value”"),
    "model_type": Text("「名前: 値」の形で記入してください", "write “name: value” here"),
    "too_short": Text(
        "{name} には{min_length}つ以上を記入してください", "{name} takes {min_length} or more"
    ),
    "literal_error": Text(
        "{name} に使えない値です（{expected}）", "{name} is not one of {expected}"
    ),
    "string_pattern_mismatch": Text(
        "{name} は {pattern} の形にしてください", "{name} must look like {pattern}"
    ),
    "int_parsing": Text("{name} は整数で記入してください", "{name} must be a whole number"),
    "bool_parsing": Text("{name} は true か false です", "{name} is true or false"),
}
"""What is wrong with a value, by pydantic's name of the mistake; others say it in ``ctx``."""


_UNREADABLE = Text("{name} が読めません", "cannot read {name}")

# Every scalar is text (no ``no`` that is false); libyaml where it is there, for speed.
_LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlText:
    """A YAML text of a file, read node by node.

    ``page`` explains the file; ``maker`` is the command that makes one, if any; mistakes are raised
    as ``error``.
    """

    def __init__(
        self,
        file: str,
        page: str = "docs/corrections.md",
        maker: str | None = "keikaku check --init",
        error: type[KeikakuError] = CorrectionError,
    ) -> None:
        self.error = error
        self.file = file
        self.page = page
        self.maker = maker

    def refuse(self, node: yaml.Node | None, ja: str, en: str) -> KeikakuError:
        """Return an error at the line of a node, or of the file as a whole."""
        return self._refuse_at(None if node is None else self.line(node), ja, en)

    def _refuse_at(self, line: int | None, ja: str, en: str) -> KeikakuError:
        message = at_place(self.file, line, ja, en)
        return self.error(message)

    def model(self, text: str, form: type[Model]) -> Model:
        """Return the text as a pydantic model, in which every scalar is text.

        Raises:
            KeikakuError: it is no YAML, or not of that form; the message names the first mistake.
        """
        return self.checked(self.root(text), form)

    def checked(self, node: yaml.Node, form: type[Model]) -> Model:
        """Return a node as a pydantic model.

        Raises:
            KeikakuError: it is not of that form; the message names the first mistake.
        """
        from pydantic import ValidationError

        try:
            return form.model_validate(self.plain(node))
        except ValidationError as error:
            raise self._mistake(node, error.errors()[0]) from error

    def _mistake(self, root: yaml.Node, mistake: ErrorDetails) -> KeikakuError:
        """Return a mistake that pydantic found, at the line where it is."""
        path = [part for part in mistake["loc"] if part != "[key]"]
        node = _node_at(root, path)
        name = next((str(part) for part in reversed(path) if isinstance(part, str)), "?")
        context = {"name": name, **mistake.get("ctx", {})}
        words = _WRONG.get(mistake["type"], _UNREADABLE).format(**context)
        if mistake["type"] == "mistake":  # of keikaku.loaders.yaml_models.mistake
            words = Text(context["ja"], context["en"])
            node = self._key(node, context["key"])
        count = next((part for part in path if isinstance(part, int)), None)
        ja, en = ("", "") if count is None else (f"{count + 1}件目の", f"entry {count + 1}: ")
        see = Text(f"。書き方は {self.page} をご覧ください（YAML）。", f". See {self.page} (YAML).")
        return self.refuse(node, f"{ja}{words.ja}{see.ja}", f"{en}{words.en}{see.en}")

    def _key(self, node: yaml.Node, name: str | None) -> yaml.Node:
        """Return the key of that name, or the node itself."""
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        return next((key for key, _ in pairs if key.value == name), node)

    def line(self, node: yaml.Node) -> int:
        """Return the line on which a node begins, from 1."""
        return int(node.start_mark.line) + 1

    def root(self, text: str) -> yaml.Node:
        """Return the text as a tree of nodes."""
        try:
            self._refuse_tricks(text)
            node = yaml.compose(text, Loader=_LOADER)
        except (yaml.YAMLError, UnicodeError) as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or getattr(error, "reason", "") or "?"
            if "nesting" in problem:  # the parser's own limit, far above ours
                raise self._refuse_at(mark.line + 1 if mark else None, *_TOO_DEEP) from error
            raise self._refuse_at(
                mark.line + 1 if mark else None,
                f"YAML として読めません（{problem}）。"
                "行頭をほかの行とそろえ、字下げも「: 」「, 」「- 」も半角で記入してください。",
                f"this is not YAML ({problem}); indent with spaces, not tabs or full-width ones.",
            ) from error
        if node is None:
            ja, en = f"書き方は {self.page} をご覧ください。", f"see {self.page}."
            if self.maker:
                ja, en = f"{self.maker} で作れます。", f"{self.maker} makes one."
            raise self.refuse(None, f"中身がありません。{ja}", f"is empty; {en}")
        return node

    def _refuse_tricks(self, text: str) -> None:
        """Refuse anchors, which make a small file endless, and too deep nesting."""
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            line = event.start_mark.line + 1 if event.start_mark else None
            if getattr(event, "anchor", None):
                raise self._refuse_at(
                    line,
                    "& や * で始まる値は引用符で囲んでください。",
                    "put a value that begins with & or * in quotes.",
                )
            if depth > MAX_DEPTH:
                raise self._refuse_at(line, *_TOO_DEEP)

    def pairs(self, node: yaml.Node, known: Iterable[str] | None = None) -> dict[str, yaml.Node]:
        """Return the keys of a mapping, none twice, none outside ``known`` where it is not None."""
        if not isinstance(node, yaml.MappingNode):
            raise self.refuse(
                node,
                "「名前: 値」の形で記入してください。",
                "write “name: value” here.",
            )
        pairs: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                raise self.refuse(key, "名前は文字にしてください。", "a name must be text.")
            if name in pairs:
                raise self.refuse(key, f"{name} が二度あります。", f"{name} stands here twice.")
            if known is not None and name not in known:
                ja, en = did_you_mean(name, known, self.page)
                raise self.refuse(
                    key,
                    f"「{name}」という項目はありません。{ja}",
                    f"there is no “{name}” here. {en}",
                )
            pairs[name] = value
        return pairs

    def need(self, node: yaml.Node, pairs: dict[str, yaml.Node], keys: Iterable[str]) -> None:
        """Refuse a mapping that lacks one of the keys."""
        for key in keys:
            if key not in pairs:
                raise self.refuse(node, f"{key} がありません。", f"{key} is missing.")

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        """Return the items of a list."""
        if not isinstance(node, yaml.SequenceNode):
            ja, en = "「- 」で始まる並びにしてください。", "this takes a list (“- ”)."
            raise self.refuse(node, ja, en)
        return list(node.value)

    def entries(self, text: str, head: Sequence[str], version: str) -> list[yaml.Node]:
        """Return the entries of a file that holds its version and one list, under these keys."""
        root = self.root(text)
        pairs = self.pairs(root, head)
        self.need(root, pairs, head)
        self.must_be(head[0], pairs[head[0]], version)
        return self.items(pairs[head[1]])

    def must_be(self, key: str, node: yaml.Node, version: str) -> None:
        """Refuse a file of another version."""
        if self.words(node) != version:
            ja, en = f"{key} は {version} としてください。", f"write {key}: {version}."
            raise self.refuse(node, ja, en)

    def plain(self, node: yaml.Node) -> Written:
        """Return a node as text, lists and dicts."""
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(one) for one in node.value]
        if isinstance(node, yaml.MappingNode):
            return {key: self.plain(value) for key, value in self.pairs(node).items()}
        return str(node.value)

    def words(self, node: yaml.Node) -> str:
        """Return a node that must be text."""
        if not isinstance(node, yaml.ScalarNode):
            raise self.refuse(node, "文字で記入してください。", "this must be words.")
        return str(node.value).strip()


def package_data(path: Path) -> Any:
    """Return the data of a YAML file of the package itself, numbers and truth values understood."""
    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe loader


def at_place(file: str, line: int | None, ja: str, en: str) -> Text:
    """Return what is wrong with a file, behind the place where it is."""
    if line is None:
        return Text(f"{file}: {ja}", f"{file}: {en}")
    return Text(f"{file} の {line} 行目: {ja}", f"{file}, line {line}: {en}")


def _node_at(node: yaml.Node, path: Sequence[str | int]) -> yaml.Node:
    """Return the node at a path of keys and places, or the last one that is there on the way."""
    for part in path:
        child: yaml.Node | None = None
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            child = node.value[part] if part < len(node.value) else None
        elif isinstance(node, yaml.MappingNode):
            child = next((value for key, value in node.value if key.value == str(part)), None)
        if child is None:
            return node
        node = child
    return node


def did_you_mean(
    word: str, words: Iterable[str], page: str = "docs/corrections.md"
) -> tuple[str, str]:
    """Return the nearest known word as a question in both languages, or where to look."""
    near = nearest_word(word, words)
    if near is None:
        return f"{page} をご覧ください。", f"See {page}."
    return f"「{near}」ではありませんか。", f"Did you mean “{near}”?"


def nearest_word(word: str, words: Iterable[str]) -> str | None:
    """Return the known word that looks most like another, None where none does."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), 1)), None)
