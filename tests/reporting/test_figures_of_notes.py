"""Notes left unread and withheld: whose, how many, and what a no changes at once."""

import pytest

from kith.reporting import api
from kith.reporting.reading.whole import whole
from tests.reporting.conftest import YEAR
from tests.reporting.notes_made import Notes


@pytest.fixture
def notes(small):
    return Notes(small)


def became(value):
    names = ("written", "allowed", "unread", "read", "withheld", "waiting")
    return tuple(value(f"notes.{name}") for name in names)


def test_note_is_unread_withheld_waiting_or_read(notes, small, value):
    yes = notes.client("yes")
    notes.note(yes, read=False)
    notes.note(yes, read=True)
    notes.note(yes, read=False, restricted=True)
    notes.note(yes)
    for answer in ("no", ""):
        notes.note(notes.client(answer), restricted=True)
    small.session(yes, "2024-06-01")
    notes.note(yes, read=False, on="2025-04-01")
    assert became(value) == (6, 4, 2, 1, 2, 1)
    assert [value("notes.unread_why", evaluation=each) for each in ("no", "not_asked")] == [1, 1]
    figure = value.figure("notes.withheld")
    assert (figure.base, figure.missing) == (4, 1)


def test_unread_notes_are_told_by_group_out_of_all_notes_of_the_group(notes, value):
    for answer in ("yes", "no", ""):
        notes.note(notes.client(answer, ethnicity="H"))
    figure = value.figure("notes.unread_ethnicity", ethnicity_group="asian")
    assert (figure.value, figure.base) == (2, 3)
    assert value("notes.unread_fifth", fifth="unknown") == 2
    assert value("notes.unread_ethnicity", ethnicity_group="white") == 0


def test_no_takes_effect_in_figures_counted_before(notes, small, system):
    client = notes.client("yes")
    notes.note(client, read=False)
    notes.note(notes.client("yes"), read=False)
    api.refresh(system, small.service)
    made_at = api.last_refreshed(system, small.service)
    small.consent(client, "no")
    report = api.report(system, small.service, YEAR, "service")
    assert api.last_refreshed(system, small.service) == made_at
    assert [report.find(f"notes.{name}").value for name in ("read", "unread")] == [1, 1]
    opened = api.figure_records(system, small.service, "notes.read", {}, YEAR)
    assert client.id not in {each.client_id for each in opened.records}
    assert opened.in_scope == 1


def test_unread_notes_open_to_their_visits_and_withheld_ones_to_nothing(notes, small, system):
    unread = notes.note(notes.client())
    notes.note(notes.client("yes"), read=True)
    api.refresh(system, small.service)
    opened = api.figure_records(system, small.service, "notes.unread", {}, YEAR)
    assert [each.id for each in opened.records] == [unread.id]
    withheld = api.figure_records(system, small.service, "notes.withheld", {}, YEAR)
    assert withheld.records == ()


def test_notes_of_few_people_are_hidden_however_many_there_are(notes, small, system):
    one = notes.client("no", ethnicity="A")
    for _ in range(30):
        notes.note(one)
    for code in "AAAAAAAAAHHHHHHHHHH":
        notes.note(notes.client("yes", ethnicity=code), read=False)
    report = api.report(system, small.service, YEAR, "commissioner")
    by_group = {f.group["ethnicity_group"]: f.value for f in report.all_of("notes.unread_ethnicity")}
    assert by_group == {"white": None, "mixed": 0, "asian": 0, "black": 0, "other": 0, "not_known": 0}
    assert report.find("notes.unread").value is None
    assert report.find("notes.written").value is None or report.find("notes.allowed").value is None
    whites = [report.find(f"notes.{name}_ethnicity", ethnicity_group="white").value for name in ("written", "allowed")]
    assert None in whites
    assert report.find("notes.unread_ethnicity", ethnicity_group="asian").base == 10


def test_page_says_that_it_is_no_triage(notes, small, system):
    notes.note(notes.client("yes"), read=True)
    report = api.report(system, small.service, YEAR, "service")
    (section,) = (each for each in whole(report).sections if each.id == "notes")
    assert "no triage" in " ".join(section.lead)
    assert ("notes.withheld", "1") in [(card.metric, card.value) for card in section.cards]


def test_page_of_a_service_without_notes_says_so(small, system):
    small.client(first_contact="2024-06-01")
    report = api.report(system, small.service, YEAR, "service")
    (section,) = (each for each in whole(report).sections if each.id == "notes")
    assert (section.pieces, len(section.lead)) == ((), 1)
