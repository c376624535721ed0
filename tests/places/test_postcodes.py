"""A postcode is written in one way, and is one or is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.places.domain.postcodes import NO_FIXED_ABODE, is_invented, key_of, tidy_postcode

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
FORMS = ("A9", "A99", "AA9", "AA99", "A9A", "AA9A")
PLACES = {
    "first": "ABCDEFGHIJKLMNOPRSTUWYZ",
    "second": "ABCDEFGHKLMNOPQRSTUVWXY",
    "A9A": "ABCDEFGHJKPSTUW",
    "AA9A": "ABEHMNPRVWXY",
}


@st.composite
def postcodes(draw: st.DrawFn) -> str:
    """A postcode in one of its six forms."""
    form = draw(st.sampled_from(FORMS))
    out = draw(st.sampled_from(PLACES["first"]))
    if form.startswith("AA"):
        out += draw(st.sampled_from(PLACES["second"]))
    out += draw(st.text("0123456789", min_size=form.count("9"), max_size=form.count("9")))
    if form in PLACES:
        out += draw(st.sampled_from(PLACES[form]))
    return f"{out} {draw(st.sampled_from('0123456789'))}{draw(st.text(LETTERS, min_size=2, max_size=2))}"


@given(postcodes(), st.lists(st.integers(0, 8), max_size=4), st.data())
def test_a_postcode_is_the_same_however_it_is_typed(postcode: str, spaces: list[int], data: st.DataObject) -> None:
    typed = "".join(data.draw(st.sampled_from([letter, letter.lower()])) for letter in postcode if letter != " ")
    for place in spaces:
        typed = typed[:place] + data.draw(st.sampled_from(" \t\u00a0")) + typed[place:]
    assert tidy_postcode(typed) == postcode
    assert key_of(typed) == postcode.replace(" ", "")


@given(st.text(max_size=12))
def test_what_is_taken_stays_as_it_is_and_has_one_space(text: str) -> None:
    tidy = tidy_postcode(text)
    assert tidy_postcode(tidy) == tidy
    assert tidy == "" or (tidy.count(" ") == 1 and tidy[-4] == " " and key_of(tidy) == key_of(text))


@pytest.mark.parametrize("text", ["", "  ", "EC2V", "NX18", "ABC 1AA", "NX1 1CA", "Q1 1AA", "NX1 1AAA", "11 1AA"])
def test_what_has_not_the_form_is_none(text: str) -> None:
    assert tidy_postcode(text) == ""


@pytest.mark.parametrize("text", ["ZZ99 3VZ", "zz993vz", "ZZ99 3CZ", "zz99 3wz"])
def test_the_invented_ones_of_the_nhs_are_postcodes_that_name_no_place(text: str) -> None:
    assert is_invented(tidy_postcode(text))
    assert (tidy_postcode(text) == NO_FIXED_ABODE) == text.lower().endswith("3vz")
    assert not is_invented("NX1 1AA")
