"""Ids, NHS numbers, postcodes and area codes, however they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.identifiers import NhsNumber, read_id, read_nhs_number
from kith.exchange.workbooks.domain.readings.places import read_area_code, read_postcode
from kith.exchange.workbooks.domain.readings.text import read_label, read_text
from kith.files.api import Cell


@pytest.mark.parametrize(
    ("cell", "identifier"),
    [
        ("no00012", "NO00012"),
        (" NO00307 ", "NO00307"),
        ("NO 00 307", "NO00307"),
        (12.0, "12"),
        (12, "12"),
        ("\u200bNO1\u00a0", "NO1"),
        ("", None),
        ("  ", None),
        (None, None),
        ("12.5", "12.5"),
    ],
)
def test_an_id_is_the_same_however_it_is_typed(cell: Cell | None, identifier: str | None) -> None:
    assert read_id(cell) == identifier


@given(st.from_regex(r"[A-Z]{2}[0-9]{5}", fullmatch=True), st.integers(0, 6), st.booleans())
def test_space_and_case_change_no_id(identifier: str, place: int, lower: bool) -> None:
    typed = f" {identifier[:place]} {identifier[place:]}"
    assert read_id(typed.lower() if lower else typed) == identifier


def test_an_id_too_long_to_be_one_is_refused() -> None:
    with pytest.raises(CannotReadError, match="too long to be an ID; at most 60"):
        read_id("x" * 61, longest=60)


@pytest.mark.parametrize("cell", ["9993524719", "999 352 4719", "999-352-4719", 9993524719.0, " 9993524719 "])
def test_an_nhs_number_that_passes_its_check_is_ten_digits(cell: Cell) -> None:
    assert read_nhs_number(cell) == NhsNumber("9993524719", "valid")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("9990501069", "9990501069"),
        ("999 050 1069", "9990501069"),
        ("9999999999", "9999999999"),
        ("0000000000", "0000000000"),
        ("999352471", "999352471"),
        ("not given", "not given"),
        ("99935247190", "99935247190"),
        ("٩٩٩٣٥٢٤٧١٩", "٩٩٩٣٥٢٤٧١٩"),
    ],
)
def test_an_nhs_number_that_fails_its_check_is_kept_and_marked(cell: str, kept: str) -> None:
    assert read_nhs_number(cell) == NhsNumber(kept, "fails_check")


@pytest.mark.parametrize("cell", ["", " ", None])
def test_no_nhs_number_is_absent(cell: Cell | None) -> None:
    assert read_nhs_number(cell) == NhsNumber("", "absent")


@given(st.integers(0, 9_999_999_999))
def test_the_check_agrees_with_the_sum_worked_out_by_hand(number: int) -> None:
    digits = f"{number:010}"
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    passes = {11: 0}.get(check, check) == int(digits[9]) and len(set(digits)) > 1
    assert (read_nhs_number(digits).status == "valid") == passes


@pytest.mark.parametrize("cell", ["NX18 3JG", "nx183jg", " NX18  3JG ", "NX1 83JG"])
def test_a_postcode_has_its_one_space(cell: str) -> None:
    assert read_postcode(cell) == ("NX18 3JG", True)


@pytest.mark.parametrize(("cell", "kept"), [("NX18", "NX18"), ("near the  mill", "NEAR THE MILL"), ("12345", "12345")])
def test_another_form_of_postcode_is_kept_and_marked(cell: str, kept: str) -> None:
    assert read_postcode(cell) == (kept, False)


@pytest.mark.parametrize("cell", ["E01011140", " e01011140 ", "W01000001", "S01006506", "95AA01S1", "N20000001"])
def test_an_area_code_of_each_nation_is_known_by_its_form(cell: str) -> None:
    assert read_area_code(cell) == (cell.strip().upper(), True)


@pytest.mark.parametrize("cell", ["E0101114", "Weirdale 001A", "E02000001", "12"])
def test_another_form_of_area_code_is_marked(cell: str) -> None:
    assert read_area_code(cell)[1] is False


def test_blank_places_are_blank_and_no_question() -> None:
    assert read_postcode("") == ("", True)
    assert read_area_code(" ") == ("", True)


def test_words_keep_their_inner_marks_and_lose_outer_space() -> None:
    assert read_text("  ليلى\n👩🏽‍⚕️ \u00a0") == "ليلى\n👩🏽‍⚕️"
    assert read_label("  NHS \n Health  Check ") == "NHS Health Check"
    assert read_text("a\x00b") == "ab"


def test_words_too_long_for_their_place_are_refused() -> None:
    with pytest.raises(CannotReadError, match="has 32,767 characters; at most 200 fit here"):
        read_label("x" * 32_767, longest=200)
