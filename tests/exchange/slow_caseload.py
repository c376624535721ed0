"""A slow and obvious reading of a caseload spreadsheet, by another library: what stands in it, counted cell by cell.

It knows nothing of import profiles: it takes the headings from the merged cells, row by row, and the refusals from
nowhere. What it counts is what a person with a pencil would.
"""

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

NOTHING = {"", "n/a", "dna"}


def counted(path: Path) -> Counter[str]:
    """Rows with anything in them, and the visits, measures, referrals and plans and signposts they name."""
    with closing(load_workbook(path, data_only=True)) as book:
        sheet = book["Caseload"]
        top = next(row for row in range(1, 20) if str(sheet.cell(row, 1).value or "").strip() == "Client ref")
        headings = _headings(sheet, top)
        found: Counter[str] = Counter()
        for row in range(top + 2, sheet.max_row + 1):
            cells = {name: _text(sheet.cell(row, column).value) for column, name in headings.items()}
            if any(cells.values()):
                found["clients"] += 1
            if cells["Client ref"] != "TOTAL":
                found.update(_records(cells))
    return found


def _headings(sheet: Worksheet, top: int) -> dict[int, str]:
    names = {}
    for column in range(1, sheet.max_column + 1):
        cell = sheet.cell(top, column)
        merged = next((each for each in sheet.merged_cells.ranges if cell.coordinate in each), None)
        upper = sheet.cell(merged.min_row, merged.min_col).value if merged else cell.value
        alone = merged is not None and merged.max_row > top
        lower = None if alone else sheet.cell(top + 1, column).value
        names[column] = f"{upper or ''} {lower or ''}".strip()
    return names


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _filled(cell: str) -> bool:
    return cell.casefold() not in NOTHING


def _records(cells: dict[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for number in range(1, 7):
        whole = [cells[f"Visit {number} {what}"] for what in ("Date", "Mins", "Type", "Notes")]
        found["visits"] += int(any(each.casefold() not in {"", "n/a"} for each in whole))
    for at in ("Start", "End"):
        found["measures"] += sum(1 for what in ("BMI", "WHO-5") if _filled(cells[f"{at} {what}"]))
    found["referrals"] += int(bool(cells["Referral Date"] or cells["Referral By"]))
    issues = cells["PHP Issues"].replace(" / ", ";").split(";")
    found["plans"] += 1 if len(issues) > 1 and cells["PHP Outcome"].count(";") + 1 != len(issues) else len(issues)
    found["signposts"] += len(cells["Signposting To"].split(";")) if cells["Signposting To"] else 0
    return found
