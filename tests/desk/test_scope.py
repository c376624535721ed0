"""Who reaches which page: a client out of sight is not there, for a form as for a page."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from kith.audit.api import rows_of_client
from kith.casework.api import Visit, hold_session, make_signpost, receive_referral, set_plan
from kith.desk.web.urls import urlpatterns
from kith.glass.actions.ask_for_record import ask_for_record
from kith.glass.models import Glass
from kith.kernel.days import today
from kith.measures.api import take_reading
from kith.people.models import Client, PossibleDuplicate
from kith.ripples.api import tell
from tests.factories.clients import STANCES, registered
from tests.factories.history import told
from tests.ripples.reviewing import sentence_found

SEES_HER = {"own worker", "leader of the team", "manager"}
IN_CHARGE = {"leader of the team", "manager"}
FOR_CHARGE = {"allocate", "who_saw", "pair", "pairs"}
FOR_MANAGERS = {"drawn"}
ENTERS = {
    "own worker",
    "other worker",
    "leader of the team",
    "leader of another team",
    "manager",
    "manager of another service",
}
ENTERS_CHARGE = ENTERS - {"own worker", "other worker"}
MANAGES = {"manager", "manager of another service"}
OF_ONE = {"opened_record": "other worker"}
LISTS = {"caseload", "register", "pairs", "review", "missed", "drawn"}
NOT_THE_AUTHOR = {"edit_found"}
SIGNED_IN = [stance for stance in STANCES if stance != "system"]


@pytest.fixture
def address_of(around, service):
    """`address_of("visit")`: the page of a record of the client."""
    own, client, day = around["own worker"], around.client, today() - dt.timedelta(days=9)
    twin = registered(own, service, surname="Walkere")
    records = {
        "correct_visit": hold_session(viewer=own, client=client, visit=Visit(day, 45)),
        "sign_off": set_plan(viewer=own, client=client, issue="Diet", set_on=day),
        "follow_up": make_signpost(viewer=own, client=client, to="Walking group", made_on=day),
        "decide_referral": receive_referral(viewer=own, client=client, source="GP", received_on=day),
        "check_telling": tell(viewer=own, client=client, told=told()),
        "correct_reading": take_reading(
            viewer=own, client=client, measure="bmi", stage="baseline", taken_on=day, value=Decimal("37.2")
        ),
        "pair": PossibleDuplicate.objects.create(service=service, first=client, second=twin),
        "opened_record": glass_of_other_worker(around),
    }

    def find(name: str) -> str:
        if name == "edit_found":
            return reverse("desk:edit_found", args=[sentence_found(own, client, service).id])
        if name in LISTS:
            return reverse(f"desk:{name}")
        return reverse(f"desk:{name}", args=[records[name].id if name in records else client.id])

    return find


def glass_of_other_worker(around):
    Client.objects.filter(id=around.client.id).update(reference="NT-0417")
    answer = ask_for_record(
        viewer=around["other worker"], service_id=around.client.service_id, number="NT-0417",
        reason="She fell at the market this morning",
    )  # fmt: skip
    return Glass.objects.get(id=answer.glass_id)


def expected(name: str, stance: str) -> int:
    enters = MANAGES if name in FOR_MANAGERS else ENTERS_CHARGE if name in FOR_CHARGE else ENTERS
    if stance not in enters:
        return 403
    if name in OF_ONE:
        return 200 if stance == OF_ONE[name] else 404
    if name in LISTS or stance in (IN_CHARGE if name in FOR_CHARGE | NOT_THE_AUTHOR else SEES_HER):
        return 200
    return 404


@pytest.mark.parametrize("stance", SIGNED_IN)
@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
def test_page_opens_only_within_scope(name, stance, address_of, at_desk):
    assert at_desk(stance).get(address_of(name)).status_code == expected(name, stance)


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
def test_page_asks_for_a_sign_in(name, address_of, signed_in, django_user_model):
    browser = signed_in()
    browser.logout()
    answer = browser.get(address_of(name))
    assert answer.status_code == 302
    assert "next=" in answer.headers["Location"]


def test_record_that_is_not_there_answers_like_one_out_of_sight(at_desk, address_of):
    browser = at_desk("other worker")
    out_of_sight = browser.get(address_of("client"))
    not_there = browser.get(reverse("desk:client", args=[uuid4()]))
    assert out_of_sight.status_code == not_there.status_code == 404
    assert "Walker" not in out_of_sight.content.decode()


def test_form_sent_for_a_client_out_of_sight_changes_nothing(at_desk, address_of, around):
    before = rows_of_client(around.client.id).count()
    sent = at_desk("other worker").post(address_of("consent"), {"answer": "yes", "key": str(uuid4())})
    assert sent.status_code == 404
    assert rows_of_client(around.client.id).count() == before
