"""Which sheets, columns and rows of an OpenDocument workbook are hidden, gathered while its XML goes by."""

from collections.abc import Mapping

from kith.files.cells import Hidden
from kith.files.ods_values import TABLE

_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_NOT_SHOWN = frozenset({"collapse", "filter"})
_LAST_COLUMN = 16_384


class OdsHidden:
    """Told of each element and each row of a sheet; `of_sheet` is what is hidden of the sheet that goes by."""

    def __init__(self) -> None:
        self._styles: set[str] = set()
        self._style = ""
        self._whole = False
        self._columns: set[int] = set()
        self._rows: set[int] = set()
        self._column = 0

    def begin(self, element: str, attributes: Mapping[str, str], times: int) -> None:
        """An element; `times` is how many columns it stands for."""
        if element == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif element == f"{_STYLE}table-properties" and attributes.get(f"{TABLE}display") == "false":
            self._styles.add(self._style)
        elif element == f"{TABLE}table":
            self._whole = attributes.get(f"{TABLE}style-name", "") in self._styles
            self._columns, self._rows, self._column = set(), set(), 0
        elif element == f"{TABLE}table-column":
            if _is_hidden(attributes):
                self._columns.update(range(self._column + 1, min(self._column + times, _LAST_COLUMN) + 1))
            self._column += times

    def row(self, attributes: Mapping[str, str], first: int, times: int) -> None:
        """A filled row, and how often it is repeated."""
        if _is_hidden(attributes):
            self._rows.update(range(first, first + times))

    def of_sheet(self) -> Hidden:
        """What is hidden of the sheet."""
        return Hidden(self._whole, frozenset(self._columns), frozenset(self._rows))


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return attributes.get(f"{TABLE}visibility") in _NOT_SHOWN
