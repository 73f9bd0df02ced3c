"""Sentences of many forms about the bundled plan, one or two a rule, and what each is read as.

They are the examples that the rules of ``queries/asking`` name, said as whole sentences, and
sentences near them that must be read otherwise. ``wide_kept.txt`` holds them, and
`python -m tests.queries.asking.wide` writes anew what each is read as, after a change that is meant
or for a new sentence: look at the difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.queries.asking.grid import TODAY, Reader

FILE = Path(__file__).with_name("wide_kept.txt")


def kept() -> dict[str, str]:
    """Return what is kept of each sentence."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return {sentence: said for sentence, _, said in (line.partition("\t") for line in lines)}


def read(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield each sentence and what it is read as, or what of it is not understood."""
    for sentence in kept():
        yield sentence, " / ".join(reader.said(sentence).splitlines())


def main() -> None:
    """Write what each sentence is read as."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    text = "".join(f"{sentence}\t{said}\n" for sentence, said in read(Reader()))
    FILE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
