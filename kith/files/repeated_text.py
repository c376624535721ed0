"""Text that a workbook stores once and shows in many cells: small when packed, huge when read."""

import re
from collections.abc import Iterator

from kith.files.errors import WorkbookUnpacksTooLargeError
from kith.files.limits import Limits
from kith.files.package import Package

_STORE = "xl/sharedStrings.xml"
_REFERENCE = re.compile(rb"""\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>([0-9]+)<""")
_END = re.compile(rb"</(?:\w+:)?si>")
_CARRIED = 16
_LONG = 2000


def check_text(package: Package, limits: Limits) -> None:
    """Refuses a workbook whose long shared texts add up to more than can be held."""
    lengths = {index: length for index, length in enumerate(_lengths(package)) if length > _LONG}
    total = sum(lengths.get(index, 0) for index in _references(package)) if lengths else 0
    if total > limits.text_characters:
        raise WorkbookUnpacksTooLargeError(
            f"{package.name} repeats long texts until they fill {total / 1048576:,.0f} MB, which no ordinary "
            "workbook does. It was not opened. Export it again, or ask who sent it."
        )


def _lengths(package: Package) -> Iterator[int]:
    """The rough length of each shared text, in the order in which cells refer to them."""
    if not package.has(_STORE):
        return
    length, carried = 0, b""
    for chunk in package.chunks(_STORE, overlap=0):
        *ended, rest = _END.split(carried + chunk)
        for piece in ended:
            yield length + len(piece)
            length = 0
        length += max(len(rest) - _CARRIED, 0)
        carried = rest[-_CARRIED:]


def _references(package: Package) -> Iterator[int]:
    for part in package.sheet_parts().values():
        for chunk in package.chunks(part) if package.has(part) else ():
            yield from map(int, _REFERENCE.findall(chunk))
