"""Imports: one row a file."""

from kith.exchange.models.workbook_import import WorkbookImport

__all__ = ["WorkbookImport"]
