"""The front door of the room: raw reading of sheets, writing of plain tables."""

from kith.files.cells import Cell, CellError, Hidden, Sheet, column_letter
from kith.files.csv_rows import read_csv
from kith.files.error_texts import NO_RESULT
from kith.files.errors import (
    FileEmptyError,
    FileMissingError,
    FileProblemError,
    FileTooLargeError,
    NotAWorkbookError,
    PdfNotPossibleError,
    SheetNameTwiceError,
    SheetTooLargeError,
    TableDoesNotFitError,
    TextTableBrokenError,
    TextUndecidableError,
    WorkbookDamagedError,
    WorkbookLockedError,
    WorkbookUnpacksTooLargeError,
    WrongPasswordError,
)
from kith.files.injection import defused, restored
from kith.files.limits import LIMITS, Limits
from kith.files.locked import is_locked, unlocked
from kith.files.pdf import pdf_bytes
from kith.files.sheets import read_sheets
from kith.files.tables import Table, Value, csv_bytes, xlsx_bytes
from kith.files.whole import settle_folder, write_whole

__all__ = [
    "LIMITS", "NO_RESULT", "Cell", "CellError", "FileEmptyError", "FileMissingError", "FileProblemError",
    "FileTooLargeError", "Hidden", "Limits", "NotAWorkbookError", "PdfNotPossibleError", "Sheet",
    "SheetNameTwiceError", "SheetTooLargeError", "Table", "TableDoesNotFitError", "TextTableBrokenError",
    "TextUndecidableError", "Value", "WorkbookDamagedError", "WorkbookLockedError", "WorkbookUnpacksTooLargeError",
    "WrongPasswordError", "column_letter", "csv_bytes", "defused", "is_locked", "pdf_bytes", "read_csv",
    "read_sheets", "restored", "settle_folder", "unlocked", "write_whole", "xlsx_bytes",
]  # fmt: skip
