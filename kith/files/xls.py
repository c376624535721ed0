"""Raw reading of an .xls workbook: the cells of every sheet."""

from kith.files.as_shown import rows_as_shown
from kith.files.cells import Hidden, Sheet
from kith.files.errors import SheetTooLargeError, WorkbookUnpacksTooLargeError
from kith.files.limits import Limits
from kith.files.old_office import OldOffice
from kith.files.put import put_cells, put_percents
from kith.files.recognise import damaged, not_a_workbook
from kith.files.xls_child import RawSheet, raw_sheets
from kith.files.xls_records import SeenSheet, seen_sheets
from kith.files.xls_texts import text_lengths


def read_xls(data: bytes, called: str, limits: Limits) -> list[Sheet]:
    """Every worksheet of an .xls workbook, in its order. Raises a FileProblemError."""
    document = OldOffice(data, called)
    book = document.book
    if not book:
        raise not_a_workbook(called, document.kind)
    seen = seen_sheets(book)
    _check_reach(seen, called, limits)
    _check_texts(book, seen, called, limits)
    raw = raw_sheets(data, called)
    if len(raw) != len(seen):
        raise damaged(called)
    return [_sheet(sheet, each) for sheet, each in zip(raw, seen, strict=True) if each.is_worksheet]


def _sheet(raw: RawSheet, seen: SeenSheet) -> Sheet:
    name, start, cells = raw
    if start is None:
        return Sheet(name, [], hidden=Hidden(seen.is_hidden))
    rows = rows_as_shown(cells, truths=seen.truths)
    first_row, first_column = start[0] + 1, start[1] + 1
    put_cells(rows, seen.errors, first_row=first_row, first_column=first_column)
    put_percents(rows, seen.percents, first_row=first_row, first_column=first_column)
    while rows and not rows[-1]:
        rows.pop()
    hidden = Hidden(seen.is_hidden, frozenset(seen.hidden_columns), frozenset(seen.hidden_rows))
    return Sheet(name, rows, first_row, first_column, hidden)


def _check_reach(seen: list[SeenSheet], called: str, limits: Limits) -> None:
    for number, sheet in enumerate(seen, 1):
        if sheet.rows * sheet.columns > limits.cells_in_box:
            raise SheetTooLargeError(
                f"Sheet {number} of {called} is filled as far out as row {sheet.rows:,} and column "
                f"{sheet.columns:,}; a sheet of up to {limits.cells_in_box:,} cells can be read. Delete what lies "
                "beyond the table, or export a shorter period."
            )


def _check_texts(book: bytes, seen: list[SeenSheet], called: str, limits: Limits) -> None:
    lengths = dict(enumerate(text_lengths(book)))
    total = sum(lengths.get(index, 0) * times for sheet in seen for index, times in sheet.texts.items())
    if total > limits.text_characters:
        raise WorkbookUnpacksTooLargeError(
            f"{called} repeats long texts until they fill {total / 1048576:,.0f} MB, which no ordinary workbook does. "
            "It was not opened. Export it again, or ask who sent it."
        )
