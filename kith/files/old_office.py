"""The container of older Office documents (OLE): its streams, and what kind of document it is."""

import io
import struct

import olefile  # type: ignore[import-untyped]

from kith.files.recognise import damaged

_UNREADABLE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error, OverflowError)
_BOOKS = ("Workbook", "Book")
_KINDS = (
    ("WordDocument", "an older Word document (.doc)"),
    ("PowerPoint Document", "an older presentation (.ppt)"),
    ("__properties_version1.0", "an e-mail saved from Outlook"),
)


class OldOffice:
    """An older Office document, opened."""

    def __init__(self, data: bytes, called: str) -> None:
        self.called = called
        try:
            self._container = olefile.OleFileIO(io.BytesIO(data))
            self._streams = {path[0] for path in self._container.listdir()}
        except _UNREADABLE as wrong:
            raise damaged(called) from wrong

    def stream(self, name: str) -> bytes:
        """A stream's bytes; nothing when there is no such stream. Raises WorkbookDamagedError."""
        if name not in self._streams:
            return b""
        try:
            return bytes(self._container.openstream(name).read())
        except _UNREADABLE as wrong:
            raise damaged(self.called) from wrong

    @property
    def book(self) -> bytes:
        """The stream with the sheets of an .xls workbook, or nothing."""
        return next((found for name in _BOOKS if (found := self.stream(name))), b"")

    @property
    def lock(self) -> bytes:
        """What an .xlsx workbook locked with a password says of its lock, or nothing."""
        return self.stream("EncryptionInfo") if "EncryptedPackage" in self._streams else b""

    @property
    def kind(self) -> str:
        """What the document is when it holds no sheets."""
        return next((words for name, words in _KINDS if name in self._streams), "an older Office document")
