"""Read several tables that a key joins: a relational layout says which columns mean which fact.

The stages: :mod:`keikaku.loaders.relational.table_files` opens the tables of a folder or of zips,
:mod:`keikaku.loaders.relational.relational_layout` says what they mean,
:mod:`keikaku.loaders.relational.relational_transform` makes records of them, one document for each
publisher.
"""

from __future__ import annotations

from keikaku.loaders.relational.relational_transform import load_tables
from keikaku.loaders.relational.table_files import is_table_folder

__all__ = ["is_table_folder", "load_tables"]
