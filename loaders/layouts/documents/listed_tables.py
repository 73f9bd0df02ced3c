"""Lists among the tables of a document: with a head, without one, and printed again behind it."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.loaders.layouts.documents.lone_labels import money_of_title
from keikaku.loaders.layouts.documents.record_flow import RecordFlow
from keikaku.loaders.layouts.facts.joins import are_of_plans, items_of_plans
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Reading
from keikaku.loaders.layouts.labels.table_heads import Head
from keikaku.loaders.layouts.lists.list_shape import DATED_FACTS, is_list, read_list
from keikaku.loaders.readers.blocks import Table


class ListedTables:
    """Reads the lists of a document into its records."""

    def __init__(self, out: Reading, words: LayoutWords, records: RecordFlow) -> None:
        self.out = out
        self.words = words
        self.records = records
        self._last: tuple[Head, int] | None = None

    def read(self, table: Table, head: Head, context: Sequence[Label]) -> None:
        """Read a list under its head, in the context of the labels before it."""
        above = self.records.levels()
        inner = self._in_context(table, head, context)
        own = read_list(table, inner, self.words, above)
        own.records = items_of_plans(own.records, self.out.records)
        self.out.add(own)
        self._last = (inner, table.columns)
        self.records.leave()

    def goes_on(self, table: Table) -> bool:
        """Read a list that goes on over the page without its head."""
        if self._last is None:
            return False
        head, columns = self._last
        if table.columns != columns or not head.paths:
            return False
        again = read_list(table, Head(0, 0, head.paths), self.words, self.records.levels())
        if not again.records:
            return False
        self.out.add(again)
        return True

    def read_again(self, table: Table, head: Head | None, context: Sequence[Label]) -> bool:
        """Read values of the plans that an appendix prints in a list of its own (効果額一覧).

        Any other table of an appendix is no list of plans.
        """
        if head is None or not is_list(table, head, self.words):
            return False
        again = read_list(table, self._in_context(table, head, context), self.words)
        facts = [s.meaning.fact for record in again.records for s in record.statements]
        dated = any(fact.startswith(DATED_FACTS) for fact in facts)
        if not dated or not are_of_plans(again.records, self.out.records):
            return False
        self.out.add(again)
        return True

    def _in_context(self, table: Table, head: Head, context: Sequence[Label]) -> Head:
        """Return a head with the labels before its table over each of its columns."""
        context = context or self._money_above(table, head)
        paths = [[*context, *path] if path else [] for path in head.paths]
        return head._replace(paths=paths)

    def _money_above(self, table: Table, head: Head) -> list[Label]:
        """Return the money that a table's title names (効果額一覧), with the unit beside it."""
        cells = [cell for cell in table.cells if cell.row < head.first and cell.text.strip()]
        money = next((m for c in cells if (m := money_of_title(c.text, self.words))), [])
        units = [parsed for c in cells if (parsed := label(c.text)).unit and not parsed.segments]
        return [*money, *units] if money else []
