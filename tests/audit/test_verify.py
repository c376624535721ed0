"""The seal over the trail: whatever was done to it by hand is found."""

import datetime as dt

import pytest
from django.test import override_settings

from kith.audit.actions import seal
from kith.audit.api import Deed, record, record_all, seal_rows, verify
from kith.audit.models import AuditRow, Seal
from kith.kernel.ids import new_id


@pytest.fixture
def trail(system, monkeypatch):
    """Three seals over seven rows, in batches of three, three and one."""
    monkeypatch.setattr(seal, "BATCH", 3)
    record_all(
        actor=system.actor,
        deeds=[Deed("changed", "people.Person", [new_id()], ["surname"], client_id=new_id()) for _ in range(7)],
    )
    assert seal_rows() == 7
    return list(AuditRow.objects.order_by("id"))


def change(row, **values):
    AuditRow.objects.filter(id=row.id).update(**values)


def test_trail_untouched_has_no_faults(trail):
    verdict = verify()
    assert (verdict.rows, verdict.seals, verdict.faults) == (7, 3, ())


def test_trail_of_nothing_has_no_faults(db):
    assert seal_rows() == 0
    assert verify().faults == ()


def test_seal_a_second_time_covers_only_what_is_new(trail, system):
    assert seal_rows() == 0
    record(actor=system.actor, deed=Deed("viewed", "people.Client"))
    assert seal_rows() == 1
    assert verify().faults == ()


@pytest.mark.parametrize(
    "values",
    [
        {"actor_id": new_id()},
        {"actor_name": "Somebody Else"},
        {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
        {"verb": "viewed"},
        {"service_id": new_id()},
        {"client_id": None},
        {"record_type": "people.Client"},
        {"record_ids": []},
        {"fields": ["first_name"]},
    ],
    ids=lambda values: next(iter(values)),
)
def test_row_changed_by_hand_is_found(trail, values):
    change(trail[4], **values)
    assert verify().faults == (f"Audit row {trail[4].id} was changed or added by hand.",)


def test_row_changed_by_hand_with_another_mac_is_found_by_its_seal_too(trail):
    change(trail[4], mac="0" * 64)
    assert set(verify().faults) == {
        f"Audit row {trail[4].id} was changed or added by hand.",
        "Seal 2 does not fit its rows or the seal before it.",
    }


def test_row_removed_by_hand_is_found(trail):
    trail[0].delete()
    assert "Seal 1 covers 3 rows, and 2 are there." in verify().faults


def test_row_removed_with_its_count_mended_is_found(trail):
    trail[0].delete()
    Seal.objects.filter(number=1).update(rows=2)
    assert verify().faults == ("Seal 1 does not fit its rows or the seal before it.",)


def test_row_added_by_hand_to_a_sealed_batch_is_found(trail):
    forged = AuditRow(
        actor_id=new_id(), actor_name="Nobody", verb="viewed", record_type="people.Client", mac="0" * 64, batch=2
    )
    forged.save()
    faults = verify().faults
    assert f"Audit row {forged.id} was changed or added by hand." in faults
    assert "Seal 2 covers 3 rows, and 4 are there." in faults


def test_row_added_by_hand_and_not_yet_sealed_is_found(trail):
    forged = AuditRow(actor_id=new_id(), actor_name="Nobody", verb="viewed", record_type="people.Client", mac="0" * 64)
    forged.save()
    assert f"Audit row {forged.id} was changed or added by hand." in verify().faults
    seal_rows()
    assert f"Audit row {forged.id} was changed or added by hand." in verify().faults


def test_row_moved_to_a_batch_without_a_seal_is_found(trail):
    change(trail[6], batch=9)
    assert f"Audit row {trail[6].id} belongs to no seal." in verify().faults


@pytest.mark.parametrize("number", [1, 2])
def test_batch_removed_whole_with_its_seal_is_found(trail, number):
    AuditRow.objects.filter(batch=number).delete()
    Seal.objects.filter(number=number).delete()
    assert f"Seal {number} is missing." in verify().faults


def test_trail_written_anew_under_another_key_is_found(trail):
    with override_settings(SECRET_KEY="another secret"):
        faults = verify().faults
    assert len(faults) == 7 + 3
