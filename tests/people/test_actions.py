"""Clients are registered, corrected, allocated and told apart, each with its trail."""

import datetime as dt

import pytest

from kith.access.models import Membership
from kith.audit.api import rows_of_client
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError, StaleError
from kith.people.api import (
    allocate_client,
    amended_in_service,
    client_for,
    clients_visible_to,
    consent_of,
    correct_person,
    may_use,
    possible_duplicate_for,
    possible_duplicates_visible_to,
    record_consent,
    say_not_the_same,
)
from kith.people.models import Amendment, PossibleDuplicate
from tests.factories.clients import STANCES, details, registered

SEES_HER = {"own worker", "leader of the team", "manager", "system"}


@pytest.mark.parametrize("stance", STANCES)
def test_client_is_seen_only_within_scope_and_is_otherwise_not_there(stance, around):
    assert clients_visible_to(around[stance]).exists() == (stance in SEES_HER)
    if stance not in SEES_HER:
        with pytest.raises(NotFoundError):
            client_for(around[stance], around.client.id)


def test_registered_client_is_the_workers_own_tidied_and_on_the_trail(worker, service, team):
    client = registered(worker, service, postcode=" nx6  8ha ", nhs_number="943 476 5919", surname="O'Neill ")

    assert client.allocated_to_id in worker.own_seats
    assert client.team == team
    assert (client.person.postcode, client.person.nhs_number) == ("NX6 8HA", "9434765919")
    assert client.person.nhs_number_status == "valid"
    assert client.sorted_name == "o'neill, zoë"
    [row] = rows_of_client(client.id)
    assert (row.verb, row.actor_name) == ("registered", worker.actor.name)


def test_registering_with_a_future_birthday_no_name_or_a_reference_in_use_is_refused(worker, service):
    registered(worker, service, reference="A1")
    for wrong in ({"date_of_birth": dt.date(2999, 1, 1)}, {"first_name": "", "surname": ""}, {"sex": "F"}):
        with pytest.raises(NotPossibleError):
            registered(worker, service, **wrong)
    with pytest.raises(NotPossibleError, match="reference"):
        registered(worker, service, reference="A1")
    with pytest.raises(NotPossibleError, match="after today"):
        registered(worker, service, first_contact_on=dt.date(2999, 1, 1))


def test_correcting_a_person_keeps_reason_and_field_names_and_no_values(worker, client):
    wanted = details(first_name="Zoe", surname="Walkere", nhs_number="9434765918")
    correct_person(viewer=worker, client=client, details=wanted, version=1, reason="Misspelt at the door")

    client.refresh_from_db()
    assert (client.sorted_name, client.person.version) == ("walkere, zoe", 2)
    assert client.person.nhs_number_status == "fails_check"
    fields = {"first_name", "surname", "nhs_number", "nhs_number_status"}
    assert amended_in_service(client.service_id, "person") == {client.person_id: fields}
    row = rows_of_client(client.id)[0]
    assert (row.verb, set(row.fields)) == ("corrected", fields)
    assert "Walkere" not in f"{row.__dict__}"


def test_correcting_what_somebody_else_changed_meanwhile_is_refused_in_a_sentence(worker, client):
    correct_person(viewer=worker, client=client, details=details(surname="Wolker"), version=1, reason="Misheard")
    with pytest.raises(StaleError, match="Somebody else changed"):
        correct_person(viewer=worker, client=client, details=details(surname="Wulker"), version=1, reason="Misheard")
    client.person.refresh_from_db()
    assert client.person.surname == "Wolker"


def test_correcting_without_a_reason_or_a_right_is_refused(around, client):
    with pytest.raises(NotPossibleError, match="why"):
        correct_person(viewer=around["own worker"], client=client, details=details(), version=1, reason=" ")
    with pytest.raises(NotAllowedError):
        correct_person(viewer=around["other worker"], client=client, details=details(), version=1, reason="So")
    assert not Amendment.objects.exists()


def test_consent_is_not_asked_then_the_newest_answer_governs(worker, client):
    assert consent_of(client, "evaluation") == "not_asked"
    record_consent(viewer=worker, client=client, purpose="evaluation", answer="yes")
    assert may_use(client, "evaluation")
    record_consent(viewer=worker, client=client, purpose="evaluation", answer="no")
    assert consent_of(client, "evaluation") == "no"
    assert client.consents.count() == 2
    for purpose, answer in (("advertising", "yes"), ("evaluation", "perhaps")):
        with pytest.raises(NotPossibleError):
            record_consent(viewer=worker, client=client, purpose=purpose, answer=answer)


def test_allocating_moves_the_client_out_of_one_caseload_into_another(around, client):
    [seat] = around["other worker"].own_seats
    allocate_client(viewer=around["manager"], client=client, seat_id=seat, version=client.version)

    assert clients_visible_to(around["other worker"]).get() == client
    assert not clients_visible_to(around["own worker"]).exists()
    assert amended_in_service(client.service_id, "client") == {client.id: {"allocated_to_id"}}


def test_allocating_is_refused_to_workers_and_to_seats_that_do_not_work_here(around, client):
    [seat] = around["other worker"].own_seats
    with pytest.raises(NotAllowedError):
        allocate_client(viewer=around["own worker"], client=client, seat_id=seat, version=client.version)
    for role in ("evaluator", "manager of another service"):
        elsewhere = Membership.objects.get(user_id=around[role].actor.id).id
        with pytest.raises(NotPossibleError):
            allocate_client(viewer=around["manager"], client=client, seat_id=elsewhere, version=client.version)


def test_pair_said_not_to_be_one_person_is_closed_for_good(around, client, service):
    other = registered(around["own worker"], service, surname="Walkere")
    pair = PossibleDuplicate.objects.create(service=service, first=client, second=other)
    with pytest.raises(NotAllowedError):
        say_not_the_same(viewer=around["own worker"], pair=possible_duplicate_for(around["own worker"], pair.id))

    say_not_the_same(viewer=around["leader of the team"], pair=pair)

    assert not possible_duplicates_visible_to(around["manager"]).exists()
    assert {row.verb for each in (client, other) for row in rows_of_client(each.id)[:1]} == {"said_not_the_same"}
    with pytest.raises(NotPossibleError, match="already"):
        say_not_the_same(viewer=around["manager"], pair=pair)
    with pytest.raises(NotFoundError):
        possible_duplicate_for(around["other worker"], pair.id)
