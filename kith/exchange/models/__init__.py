"""Imports: one row a file; and the kinds of file a service described itself."""

from kith.exchange.models.own_profile import OwnProfile
from kith.exchange.models.workbook_import import WorkbookImport

__all__ = ["OwnProfile", "WorkbookImport"]
