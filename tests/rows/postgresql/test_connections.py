"""What is said lasts as long as its transaction, reaches every kind of statement, and belongs to one thread."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from kith.people.models import Client, Person
from kith.rows.api import closed, every_row, rows_of, see
from kith.rows.web.middleware import closed_until_known

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clients(service, other_service):
    """One client of each service."""
    return {
        each.id: Client.objects.create(
            person=Person.objects.create(first_name="100%"), service=each, sorted_name="100%"
        ).id
        for each in (service, other_service)
    }


@pytest.fixture
def only(service):
    """`only()`: the scope of the one service."""
    return lambda: rows_of(services=frozenset([service.id]))


def seen() -> int:
    return Client.objects.count()


def test_session_that_says_nothing_sees_nothing(clients, only):
    connection.close()  # it may have been opened before the role was there
    with only():
        assert seen() == 1
    bare = connection.connection
    lock, bare.second_lock = bare.second_lock, None
    try:
        assert bare.execute("SELECT count(*) FROM people_client").fetchone() == (0,)
        assert bare.execute("SELECT current_setting('kith.services', true)").fetchone()[0] in (None, "")
        assert bare.execute("SELECT current_user <> session_user").fetchone() == (True,)
    finally:
        bare.second_lock = lock


def test_scope_changes_within_a_transaction(clients, only):
    with transaction.atomic():
        assert seen() == 2
        with only():
            assert seen() == 1
            with every_row(because="a reason"):
                assert seen() == 2
            with closed():
                assert seen() == 0
            assert seen() == 1
        assert seen() == 2


def test_scope_outlives_what_a_savepoint_takes_back(clients, only):
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            with only():
                assert seen() == 1
            raise ZeroDivisionError
        assert seen() == 2
    with only(), transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic(), closed():
            assert seen() == 0
            raise ZeroDivisionError
        assert seen() == 1


def test_scope_of_a_failed_statement_is_back_after_the_savepoint(clients, only):
    with transaction.atomic():
        with pytest.raises(Exception, match="division by zero"), transaction.atomic(), only():
            connection.cursor().execute("SELECT 1 / 0")
        assert seen() == 2


@pytest.mark.parametrize("inside", [True, False], ids=["in a transaction", "outside of one"])
def test_every_kind_of_statement_is_in_scope(inside, clients, only):
    with only(), transaction.atomic() if inside else closed_again(only):
        assert len(list(Client.objects.iterator(chunk_size=1))) == 1
        assert Client.objects.filter(sorted_name__contains="100%").count() == 1
        with connection.cursor() as cursor:
            cursor.execute("SELECT '100%', count(*) FROM people_client")
            assert cursor.fetchone() == ("100%", 1)
            cursor.executemany("UPDATE people_client SET version = %s", [[2], [3]])
            with cursor.copy("COPY (SELECT id FROM people_client) TO STDOUT") as copy:
                assert len(list(copy.rows())) == 1
    assert sorted(Client.objects.values_list("version", flat=True)) == [1, 3]


def closed_again(only):
    return only()


def test_queries_are_counted_and_told_without_what_is_said_before(clients, only):
    with only(), CaptureQueriesContext(connection) as asked:
        assert seen() == 1
    assert [each["sql"] for each in asked] == ['SELECT COUNT(*) AS "__count" FROM "people_client"']


def test_new_connection_keeps_the_scope(clients, only):
    with only():
        connection.close()
        assert seen() == 1


def test_threads_see_each_their_own(clients):
    together = threading.Barrier(2)

    def look(service_id):
        try:
            found = []
            for _ in range(10):
                with rows_of(services=frozenset([service_id])):
                    together.wait(timeout=30)
                    found += Client.objects.values_list("id", flat=True)
            return set(found)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert dict(zip(clients, pool.map(look, clients), strict=True)) == {key: {pk} for key, pk in clients.items()}


@pytest.mark.parametrize("fails", [False, True])
def test_request_leaves_no_scope_behind(fails, clients, service):
    counted = []

    def view(request):
        counted.append(seen())
        see(services=frozenset([service.id]))
        counted.append(seen())
        if fails:
            raise ZeroDivisionError
        return HttpResponse()

    with closed():
        try:
            closed_until_known(view)(RequestFactory().get("/"))
        except ZeroDivisionError:
            counted.append(-1)
        counted.append(seen())
    assert counted == [0, 1, *([-1] if fails else []), 0]
