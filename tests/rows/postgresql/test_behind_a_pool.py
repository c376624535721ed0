"""PgBouncer hands a connection on after each transaction: nothing of a scope goes with it, and everything works."""

import random
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import NamedTuple

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test import Client as Browser

from kith.access.api import roles
from kith.audit.api import drop_strand, verify
from kith.keeping.database import postgresql
from kith.kernel.errors import NotPossibleError
from kith.people.models import Client, Person
from kith.rows.api import closed, every_row, rows_of
from tests.factories.clients import registered
from tests.pool import pool

pytestmark = pytest.mark.django_db(transaction=True)
AT_THE_SERVER, ASKING, TIMES = 2, 6, 30
PASSWORD = "walking in the rain"


class Ports(NamedTuple):
    """Where the pool answers, and where the server does."""

    of_the_pool: int
    of_the_server: int


@pytest.fixture
def pooled(transactional_db, monkeypatch):
    """A pool of two: connections from now on go through it."""
    at = connection.settings_dict
    given = {"database": at["NAME"], "host": at["HOST"], "port": at["PORT"], "role": at["USER"]}
    with pool(**given, size=AT_THE_SERVER) as port:
        connection.close()
        monkeypatch.setitem(connections.settings["default"], "PORT", port)
        yield Ports(port, given["port"])
        connection.close()


@pytest.fixture
def scopes(service, other_service):
    """A scope to enter, and how many clients are in it: of one service, of the other, of both, of none, of all."""
    for each, many in ((service, 1), (other_service, 2)):
        for _ in range(many):
            Client.objects.create(person=Person.objects.create(surname="Quill"), service=each)
    one, other = frozenset([service.id]), frozenset([other_service.id])
    return [
        (lambda: rows_of(services=one), 1),
        (lambda: rows_of(services=other), 2),
        (lambda: rows_of(services=one | other), 3),
        (closed, 0),
        (lambda: every_row(because="a reason"), 3),
    ]


def server_and_count():
    """Which of the server's connections answers, and how many clients it shows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid(), (SELECT count(*) FROM people_client)")
        return cursor.fetchone()


def asked_in_every_way(chance):
    """By itself, in a transaction, through a cursor of the server's, many at once, and with a fault in between."""
    way = chance.randrange(5)
    if way == 0:
        return server_and_count()
    if way == 1:
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")
        return server_and_count()
    with transaction.atomic():
        if way == 2:
            with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")
        if way == 3:
            with connection.cursor() as cursor:
                cursor.executemany("SELECT FROM people_client WHERE version > %s", [[2], [3]])
        server, seen = server_and_count()
        if way == 4:
            assert len(list(Client.objects.iterator(chunk_size=1))) == seen
        return server, seen


def test_what_one_transaction_may_see_the_next_on_its_connection_may_not(pooled, scopes):
    def ask(seed):
        chance, found = random.Random(seed), []
        try:
            for _ in range(TIMES):
                enter, many = chance.choice(scopes)
                with enter():
                    found.append((*asked_in_every_way(chance), many))
            return found
        finally:
            connection.close()

    with ThreadPoolExecutor(ASKING) as asking:
        found = [each for some in asking.map(ask, range(ASKING)) for each in some]
    handed_on = defaultdict(set)
    for server, seen, many in found:
        assert seen == many
        handed_on[server].add(many)
    assert len(handed_on) <= AT_THE_SERVER
    assert {0, 1, 2, 3} in handed_on.values()


def bare(pooled):
    """A client of the pool that says nothing of a scope."""
    at = connection.settings_dict
    who = {"host": at["HOST"], "user": at["USER"], "dbname": at["NAME"]}
    return psycopg.connect(**who, port=pooled.of_the_pool, autocommit=True)


def sees_nothing(client):
    """It works as another than it signed in as, no scope is said, and no row is there."""
    said = "SELECT current_user <> session_user, COALESCE(current_setting('kith.services', true), ''), pg_backend_pid()"
    is_another, scope, server = client.execute(said).fetchone()
    return is_another and scope == "" and client.execute("SELECT FROM people_client").fetchall() == [], server


def test_nothing_is_left_on_a_connection_that_is_handed_on(pooled, scopes):
    for enter, _ in scopes:
        with enter():
            server, _ = server_and_count()
        with bare(pooled) as client:
            assert sees_nothing(client) == (True, server)


def test_connection_on_which_nothing_was_said_yet_sees_nothing(pooled, scopes):
    with transaction.atomic():
        taken, _ = server_and_count()
        with bare(pooled) as client:
            closed_to_all, server = sees_nothing(client)
    assert closed_to_all
    assert server != taken


def test_manager_signs_in_and_works_through_a_pool(pooled, served, service, other_service, make_viewer, make_user):
    for each, surname in ((service, "Quill"), (other_service, "Harrow")):
        registered(make_viewer(roles.WORKER, service=each), each, first_name="Ada", surname=surname)
    user = make_user(roles.SERVICE_MANAGER, password=PASSWORD)

    def work():
        browser = Browser()
        signed = browser.post("/account/sign-in/", {"login": user.email, "password": PASSWORD})
        listed = browser.get("/clients").content.decode()
        drop_strand()
        return signed.status_code, listed

    status, listed = served(work)
    assert status == 302
    assert "Quill" in listed
    assert "Harrow" not in listed
    assert verify().faults == ()


def test_no_statement_is_prepared_at_the_server(pooled):
    for _ in range(20):
        server_and_count()
    assert connection.connection.prepare_threshold is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone() == (0,)


def test_restore_refuses_to_begin_beside_a_pool(pooled, monkeypatch):
    server_and_count()
    connection.close()
    monkeypatch.setitem(connections.settings["default"], "PORT", pooled.of_the_server)
    monkeypatch.setattr(postgresql, "WAITS", 1)
    with pytest.raises(NotPossibleError, match="Somebody is still connected"):
        postgresql.check_nobody_else()
