"""The errors a spreadsheet shows in place of a value."""

from kith.files.cells import Cell, CellError

NO_RESULT = "a formula without its result"
"""What stands for a formula whose result the program that wrote the file left out."""
BY_CODE = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
ERROR_CELLS: dict[str, Cell] = {text: CellError(text) for text in BY_CODE.values()}
"""Each error's text, where a format has no other way to write an error."""
