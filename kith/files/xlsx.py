"""Raw reading of an .xlsx workbook: the cells of every sheet."""

import io

from python_calamine import CalamineWorkbook, SheetTypeEnum

from kith.files.as_shown import rows_as_shown
from kith.files.cell_errors import errors_in, put_errors
from kith.files.cells import Sheet
from kith.files.limits import Limits
from kith.files.package import Package
from kith.files.reader_faults import said_of
from kith.files.recognise import damaged
from kith.files.repeated_text import check_text
from kith.files.survey import check_reach, survey


def read_xlsx(data: bytes, package: Package, limits: Limits) -> list[Sheet]:
    """Every worksheet of an .xlsx workbook, in its order. Raises a FileProblemError."""
    check_text(package, limits)
    parts = package.sheet_parts()
    with said_of(package.name), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        worksheets = [one.name for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        return [_read(workbook, package, parts.get(sheet, ""), sheet, limits) for sheet in worksheets]


def _read(workbook: CalamineWorkbook, package: Package, part: str, name: str, limits: Limits) -> Sheet:
    if not package.has(part):
        raise damaged(package.name)
    seen = survey(package, part)
    if seen.far:
        check_reach(package, part, name, limits)
    raw = workbook.get_sheet_by_name(name)
    if raw.start is None:
        return Sheet(name, [])
    rows = rows_as_shown(raw.to_python(skip_empty_area=True), truths=seen.truths)
    first_row, first_column = raw.start[0] + 1, raw.start[1] + 1
    if seen.errors:
        put_errors(rows, errors_in(package, part), first_row=first_row, first_column=first_column)
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(name, rows, first_row, first_column)
