"""The JSON Schema (draft 2020-12) of a ``keikaku/2`` file, made from the declaration."""

from __future__ import annotations

import json
from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model

from keikaku.graph import models
from keikaku.graph.kinds import KINDS
from keikaku.graph.records import SCHEMA
from keikaku.graph.relations import RELATIONS


def schema() -> dict[str, Any]:
    """Return the schema as JSON-like values.

    It describes each object. A JSON Schema cannot express that ids are unique and that an edge
    leads between the right kinds; :mod:`keikaku.graph.validation` checks these rules.
    """
    made = _file().model_json_schema(by_alias=True)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = SCHEMA
    made["description"] = "計画グラフ: a plan as a graph (keikaku)"
    return made


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _file() -> type[BaseModel]:
    node: Any = _one_of([models.of_kind(kind) for kind in KINDS], "kind")
    edge: Any = _one_of([models.of_relation(relation) for relation in RELATIONS], "type")
    fields: dict[str, Any] = {
        "nodes": list[node],
        "edges": list[edge],
        "findings": list[models.Finding],
    }
    return create_model("Graph", __base__=models.Head, **fields)


def _one_of(options: list[Any], discriminator: str) -> Any:
    return Annotated[reduce(or_, options), Field(discriminator=discriminator)]
