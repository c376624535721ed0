"""One record is opened by its exact number, with a reason, until its end; anything else is the same answer."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django_q.models import OrmQ

from kith.access.models import Service
from kith.audit.models import AuditRow
from kith.glass.actions.ask_for_record import ask_for_record
from kith.glass.actions.close_glass import close_glass
from kith.glass.models import Ask, Glass
from kith.kernel.definitions import PACKAGED
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.people.models import Person
from tests.factories.clients import registered
from tests.glass.conftest import REASON, REFERENCE

MAY_ASK = ("other worker", "leader of another team")
MAY_NOT = ("evaluator", "commissioner", "administrator", "system")


def ask(viewer, service, number=REFERENCE, reason=REASON):
    return ask_for_record(viewer=viewer, service_id=service.id, number=number, reason=reason)


@pytest.mark.parametrize("stance", MAY_ASK)
def test_record_beyond_scope_is_opened_until_its_end(stance, around, numbered, service, on_day):
    at = on_day("2026-03-02", "09:30")
    answer = ask(around[stance], service)
    glass = Glass.objects.get(id=answer.glass_id)
    assert (glass.client, glass.by_id, glass.reason) == (numbered, around[stance].actor.id, REASON)
    assert (glass.opened_at, glass.ends_at) == (at, at + dt.timedelta(hours=8))


@pytest.mark.parametrize("stance", MAY_NOT)
def test_whoever_works_with_no_client_opens_nothing(stance, around, numbered, service):
    with pytest.raises(NotAllowedError):
        ask(around[stance], service)
    assert not Ask.objects.exists()


def test_opening_is_in_the_trail_as_such_and_tells_the_managers(around, numbered, service):
    glass_id = ask(around["other worker"], service).glass_id
    row = AuditRow.objects.get(record_type="glass")
    assert (row.verb, row.record_ids, row.client_id, row.service_id) == (
        "opened", [str(glass_id)], numbered.id, service.id,
    )  # fmt: skip
    assert REASON not in str(row.__dict__)
    assert OrmQ.objects.count() == 1


@pytest.mark.parametrize("number", ["NT-041", "NT-04170", "nt-0417x", "Walker", "%", "", "NT"])
def test_anything_but_the_whole_number_finds_nobody(number, around, numbered, service):
    assert ask(around["other worker"], service, number).glass_id is None
    assert not Glass.objects.exists()
    assert AuditRow.objects.get(record_type="glass").verb == "asked"


def test_nhs_number_opens_as_a_reference_does(around, numbered, service):
    Person.objects.filter(id=numbered.person_id).update(nhs_number="9434765919", nhs_number_status="valid")
    assert ask(around["other worker"], service, "943 476 5919").glass_id


@pytest.mark.parametrize("number", [REFERENCE, f"  {REFERENCE} ", REFERENCE.lower()])
def test_case_of_letters_and_blanks_around_do_not_matter(number, around, numbered, service):
    assert ask(around["other worker"], service, number).glass_id


def test_same_reference_in_another_service_is_not_meant(around, numbered, service, other_service):
    Service.objects.filter(id=other_service.id).update(organisation=service.organisation)
    registered(around["manager of another service"], other_service, reference=REFERENCE)
    glass = Glass.objects.get(id=ask(around["manager of another service"], service).glass_id)
    assert glass.client == numbered
    assert glass.by_service_name == other_service.name


def test_service_of_another_organisation_is_out_of_reach_unless_the_definition_says_so(
    around, numbered, service, tmp_path, monkeypatch
):
    with pytest.raises(NotFoundError):
        ask(around["manager of another service"], service)
    words = (PACKAGED / "glass.yaml").read_text().replace("reach: organisation", "reach: deployment")
    (tmp_path / "glass.yaml").write_text(words)
    monkeypatch.setenv("KITH_DEFINITIONS", str(tmp_path))
    assert ask(around["manager of another service"], service).glass_id


@pytest.mark.parametrize("reason", ["", "  ", "emergency", "x x x x x", "now now now now now", "!!! ??? ... ---"])
def test_reason_without_substance_opens_nothing(reason, around, numbered, service):
    with pytest.raises(NotPossibleError, match="at least 4 different words"):
        ask(around["other worker"], service, reason=reason)
    assert not Ask.objects.exists()


@pytest.mark.parametrize("stance", ["own worker", "leader of the team", "manager"])
def test_client_one_works_with_needs_no_emergency(stance, around, numbered, service):
    with pytest.raises(NotPossibleError, match="among those you work with"):
        ask(around[stance], service)


def test_asking_twice_gives_the_look_that_stands(around, numbered, service):
    assert ask(around["other worker"], service) == ask(around["other worker"], service)
    assert Glass.objects.count() == 1


def test_asking_in_vain_is_counted_and_stops_after_five_in_a_day(around, numbered, service, on_day):
    asker = around["other worker"]
    on_day("2026-03-02", "09:00")
    for number in range(5):
        assert ask(asker, service, f"NT-9{number}").glass_id is None
    with pytest.raises(NotPossibleError, match="Ask the manager"):
        ask(asker, service)
    on_day("2026-03-03", "09:00")
    assert ask(asker, service).glass_id


@pytest.mark.django_db(transaction=True)
def test_asking_in_vain_by_many_at_once_stops_after_five_all_the_same(around, numbered, service):
    def in_vain(number: int) -> bool:
        try:
            return ask(around["other worker"], service, f"NT-9{number}").glass_id is None
        except NotPossibleError:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answered = list(pool.map(in_vain, range(12)))
    assert sum(answered) == Ask.objects.count() == 5


def test_one_record_after_another_stops_after_ten_in_a_day(around, numbered, service):
    asker = around["other worker"]
    for number in range(10):
        registered(around["own worker"], service, reference=f"NT-1{number}")
        glass_id = ask(asker, service, f"NT-1{number}").glass_id
        close_glass(viewer=asker, glass=Glass.objects.get(id=glass_id))
    with pytest.raises(NotPossibleError, match="you opened 10 records"):
        ask(asker, service)


def test_only_so_many_records_are_open_at_once(around, numbered, service, open_glass):
    own, asker = around["own worker"], around["other worker"]
    for number in range(3):
        registered(own, service, reference=f"NT-1{number}")
        ask(asker, service, f"NT-1{number}")
    with pytest.raises(NotPossibleError, match="Close one"):
        ask(asker, service)
