"""Layouts (様式定義): any plan in the form in which it is kept → records.

``read → match → records``: :mod:`keikaku.loaders.readers` gives pages of blocks, a layout says
which labels mean which fact, :mod:`plan_facts` gathers the facts of each plan, :mod:`layout_graph`
makes nodes and edges of them, and the account reports what was read, skipped and left unread.
"""

from __future__ import annotations
