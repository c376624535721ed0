"""Yes and no, labels and headings are known in every spelling, and blank is never an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.exchange.workbooks.domain.profile import load_profile
from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.labels import Labels, heading_key, label_key, read_yes_no
from kith.exchange.workbooks.domain.readings.text import read_label
from tests.exchange.reading import read_or_refused
from tests.factories.workbook_words import HEADINGS

PROFILE = load_profile("health-trainer-export")
YES_NO = Labels(PROFILE.yes_no)
ETHNICITY = next(
    Labels(column.options["codes"])
    for sheet in PROFILE.sheets
    for column in sheet.columns
    if column.field == "ethnicity"
)


@pytest.mark.parametrize("cell", ["Y", "Yes", "yes", " YES ", "y", "TRUE", 1.0, "1"])
def test_yes_in_every_spelling(cell: str | float) -> None:
    assert read_yes_no(cell, YES_NO) is True


@pytest.mark.parametrize("cell", ["N", "No", "no", " NO", "n", "FALSE", 0.0, "0"])
def test_no_in_every_spelling(cell: str | float) -> None:
    assert read_yes_no(cell, YES_NO) is False


@pytest.mark.parametrize("cell", ["", " ", "\t", "\u00a0", None, "Not known", "UNKNOWN", "n/k"])
def test_blank_and_not_known_are_neither_yes_nor_no(cell: str | None) -> None:
    assert read_yes_no(cell, YES_NO) is None


@given(st.text(max_size=12))
def test_only_a_listed_spelling_is_ever_yes_or_no(text: str) -> None:
    answers = {"yes": True, "no": False, "not_known": None}
    listed = {label_key(word): answer for code, answer in answers.items() for word in PROFILE.yes_no[code]}
    outcome = read_or_refused(lambda cell: read_yes_no(cell, YES_NO), text)
    if isinstance(outcome, CannotReadError):
        assert "Write one of: Y, N" in outcome.sentence
        assert label_key(text) not in listed
    else:
        assert outcome is (listed[label_key(text)] if read_label(text) else None)


@given(st.sampled_from(["Y", "yes", "N", "No"]), st.text(" \t\u00a0", max_size=3), st.booleans())
def test_case_and_space_change_no_answer(word: str, space: str, upper: bool) -> None:
    cased = word.upper() if upper else word.lower()
    assert read_yes_no(f"{space}{cased}{space}", YES_NO) is word.lower().startswith("y")


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("White British", "A"), ("White - Irish", "B"), ("White other", "C"), ("Gypsy or Irish Traveller", "C"),
        ("Mixed - White and Black Caribbean", "D"), ("White & Asian", "F"), ("Mixed", "G"), ("Asian - Indian", "H"),
        ("Asian - Pakistani", "J"), ("Bangladeshi", "K"), ("Asian other", "L"), ("Black - Caribbean", "M"),
        ("Black African", "N"), ("Black or Black British - Other", "P"), ("Chinese", "R"), ("Arab", "S"),
        ("Not stated", "Z"), ("not known", "99"), ("WHITE  BRITISH", "A"), ("", None),
    ],
)  # fmt: skip
def test_an_ethnic_group_in_any_spelling_has_its_nhs_code(label: str, code: str | None) -> None:
    assert ETHNICITY.code(label) == code


def test_an_unknown_label_is_refused_with_the_known_ones() -> None:
    with pytest.raises(CannotReadError, match=r"Martian is not known here\. Write one of: White British, .*\."):
        ETHNICITY.code("Martian")


HEADING = st.sampled_from(sorted({heading for headings in HEADINGS.values() for heading in headings}))


@given(HEADING, st.randoms(use_true_random=False))
def test_a_heading_is_known_in_any_case_and_spacing(heading: str, chance) -> None:  # type: ignore[no-untyped-def]
    written = "".join(
        f"{chance.choice(['', ' ', '  '])}{chance.choice([letter.upper(), letter.lower()])}" for letter in heading
    )
    assert heading_key(f" {written}\n") == heading_key(heading)


@given(HEADING, HEADING)
def test_different_headings_stay_different(one: str, other: str) -> None:
    assert (heading_key(one) == heading_key(other)) == (one == other)
