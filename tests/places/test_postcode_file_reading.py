"""A postcode lookup is read in every layout it comes in, or refused with a sentence."""

from pathlib import Path

import pytest

from kith.places.domain.postcode_file import PostcodeFile, PostcodeRow, WrongPostcodeFileError
from tests.places import lookups


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        (lookups.ONSPD_2023, ("2011", "2021")),
        (lookups.ONSPD_2023.upper(), ("2011", "2021")),
        (lookups.NSPL_2025, ("2021",)),
        (lookups.NSPL_2011, ("2011",)),
        (lookups.NSPL_2021, ("2021",)),
        (lookups.BY_OUTPUT_AREA, ("2011",)),
    ],
)
def test_each_layout_gives_its_areas(tmp_path: Path, heading: str, years: tuple[str, ...]) -> None:
    rows = lookups.lookup(tmp_path, heading.lower())
    rows.write_bytes(rows.read_bytes().replace(heading.lower().encode(), heading.encode()))
    file = PostcodeFile(rows)
    assert file.years() == years
    first, second, third, abroad = file.rows()
    areas = [area if year in years else "" for year, area in (("2011", "E01000001"), ("2021", "E01033701"))]
    assert first == PostcodeRow("NX11AA", *areas, 0)
    assert (second.ended, third.ended, third.key) == (202408, 199606, "NX183JG")
    assert abroad[1:3] == ("", "")
    assert (file.postcodes, file.ended, file.refused) == (4, 2, 0)
    assert file.with_area == {year: 3 if year in years else 0 for year in ("2011", "2021")}


@pytest.mark.parametrize(
    ("written", "ended"), [("202408", 202408), ("2024-08", 202408), ("2024-08-01", 202408), (" ", 0)]
)
def test_the_month_in_which_a_postcode_ended_is_read_however_it_is_written(
    tmp_path: Path, written: str, ended: int
) -> None:
    path = lookups.lookup(tmp_path, "pcds,doterm,lsoa11", rows=())
    path.write_text(f"pcds,doterm,lsoa11\nNX1 1AB,{written},E01000002\n")
    assert [row.ended for row in PostcodeFile(path).rows()] == [ended]


def test_a_postcode_that_ended_in_no_month_is_not_taken_as_in_use(tmp_path: Path) -> None:
    path = lookups.lookup(tmp_path, "pcds,doterm,lsoa11", rows=())
    path.write_text("pcds,doterm,lsoa11\nNX1 1AB,Aug 24,E01000002\n")
    file = PostcodeFile(path)
    assert (list(file.rows()), file.refused, file.first_refused) == ([], 1, 2)


def test_a_row_without_a_postcode_is_left_out_and_counted(tmp_path: Path) -> None:
    path = lookups.lookup(tmp_path, "pcds,doterm,lsoa11", rows=())
    path.write_text("pcds,doterm,lsoa11\nnone,,E01000001\nNX1 1AA\nNX1 1AB,,E01000002\n")
    file = PostcodeFile(path)
    assert [row.key for row in file.rows()] == ["NX11AB"]
    assert (file.refused, file.first_refused) == (2, 2)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("area,decile", "no postcode lookup"),
        ("pcds,lsoa11", "no postcode lookup"),
        ("pcds,doterm,oslaua", "neither lsoa11 nor lsoa21"),
        ("", "no postcode lookup"),
    ],
)
def test_another_file_is_told(tmp_path: Path, heading: str, words: str) -> None:
    (tmp_path / "file.csv").write_text(heading)
    with pytest.raises(WrongPostcodeFileError, match=words):
        PostcodeFile(tmp_path / "file.csv").years()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongPostcodeFileError, match=r"nowhere.csv cannot be read"):
        PostcodeFile(tmp_path / "nowhere.csv").digest()
