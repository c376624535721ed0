"""A service describes its own kind of file: what is seen, what is lacking, and how the file is then read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.exchange.workbooks.domain.looking import columns_seen, headings_index, likely_choice
from kith.exchange.workbooks.domain.own_profile import Choices, SheetChoice, lacking, own_document
from kith.exchange.workbooks.domain.preview import preview
from kith.exchange.workbooks.domain.profile import profile_from
from kith.exchange.workbooks.domain.understand import understand
from kith.files.api import Sheet
from kith.kernel import definitions

TODAY = dt.date(2026, 6, 15)
BASE = definitions.load("imports", "health-trainer-export")
CLIENTS = next(each for each in BASE["sheets"] if each["kind"] == "client")
PEOPLE = Sheet(
    "People",
    [
        ["Everybody we see", "", "", ""],
        [],
        ["Ref", "Known as", "Family name", "Gender"],
        ["A1", "Zoë", "Walker", "woman"],
        ["A2", "Sam", "Lee", "enby"],
        ["A2", "Sam", "Leigh", "M"],
        ["", "Jo", "Ash", "F"],
    ],
)
CHOICE = SheetChoice(
    "People", {"client_id": "Ref", "first_name": "Known as", "surname": "Family name", "sex": "Gender"}
)


def _read(choices: Choices) -> object:
    document = own_document(BASE, choices, title="Ours", version=1, author="Helen Sugden", on=TODAY)
    return understand([PEOPLE], profile_from("Ours", document), today=TODAY)


def test_headings_are_found_below_a_title():
    assert headings_index(PEOPLE) == 2
    assert [each.heading for each in columns_seen(PEOPLE)] == ["Ref", "Known as", "Family name", "Gender"]


def test_a_column_shows_a_few_of_its_different_values():
    assert columns_seen(PEOPLE)[0].samples == ("A1", "A2")
    assert columns_seen(PEOPLE)[0].filled == 3


def test_headings_the_reviewed_profile_knows_are_offered():
    sheet = Sheet("People", [["Client ID", "Forename", "Shoe size"], ["A1", "Zoë", 38.0]])
    assert likely_choice(CLIENTS, sheet).headings == {"client_id": "Client ID", "first_name": "Forename"}


def test_problems_are_shown_column_by_column():
    found = preview(BASE, "client", CHOICE, [PEOPLE], TODAY)
    assert (found.read, found.refused) == (4, 1)
    assert found.troubles["Gender"].spellings == ["enby"]
    assert any("same key" in each for each in found.troubles["Ref"].sentences)


def test_a_spelling_that_was_given_a_meaning_is_understood():
    choice = SheetChoice("People", CHOICE.headings, {"sex": {"enby": "other"}})
    assert "Gender" not in preview(BASE, "client", choice, [PEOPLE], TODAY).troubles
    read = _read(Choices({"client": choice}))
    assert [each.values["sex"] for each in read.records("client")] == ["female", "other"]


def test_file_is_read_by_what_was_chosen_and_the_rest_keeps_its_rules():
    read = _read(Choices({"client": CHOICE}))
    assert [each.values["surname"] for each in read.records("client")] == ["Walker", "Lee"]
    assert len(read.problems) == 2
    assert read.missing_sheets == []


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (Choices(), "Say which sheet holds the Clients"),
        (Choices({"client": SheetChoice("People", {"surname": "Family name"})}), "holds the Client ID of the Clients"),
        (
            Choices({"client": CHOICE, "session": SheetChoice("Visits", {"session_id": "No", "client_id": "Ref"})}),
            "Say which column of the sheet Visits holds the Date of the Sessions",
        ),
    ],
)
def test_what_is_lacking_is_said(choices, sentence):
    assert any(sentence in each for each in lacking(BASE, choices))


def test_nothing_is_lacking_once_the_needed_columns_are_chosen():
    assert lacking(BASE, Choices({"client": CHOICE})) == []


def test_a_sheet_that_leads_to_trainers_is_read_without_a_sheet_of_trainers():
    choice = SheetChoice("People", {**CHOICE.headings, "worker_id": "Trainer"})
    sheet = Sheet("People", [["Ref", "Known as", "Trainer"], ["A1", "Zoë", "HT1"], ["A2", "Sam", "HT9"]])
    document = own_document(BASE, Choices({"client": choice}), title="Ours", version=1, author="A", on=TODAY)
    read = understand([sheet], profile_from("Ours", document), today=TODAY, known_references={"worker": {"HT1"}})
    assert [each.values["worker_id"] for each in read.records("client")] == ["HT1"]
    assert [each.value for each in read.problems] == ["HT9"]


@given(st.dictionaries(st.sampled_from([each["field"] for each in CLIENTS["columns"]]), st.sampled_from("ABCD")))
def test_any_choice_gives_a_preview_or_a_sentence(headings):
    sheet = Sheet("S", [list("ABCD"), ["x", 1.0, "31/02/2020", ""], ["y", "y", "y", dt.date(2020, 1, 1)]])
    found = preview(BASE, "client", SheetChoice("S", headings), [sheet], TODAY)
    assert found.sentence or found.read <= 2


@given(st.text(min_size=1), st.sampled_from(["female", "male", "other", "not_known"]))
def test_a_document_made_from_choices_is_a_profile(spelling, code):
    choice = SheetChoice("People", CHOICE.headings, {"sex": {spelling: code}})
    document = own_document(BASE, Choices({"client": choice}), title="Ours", version=2, author="A", on=TODAY)
    assert profile_from("Ours", document).version == 2


def test_one_heading_cannot_stand_for_two_things():
    choice = SheetChoice("S", {"client_id": "Date", "surname": "date "})
    found = preview(BASE, "client", choice, [Sheet("S", [["Date", "date "], ["A", "B"]])], TODAY)
    assert "cannot stand for two things" in found.sentence


def test_choices_are_the_same_after_they_were_kept():
    choices = Choices({"client": SheetChoice("People", {"client_id": "Ref"}, {"sex": {"enby": "other"}})})
    assert Choices.of(choices.kept()) == choices
