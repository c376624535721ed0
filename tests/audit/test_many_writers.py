"""Eight writers at once, one more that is killed: the trail is whole, and whatever is done to it by hand is found."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.audit.api import seal_rows, verify
from kith.audit.models import AuditRow, Seal
from kith.kernel.ids import new_id
from tests.audit.test_verify import copy_of

WRITERS, TIMES, ROWS = 8, 9, 9 + 6 * 3
FIELDS = [
    "id",
    "at",
    "actor_id",
    "actor_name",
    "verb",
    "service_id",
    "client_id",
    "record_type",
    "record_ids",
    "fields",
]


def writing(times):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.audit.writer", times],
        env={**os.environ, "DATABASE_URL": address(), "DJANGO_SETTINGS_MODULE": "kith.config.settings"},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def address():
    """The database the test runs on, for another process."""
    given, name = os.environ["DATABASE_URL"], connection.settings_dict["NAME"]
    return f"sqlite:///{name}" if connection.vendor == "sqlite" else f"{given.rsplit('/', 1)[0]}/{name}"


@contextmanager
def undone():
    """Tampering, taken back afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def written(transactional_db):
    """What eight writers wrote while a ninth was killed and a sealer sealed; then more, not sealed."""
    killed, *writers = [writing("for-ever"), *(writing(str(TIMES)) for _ in range(WRITERS))]
    killed.stdout.readline()
    killed.kill()
    killed.wait()
    seal_rows()
    for each in writers:
        seal_rows()
        assert verify().faults == ()
        assert each.wait() == 0
    seal_rows()
    last = writing("3")
    assert last.wait() == 0
    for each in (killed, last, *writers):
        each.stdout.close()


def test_trail_is_whole_under_many_writers_and_any_tampering_is_found(written):
    verdict = verify()
    assert verdict.faults == ()
    assert verdict.rows >= WRITERS * ROWS
    assert AuditRow.objects.values("strand").distinct().count() > 1 or connection.vendor == "sqlite"
    rows, seals = list(AuditRow.objects.order_by("strand", "place")), list(Seal.objects.order_by("number"))
    newest = seals[-1]

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def tampered(data):
        row, other = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(rows))
        with undone():
            data.draw(st.sampled_from([changed, removed, added, swapped, without_newest]))(data, row, other, newest)
            assert verify().faults

    tampered()
    assert verify().faults == ()


def changed(data, row, other, _):
    """Any field set to what it holds in another row, or to something new."""
    name = data.draw(st.sampled_from(FIELDS))
    values = {"id": new_id(), "actor_id": new_id(), "service_id": new_id(), "client_id": new_id(), "record_ids": []}
    now = {"at": row.at.replace(year=2020), "fields": ["verb"]}
    AuditRow.objects.filter(id=row.id).update(**{name: (values | now).get(name, "forged")})


def removed(data, row, other, _):
    """One row, or all from it to the end of its strand."""
    rows = AuditRow.objects.filter(strand=row.strand, place__gte=row.place)
    (rows if data.draw(st.booleans()) else rows.filter(place=row.place)).delete()


def added(data, row, other, _):
    """A copy of a row at the end of another's strand, or on a new one."""
    strand = data.draw(st.sampled_from([other.strand, 999]))
    last = AuditRow.objects.filter(strand=strand).order_by("place").last()
    copy_of(row, id=new_id(), strand=strand, place=last.place + 1 if last else 1).save()


def swapped(data, row, other, _):
    """Two rows change their places, or one is moved to the end."""
    if row.id == other.id:
        AuditRow.objects.filter(id=row.id).update(place=row.place + 100_000)
        return
    AuditRow.objects.filter(id=row.id).update(strand=998)
    AuditRow.objects.filter(id=other.id).update(strand=row.strand, place=row.place)
    AuditRow.objects.filter(id=row.id).update(strand=other.strand, place=other.place)


def without_newest(data, row, other, newest):
    """The newest seal goes, and every row it covers and every later one with it."""
    before = Seal.objects.filter(number=newest.number - 1).first()
    for strand in set(AuditRow.objects.values_list("strand", flat=True)):
        reached = before.reach.get(str(strand), 0) if before else 0
        AuditRow.objects.filter(strand=strand, place__gt=reached).delete()
    Seal.objects.filter(number=newest.number).delete()
