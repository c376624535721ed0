"""Imports, and which row of which file each record came from."""

from kith.exchange.models.imported_row import ImportedRow
from kith.exchange.models.workbook_import import WorkbookImport

__all__ = ["ImportedRow", "WorkbookImport"]
