"""By theme (テーマ別): a band for each theme, the plans that touch it in it; most plans first.

A plan that touches several themes stands in the band of each. Plans whose mark the source leaves
unknown stand there too, marked as unknown; plans that touch no theme come last.
"""

from __future__ import annotations

from keikaku.queries.map_answers import Column
from keikaku.queries.map_data import Structure
from keikaku.visualizations.arrangements.layout import Arrangement
from keikaku.visualizations.arrangements.plan_blocks import Block, Member, Size, flow

_SIZE = Size(124.0, 18.0)
"""A plan in one line, for most plans stand here several times."""


def arrange(structure: Structure, columns: list[Column]) -> Arrangement | None:
    """Return the arrangement of the themes with their plans; None where there are none."""
    drawn = set(structure.shared["Theme"])
    touched = [c for c in columns if c.theme in drawn and (c.touches or c.unknown)]
    if not touched:
        return None
    touched.sort(key=lambda column: (-len(column.touches), column.theme))
    order = {plan: at for at, plan in enumerate(structure.parts)}
    blocks = [each for each in (_block(column, order) for column in touched) if each.members]
    within = {touch.plan for column in touched for touch in column.touches}
    rest = [Member(plan) for plan in order if plan not in within]
    if rest:
        blocks.append(Block(None, rest, "no-theme", str(len(rest))))
    made = Arrangement("theme", ("Theme", "Plan"))
    flow(made, "Theme", blocks, _SIZE)
    return made


def _block(column: Column, order: dict[str, int]) -> Block:
    plans = sorted((t.plan for t in column.touches if t.plan in order), key=order.__getitem__)
    unknown = [plan for plan in column.unknown if plan in order]
    note = f"{len(plans)}＋?{len(unknown)}" if unknown else str(len(plans))
    members = [Member(plan) for plan in plans] + [Member(p, "basis-unknown") for p in unknown]
    return Block(column.theme, members, note=note)
