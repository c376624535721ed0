"""A file of people is read by area, sex, age band and ethnicity, or refused with the row and the reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel import definitions
from kith.places.domain.age_bands import read_ages
from kith.places.domain.population_ages import check_ages_are_whole
from kith.places.domain.population_file import PopulationRead, read_population
from kith.places.domain.population_rows import WrongPopulationFileError

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
        'E01000002,m,25-34,Arab,"1,200"',
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
        ("E01000002", "age_band", "25 to 34"): 1200,
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
        "E01000001,Female,85+,,3",
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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("E01000001,F,16-24,A,1", "e01000001,Female,16 to 24,White British,1"),
        ("E01000001,F,16-24,A,1", "E01000001,F,20,A,2"),
        ("E01000001,,,,1", "E01000001,All,All ages,,1"),
        ("E01000001,,,Arab,1", "E01000001,,,Other ethnic group: Arab,1"),
        ("E01000001,,0-15,,1", "E01000001,,under 16,,1"),
    ],
)
def test_people_counted_by_two_rows_are_told_with_both(tmp_path: Path, first: str, second: str) -> None:
    with pytest.raises(WrongPopulationFileError) as refused:
        _read(tmp_path, first, "E01000002,F,0-15,A,7", second)
    assert "Row 4 (E01000001" in refused.value.sentence
    assert "has counted" in refused.value.sentence
    assert "row 2 (E01000001" in refused.value.sentence
    assert "Delete one" in refused.value.sentence


def test_groups_that_the_report_has_together_stand_beside_each_other(tmp_path: Path) -> None:
    groups = ("White other", "White: Roma", "White: Gypsy or Irish Traveller")
    read = _read(
        tmp_path, *(f"E01000001,{sex},{age},{each},1" for sex in "FM" for age in ("0-7", "8-15") for each in groups)
    )
    assert read.people["E01000001", "ethnicity", "C"] == 12


def test_parts_of_the_layout_are_spellings_of_one_group_each() -> None:
    layout = definitions.load("populations", "long")
    codes = {word: code for code, words in layout["ethnicity"].items() for word in words}
    assert layout["parts"]
    for words in layout["parts"]:
        assert len({codes[word] for word in words}) == 1


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        (["0-15", "25-34"], "none is of people aged 16 to 24, though some are of younger and some of older"),
        (["75", "76", "78-84"], "none is of people aged 77, though"),
        (["75-84", "90+"], "none is of people aged 85 to 89, though"),
        (["18-24", "25-34"], "begin at 18, in the midst of the report's band '16 to 24'"),
        (["16-24", "25-29"], "end at 29, in the midst of the report's band '25 to 34'"),
        (["90+"], "begin at 90, in the midst of the report's band '85 and over'"),
    ],
)
def test_age_that_lacks_is_told(tmp_path: Path, ages: list[str], words: str) -> None:
    with pytest.raises(WrongPopulationFileError, match=words) as refused:
        _read(tmp_path, *(f"E01000001,F,{each},,1" for each in ages))
    assert "the rows by sex and age band" in refused.value.sentence
    assert "Add " in refused.value.sentence


@given(st.sets(st.integers(0, 130), min_size=1))
def test_ages_are_whole_or_the_first_that_lacks_is_told(ages: set[int]) -> None:
    """Beside a plain reading: whole bands, none lacking between two others."""
    bands = definitions.load("populations", "long")["bands"]
    has = [set(range(each["from"], each["to"] + 1)) <= ages for each in bands[:-1]] + [85 in ages]
    part = [bool(ages & set(range(each["from"], each["to"] + 1))) for each in bands]
    in_a_row = "01" not in "".join(str(int(each)) for each in has).strip("0")
    try:
        check_ages_are_whole(sum(1 << age for age in ages), bands, "age band")
    except WrongPopulationFileError:
        assert has != part or not in_a_row
    else:
        assert has == part
        assert in_a_row


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        (["0-15", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+"], []),
        ([*map(str, range(90)), "90+"], []),
        (["16-24", "25-34"], ["Nobody in it is younger than 16.", "Nobody in it is older than 34."]),
        ([], []),
    ],
)
def test_ages_that_lack_at_either_end_are_said(tmp_path: Path, ages: list[str], words: list[str]) -> None:
    read = _read(tmp_path, "E01000001,F,,,9", *(f"E01000001,,{each},,1" for each in ages))
    assert [each.split(" Shares")[0] for each in read.lacking] == words


def test_area_without_an_age_band_that_others_have_is_said(tmp_path: Path) -> None:
    read = _read(
        tmp_path, "E01000001,,0-15,,1", "E01000001,,16-24,,0", "E01000002,,under 16,,1", "E01000003,,0-15,,1",
        "E01000003,,16-24,,1",
    )  # fmt: skip
    assert "1 area has no row for an age band that others have, first E01000002 ('16 to 24')" in read.lacking[-1]


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
