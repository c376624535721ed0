"""While a record is open in an emergency, no list, count, figure or form shows or takes more than before."""

import importlib
import inspect
import pkgutil
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import kith
from kith.access.api import viewer_of
from kith.access.models import User
from kith.audit.api import changed_since
from kith.kernel.days import now
from kith.people.api import record_consent
from kith.people.models import Consent, PossibleDuplicate
from tests.factories.clients import registered
from tests.factories.history import with_a_past

ROOMS = ("people", "measures", "casework", "ripples", "workforce", "exchange", "reporting", "access")


def reads_narrowed_by_who_asks():
    """Every `..._visible_to(viewer)` of the house."""
    found = {}
    for room in ROOMS:
        for info in pkgutil.walk_packages([f"{kith.__path__[0]}/{room}"], f"kith.{room}."):
            if info.name.split(".")[2] == "queries":
                module = importlib.import_module(info.name)
                found |= {
                    name: each
                    for name, each in inspect.getmembers(module, inspect.isfunction)
                    if name.endswith("_visible_to") and len(inspect.signature(each).parameters) == 1
                }
    return found


@pytest.fixture
def looker(around, open_glass, service):
    own = around["own worker"]
    with_a_past(own, around.client)
    record_consent(viewer=own, client=around.client, purpose="evaluation", answer="yes")
    twin = registered(own, service, surname="Walkere")
    PossibleDuplicate.objects.create(service=service, first=around.client, second=twin)
    open_glass()
    return viewer_of(User.objects.get(id=around["other worker"].actor.id))


def test_reads_are_found():
    assert {"clients_visible_to", "sessions_visible_to", "tellings_visible_to"} <= set(reads_narrowed_by_who_asks())


@pytest.mark.parametrize("name", sorted(reads_narrowed_by_who_asks()))
def test_read_gives_the_viewer_of_the_request_nothing_of_the_record(name, looker, around):
    of_client = {
        str(getattr(each, "client_id", getattr(each, "id", None)))
        for each in reads_narrowed_by_who_asks()[name](looker)
    }
    assert str(around.client.id) not in of_client


def test_lists_and_search_show_nobody_more(looker, at_desk):
    browser = at_desk("other worker")
    listed = browser.get("/clients").content.decode()
    searched = browser.post("/clients", {"words": "Walker"}).content.decode()
    assert "Zoë" not in listed + searched
    assert "Nobody of that name" in searched


def test_form_about_the_record_takes_nothing(looker, at_desk, around):
    before = Consent.objects.filter(client=around.client).count()
    for page in ("consent", "visit", "telling", "plan"):
        address = reverse(f"desk:{page}", args=[around.client.id])
        assert at_desk("other worker").post(address, {"answer": "no", "key": str(uuid4())}).status_code == 404
    assert Consent.objects.filter(client=around.client).count() == before


def test_figures_are_no_older_for_a_record_opened_and_read(around, numbered, open_glass, at_desk, service):
    since = now()
    glass = open_glass()
    at_desk("other worker").get(reverse("desk:opened_record", args=[glass.id]))
    assert not changed_since(service.id, since)


def test_pages_cost_the_same_however_many_looks_there_are(around, open_glass, at_desk, service):
    def cost(stance, address):
        browser = at_desk(stance)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    record = reverse("desk:opened_record", args=[open_glass().id])
    few = cost("manager", reverse("glass:looks"))
    first = cost("other worker", record)
    for stance in ("leader of another team",):
        open_glass(around[stance])
    with_a_past(around["own worker"], around.client, visits=70)
    assert cost("manager", reverse("glass:looks")) == few
    assert cost("other worker", record) <= first + 1
