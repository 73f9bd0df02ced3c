"""The parts of an Office file (a zip of XML), read within limits and with no outside reference."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from keikaku.graph.language import Text
from keikaku.loaders.readers import limits

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Office file; ``form`` names its kind in messages (Excelブック, Word文書)."""

    path: Path
    form: Text
    names: frozenset[str]
    _zip: zipfile.ZipFile

    def part(self, name: str) -> bytes:
        """Return the unpacked bytes of a part.

        Raises :class:`keikaku.graph.errors.SourceError` where it is damaged or too large. The size
        that the zip states may be false, so no more than the limit is ever unpacked.
        """
        try:
            with self._zip.open(name) as stream:
                data = stream.read(limits.PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, KeyError) as error:
            raise limits.damaged(self.path, self.form, name) from error
        except (RuntimeError, NotImplementedError) as error:
            raise limits.locked(self.path) from error
        if len(data) > limits.PART:
            raise limits.too_large(self.path, name, f"{limits.PART // 2**20} MB+")
        return data

    def tree(self, name: str) -> Element:
        """Return a part as an XML tree; entities and outside references are refused."""
        from xml.etree.ElementTree import ParseError

        from defusedxml import ElementTree
        from defusedxml.common import DefusedXmlException

        try:
            root: Element = ElementTree.fromstring(self.part(name), forbid_dtd=True)
        # LookupError: the declaration may name what is no encoding.
        except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
            raise limits.damaged(self.path, self.form, name) from error
        return root

    def scan(
        self,
        name: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
        without: re.Pattern[bytes] | None = None,
    ) -> int:
        """Walk through a part without building a tree: ``start`` gets local names and attributes.

        What fits ``without`` is left out, and how often it stood there is returned.

        A function may raise :class:`keikaku.graph.errors.SourceError` to stop.
        """
        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        if end is not None:
            parser.EndElementHandler = end
        if text is not None:
            parser.buffer_text = True
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse(name)
        try:
            data = self.part(name)
            left_out = 0
            if without is not None:
                data, left_out = without.subn(b"", data)
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise limits.damaged(self.path, self.form, name) from error
        return left_out

    def _refuse(self, name: str) -> None:
        raise limits.damaged(self.path, self.form, name)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to inside the file.

        Relation id → (type's last word, part's name).

        References to anything outside the file are left out.
        """
        folder, base = posixpath.split(name)
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if rels not in self.names:
            return {}
        relations = {}
        for each in self.tree(rels):
            target = each.get("Target", "")
            if each.get("TargetMode") == "External" or not target:
                continue
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            relations[each.get("Id", "")] = (kind, posixpath.normpath(whole))
        return relations


def open_package(path: Path, data: bytes, form: Text) -> Package:
    """Open an Office file's bytes, after looking at how much it would unpack to.

    Raises :class:`keikaku.graph.errors.SourceError` for one that is damaged, locked or too large.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise limits.damaged(path, form, path.name) from error
    if len(parts) > limits.MOST_PARTS:
        raise limits.too_large(path, path.name, f"{len(parts):,} parts")
    total = 0
    for part in parts:
        total += part.file_size
        if part.flag_bits & _ENCRYPTED:
            raise limits.locked(path)
        if part.file_size > limits.PART or total > limits.ALL_PARTS:
            raise limits.too_large(path, part.filename, f"{part.file_size // 2**20:,} MB")
    return Package(path, form, frozenset(part.filename for part in parts), packed)
