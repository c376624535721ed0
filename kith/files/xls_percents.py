"""Which cells of an .xls workbook show a share of a hundred.

Source: Microsoft, [MS-XLS], sections 2.4.126 (Format), 2.4.353 (XF), 2.4.175 (MulRk).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from kith.files.percent import BUILT_IN, is_percent

FORMAT, STYLE = 0x041E, 0xE0
_WIDE = 1


@dataclass(slots=True)
class PercentStyles:
    """The styles that show shares, gathered from the workbook's records as they go by."""

    _formats: set[int] = field(default_factory=lambda: set(BUILT_IN))
    _styles: list[int] = field(default_factory=list)

    def meet(self, kind: int, content: bytes) -> None:
        """One record."""
        if kind == FORMAT and len(content) >= 5 and is_percent(_text(content)):
            self._formats.add(struct.unpack_from("<H", content)[0])
        elif kind == STYLE and len(content) >= 4:
            self._styles.append(struct.unpack_from("<H", content, 2)[0])

    def shown_by(self, style: int) -> bool:
        """Whether cells of this style show shares."""
        return style < len(self._styles) and self._styles[style] in self._formats


def columns_in(content: bytes, *, several: bool) -> Iterator[tuple[int, int]]:
    """The column and style of each cell of a record; both counted from 0."""
    _, column, style = struct.unpack_from("<HHH", content)
    if not several:
        yield column, style
        return
    for number, place in enumerate(range(4, len(content) - 7, 6)):
        yield column + number, struct.unpack_from("<H", content, place)[0]


def _text(content: bytes) -> str:
    letters = content[5:]
    return letters.decode("utf-16-le", "replace") if content[4] & _WIDE else letters.decode("latin-1")
