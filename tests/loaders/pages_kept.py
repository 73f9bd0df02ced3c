"""What small pages of implementation plans say, kept page by page.

``pages_kept.txt`` holds cases: under its name the pages of plans, behind ``=>`` what is read, a
line for each node, relation and finding. A page states what differs from that of
:mod:`tests.loaders.hoshimi`, a part a line (``target: …``), and what is read the same is left out;
a blank line parts two pages; what begins with ``text:`` stands as it is. Those of the name
``changed by chance`` are others with words and lines lost, moved or added.
`python -m tests.loaders.pages_kept` writes what is read anew, after a change that is meant: look
at the difference before you keep it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.graph.records import Edge, Evidence, Node, Records
from tests.loaders.hoshimi import load, page

FILE = Path(__file__).with_name("pages_kept.txt")
_EMPTY = re.compile(r"'\w+': None(?:, )?|, '\w+': None")
_LEFT_OUT = {"Theme", "Municipality", "PUBLISHES", "PART_OF", "RELATED_TO"}


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each case, its pages, and what is kept of them."""
    for case in FILE.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        pages, _, kept = rest.partition("\n=>\n")
        yield name, pages, kept.strip("\n")


def _page(lines: str, number: int) -> str:
    if lines.startswith("text:"):
        return lines.removeprefix("text:").strip("\n").replace("⇥", "\t")
    parts: dict[str, str] = {}
    for line in lines.split("\n"):
        key, _, part = line.partition(":")
        parts[key] = part.strip(" ").replace("⇥", "\t")
    title, mark = parts.pop("title", f"計画{number}"), parts.pop("number", chr(0x245F + number))
    return page(title, mark, **parts)


def said(pages: str) -> str:
    """Return what pages say, a line for each node, relation and finding."""
    texts = [_page(each, n) for n, each in enumerate(re.split(r"\n\n(?=[a-z]+:)", pages), 1)]
    usual = [page(f"計画{n}", chr(0x245F + n)) for n in range(1, len(texts) + 1)]
    with tempfile.TemporaryDirectory() as folder:
        alike = {*_lines(load(Path(folder), *usual))}
        try:
            lines = [*_lines(load(Path(folder), *texts))]
        except KeikakuError as refused:
            return f"refused: {refused.message('en')}"
    return "\n".join(line for line in lines if line not in alike)


def _lines(records: Records) -> Iterator[str]:
    owners: list[Node | Edge] = [*records.nodes, *records.edges]
    for one in owners:
        facts = _EMPTY.sub("", str(one.facts))
        kind = one.kind if isinstance(one, Node) else one.type
        at = one.id if isinstance(one, Node) else f"{one.source} > {one.target}"
        if kind not in _LEFT_OUT:
            yield f"{kind} {at} {facts} {' '.join(map(_proof, one.evidence))}".rstrip()
    for finding in records.findings:
        proof = " ".join(map(_proof, finding.evidence))
        where = f"{finding.code} {finding.node}"
        yield f"{finding.severity} {where} {dict(finding.details)} {proof}".rstrip()


def _proof(one: Evidence) -> str:
    more = "" if one.confidence == 1 else f" {one.confidence:g}"
    note = f" ({one.note})" if one.note else ""
    quote = one.quote.replace("\n", "／")
    return f"[{one.line} {one.section} {quote} {one.reading}{more}{note}]"


def main() -> None:
    """Write what each page says."""
    texts = [f"=== {name}\n{pages}\n=>\n{said(pages)}\n\n" for name, pages, _ in cases()]
    FILE.write_text("".join(texts).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
