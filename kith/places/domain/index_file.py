"""Reads the deciles out of an index file."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from kith.kernel.errors import KithError


class WrongIndexFileError(KithError):
    """The file does not hold the index it was given as."""


def read_deciles(content: bytes, definition: Mapping[str, Any]) -> dict[str, int]:
    """The decile of each area, from a CSV laid out as one of the files of the index definition."""
    rows = csv.DictReader(io.StringIO(_text(content), newline=""))
    rows.fieldnames = [" ".join(name.split()) for name in rows.fieldnames or ()]
    file = _laid_out_as(rows.fieldnames, definition)
    deciles: dict[str, int] = {}
    for line, row in enumerate(_wanted(rows, file), start=2):
        area, decile = _read(row, line, file["columns"], definition)
        if deciles.setdefault(area, decile) != decile:
            raise WrongIndexFileError(f"The area {area} stands in the file twice with different deciles.")
    if not deciles:
        raise WrongIndexFileError(f"The file holds no area of {definition['title']}. Check that it is the right file.")
    return deciles


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongIndexFileError("The file is not a CSV file in UTF-8. Save it as CSV and try again.")


def _laid_out_as(found: Collection[str], definition: Mapping[str, Any]) -> Mapping[str, Any]:
    """The layout of which the file lacks no column."""
    lacking = [sorted(_columns(file) - set(found)) for file in definition["files"]]
    for file, missing in zip(definition["files"], lacking, strict=True):
        if not missing:
            return cast("Mapping[str, Any]", file)
    nearest = min(lacking, key=len)
    raise WrongIndexFileError(
        f"The file has no column {' and no column '.join(nearest)}, which {definition['title']} is read from."
    )


def _columns(file: Mapping[str, Any]) -> set[str]:
    return {*file["columns"].values(), file.get("only", {}).get("column")} - {None}


def _wanted(rows: Iterator[dict[str, str]], file: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    only = file.get("only")
    return (row for row in rows if not only or row[only["column"]] == only["value"])


def _read(row: Mapping[str, str], line: int, columns: Mapping[str, str], of: Mapping[str, Any]) -> tuple[str, int]:
    area, decile = ((row[columns[name]] or "").strip() for name in ("area", "decile"))
    if not re.match(of["area_code_pattern"], area):
        raise WrongIndexFileError(f"'{area}' in row {line} is not a code of {of['areas']}.")
    if decile.removesuffix(".0") not in {str(n) for n in range(1, 11)}:
        raise WrongIndexFileError(f"The decile '{decile}' of area {area} is not a whole number from 1 to 10.")
    return area, int(float(decile))
