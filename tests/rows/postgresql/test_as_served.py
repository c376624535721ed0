"""A process that serves pages begins with no row in sight: people still sign in, work, and see their own service."""

import pytest
from django.db import connection
from django.test import Client as Browser

from kith.access.api import roles
from kith.audit.api import seal_rows, verify
from kith.people.models import Client, Person
from kith.ripples.actions.notes import unasked
from kith.ripples.models import NoteRead, Proposal
from tests.factories.clients import registered
from tests.ripples import reviewing as r

PASSWORD = "walking in the rain"


def test_server_sees_nothing_by_itself(served, service, make_user):
    Client.objects.create(person=Person.objects.create(surname="Quill"), service=service)
    assert Client.objects.count() == 1
    assert served(Client.objects.count) == 0


def test_queries_of_a_page_are_run_and_not_compiled_first(served):
    """With the policies a page's query seems so costly that the server would compile it for longer than it runs."""

    def compiles():
        with connection.cursor() as cursor:
            cursor.execute("SET jit = on")
            cursor.execute("SHOW jit")
            return cursor.fetchone()

    assert compiles() == ("on",)
    assert served(compiles) == ("off",)


def test_manager_signs_in_works_and_sees_the_own_service_alone(served, service, other_service, make_viewer, make_user):
    for each, surname in ((service, "Quill"), (other_service, "Harrow")):
        registered(make_viewer(roles.WORKER, service=each), each, first_name="Ada", surname=surname)
    user = make_user(roles.SERVICE_MANAGER, password=PASSWORD)

    def work():
        browser = Browser()
        signed = browser.post("/account/sign-in/", {"login": user.email, "password": PASSWORD})
        listed = browser.get("/clients").content.decode()
        return signed.status_code, listed, Client.objects.count()

    status, listed, left_in_sight = served(work)
    assert status == 302
    assert "Quill" in listed
    assert "Harrow" not in listed
    assert left_in_sight == 0


def test_trail_is_sealed_by_a_worker_that_sees_nothing_by_itself(served, service, make_viewer):
    registered(make_viewer(roles.WORKER), service, first_name="Ada", surname="Quill")
    assert served(seal_rows) > 0
    assert served(verify).faults == ()


@pytest.mark.parametrize("job", ["one", "all"])
def test_notes_are_read_by_a_worker_that_sees_nothing_by_itself(job, served, service, other_service, make_viewer):
    for each in (service, other_service):
        worker = make_viewer(roles.WORKER, service=each)
        client = registered(worker, each, first_name="Ada", surname="Quill")
        r.say(worker, client)
        r.note(worker, client)
    served(lambda: unasked.read_notes_of(str(service.id)) if job == "one" else unasked.read_all_notes())
    services = {service.id} if job == "one" else {service.id, other_service.id}
    assert set(NoteRead.objects.values_list("service_id", flat=True)) == services
    assert Proposal.objects.count() == len(services)
    assert verify().faults == ()
