"""The lock is laid as the models say: once, again when they say something else, and never half."""

import threading
import time

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.kernel.errors import NotPossibleError
from kith.people.models import Consent
from kith.rows.actions import lay as laying
from kith.rows.api import Outside, lay, locked_tables, tables_not_locked
from kith.rows.queries import is_within_reach, laid_policies

pytestmark = pytest.mark.django_db

CHANGES = ("CREATE", "ALTER", "DROP", "GRANT")


def changes() -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        lay()
    return [each["sql"] for each in asked if each["sql"].startswith(CHANGES)]


def test_lock_is_laid_on_every_table_by_the_migrations():
    assert {table for table, _ in laid_policies()} == set(locked_tables())
    assert len(laid_policies()) == 4 * len(locked_tables()) - 2  # the trail is never changed
    assert tables_not_locked() == []


def test_lock_laid_again_changes_nothing():
    assert changes() == []


def test_table_unlocked_by_hand_is_told_and_locked_again():
    connection.cursor().execute("ALTER TABLE people_person DISABLE ROW LEVEL SECURITY")
    assert tables_not_locked() == ["people_person"]
    assert changes() == ['ALTER TABLE "people_person" ENABLE ROW LEVEL SECURITY']
    assert tables_not_locked() == []


@pytest.mark.parametrize("by_hand", ["DROP POLICY", "another one"])
def test_policy_changed_by_hand_is_told_and_laid_again(by_hand):
    policies = dict(laid_policies())
    if by_hand == "DROP POLICY":
        connection.cursor().execute(f"DROP POLICY {policies['people_consent']} ON people_consent")
    else:
        connection.cursor().execute("CREATE POLICY everybody ON people_consent USING (true)")
    assert tables_not_locked() == ["people_consent"]
    assert len(changes()) == 1
    assert tables_not_locked() == []


def test_table_that_no_longer_belongs_to_a_service_loses_its_policies(monkeypatch):
    monkeypatch.setattr(Consent, "second_lock", Outside("a reason in words"), raising=False)
    assert [each.split()[:2] for each in changes()] == [["DROP", "POLICY"]] * 4 + [["ALTER", "TABLE"]]


def test_table_out_of_the_roles_reach_is_given_to_it():
    connection.cursor().execute("CREATE TABLE made_later (id int)")
    assert [each.split()[0] for each in changes()] == ["GRANT"] * 3


def test_role_that_cannot_be_made_is_asked_for_in_a_sentence(monkeypatch):
    monkeypatch.setattr(laying, "is_within_reach", lambda role: False)
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE plain; SET SESSION AUTHORIZATION plain")
        with pytest.raises(NotPossibleError, match='CREATE ROLE "kith_pages" ROLE that_role'):
            laying._make_role("kith_pages")
        cursor.execute("RESET SESSION AUTHORIZATION")


@pytest.fixture
def other():
    """What another process does at the same moment, in a connection of its own."""
    wanted = connection.get_connection_params()
    wanted.pop("cursor_factory", None)
    with psycopg.connect(**{**wanted, "context": None}) as made:
        yield made
        made.rollback()
    with psycopg.connect(**{**wanted, "context": None}, autocommit=True) as after:
        after.execute("DROP ROLE IF EXISTS made_twice")


def test_role_made_at_the_same_moment_for_another_database_of_the_server_is_taken(other):
    other.execute("CREATE ROLE made_twice NOLOGIN")
    other.execute("GRANT made_twice TO CURRENT_USER")
    waiting = threading.Thread(target=commit_when_awaited, args=(other,))
    waiting.start()
    laying._make_role("made_twice")
    waiting.join()
    assert is_within_reach("made_twice")


def commit_when_awaited(other: psycopg.Connection) -> None:
    """Ends its transaction once somebody stands waiting for it."""
    awaited = "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
    while not other.execute(awaited).fetchone()[0]:
        time.sleep(0.01)
    other.commit()
