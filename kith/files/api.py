"""The front door of the room: raw reading of sheets, writing of plain tables."""

from kith.files.cells import Cell, CellError, Sheet, column_letter
from kith.files.csv_rows import NotATableOfTextError, read_csv
from kith.files.errors import (
    FileEmptyError,
    FileMissingError,
    FileProblemError,
    FileTooLargeError,
    NotAWorkbookError,
    PdfNotPossibleError,
    SheetTooLargeError,
    TableDoesNotFitError,
    WorkbookDamagedError,
    WorkbookLockedError,
    WorkbookUnpacksTooLargeError,
)
from kith.files.injection import defused
from kith.files.limits import LIMITS, Limits
from kith.files.pdf import pdf_bytes
from kith.files.sheets import read_sheets
from kith.files.tables import Table, Value, csv_bytes, xlsx_bytes
from kith.files.whole import settle_folder, write_whole

__all__ = [
    "LIMITS", "Cell", "CellError", "FileEmptyError", "FileMissingError", "FileProblemError", "FileTooLargeError",
    "Limits", "NotAWorkbookError", "PdfNotPossibleError", "Sheet", "SheetTooLargeError", "Table",
    "TableDoesNotFitError", "Value", "WorkbookDamagedError", "WorkbookLockedError",
    "WorkbookUnpacksTooLargeError", "column_letter", "csv_bytes",
    "NotATableOfTextError", "defused", "pdf_bytes", "read_csv", "read_sheets", "settle_folder", "write_whole",
    "xlsx_bytes",
]  # fmt: skip
