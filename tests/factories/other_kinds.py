"""The sheets of a workbook written as other kinds of file, as other programs write them."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import xlwt

from kith.files.api import Cell, CellError, Sheet

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ERROR_CODES = {"#N/A": 0x2A, "#DIV/0!": 0x07, "#REF!": 0x17}
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}


def as_xls(sheets: Sequence[Sheet]) -> bytes:
    """An .xls workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        for number, row in sheet.numbered():
            for column, cell in enumerate(row, sheet.first_column - 1):
                if isinstance(cell, CellError):
                    page.row(number - 1).set_cell_error(column, _ERROR_CODES[str(cell)])
                elif isinstance(cell, dt.date):
                    page.write(number - 1, column, cell, day)
                elif cell != "":
                    page.write(number - 1, column, cell)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_ods(sheets: Sequence[Sheet]) -> bytes:
    """An .ods workbook, with runs of equal empty cells and rows written once, as office programs do."""
    tables = "".join(_ods_table(sheet) for sheet in sheets)
    return ods(f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>")


def ods(body: str, **parts: bytes) -> bytes:
    """An OpenDocument archive with this body."""
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>{body}</office:document-content>'
    )
    return archive({"mimetype": MIMETYPE.encode(), "content.xml": content.encode(), **parts})


def as_csv(sheet: Sheet, *, encoding: str = "utf-8-sig", between: str = ",") -> bytes:
    """A CSV file as Excel writes it on a British machine."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=between)
    writer.writerows([[]] * (sheet.first_row - 1))
    for row in sheet.rows:
        writer.writerow([""] * (sheet.first_column - 1) + [_csv_text(cell) for cell in row])
    return stream.getvalue().encode(encoding)


def as_zip_of_csv(sheets: Sequence[Sheet], *, encoding: str = "utf-8-sig", folder: str = "") -> bytes:
    """A zip with a CSV file for each sheet."""
    return archive({f"{folder}{sheet.name}.csv": as_csv(sheet, encoding=encoding) for sheet in sheets})


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def _ods_table(sheet: Sheet) -> str:
    above = f'<table:table-row table:number-rows-repeated="{sheet.first_row - 1}"><table:table-cell/></table:table-row>'
    rows = above if sheet.first_row > 1 else ""
    rows += "".join(f"<table:table-row>{_ods_row(row, sheet.first_column - 1)}</table:table-row>" for row in sheet.rows)
    below = '<table:table-row table:number-rows-repeated="1040000"><table:table-cell/></table:table-row>'
    return f"<table:table table:name={quoteattr(sheet.name)}>{rows}{below}</table:table>"


def _ods_row(row: Sequence[Cell], before: int) -> str:
    cells, empty = [], before
    for cell in row:
        if cell == "":
            empty += 1
            continue
        if empty:
            cells.append(f'<table:table-cell table:number-columns-repeated="{empty}"/>')
            empty = 0
        cells.append(_ods_cell(cell))
    return "".join(cells) + '<table:table-cell table:number-columns-repeated="16000"/>'


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, CellError):
        kind, shown = 'office:value-type="string" office:string-value="" calcext:value-type="error"', str(cell)
    elif isinstance(cell, dt.date):
        kind, shown = f'office:value-type="date" office:date-value="{cell.isoformat()}"', f"{cell:%d/%m/%Y}"
    elif isinstance(cell, int | float):
        kind, shown = f'office:value-type="float" office:value="{cell!r}"', f"{cell:g}"
    else:
        kind, shown = 'office:value-type="string"', str(cell)
    lines = "".join(f"<text:p>{_ods_words(line)}</text:p>" for line in shown.split("\n"))
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"


def _ods_words(line: str) -> str:
    words = escape(line).replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')
    if words.startswith(" "):
        words = f"<text:s/>{words[1:]}"
    return f"{words[:-1]}<text:s/>" if words.endswith(" ") else words


def _csv_text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else str(cell)
