"""Which columns and rows of an .xlsx sheet are hidden, by hand or by a filter."""

import re

from kith.files.cells import Hidden
from kith.files.package import Package

_LAST_COLUMN = 16_384
_COLUMNS = re.compile(rb"""<(?:\w{1,20}:)?col\b(?=[^>]{0,300}\bhidden=["'](?:1|true)["'])([^>]{0,300})>""")
_ENDS = {name: re.compile(rb"""\b%s=["']([0-9]{1,5})["']""" % name) for name in (b"min", b"max")}
_ROW = re.compile(
    rb"""<(?:\w{1,20}:)?row\b(?=[^>]{0,300}\bhidden=["'](?:1|true)["'])[^>]{0,300}?\br=["']([0-9]{1,7})["']"""
)


def hidden_in(package: Package, part: str, *, whole: bool) -> Hidden:
    """What is hidden of the sheet in a part; `whole` says whether all of it is."""
    columns: set[int] = set()
    rows: set[int] = set()
    for chunk in package.chunks(part):
        if b"hidden=" in chunk:
            rows.update(map(int, _ROW.findall(chunk)))
            for column in _COLUMNS.findall(chunk):
                columns.update(_columns(column))
    return Hidden(whole, frozenset(columns), frozenset(rows))


def _columns(said: bytes) -> range:
    first, last = (pattern.search(said) for pattern in _ENDS.values())
    return range(int(first[1]), min(int(last[1]), _LAST_COLUMN) + 1) if first and last else range(0)
