"""Reads the deciles out of an index file."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kith.kernel.errors import KithError


class WrongIndexFileError(KithError):
    """The file does not hold the index it was given as."""


def read_deciles(content: bytes, definition: Mapping[str, Any]) -> dict[str, int]:
    """The decile of each area, from a CSV laid out as the index definition says."""
    rows = csv.DictReader(io.StringIO(_text(content), newline=""))
    _check_columns(rows.fieldnames or (), definition)
    deciles: dict[str, int] = {}
    for line, row in enumerate(_wanted(rows, definition), start=2):
        area, decile = _read(row, line, definition)
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


def _check_columns(found: Any, definition: Mapping[str, Any]) -> None:
    wanted = set(definition["columns"].values()) | {definition.get("only", {}).get("column")} - {None}
    if missing := sorted(wanted - set(found)):
        raise WrongIndexFileError(
            f"The file has no column {' and no column '.join(missing)}, which {definition['title']} is read from."
        )


def _wanted(rows: Iterator[dict[str, str]], definition: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    only = definition.get("only")
    return (row for row in rows if not only or row[only["column"]] == only["value"])


def _read(row: Mapping[str, str], line: int, definition: Mapping[str, Any]) -> tuple[str, int]:
    area, decile = (row[definition["columns"][name]] or "" for name in ("area", "decile"))
    if not re.match(definition["area_code_pattern"], area):
        raise WrongIndexFileError(f"'{area}' in row {line} is not a code of {definition['areas']}.")
    if decile.removesuffix(".0") not in {str(n) for n in range(1, 11)}:
        raise WrongIndexFileError(f"The decile '{decile}' of area {area} is not a whole number from 1 to 10.")
    return area, int(float(decile))
