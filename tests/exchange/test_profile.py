"""An import profile is a reviewed file; one that contradicts itself is refused."""

import copy
import re
from typing import Any

import pytest

from kith.exchange.workbooks.domain.errors import ProfileWrongError
from kith.exchange.workbooks.domain.profile import load_profile, profile_from, profile_names
from kith.exchange.workbooks.domain.readings.labels import heading_key, label_key
from kith.kernel import definitions

NAME = "health-trainer-export"


@pytest.fixture
def document() -> dict[str, Any]:
    """The packaged profile's definition, free to be spoilt."""
    return copy.deepcopy(definitions.load("imports", NAME))


def test_every_packaged_profile_can_be_used() -> None:
    for name in profile_names():
        assert load_profile(name).title


def test_every_profile_says_who_wrote_and_checked_it_and_until_when(document: dict[str, Any]) -> None:
    assert {"author", "checker", "source", "reviewed_on", "review_due"} <= set(document)
    assert document["reviewed_on"] < document["review_due"]


def test_the_keys_are_those_of_the_sheets() -> None:
    keys = {sheet.names[0]: sheet.key for sheet in load_profile(NAME).sheets}
    assert keys == {
        "Staff": ("worker_id",),
        "Clients": ("client_id",),
        "Referrals": ("referral_id",),
        "PHPs": ("plan_id",),
        "Sessions": ("session_id",),
        "Measures": ("client_id", "measure", "stage", "taken_on"),
        "Signposting": (),
    }


@pytest.mark.parametrize("name", profile_names())
def test_no_spelling_of_a_column_means_two_things(name: str) -> None:
    for sheet in load_profile(name).sheets:
        for column in sheet.columns:
            codes = column.options.get("codes", {})
            once_each = [key for words in codes.values() for key in {label_key(word) for word in words}]
            assert len(once_each) == len(set(once_each)), column.field


@pytest.mark.parametrize("name", profile_names())
def test_no_heading_of_a_sheet_names_two_columns(name: str) -> None:
    for sheet in load_profile(name).sheets:
        once_each = [key for column in sheet.columns for key in {heading_key(one) for one in column.headings}]
        assert len(once_each) == len(set(once_each)), sheet.kind


def test_a_sheet_that_refers_to_a_later_one_is_refused(document: dict[str, Any]) -> None:
    document["sheets"].reverse()
    with pytest.raises(ProfileWrongError, match="lets the sheet Signposting refer to a client"):
        profile_from("spoilt", document)


def test_a_key_without_a_column_is_refused(document: dict[str, Any]) -> None:
    document["sheets"][0]["key"] = ["badge"]
    with pytest.raises(
        ProfileWrongError, match="names the field badge on the sheet Staff, but no column there feeds it"
    ):
        profile_from("spoilt", document)


@pytest.fixture
def wide() -> dict[str, Any]:
    """The definition of a sheet in parts, free to be spoilt."""
    return copy.deepcopy(definitions.load("imports", "caseload-one-row-a-client"))


def _visits(wide: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in wide["sheets"] if each["kind"] == "session")
    return found


def test_a_kind_of_record_described_twice_is_refused(wide: dict[str, Any]) -> None:
    wide["sheets"].append(_visits(wide))
    with pytest.raises(ProfileWrongError, match="Caseload, visits: a session is described twice"):
        profile_from("spoilt", wide)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda part: part["each"][0]["headings"].pop("note"), "no heading feeds the field note"),
        (lambda part: part["columns"][2].update(of=["client_id", "badge"]), "composed of badge, which no column feeds"),
        (lambda part: part["each"][0]["headings"].update(badge=["Visit {n} badge"]), "a group names the field badge"),
        (lambda part: part["each"][0].update(found_by=["badge"]), "a group names the field badge"),
        (lambda part: part.update(split={"fields": ["badge"], "between": [";"]}), "a group names the field badge"),
        (lambda part: part["each"][0]["headings"].update(note=["Notes"]), "has headings with {n} and without it"),
    ],
)
def test_a_part_that_contradicts_itself_is_refused(wide: dict[str, Any], spoil: Any, sentence: str) -> None:
    spoil(_visits(wide))
    with pytest.raises(ProfileWrongError, match=re.escape(sentence)):
        profile_from("spoilt", wide)


def test_parts_of_a_sheet_go_by_the_same_names(wide: dict[str, Any]) -> None:
    assert len({sheet.names for sheet in profile_from("whole", wide).sheets if sheet.part}) == 1
    _visits(wide)["heading_rows"] = 1
    with pytest.raises(ProfileWrongError, match="its sheet has another number of rows of headings in another part"):
        profile_from("spoilt", wide)
