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
