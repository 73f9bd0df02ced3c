"""The kinds of node in which documents meet: departments, rules, themes."""

from __future__ import annotations

from keikaku.graph.declaration import Fact, Kind
from keikaku.graph.document_kinds import ALIASES, NAME

SHARED_KINDS: tuple[Kind, ...] = (
    Kind(
        "Department",
        "a department of the municipality, a division above it or a section below it",
        "所管課",
        (
            NAME,
            Fact(
                "level",
                "text",
                "level: a division (部, 局), a department (課), a section (係)",
                "組織の階層",
                choices=("ministry", "bureau", "division", "department", "section"),
            ),
            ALIASES,
        ),
        shared=True,
    ),
    Kind("Partner", "an outside body named in the text", "関係団体", (NAME, ALIASES), shared=True),
    Kind(
        "Guideline",
        "a named law, ordinance, guideline, plan, policy, criterion, notice or vision",
        "根拠となる法令・指針・計画等",
        (
            NAME,
            Fact(
                "type",
                "text",
                "type of rule",
                "種別",
                required=True,
                choices=(
                    "law",
                    "ordinance",
                    "guideline",
                    "plan",
                    "policy",
                    "criterion",
                    "notice",
                    "vision",
                    "other",
                ),
            ),
            ALIASES,
        ),
        shared=True,
    ),
    Kind(
        "Theme",
        "a cross-cutting theme: DX, PFI, 5レス and its five children",
        "テーマ",
        (
            NAME,
            Fact("group", "text", "group it is listed under", "分類"),
            ALIASES,
            Fact("narrower", "texts", "narrower words that touch it", "含む語"),
        ),
        shared=True,
    ),
    Kind(
        "SdgTarget",
        "a target of the Sustainable Development Goals",
        "SDGsターゲット",
        (Fact("code", "text", "code: 11.3", "番号", required=True),),
        shared=True,
    ),
    Kind(
        "Channel",
        "where a plan is disclosed",
        "情報公開",
        (
            NAME,
            Fact(
                "type",
                "text",
                "the website as a whole, a page of it, or something else",
                "種別",
                required=True,
                choices=("website", "page", "other"),
            ),
        ),
        shared=True,
    ),
)
