"""Rows written before there were strands: sealed at the upgrade, and checked as they were."""

from importlib import import_module

import pytest
from django.apps import apps

from kith.audit.api import seal_rows, verify
from kith.audit.domain.digest import row_mac
from kith.audit.models import AuditRow, Seal
from kith.audit.queries import audit_key
from kith.kernel.days import now
from kith.kernel.ids import new_id

upgrade = import_module("kith.audit.migrations.0003_seal_what_came_before")


@pytest.fixture
def upgraded(system, monkeypatch):
    """Four rows of before, sealed in batches of three; then two rows of today."""
    monkeypatch.setattr(upgrade, "BATCH", 3)
    rows = [_row_of_before(system.actor) for _ in range(4)]
    upgrade.seal(apps, None)
    return rows


def _row_of_before(actor):
    said = {
        "at": now(), "actor_id": actor.id, "actor_name": actor.name, "verb": "viewed", "service_id": None,
        "client_id": new_id(), "record_type": "client", "record_ids": [], "fields": [],
    }  # fmt: skip
    row_id = new_id()
    return AuditRow.objects.create(id=row_id, **said, mac=row_mac(audit_key(), row_id=row_id, **said))


def test_rows_of_before_and_of_today_make_one_chain(upgraded, write):
    write(2)
    assert seal_rows() == 2
    verdict = verify()
    assert (verdict.rows, verdict.seals, verdict.faults) == (6, 3, ())


def test_row_of_before_changed_by_hand_is_found(upgraded):
    AuditRow.objects.filter(id=upgraded[1].id).update(verb="changed")
    assert verify().faults == (f"Audit row {upgraded[1].id} was changed or added by hand.",)


def test_row_of_before_removed_is_found(upgraded):
    upgraded[1].delete()
    assert "Seal 1 covers 3 rows, and 2 are there." in verify().faults


def test_row_of_before_moved_to_a_batch_without_a_seal_is_found(upgraded):
    AuditRow.objects.filter(id=upgraded[3].id).update(batch=9)
    assert f"Audit row {upgraded[3].id} belongs to no seal." in verify().faults


def test_newest_seal_of_before_removed_with_its_rows_is_found_once_it_was_written_down(upgraded):
    seal_rows()
    AuditRow.objects.filter(batch=2).delete()
    Seal.objects.filter(number=2).delete()
    assert any("Seal 2 was written down in KITH_DATA" in fault for fault in verify().faults)
