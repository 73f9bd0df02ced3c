"""A layout file (様式定義): pure data, checked; an error names its line.

:class:`Layout` is the model that the JSON Schema in ``docs/`` is generated from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.source import read_source
from keikaku.loaders.strict_yaml import YamlText, package_data
from keikaku.loaders.yaml_models import WrittenModel, mistake

VERSION = "keikaku-layout/1"
_NO_FACT = Text(
    "means に「{name}」とは書けません。書ける名前は keikaku layout が作るファイルの末尾にあります",
    "means cannot be {name}; the names stand at the end of the file that keikaku layout makes",
)
_NO_MONEY = Text(
    "money の「{name}」は金額の単位ではありません（{units}）",
    "{name} is no unit of money ({units})",
)
Role = Literal["activity", "output", "outcome", "scale", "effect"]
Stage = Literal["plan", "budget", "actual", "request", "effect"]
Kind = Literal["target", "actual", "forecast"]
By = Literal["department", "head", "outside"]


class Words(WrittenModel):
    """Both languages of what a person reads."""

    ja: str
    en: str = ""


class LabelRule(WrittenModel):
    """What a label, or a path of labels joined by `` / ``, means in this layout."""

    label: Annotated[
        list[str],
        Field(min_length=1, description="見出しの語。上下に重なる見出しは「 / 」でつなぐ"),
    ]
    means: Annotated[
        str, Field(description="事実の名前（plan.title、department など）。skip は読まない")
    ]
    name: Annotated[str | None, Field(description="評価の観点などの名前")] = None
    level: Annotated[str | None, Field(description="means が level のとき、その階層の名称")] = None
    part: Literal["number", "title", "both"] | None = None
    role: Role | None = None
    kind: Kind | None = None
    stage: Stage | None = None
    by: By | None = None
    unit: Annotated[str | None, Field(description="この欄の数値の単位")] = None
    why: Annotated[str | None, Field(description="means が skip のとき、その理由")] = None
    year: Annotated[int | None, Field(description="見出しに年度がない欄の年度")] = None

    @field_validator("means")
    @classmethod
    def _known(cls, name: str) -> str:
        """Take a fact by its name, or by its words in Japanese; refuse another."""
        from difflib import get_close_matches

        from keikaku.loaders.layouts.layout_facts import FACTS

        words = {text.ja: fact for fact, text in FACTS.items()}
        if name in FACTS or name in words:
            return words.get(name, name)
        ja, en = _NO_FACT.format(name=name)
        for each in get_close_matches(name, [*FACTS, *words], 1):
            fact = words.get(each, each)
            ja, en = f"{ja}（{fact}：{FACTS[fact].ja} でしょうか）", f"{en} (did you mean {fact}?)"
        raise mistake(Text(ja, en))


class YearBlocks(WrittenModel):
    """Blocks of columns that are repeated without a year in their heads."""

    first: Annotated[int | None, Field(description="最初のブロックの年度（西暦）")] = None
    last_in: Annotated[str | None, Field(description="最後のブロックの年度を書いた欄の見出し")] = (
        None
    )
    last_stage: Annotated[Stage | None, Field(description="最後のブロックの予算の段階")] = None
    last_kind: Annotated[Kind | None, Field(description="最後のブロックの指標の値の種類")] = None


class Years(WrittenModel):
    """How the source writes years."""

    first: Annotated[int | None, Field(description="「1年目」に当たる年度（西暦）")] = None
    era: Annotated[
        Literal["令和", "平成", "昭和"] | None, Field(description="元号のない年度の元号")
    ] = None
    blocks: YearBlocks | None = None


class Applies(WrittenModel):
    """When a layout is tried: at least so many of the labels are in the source."""

    labels: list[str] = []
    least: int = 1
    never: Annotated[list[str], Field(description="あればこの様式ではない見出し")] = []


class Document(WrittenModel):
    """What the source does not print about itself."""

    title: str | None = None
    municipality: str | None = None
    first_year: int | None = None
    last_year: int | None = None


class SheetRule(WrittenModel):
    """What a sheet is for."""

    sheet: str
    means: Literal["skip", "list", "forms"] = "skip"
    why: str | None = None


class Layout(WrittenModel):
    """A layout: the family of documents that share labels, shape and conventions."""

    version: Annotated[Literal["keikaku-layout/1"], Field(alias="layout")] = "keikaku-layout/1"
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: Words
    shape: Literal["list", "forms", "any"] = "any"
    applies: Applies = Applies()
    document: Document = Document()
    levels: Annotated[
        list[str], Field(description="階層の名称を上から順に。最後が計画（事業）")
    ] = []
    labels: list[LabelRule] = []
    sheets: list[SheetRule] = []
    years: Years = Years()
    money: Annotated[
        str | None, Field(description="見出しに単位がない金額の単位（円、千円など）")
    ] = None

    @field_validator("money")
    @classmethod
    def _is_money(cls, unit: str | None) -> str | None:
        """Refuse what is no unit of money."""
        from keikaku.graph.money import YEN_OF_UNIT

        if unit is not None and unit not in YEN_OF_UNIT:
            raise mistake(_NO_MONEY.format(name=unit, units="、".join(YEN_OF_UNIT)))
        return unit

    legend: Annotated[dict[str, str], Field(description="記号の凡例")] = {}
    catalogue: Annotated[bool, Field(description="ここにない見出しを、組み込みの語彙で読むか")] = (
        True
    )


def read_layout(path: Path) -> Layout:
    """Read a user's layout.

    Raises :class:`keikaku.graph.errors.SourceError`, with file and line, for an invalid layout.
    """
    yaml = YamlText(path.name, "docs/layouts.md", "keikaku layout --out", SourceError)
    return yaml.model(read_source(path).text, Layout)


def schema_text() -> str:
    """Return the JSON Schema of a layout file, as its page in docs holds it."""
    import json

    schema = Layout.model_json_schema(by_alias=True)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@cache
def built_in() -> tuple[Layout, ...]:
    """Return the layouts that are built in; the generic one is last."""
    paths = sorted(Path(__file__).parent.glob("*.yaml"))
    layouts = [Layout.model_validate(package_data(path)) for path in paths]
    return tuple(sorted(layouts, key=lambda layout: layout.id == "generic"))
