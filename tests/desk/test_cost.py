"""A page costs the same however many clients, and however much happened."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.clients import registered
from tests.factories.history import with_a_past

LIST_MOST, CLIENT_MOST = 8, 16
NOTICE = {"manager": 1}  # whether a record of the service was opened in an emergency stands on each of their pages


def cost(browser, address) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("stance", ["own worker", "leader of the team", "manager"])
def test_list_of_clients_costs_at_most_eight_queries_whatever_its_length(stance, around, at_desk, service):
    browser, worker = at_desk(stance), around["own worker"]
    short = cost(browser, "/clients")
    for number in range(30):
        with_a_past(worker, registered(worker, service, first_name=f"N{number}"), weeks_ago=2)
    long = cost(browser, "/clients")
    middle = cost(browser, f"/clients?unseen=on&after={around.client.id}")
    assert max(short, long, middle) <= LIST_MOST + NOTICE.get(stance, 0)


@pytest.mark.parametrize("stance", ["own worker", "leader of the team", "manager"])
def test_client_page_costs_at_most_sixteen_queries_whatever_happened(stance, around, at_desk):
    browser, worker = at_desk(stance), around["own worker"]
    address = reverse("desk:client", args=[around.client.id])
    short = cost(browser, address)
    with_a_past(worker, around.client, visits=70)
    assert max(short, cost(browser, address), cost(browser, f"{address}?page=2")) <= CLIENT_MOST + NOTICE.get(stance, 0)
