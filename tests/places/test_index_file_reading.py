"""An index file is read for England's own deciles, or refused with a sentence."""

import pytest

from kith.kernel import definitions
from kith.places.api import WrongIndexFileError
from kith.places.domain.index_file import read_deciles

HEADER = "nation,lsoa,original_decile"


def _read(*rows: str, header: str = HEADER) -> dict[str, int]:
    content = "\n".join([header, *rows]).encode()
    return read_deciles(content, definitions.load("indices", "imd-2019-england"))


def test_deciles_of_england_only() -> None:
    assert _read("E,E01000001,9", "S,S01006506,3", "E,E01000002,1.0") == {"E01000001": 9, "E01000002": 1}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["E,E0100000,9"], "'E0100000' in row 2 is not a code"),
        (["E,E01000001,11"], "not a whole number from 1 to 10"),
        (["E,E01000001,"], "not a whole number from 1 to 10"),
        (["E,E01000001,9", "E,E01000001,8"], "twice with different deciles"),
        (["S,S01006506,3"], "no area of English Index"),
    ],
)
def test_wrong_rows_are_told(rows: list[str], words: str) -> None:
    with pytest.raises(WrongIndexFileError, match=words):
        _read(*rows)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(WrongIndexFileError, match="no column original_decile"):
        _read("E,E01000001", header="nation,lsoa")


def test_a_file_in_another_writing_is_told() -> None:
    with pytest.raises(WrongIndexFileError, match="Save it as CSV"):
        read_deciles(b"\xff\xfe\x00", definitions.load("indices", "imd-2019-england"))


FILE_7 = "Local Authority District code (2024),Index of Multiple Deprivation (IMD) Score,{decile}"
DECILE = "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"


@pytest.mark.parametrize(("index", "census"), [("imd-2019-england", "2011"), ("imd-2025-england", "2021")])
def test_file_7_of_each_edition_is_read(index: str, census: str) -> None:
    heading = f'LSOA code ({census}),LSOA name ({census}),"{FILE_7.format(decile=DECILE)}"'.replace('"', "")
    content = f"{heading}\nE01000001,City 001A,E09000001,6.2,9\nE01033701,City 002B,E09000001,60.1,1\n".encode()
    assert read_deciles(content, definitions.load("indices", index)) == {"E01000001": 9, "E01033701": 1}


def test_file_7_of_one_edition_is_not_taken_for_the_other() -> None:
    content = f"LSOA code (2011),{DECILE}\nE01000001,9\n".encode()
    with pytest.raises(WrongIndexFileError, match=r"no column LSOA code \(2021\)"):
        read_deciles(content, definitions.load("indices", "imd-2025-england"))
