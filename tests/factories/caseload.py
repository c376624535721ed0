"""A caseload spreadsheet of a fictional service, one row a client, with the faults such files have.

The layout and the kinds of faults are those of such files; names, ids and areas are invented. The same arguments give
the same cells. The summary says what was planted, counted while writing and not by reading.
"""

import datetime as dt
import random
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.factories import caseload_faults
from tests.factories.caseload_rows import VISITS, WORKERS, Caseload, Row
from tests.factories.workbook import Planted

SERVICE = "Ferndale Community Health Champions"
_ALONE = (
    "Client ref", "Episode", "First name", "Surname", "DOB", "Sex", "Ethnicity", "Postcode", "LSOA", "Consent",
    "Worker",
)  # fmt: skip
COLUMNS: tuple[tuple[str, str], ...] = (
    *((one, "") for one in _ALONE), ("Old ref", ""), ("Referral", "Date"), ("Referral", "By"),
    ("Start", "Date"), ("Start", "BMI"), ("Start", "WHO-5"), ("Weight", ""),
    ("PHP", "Date"), ("PHP", "Issues"), ("PHP", "Outcome"),
    *((f"Visit {n}", what) for n in range(1, VISITS + 1) for what in ("Date", "Mins", "Type", "Notes")),
    ("", ""), ("Signposting", "To"), ("Signposting", "Date"), ("Signposting", "Taken up"),
    ("End", "Date"), ("End", "BMI"), ("End", "WHO-5"),
)  # fmt: skip
HIDDEN = ("Old ref",)
HEADING_ROW = 4


def write_caseload(path: Path | str, *, clients: int = 40, seed: int = 1, faults: bool = True) -> Planted:
    """Writes a caseload spreadsheet and says what it planted, by part."""
    made = Caseload(random.Random(seed))
    for _ in range(clients):
        made.add(made.client())
    if faults:
        caseload_faults.plant(made)
    _write(path, made.rows)
    return made.planted


def _write(path: Path | str, rows: list[Row]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        team = book.add_worksheet("Team")
        for number, cells in enumerate([("Initials", "Name", "Role"), *WORKERS]):
            team.write_row(number, 0, cells)
        sheet = book.add_worksheet("Caseload")
        sheet.write_string(0, 0, f"{SERVICE} - caseload 2024-25")
        sheet.write_string(1, 0, "PRIVATE. Please do not move the columns!!")
        _write_headings(sheet)
        for number, row in enumerate(rows, HEADING_ROW + 1):
            for column, (upper, lower) in enumerate(COLUMNS):
                _write_cell(sheet, number, column, row.get(f"{upper} {lower}".strip(), ""), day)


def _write_headings(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    top, at = HEADING_ROW - 1, 0
    while at < len(COLUMNS):
        upper, lower = COLUMNS[at]
        width = sum(1 for each in COLUMNS if each[0] == upper)
        if not lower and upper:
            sheet.merge_range(top, at, top + 1, at, f"{upper} ")
        elif upper:
            sheet.merge_range(top, at, top, at + width - 1, upper)
            for each in range(at, at + width):
                sheet.write_string(top + 1, each, COLUMNS[each][1])
        if upper in HIDDEN:
            sheet.set_column(at, at, None, None, {"hidden": True})
        at += width


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Any, day: xlsxwriter.format.Format
) -> None:
    if isinstance(cell, dt.date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell == "#N/A":
        sheet.write_formula(row, column, "=NA()", None, "#N/A")
    elif cell:
        sheet.write_string(row, column, cell)
