"""Raw reading of an .xlsx workbook: the cells of every sheet."""

import io

from python_calamine import CalamineWorkbook, SheetTypeEnum

from kith.files.as_shown import rows_as_shown
from kith.files.cell_errors import errors_in, without_results_in
from kith.files.cells import Cell, Hidden, Sheet
from kith.files.limits import Limits
from kith.files.package import Package
from kith.files.put import Place, put_cells, put_percents
from kith.files.reader_faults import said_of
from kith.files.recognise import damaged
from kith.files.repeated_text import check_text
from kith.files.survey import Survey, check_reach, survey
from kith.files.xlsx_hidden import hidden_in
from kith.files.xlsx_percents import percent_styles, percents_in


def read_xlsx(data: bytes, package: Package, limits: Limits) -> list[Sheet]:
    """Every worksheet of an .xlsx workbook, in its order. Raises a FileProblemError."""
    check_text(package, limits)
    parts, shares = package.sheet_parts(), percent_styles(package)
    with said_of(package.name), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        worksheets = [one.name for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        return [_read(workbook, package, parts.get(sheet, ""), sheet, limits, shares) for sheet in worksheets]


def _read(  # noqa: PLR0913
    workbook: CalamineWorkbook, package: Package, part: str, name: str, limits: Limits, shares: frozenset[int]
) -> Sheet:
    if not package.has(part):
        raise damaged(package.name)
    seen = survey(package, part)
    if seen.far:
        check_reach(package, part, name, limits)
    raw, whole = workbook.get_sheet_by_name(name), name in package.hidden_sheets()
    if raw.start is None:
        return Sheet(name, [], hidden=Hidden(whole))
    rows = rows_as_shown(raw.to_python(skip_empty_area=True), truths=seen.truths)
    first_row, first_column = raw.start[0] + 1, raw.start[1] + 1
    put_cells(rows, _lost(package, part, seen), first_row=first_row, first_column=first_column)
    if shares:
        put_percents(rows, percents_in(package, part, shares), first_row=first_row, first_column=first_column)
    while rows and not rows[-1]:
        rows.pop()
    hidden = hidden_in(package, part, whole=whole) if seen.hides else Hidden(whole)
    return Sheet(name, rows, first_row, first_column, hidden)


def _lost(package: Package, part: str, seen: Survey) -> dict[Place, Cell]:
    """What the reader of cells gives as blank and is not."""
    found: dict[Place, Cell] = {}
    if seen.errors:
        found.update(errors_in(package, part))
    if seen.formulas:
        found.update(without_results_in(package, part))
    return found
