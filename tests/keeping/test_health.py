"""How a deployment is: yes or no for a proxy, everything for whoever runs it, and nothing of a person."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError
from django_q.models import OrmQ

from kith.access.api import roles
from kith.audit.api import seal_rows
from kith.keeping import queries
from kith.keeping.domain.health import age_in_words
from kith.keeping.domain.place import LAST_BACKUP, OPEN_RESTORE
from kith.kernel.days import now


@pytest.fixture
def data(tmp_path, settings) -> Path:
    settings.KITH_DATA = tmp_path
    return tmp_path


def found(name: str) -> queries.Finding:
    return next(each for each in queries.health() if each.name == name)


def test_proxy_is_told_yes_and_nothing_else(db, client_of_nobody):
    answer = client_of_nobody.get("/health/")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_proxy_is_told_no_while_a_restore_is_open(db, data, client_of_nobody):
    (data / OPEN_RESTORE).write_text("{}")
    answer = client_of_nobody.get("/health/")
    assert (answer.status_code, answer.content) == (503, b"not well\n")


def test_proxy_is_told_no_where_the_database_does_not_answer(db, client_of_nobody, monkeypatch):
    def gone(*_: object) -> None:
        raise DatabaseError("password authentication failed for user Kestrel")

    monkeypatch.setattr(queries, "MigrationExecutor", gone)
    answer = client_of_nobody.get("/health/")
    assert (answer.status_code, answer.content) == (503, b"not well\n")
    assert "Kestrel" not in str(queries.health())


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_administrators_see_what_was_found(role, signed_in):
    assert signed_in(role).get("/health/all/").status_code == (200 if role == roles.ADMINISTRATOR else 403)


def test_page_says_what_is_not_well(signed_in, data):
    page = signed_in(roles.ADMINISTRATOR).get("/health/all/").content.decode()
    assert "Not well" in page
    assert "never" in page


def test_backup_that_is_too_old_is_not_well(db, data):
    for age, is_well in ((dt.timedelta(hours=20), True), (dt.timedelta(days=3), False)):
        (data / LAST_BACKUP).write_text(json.dumps({"made_at": (now() - age).isoformat(), "bytes": 1}))
        assert found("Backup").is_well == is_well


def test_trail_is_well_once_it_was_sealed(db, service, make_viewer):
    from kith.audit.api import Deed, record

    record(actor=make_viewer().actor, deed=Deed("made", "service"))
    assert not found("Trail sealed").is_well
    seal_rows()
    assert found("Trail sealed").is_well


@pytest.mark.parametrize("missing", [[], ["people_person", "people_client"]])
def test_table_without_its_lock_is_not_well(db, missing, monkeypatch):
    monkeypatch.setattr(queries, "tables_not_locked", lambda: missing)
    monkeypatch.setattr(queries, "has_second_lock", lambda: True)
    assert found("Second lock").is_well == (not missing)
    assert ("2 tables" in found("Second lock").says) == bool(missing)


def test_database_that_knows_no_second_lock_is_well(db, monkeypatch):
    monkeypatch.setattr(queries, "has_second_lock", lambda: False)
    assert found("Second lock") == queries.Finding("Second lock", True, "this kind of database has none")


def test_job_that_nobody_takes_up_is_not_well(db):
    retry = dt.timedelta(seconds=settings.Q_CLUSTER["retry"])
    job = OrmQ.objects.create(key="kith", payload="x", lock=now() - retry)
    assert found("Worker").is_well
    OrmQ.objects.filter(id=job.id).update(lock=now() - retry - dt.timedelta(minutes=11))
    assert not found("Worker").is_well
    OrmQ.objects.filter(id=job.id).update(lock=now() - dt.timedelta(minutes=50))
    assert found("Worker").is_well


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "just now"), (60, "1 minute ago"), (7_300, "2 hours ago"), (2 * 86_400, "2 days ago")],
)
def test_age_is_said_as_people_say_it(seconds, words):
    assert age_in_words(dt.timedelta(seconds=seconds)) == words
