"""Raw reading of an .xlsx workbook: the cells of every sheet, or one sentence saying why not."""

import io
from collections.abc import Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from kith.files.cell_errors import errors_in, put_errors
from kith.files.cells import Cell, Sheet
from kith.files.errors import FileMissingError, WorkbookLockedError
from kith.files.limits import LIMITS, Limits
from kith.files.package import Package
from kith.files.recognise import check_is_packed_workbook, check_size, damaged
from kith.files.repeated_text import check_text
from kith.files.survey import check_reach, survey

_EMPTY: tuple[Cell, ...] = ()


def read_sheets(source: Path | str | bytes, *, name: str = "", limits: Limits = LIMITS) -> list[Sheet]:
    """Every worksheet of a workbook, in its order.

    `name` is what sentences call the file when the path is not what its owner knows it by.
    Row and column numbers are those the spreadsheet shows. Raises a FileProblemError.
    """
    data, called = (source, name or "The file") if isinstance(source, bytes) else _bytes_of(Path(source), name, limits)
    check_is_packed_workbook(data, called, limits)
    package = Package(data, called, limits)
    check_text(package, limits)
    parts = package.sheet_parts()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            worksheets = [one.name for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            return [_read(workbook, package, parts.get(sheet, ""), sheet, limits) for sheet in worksheets]
    except PasswordError as wrong:
        raise WorkbookLockedError(f"{called} is locked with a password. Save it again without one.") from wrong
    except CalamineError as wrong:
        raise damaged(called) from wrong


def _bytes_of(path: Path, name: str, limits: Limits) -> tuple[bytes, str]:
    called = name or path.name
    try:
        check_size(path.stat().st_size, called, limits)
        return path.read_bytes(), called
    except FileNotFoundError as wrong:
        raise FileMissingError(f"There is no file {path}.") from wrong
    except OSError as wrong:
        raise FileMissingError(f"{called} cannot be opened: {wrong.strerror}.") from wrong


def _read(workbook: CalamineWorkbook, package: Package, part: str, name: str, limits: Limits) -> Sheet:
    if not package.has(part):
        raise damaged(package.name)
    seen = survey(package, part)
    if seen.far:
        check_reach(package, part, name, limits)
    raw = workbook.get_sheet_by_name(name)
    if raw.start is None:
        return Sheet(name, [])
    rows = _rows(raw, truths=seen.truths)
    first_row, first_column = raw.start[0] + 1, raw.start[1] + 1
    if seen.errors:
        put_errors(rows, errors_in(package, part), first_row=first_row, first_column=first_column)
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(name, rows, first_row, first_column)


def _rows(raw: CalamineSheet, *, truths: bool) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = []
    for row in raw.to_python(skip_empty_area=True):
        if row.count("") == len(row):
            rows.append(_EMPTY)
        else:
            rows.append([_as_shown(cell) for cell in row] if truths else row)
    return rows


def _as_shown(cell: Cell | bool) -> Cell:
    if cell is True:
        return "TRUE"
    return "FALSE" if cell is False else cell
