"""The list of clients: whose, in which order, narrowed and searched, page by page."""

import datetime as dt
from uuid import uuid4

import pytest

from kith.access.api import roles
from kith.access.models import Membership, User
from kith.audit.models import AuditRow
from kith.casework.api import Visit, hold_session
from kith.desk.domain.paging import Cursor, page_of
from kith.desk.queries import caseload_page, seats_with_clients
from kith.kernel.days import today
from tests.factories.clients import registered
from tests.factories.history import with_a_past


@pytest.fixture
def many(around, service):
    """Sixty clients of the worker, three of each surname."""
    for number in range(60):
        registered(around["own worker"], service, first_name="Ana", surname=f"Name {number % 20:02}")
    return around["own worker"]


def pages(viewer, *, backwards: bool = False):
    seat, cursor, found = viewer.seats[0], Cursor(), []
    while True:
        page = caseload_page(viewer, seat, cursor)
        found.append(page)
        if not page.later:
            break
        cursor = Cursor(after=page.rows[-1].id)
    while backwards and found[-1].earlier:
        found.append(caseload_page(viewer, seat, Cursor(before=found[-1].rows[0].id)))
    return found


def test_every_client_stands_on_one_page_in_the_order_of_names(many):
    found = pages(many)
    names = [(client.surname.casefold(), client.first_name) for page in found for client in page.rows]
    assert [len(page.rows) for page in found] == [25, 25, 11]
    assert names == sorted(names)
    assert len({client.id for page in found for client in page.rows}) == 61
    assert [page.earlier for page in found] == [False, True, True]


def test_pages_read_backwards_are_those_read_forwards(many):
    found = pages(many, backwards=True)
    assert [client.id for client in found[3].rows] == [client.id for client in found[1].rows]
    assert [client.id for client in found[4].rows] == [client.id for client in found[0].rows]
    assert not found[4].earlier


def test_page_after_a_client_of_somebody_else_is_empty(around, many):
    viewer = around["other worker"]
    [seat] = viewer.seats
    assert not caseload_page(viewer, seat, Cursor(after=around.client.id)).rows


def test_lists_of_a_viewer_are_those_of_her_own_seats(around):
    for stance in ("own worker", "leader of the team", "manager"):
        [seat] = seats_with_clients(around[stance])
        [listed] = caseload_page(around[stance], seat, Cursor()).rows
        assert listed.id == around.client.id
        assert not caseload_page(around["administrator"], seat, Cursor()).rows
    assert not seats_with_clients(around["evaluator"])


def test_list_tells_last_seen_plan_and_what_is_due(around, at_desk):
    with_a_past(around["own worker"], around.client, weeks_ago=13)
    shown = at_desk("manager").get("/clients").content.decode()
    for words in ("Zoë Walker", "(13 weeks ago)", "Plan set", "All clients", "Trainer"):
        assert words in shown
    assert "NX6 8HA" not in shown


def test_list_of_those_not_seen_for_six_weeks_leaves_out_the_others(around, at_desk, service):
    worker = around["own worker"]
    seen = registered(worker, service, first_name="Seen", surname="Lately")
    hold_session(viewer=worker, client=seen, visit=Visit(today() - dt.timedelta(days=41), 30))
    missed = registered(worker, service, first_name="Missed", surname="Lately")
    hold_session(viewer=worker, client=missed, visit=Visit(today(), attended=False))
    shown = at_desk("own worker").get("/clients?unseen=on").content.decode()
    assert "Seen Lately" not in shown
    assert "Missed Lately" in shown
    assert "Zoë Walker" in shown


@pytest.mark.parametrize("words", ["walker", "ZOË WALKER", "walker, zoë", "a 17", "A17"])
def test_search_finds_by_name_or_reference_and_leaves_no_name_in_the_address(words, around, at_desk, service):
    worker = around["own worker"]
    client = registered(worker, service, first_name="Zoë", surname="Walkerton", reference="A17")
    registered(worker, service, first_name="Ana", surname="Somebody")
    answer = at_desk("own worker").post("/clients", {"words": words})
    shown = answer.content.decode()
    assert str(client.id) in shown
    assert "Ana Somebody" not in shown
    assert answer.status_code == 200


def test_search_that_finds_nobody_or_says_nothing_says_so(around, at_desk):
    browser = at_desk("own worker")
    assert "Nobody of that name" in browser.post("/clients", {"words": "Nobody"}).content.decode()
    assert "Type a name or a reference." in browser.post("/clients", {"words": " "}).content.decode()


def test_search_reaches_no_further_than_the_list(around, at_desk):
    assert "Zoë Walker" not in at_desk("other worker").post("/clients", {"words": "walker"}).content.decode()


@pytest.mark.parametrize("query", ["after=nonsense", "whose=nonsense"])
def test_page_of_the_list_that_there_is_not_is_not_found(query, at_desk):
    assert at_desk("own worker").get(f"/clients?{query}").status_code == 404


def test_listing_is_written_down_with_the_clients_listed_and_no_name(around, at_desk):
    at_desk("own worker").get("/clients")
    row = AuditRow.objects.get(verb="listed")
    assert row.record_ids == [str(around.client.id)]
    assert "Walker" not in str(row.__dict__)


def test_viewer_with_two_seats_chooses_whose_clients_and_pages_through_them(around, at_desk, many, service):
    user = User.objects.get(id=around["leader of the team"].actor.id)
    own = Membership.objects.create(service=service, user=user, name=user.name, role=roles.WORKER)
    browser = at_desk("leader of the team")
    assert "There is nobody in this list." in browser.get("/clients").content.decode()
    led = user.memberships.exclude(id=own.id).get()
    shown = browser.get(f"/clients?whose={led.id}").content.decode()
    assert "My team&#39;s clients" in shown
    assert f"/clients?whose={led.id}&amp;after=" in shown


def test_page_of_rows_knows_its_neighbours():
    assert page_of([1, 2, 3], 2, Cursor()).later
    assert list(page_of([3, 2, 1], 2, Cursor(before=uuid4())).rows) == [2, 3]
