"""The server goes on committing for a killed writer; whoever takes up its strand meanwhile goes on behind."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import psycopg
import pytest
from django.db import connection, transaction

from kith.audit.api import drop_strand, verify
from kith.audit.models import AuditRow
from tests.audit.test_many_writers import address, writing

LOCK = 17
COMMITS_WAIT = f"""
    CREATE FUNCTION wait_for_the_test() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock_shared({LOCK}); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER commits_wait AFTER INSERT ON audit_auditrow DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION wait_for_the_test()"""
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = %s AND NOT granted"
LOOKS = 100_000


@pytest.fixture
def held(transactional_db):
    """A connection of its own that holds every commit of a row of the trail until it lets go."""
    with psycopg.connect(address(), autocommit=True) as other:
        other.execute(COMMITS_WAIT)
        other.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        yield other
        other.execute("SELECT pg_advisory_unlock_all()")
        other.execute("DROP FUNCTION wait_for_the_test CASCADE")


def wait_until_one_waits(other, for_what):
    """Somebody waits at the server, for a lock of this kind."""
    for _look in range(LOOKS):
        if other.execute(WAITING, [for_what]).fetchone() == (1,):
            return
    raise AssertionError(f"Nobody waits for {for_what}.")


@pytest.mark.parametrize("within", [nullcontext, transaction.atomic], ids=["by itself", "in a transaction"])
@pytest.mark.parametrize("rows", [1, 3], ids=["one row", "rows"])
@pytest.mark.parametrize("commits", [True, False], ids=["commits", "comes to nothing"])
def test_row_of_a_writer_killed_while_it_commits_is_followed_by_the_next(held, write, within, rows, commits):
    killed = writing("1")
    wait_until_one_waits(held, "advisory")
    killed.kill()
    killed.wait()
    killed.stdout.close()

    def write_next():
        try:
            with within():
                write(rows)
                write()
        finally:
            drop_strand()
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        following = pool.submit(write_next)
        wait_until_one_waits(held, "transactionid")
        if not commits:
            held.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        held.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        following.result(timeout=60)
    assert list(AuditRow.objects.order_by("place").values_list("strand", "place")) == [
        (1, 1 + place) for place in range(rows + 1 + commits)
    ]
    assert verify().faults == ()
