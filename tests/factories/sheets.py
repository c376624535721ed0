"""A small workbook held in memory, right in every cell, for tests that spoil one."""

from collections.abc import Sequence

from kith.files.api import Cell, Sheet
from tests.factories.workbook_words import HEADINGS

ROWS: dict[str, list[list[Cell]]] = {
    "Staff": [["HT001", "Una Gill", "Qualified", "01/05/2020", "E01900001", "", ""]],
    "Clients": [
        [
            "WD1",
            "Cai",
            "Eze",
            "24-Jul-67",
            "M",
            "White other",
            "",
            "NX1 8NE",
            "E01900002",
            "Y",
            "Y",
            "24/06/2024",
            "HT001",
        ],
        ["WD2", "Siân", "O'Dowd", "01/02/1980", "F", "Mixed", "", "NX2 8NE", "", "", "", "25/06/2024", "HT001"],
    ],
    "Referrals": [["R1", "WD1", "GP", "24/06/2024", "Accepted", ""]],
    "PHPs": [["P1", "WD1", "Diet", "", "02/07/2024", 7.0, 4.0, "", ""]],
    "Sessions": [["S1", "WD1", "HT001", "07/07/2024", 60.0, "Video", "Y", "Went well."]],
    "Measures": [["WD1", "BMI", "Baseline", "24/06/2024", 37.2]],
    "Signposting": [["WD1", "14/07/2024", "Walking group", ""]],
}


def sheet(name: str, rows: Sequence[Sequence[Cell]], *, headings: Sequence[Cell] | None = None) -> Sheet:
    """A sheet as an export lays it out: a title, an empty row, the headings in row 3."""
    top: list[Sequence[Cell]] = [[f"Weirdale - {name}"], [], headings or HEADINGS[name]]
    return Sheet(name, [*top, *rows])


def sheets(**rows: Sequence[Sequence[Cell]]) -> list[Sheet]:
    """The whole small workbook, with the rows of some sheets replaced."""
    return [sheet(name, rows.get(name, ROWS[name])) for name in HEADINGS]


def changed(name: str, heading: str, cell: Cell) -> list[Sheet]:
    """The whole small workbook, with one cell of a sheet's first row changed."""
    first = list(ROWS[name][0])
    first[HEADINGS[name].index(heading)] = cell
    return sheets(**{name: [first, *ROWS[name][1:]]})
