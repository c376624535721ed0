"""Why a whole workbook cannot be understood."""

from kith.kernel.errors import KithError


class NotUnderstoodError(KithError):
    """The workbook is not what the import profile describes; nothing of it was taken."""


class SheetMissingError(NotUnderstoodError):
    """A sheet that the profile needs is not there."""


class SheetTwiceError(NotUnderstoodError):
    """Two sheets answer to the same name."""


class HeadingsNotFoundError(NotUnderstoodError):
    """A sheet has no row of headings."""


class HeadingTwiceError(NotUnderstoodError):
    """Two columns of a sheet feed the same field."""


class ColumnMissingError(NotUnderstoodError):
    """A sheet lacks a column that the profile needs."""


class ProfileWrongError(NotUnderstoodError):
    """The import profile contradicts itself."""
