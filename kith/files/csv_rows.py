"""A CSV file, as bytes somebody saved, read into rows by the names of its columns."""

from kith.files.errors import FileEmptyError, NotAWorkbookError
from kith.files.limits import LIMITS
from kith.files.recognise import Container, container_of
from kith.files.text_tables import read_text_table

_CALLED = "The file"


def read_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by the names in its first line, which are taken in small letters.

    Only a comma stands between its cells: in a file of one column a semicolon belongs to the words. A cell that is not
    there is empty. Raises FileEmptyError, NotAWorkbookError, TextUndecidableError, TextTableBrokenError.
    """
    if not content.strip():
        raise FileEmptyError("The file is empty.")
    if container_of(content, _CALLED, LIMITS) is not Container.TEXT:
        raise NotAWorkbookError("The file is no CSV. Save the sheet as CSV in UTF-8 and try again.")
    rows = [row for row in read_text_table(content, _CALLED, sheet="", limits=LIMITS, between=",").rows if row]
    names = [str(name).strip().lower() for name in rows[0]] if rows else []
    return [dict(zip(names, [*map(str, row), *[""] * (len(names) - len(row))], strict=False)) for row in rows[1:]]
