"""What can be wrong with a file of tables, each with a sentence for the person who chose it."""

from kith.kernel.errors import KithError


class FileProblemError(KithError):
    """A file cannot be read or written as it is."""


class FileMissingError(FileProblemError):
    """There is no such file, or it may not be opened."""


class FileEmptyError(FileProblemError):
    """The file holds nothing."""


class FileTooLargeError(FileProblemError):
    """The file is larger than is taken."""


class NotAWorkbookError(FileProblemError):
    """The file is of another kind, whatever its name says."""


class WorkbookLockedError(FileProblemError):
    """The workbook is locked with a password."""


class WrongPasswordError(FileProblemError):
    """The password does not open the workbook."""


class WorkbookDamagedError(FileProblemError):
    """The workbook was cut short or changed on its way."""


class WorkbookUnpacksTooLargeError(FileProblemError):
    """The workbook is small and unpacks to something very large."""


class SheetTooLargeError(FileProblemError):
    """A sheet reaches further than can be read."""


class SheetNameTwiceError(FileProblemError):
    """Two files of an archive would make sheets of one name."""


class TextUndecidableError(FileProblemError):
    """Nobody can tell how the letters of a text file are written."""


class TextTableBrokenError(FileProblemError):
    """A text file's quotation marks or cells do not make a table."""


class TableDoesNotFitError(FileProblemError):
    """A table to be written is larger than the format takes."""


class PdfNotPossibleError(FileProblemError):
    """This machine lacks what a PDF is drawn with."""
