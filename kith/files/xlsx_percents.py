"""Which cells of an .xlsx sheet show a share of a hundred."""

import re
from collections.abc import Iterator

from kith.files.cells import column_number
from kith.files.package import Package
from kith.files.percent import BUILT_IN, is_percent
from kith.files.put import Place


def percent_styles(package: Package) -> frozenset[int]:
    """The numbers of the workbook's styles that show shares."""
    formats, shown, styles = set(map(str, BUILT_IN)), [], package.styles()
    for element in styles:
        kind = element.tag.rpartition("}")[2]
        if kind == "numFmt" and is_percent(element.get("formatCode", "")):
            formats.add(element.get("numFmtId", ""))
        elif kind == "cellXfs":
            shown = list(element)
    return frozenset(number for number, style in enumerate(shown) if style.get("numFmtId") in formats)


def percents_in(package: Package, part: str, styles: frozenset[int]) -> Iterator[Place]:
    """The places of a sheet with one of these styles."""
    numbers = "|".join(map(str, sorted(styles))).encode()
    cell = re.compile(
        rb"""<(?:\w{1,20}:)?c\b(?=[^>]{0,200}\bs=["'](?:%s)["'])[^>]{0,200}\br=["']([A-Za-z]{1,3})([0-9]{1,7})["']"""
        % numbers
    )
    places = {found for chunk in package.chunks(part) for found in cell.findall(chunk)}
    return ((int(row), column_number(letters.decode())) for letters, row in places)
