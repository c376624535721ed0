"""A file of people is read by area, sex, age band and ethnicity, or refused with the row and the reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel import definitions
from kith.places.domain.age_bands import read_ages
from kith.places.domain.population_file import PopulationRead, WrongPopulationFileError, read_population

HEADING = "area,sex,age band,ethnicity,people"


def _read(folder: Path, *rows: str, heading: str = HEADING) -> PopulationRead:
    path = folder / "people.csv"
    path.write_text("\n".join([heading, *rows]), encoding="utf-8-sig")
    return read_population(path, definitions.load("populations", "long"))


def test_people_are_added_up_along_what_is_not_asked_for(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "E01000001,Female,0-15,White: British,10",
        "E01000001,Male,16 to 24,White: British,5",
        "E01000001,F,aged 20 years,White: Roma,1",
        'E01000002,m,85+,Arab,"1,200"',
    )
    assert read.people == {
        ("E01000001", "everybody", ""): 16,
        ("E01000001", "sex", "female"): 11,
        ("E01000001", "sex", "male"): 5,
        ("E01000001", "age_band", "under 16"): 10,
        ("E01000001", "age_band", "16 to 24"): 6,
        ("E01000001", "ethnicity", "A"): 15,
        ("E01000001", "ethnicity", "C"): 1,
        ("E01000002", "everybody", ""): 1200,
        ("E01000002", "sex", "male"): 1200,
        ("E01000002", "age_band", "85 and over"): 1200,
        ("E01000002", "ethnicity", "S"): 1200,
    }
    assert (read.areas(), read.divisions()) == (2, ("sex", "age_band", "ethnicity"))


def test_a_file_of_several_tables_counts_nobody_twice(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "E01000001,,,,100",
        "E01000001,Female,All ages,,60",
        "E01000001,Male,All ages,,40",
        "E01000001,Total,,A,90",
        "E01000001,Total,,J,10",
        "E01000001,Female,90+,,3",
    )
    assert read.people["E01000001", "everybody", ""] == 100
    assert read.people["E01000001", "sex", "female"] == 60
    assert read.people["E01000001", "ethnicity", "J"] == 10
    assert read.people["E01000001", "age_band", "85 and over"] == 3


def test_a_table_of_the_statistics_office_is_read_as_it_comes(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "E01000001,City 001A,1,Female,-8,Does not apply,0",
        'E01000001,City 001A,1,Female,8,"Asian, Asian British or Asian Welsh: Indian",7',
        heading=(
            "Lower layer Super Output Areas Code,Lower layer Super Output Areas,Sex (2 categories) Code,"
            "Sex (2 categories),Ethnic group (20 categories) Code,Ethnic group (20 categories),Observation"
        ),
    )
    assert read.people["E01000001", "ethnicity", "H"] == 7
    assert read.divisions() == ("sex", "ethnicity")


@pytest.mark.parametrize(
    ("heading", "census"), [("LSOA21CD,people", "2021"), ("lsoa11cd,people", "2011"), ("area,people", "")]
)
def test_headings_say_of_which_census_the_areas_are(tmp_path: Path, heading: str, census: str) -> None:
    assert _read(tmp_path, "E01000001,7", heading=heading).census == census


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("E0100000,F,,,1", "'E0100000' in row 2 is not the code"),
        ("E01000001,Z,,,1", "'Z' in row 2 is no sex"),
        ("E01000001,,15-19,,1", "lies in two bands of the report"),
        ("E01000001,,young,,1", "'young' in row 2 is no age band"),
        ("E01000001,,,Klingon,1", "'Klingon' in row 2 is no ethnicity"),
        ("E01000001,,,,some", "'some' in row 2 is not a number of people"),
        ("", "holds nobody"),
    ],
)
def test_a_row_that_cannot_be_read_is_told(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(WrongPopulationFileError, match=words):
        _read(tmp_path, row)


def test_missing_columns_are_told(tmp_path: Path) -> None:
    with pytest.raises(WrongPopulationFileError, match="no column for area and none for people"):
        _read(tmp_path, "1", heading="decile")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("16-24", (16, 24)),
        ("Aged 16 to 24 years", (16, 24)),
        ("under 16", (0, 15)),
        ("Aged 15 years and under", (0, 15)),
        ("15 and under", (0, 15)),
        ("90+", (90, 130)),
        ("85 and over", (85, 130)),
        ("34", (34, 34)),
        ("24-16", None),
        ("0", (0, 0)),
        ("1-2-3", None),
        ("under 0", None),
        ("", None),
    ],
)
def test_age_bands_are_read_as_they_are_written(text: str, ages: tuple[int, int] | None) -> None:
    assert read_ages(text) == ages


@given(st.text(max_size=30))
def test_any_text_is_an_age_band_or_none(text: str) -> None:
    ages = read_ages(text)
    assert ages is None or 0 <= ages[0] <= ages[1] <= 130


def test_the_bands_of_the_layout_are_those_of_the_report() -> None:
    bands = [each["band"] for each in definitions.load("populations", "long")["bands"]]
    reported = definitions.load("metrics", "reach.age_band")["group"]["age_band"]["values"]
    assert [*bands, "not_known"] == reported
