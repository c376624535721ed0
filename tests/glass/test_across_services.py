"""A record of a sister service: opened, read and closed by somebody who sees nothing else of that service."""

from uuid import uuid4

import pytest
from django.urls import reverse

from kith.access.api import roles
from kith.access.models import Service
from kith.audit.models import AuditRow
from kith.glass.models import Glass
from tests.factories.clients import registered
from tests.factories.history import with_a_past
from tests.glass.conftest import REASON, REFERENCE


@pytest.fixture
def sister(service):
    return Service.objects.create(organisation=service.organisation, name="Moorside Health Trainers")


@pytest.fixture
def stranger(signed_in, sister):
    return signed_in(roles.WORKER, service=sister, name="Ruth Okoro")


@pytest.fixture
def opened(stranger, numbered, around):
    with_a_past(around["own worker"], numbered)
    given = {"key": str(uuid4()), "service": str(numbered.service_id), "number": REFERENCE, "reason": REASON}
    stranger.post(reverse("glass:ask"), given)
    return Glass.objects.get()


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_services_of_the_organisation_and_no_others_can_be_chosen(stranger, numbered, other_service):
    page = text(stranger.get(reverse("glass:ask")))
    assert "Moorside Health Trainers" in page
    assert "Fernleigh Health Trainers" in page
    assert other_service.name not in page


def test_record_is_read_and_each_reading_written_down(stranger, opened):
    page = text(stranger.get(reverse("desk:opened_record", args=[opened.id])))
    for words in ("Zoë Walker", "Met at the library", "Exercise", "Walking group", "Fernleigh Health Trainers"):
        assert words in page
    assert "Page 1 of the record" in text(stranger.get(reverse("glass:look", args=[opened.id])))
    row = AuditRow.objects.get(verb="looked_in")
    assert (row.service_id, row.record_ids[0]) == (opened.service_id, str(opened.id))


def test_nothing_else_of_the_service_comes_into_sight(stranger, opened, numbered):
    assert stranger.get(reverse("desk:client", args=[numbered.id])).status_code == 404
    assert "Zoë" not in text(stranger.get("/clients"))


def test_managers_of_the_records_service_are_told_and_no_others(opened, signed_in, sister, service):
    words = "was opened in an emergency. Look who, and why."
    assert words in text(signed_in(roles.SERVICE_MANAGER, service=service).get("/help/"))
    assert words not in text(signed_in(roles.SERVICE_MANAGER, service=sister).get("/help/"))


def test_manager_is_told_from_where_it_was_and_asks_across(opened, stranger, signed_in, service):
    manager, address = signed_in(roles.SERVICE_MANAGER, service=service), reverse("glass:look", args=[opened.id])
    assert "Ruth Okoro, health trainer, Moorside Health Trainers" in text(manager.get(address))
    manager.post(address, {"key": str(uuid4()), "do": "question", "words": "Is she safe now?"})
    assert "Is she safe now?" in text(stranger.get(address))
    stranger.post(address, {"key": str(uuid4()), "do": "answer", "words": "Yes, at home."})
    assert "Yes, at home." in text(manager.get(address))


def test_it_is_listed_for_whoever_looked_and_closed_by_them(stranger, opened):
    address = reverse("glass:look", args=[opened.id])
    assert REASON in text(stranger.get(reverse("glass:looks")))
    stranger.post(address, {"key": str(uuid4()), "do": "close"})
    assert stranger.get(reverse("desk:opened_record", args=[opened.id])).status_code == 409
    assert "Closed" in text(stranger.get(reverse("glass:looks")))


def ask(browser, service_id, number):
    given = {"key": str(uuid4()), "service": str(service_id), "number": number, "reason": REASON}
    return browser.post(reverse("glass:ask"), given, follow=True).content.decode()


def test_asking_again_leads_to_the_look_that_stands(stranger, opened):
    assert "The record is open." in ask(stranger, opened.service_id, REFERENCE)
    assert Glass.objects.count() == 1


def test_asking_in_vain_of_another_service_is_counted_all_the_same(stranger, numbered):
    for number in range(5):
        assert "No record of this service" in ask(stranger, numbered.service_id, f"NT-9{number}")
    assert "Ask the manager" in ask(stranger, numbered.service_id, REFERENCE)
    assert not Glass.objects.exists()


def test_records_of_another_service_count_among_those_open_at_once(stranger, numbered, around):
    for number in range(3):
        registered(around["own worker"], numbered.service, reference=f"NT-1{number}")
        ask(stranger, numbered.service_id, f"NT-1{number}")
    assert "Close one" in ask(stranger, numbered.service_id, REFERENCE)
