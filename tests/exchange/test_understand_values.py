"""What a cell's words become, and what is kept with a question."""

import pytest

from kith.exchange.workbooks.domain.understanding import Understanding
from kith.files.api import Cell
from tests.exchange.understanding import understood
from tests.factories.sheets import changed

KINDS = {"Staff": "worker", "Clients": "client", "Referrals": "referral", "PHPs": "plan", "Sessions": "session"}
KINDS |= {"Measures": "reading", "Signposting": "signpost"}


def _first(understanding: Understanding, name: str) -> dict[str, object]:
    return dict(understanding.records(KINDS[name])[0].values)


@pytest.mark.parametrize(
    ("name", "heading", "cell", "field", "value"),
    [
        ("Staff", "Status", "champion", "status", "champion"),
        ("Staff", "Status", "", "status", "not_known"),
        ("Clients", "Sex", "F", "sex", "female"),
        ("Clients", "Sex", "male", "sex", "male"),
        ("Clients", "Sex", "Not known", "sex", "not_known"),
        ("Clients", "Sex", "", "sex", "not_known"),
        ("Clients", "Sex", "Non-binary", "sex", "other"),
        ("Clients", "Ethnicity", "", "ethnicity", "99"),
        ("Clients", "Ethnicity", "Not stated", "ethnicity", "Z"),
        ("Clients", "GP registered", "no", "gp_registered", "no"),
        ("Clients", "GP registered", "", "gp_registered", "not_known"),
        ("Clients", "Consent to evaluation", "", "consent_to_evaluation", None),
        ("Clients", "Consent to evaluation", "N", "consent_to_evaluation", False),
        ("Clients", "Postcode", "nx18ne", "postcode", "NX1 8NE"),
        ("Referrals", "Source", "  NHS  Health Check ", "source", "NHS Health Check"),
        ("Referrals", "Outcome", "declined", "decision", "declined"),
        ("PHPs", "Outcome", "", "outcome", "ongoing"),
        ("PHPs", "Outcome", "Not achieved", "outcome", "none"),
        ("PHPs", "Importance", "", "importance", None),
        ("Sessions", "Minutes", "30 mins", "minutes", 30),
        ("Sessions", "Minutes", "", "minutes", None),
        ("Sessions", "Attended", "Yes", "attended", True),
        ("Sessions", "Attended", "did not attend", "attended", False),
        ("Sessions", "Attended", "", "attended", None),
        ("Sessions", "Type", "Telephone", "mode", "phone"),
        ("Measures", "Stage", "Follow-up", "stage", "follow_up"),
        ("Measures", "Measure", "who 5", "measure", "who_5"),
        ("Measures", "Value", "37.25", "value_thousandths", 37_250),
        ("Signposting", "Taken up", "Y", "outcome", "taken_up"),
        ("Signposting", "Taken up", "", "outcome", "not_known"),
    ],
)
def test_a_cell_becomes_its_value_without_a_question(
    name: str, heading: str, cell: Cell, field: str, value: object
) -> None:
    understanding = understood(changed(name, heading, cell))
    assert understanding.questions == []
    assert _first(understanding, name)[field] == value


@pytest.mark.parametrize(
    ("name", "heading", "cell", "field", "value", "kind"),
    [
        ("Clients", "Consent to evaluation", "if she likes", "consent_to_evaluation", None, "unknown_value"),
        ("Clients", "GP registered", "maybe", "gp_registered", "not_known", "unknown_value"),
        ("Clients", "Sex", "Martian", "sex", "not_known", "unknown_value"),
        ("Clients", "Ethnicity", "Martian", "ethnicity", "99", "unknown_value"),
        ("Clients", "NHS no", "9999999999", "nhs_number_status", "fails_check", "nhs_number_fails_check"),
        ("Clients", "NHS no", "x" * 40, "nhs_number", "", "nhs_number_fails_check"),
        ("Clients", "Postcode", "near mill", "postcode", "NEAR MILL", "postcode_malformed"),
        ("Clients", "Postcode", "y" * 40, "postcode", "", "postcode_malformed"),
        ("Clients", "LSOA", "E0101", "area_code", "E0101", "area_code_malformed"),
        ("Staff", "Status", "Volunteer", "status", "not_known", "unknown_value"),
        ("Sessions", "Type", "Pigeon", "mode", "other", "unknown_value"),
        ("Signposting", "Taken up", "hopes to", "outcome", "not_known", "unknown_value"),
    ],
)
def test_a_doubtful_cell_is_taken_and_asked_about(
    name: str, heading: str, cell: Cell, field: str, value: object, kind: str
) -> None:
    understanding = understood(changed(name, heading, cell))
    assert understanding.problems == []
    assert [(one.kind, one.sheet, one.row, one.column) for one in understanding.questions] == [(kind, name, 4, heading)]
    assert understanding.questions[0].sentence.endswith(".")
    assert _first(understanding, name)[field] == value


def test_the_words_of_sex_and_ethnicity_are_kept_beside_the_code() -> None:
    client = _first(understood(changed("Clients", "Ethnicity", "  White -  British ")), "Clients")
    assert (client["ethnicity"], client["ethnicity_given"]) == ("A", "White - British")
    assert (client["sex"], client["sex_given"]) == ("male", "M")
