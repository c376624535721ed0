"""Which area somebody lives in: the postcode governs, nothing is guessed, two censuses are never mixed."""

import datetime as dt

import pytest

from kith.places.api import Found, home_of

DAY = dt.date(2024, 8, 31)
IN_2011, IN_2021 = "E01000001", "E01033701"


def _home(postcode: str = "NX1 1AA", given: str = "", ended: int = 0, year: str = "2011", on: dt.date | None = DAY):
    found = {"2011": Found(IN_2011, ended), "2021": Found(IN_2021, ended)}
    return home_of(postcode=postcode, given=given, on=on, found=found, year=year)


def test_a_postcode_gives_the_area_of_each_census() -> None:
    assert _home() == (IN_2011, IN_2021, "postcode", False)
    assert _home("nx11aa", year="2021").known_by == "postcode"


def test_the_postcode_goes_before_the_area_of_the_file_and_says_that_they_differ() -> None:
    assert _home(given="E01000009") == (IN_2011, IN_2021, "postcode", True)
    assert not _home(given=IN_2011).differs


@pytest.mark.parametrize(
    ("ended", "on", "known_by"),
    [
        (202408, dt.date(2024, 8, 31), "postcode"),
        (202408, dt.date(2024, 9, 1), "ended"),
        (202408, dt.date(2023, 1, 1), "postcode"),
        (199606, None, "postcode"),
        (0, dt.date(2030, 1, 1), "postcode"),
    ],
)
def test_a_postcode_out_of_use_counts_for_those_who_came_while_it_was_in_use(
    ended: int, on: dt.date | None, known_by: str
) -> None:
    home = _home(ended=ended, on=on)
    assert home.known_by == known_by
    assert home.area_2011 == (IN_2011 if known_by == "postcode" else "")


def test_the_area_of_the_file_stands_in_where_the_postcode_gives_none() -> None:
    assert _home(given="E01000009", ended=199606) == ("E01000009", "E01000009", "file", False)
    assert _home("", given="E01000009").known_by == "file"
    assert _home("ZZ99 3WZ", given="E01000009").known_by == "file"


def test_no_fixed_abode_has_no_area_whatever_the_file_says() -> None:
    assert _home("zz993vz", given="E01000009") == ("", "", "no_fixed_abode", False)


@pytest.mark.parametrize(
    ("postcode", "found", "known_by"),
    [
        ("NX9 9ZZ", Found(None, 0), "not_held"),
        ("NX9 9ZZ", Found("", 0), "not_held"),
        ("NX9 9ZZ", None, "not_looked_up"),
        ("somewhere", Found(None, 0), "not_held"),
        ("ZZ99 3WZ", Found(None, 0), "elsewhere"),
        ("ZZ99 3CZ", None, "elsewhere"),
        ("  ", Found(None, 0), "nothing"),
    ],
)
def test_why_an_area_is_not_known_is_kept(postcode: str, found: Found | None, known_by: str) -> None:
    home = home_of(postcode=postcode, given="", on=DAY, found={"2011": found}, year="2011")
    assert home == ("", "", known_by, False)


def test_an_index_of_one_census_takes_no_area_of_the_other() -> None:
    found = {"2011": None, "2021": Found(IN_2021, 0)}
    home = home_of(postcode="NX1 1AA", given="", on=DAY, found=found, year="2011")
    assert home == ("", IN_2021, "not_looked_up", False)
