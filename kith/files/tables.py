"""Writing of plain tables as CSV and as Excel: text stays text, numbers stay numbers."""

import csv
import datetime as dt
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]

from kith.files.errors import TableDoesNotFitError
from kith.files.injection import defused

Value = str | int | float | Decimal | bool | dt.date | dt.datetime | None
MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 1_048_576, 16_384, 32_767
_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001  the same table gives the same bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table: its name, its headings, its rows in the headings' order, and how many characters wide each is.

    With more than one row of headings the others are its first rows, and look as such in Excel.
    """

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[int] = ()
    heading_rows: int = 1


def csv_bytes(table: Table) -> bytes:
    """The table as CSV in UTF-8, with the mark by which Excel knows that it is. Days as 2025-03-31."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([defused(heading) for heading in table.headings])
    writer.writerows([_csv_value(value) for value in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """The tables as one Excel workbook, a sheet each. Raises TableDoesNotFitError."""
    stream = io.BytesIO()
    options = {"in_memory": True, "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(stream, options)
    workbook.set_properties({"created": _CREATED})
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    heading = workbook.add_format({"bold": True, "bottom": 1})
    for table in tables:
        sheet = _sheet(workbook, table)
        _dress(sheet, table, heading)
        _write_sheet(sheet, table, day, moment)
    workbook.close()
    return stream.getvalue()


def _sheet(workbook: xlsxwriter.Workbook, table: Table) -> xlsxwriter.worksheet.Worksheet:
    try:
        return workbook.add_worksheet(table.name)
    except XlsxWriterException as wrong:
        raise TableDoesNotFitError(
            f"{table.name!r} cannot be the name of a sheet: use at most 31 characters, none of []:*?/\\, and each once."
        ) from wrong


def _dress(sheet: xlsxwriter.worksheet.Worksheet, table: Table, heading: xlsxwriter.format.Format) -> None:
    for column, width in enumerate(table.widths):
        sheet.set_column(column, column, width)
    for row in range(table.heading_rows):
        sheet.set_row(row, None, heading)
    sheet.freeze_panes(table.heading_rows, 0)


def _write_sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    table: Table,
    day: xlsxwriter.format.Format,
    moment: xlsxwriter.format.Format,
) -> None:
    for number, row in enumerate([table.headings, *table.rows]):
        _check_fits(table, number, row)
        for column, value in enumerate(row):
            _write_cell(sheet, number, column, value, day, moment)


def _check_fits(table: Table, number: int, row: Sequence[Value]) -> None:
    if number >= MOST_ROWS or len(row) > MOST_COLUMNS:
        raise TableDoesNotFitError(f"The table {table.name} is larger than an Excel sheet. Write it as CSV.")
    for column, value in enumerate(row):
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            raise TableDoesNotFitError(
                f"Row {number + 1}, column {column + 1} of the table {table.name} has {len(value):,} characters; "
                f"an Excel cell takes {MOST_CHARACTERS:,}. Write it as CSV."
            )


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: Value,
    day: xlsxwriter.format.Format,
    moment: xlsxwriter.format.Format,
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float | Decimal) and math.isfinite(value):
        sheet.write_number(row, column, value)
    elif isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, value.replace(tzinfo=None), moment)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write_string(row, column, str(value))


def _csv_value(value: Value) -> str | int | float | Decimal:
    if value is None:
        return ""
    if isinstance(value, bool | dt.date):
        return value.isoformat() if isinstance(value, dt.date) else str(value).upper()
    return defused(value) if isinstance(value, str) else value
