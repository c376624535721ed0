"""Reads the cells of an .xls workbook in a process of its own: on a spoilt one the reader may end its process.

Run as `python -m kith.files.xls_child`: the workbook comes on standard input, and the cells leave on standard output.
"""

import io
import pickle
import subprocess
import sys
from typing import Any

from python_calamine import CalamineWorkbook

from kith.files.recognise import damaged

RawSheet = tuple[str, tuple[int, int] | None, list[list[Any]]]


def raw_sheets(data: bytes, called: str) -> list[RawSheet]:
    """Each sheet's name, where its filled box begins, and the cells of it. Raises WorkbookDamagedError."""
    child = subprocess.run([sys.executable, "-m", __name__], input=data, capture_output=True, check=False)  # noqa: S603
    if child.returncode != 0:
        raise damaged(called)
    sheets: list[RawSheet] = pickle.loads(child.stdout)  # noqa: S301  our own child's words
    return sheets


def _read(data: bytes) -> list[RawSheet]:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        sheets = [(name, workbook.get_sheet_by_index(place)) for place, name in enumerate(workbook.sheet_names)]
        return [(name, sheet.start, sheet.to_python(skip_empty_area=True)) for name, sheet in sheets]


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(_read(sys.stdin.buffer.read())))
