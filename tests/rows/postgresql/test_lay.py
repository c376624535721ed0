"""The lock is laid as the models say: once, again when they say something else, and never half."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.kernel.errors import NotPossibleError
from kith.people.models import Consent
from kith.rows.actions import lay as laying
from kith.rows.api import Outside, lay, locked_tables, tables_not_locked
from kith.rows.queries import laid_policies

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
