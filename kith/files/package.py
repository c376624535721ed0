"""The zip archive inside an .xlsx file: its size, its parts, and which part holds which sheet."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from kith.files.errors import NotAWorkbookError, WorkbookLockedError, WorkbookUnpacksTooLargeError
from kith.files.limits import Limits
from kith.files.recognise import SAVE_AS, damaged

_CHUNK = 1 << 20
_OVERLAP = 16384
_SMALL_PART = 4 * 1024 * 1024


class Package:
    """An .xlsx archive that was found small enough to be unpacked."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as wrong:
            raise damaged(name) from wrong
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._check_size(len(data), limits)
        self._check_kind()

    def _check_size(self, packed: int, limits: Limits) -> None:
        unpacked = sum(part.file_size for part in self._parts.values())
        too_dense = unpacked > limits.ratio_matters_from and unpacked > packed * limits.ratio
        if unpacked > limits.unpacked_bytes or too_dense:
            raise WorkbookUnpacksTooLargeError(
                f"{self.name} unpacks from {packed / 1048576:.1f} MB to {unpacked / 1048576:.0f} MB, which no "
                "ordinary workbook does. It was not opened. Export it again, or ask who sent it."
            )

    def _check_kind(self) -> None:
        if any(part.flag_bits & 1 for part in self._parts.values()):
            raise WorkbookLockedError(f"{self.name} is locked with a password. Save it again without one.")
        if self._workbook_part() not in self._parts:
            raise NotAWorkbookError(f"{self.name} is not an Excel workbook: it is {self._kind()}. {SAVE_AS}")

    def _kind(self) -> str:
        if "word/document.xml" in self._parts:
            return "a Word document"
        if "ppt/presentation.xml" in self._parts:
            return "a presentation"
        if "xl/workbook.bin" in self._parts:
            return "a binary workbook (.xlsb)"
        if "mimetype" in self._parts:
            return "an OpenDocument file"
        return "a zip archive"

    def _workbook_part(self) -> str:
        """Nearly always xl/workbook.xml; some servers number it."""
        links = self._links("_rels/.rels", "") if "_rels/.rels" in self._parts else {}
        found = [target for kind, target in links.values() if kind.endswith("/officeDocument")]
        return next((part for part in found if part.startswith("xl/") and part.endswith(".xml")), "xl/workbook.xml")

    def has(self, part: str) -> bool:
        """Whether the archive holds a part."""
        return part in self._parts

    def chunks(self, part: str, *, overlap: int = _OVERLAP) -> Iterator[bytes]:
        """A part's bytes in pieces; each begins with the last bytes of the one before."""
        tail = b""
        try:
            with self._zip.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    yield tail + piece
                    tail = piece[len(piece) - min(overlap, len(piece)) :]
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as wrong:
            raise damaged(self.name) from wrong

    def sheet_parts(self) -> dict[str, str]:
        """The part that holds each sheet, by the sheet's name."""
        folder, _, name = self._workbook_part().rpartition("/")
        targets = self._links(f"{folder}/_rels/{name}.rels", folder)
        found = {}
        for element in self._tree(f"{folder}/{name}").iter():
            if element.tag.rpartition("}")[2] == "sheet":
                link = next((v for k, v in element.items() if k.rpartition("}")[2] == "id"), "")
                found[element.get("name", "")] = targets.get(link, ("", ""))[1]
        return found

    def _links(self, part: str, folder: str) -> dict[str, tuple[str, str]]:
        """The kind and target of each relation, by its id."""
        return {
            link.get("Id", ""): (link.get("Type", ""), _absolute(link.get("Target", ""), folder))
            for link in self._tree(part)
        }

    def _tree(self, part: str) -> ElementTree.Element:
        if part not in self._parts or self._parts[part].file_size > _SMALL_PART:
            raise damaged(self.name)
        try:
            text = self._zip.read(part)
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise damaged(self.name)
            return ElementTree.fromstring(text)  # noqa: S314
        except (ElementTree.ParseError, zipfile.BadZipFile, zlib.error, OSError, EOFError) as wrong:
            raise damaged(self.name) from wrong


def _absolute(target: str, folder: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
