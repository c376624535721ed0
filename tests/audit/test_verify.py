"""The seal over the trail: whatever was done to it by hand is found."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings

from kith.audit.api import Deed, record, seal_rows, verify
from kith.audit.models import AuditRow, Seal
from kith.kernel.ids import new_id


def change(row, **values):
    AuditRow.objects.filter(id=row.id).update(**values)


def changed(row):
    return f"Audit row {row.id} (strand 1, row {row.place}) was changed or added by hand."


def copy_of(row, **values):
    return AuditRow(**{field.attname: getattr(row, field.attname) for field in AuditRow._meta.fields} | values)


def test_trail_untouched_has_no_faults(trail):
    verdict = verify()
    assert (verdict.rows, verdict.seals, verdict.faults, verdict.notes) == (9, 3, (), ())


def test_trail_of_nothing_has_no_faults(db):
    assert seal_rows() == 0
    assert verify().faults == ()


def test_seal_a_second_time_covers_only_what_is_new(trail):
    assert seal_rows() == 2
    assert seal_rows() == 0
    verdict = verify()
    assert (verdict.rows, verdict.seals, verdict.faults) == (9, 4, ())


@pytest.mark.parametrize("where", [0, 4, 6, 7, 8], ids=["first", "sealed", "last sealed", "not sealed", "newest"])
@pytest.mark.parametrize(
    "values",
    [
        {"id": new_id()},
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
def test_row_changed_by_hand_is_found(trail, values, where):
    change(trail[where], **values)
    trail[where].id = values.get("id", trail[where].id)
    assert verify().faults == (changed(trail[where]),)


def test_row_changed_by_hand_with_another_mac_is_found_by_its_seal_and_the_row_behind_it_too(trail):
    change(trail[4], mac="0" * 64)
    assert verify().faults == (
        changed(trail[4]),
        changed(trail[5]),
        "Seal 2 does not fit its rows or the seal before it.",
    )


def test_row_removed_under_a_seal_is_found(trail):
    trail[4].delete()
    assert verify().faults == (
        f"Row 5 is missing from strand 1, before {trail[5].id} of {trail[5].at:%d/%m/%Y %H:%M}.",
        "Seal 2 covers 3 rows, and 2 are there.",
        "Seal 2 does not fit its rows or the seal before it.",
    )


def test_row_removed_with_its_count_mended_is_found(trail):
    trail[2].delete()
    Seal.objects.filter(number=1).update(rows=2)
    assert verify().faults == (
        "Row 3 is missing from strand 1.",
        "Seal 1 does not fit its rows or the seal before it.",
    )


def test_row_removed_before_it_was_sealed_is_found_also_after_sealing(trail, write):
    trail[7].delete()
    found = (f"Row 8 is missing from strand 1, before {trail[8].id} of {trail[8].at:%d/%m/%Y %H:%M}.",)
    assert verify().faults == found
    seal_rows()
    assert verify().faults == found


def test_row_put_in_the_place_of_a_removed_one_is_found(trail):
    trail[7].delete()
    forged = copy_of(trail[7], id=new_id(), verb="viewed")
    forged.save()
    assert verify().faults == (changed(forged),)


def test_two_rows_with_their_ids_swapped_are_found(trail):
    first, second, aside = trail[1], trail[2], new_id()
    change(first, id=aside)
    change(second, id=first.id)
    AuditRow.objects.filter(id=aside).update(id=second.id)
    assert set(verify().faults) == {changed(copy_of(first, id=second.id)), changed(copy_of(second, id=first.id))}


def test_copy_of_a_row_added_at_the_end_is_found(trail):
    forged = copy_of(trail[8], id=new_id(), place=10)
    forged.save()
    assert verify().faults == (changed(forged),)


def test_row_added_on_a_strand_of_its_own_is_found(trail):
    forged = copy_of(trail[8], id=new_id(), strand=7, place=1)
    forged.save()
    assert verify().faults == (f"Audit row {forged.id} (strand 7, row 1) was changed or added by hand.",)


def test_row_added_without_strand_is_found(trail):
    forged = copy_of(trail[8], id=new_id(), strand=None, place=None)
    forged.save()
    assert verify().faults == (f"Audit row {forged.id} was changed or added by hand.",)


def test_row_added_without_strand_under_a_seal_that_is_not_there_is_found(trail):
    forged = copy_of(trail[8], id=new_id(), strand=None, place=None, batch=9)
    forged.save()
    assert f"Audit row {forged.id} belongs to no seal." in verify().faults


@pytest.mark.parametrize("values", [{"place": None}, {"place": 0}, {"strand": None}, {"strand": 0}], ids=str)
def test_row_without_its_place_is_refused_by_the_database(trail, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        change(trail[8], **values)


def test_two_rows_at_one_place_are_refused_by_the_database(trail):
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_of(trail[8], id=new_id()).save()


@pytest.mark.parametrize(
    "values",
    [{"rows": 2}, {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)}, {"previous": "0" * 64}, {"reach": {"1": 5}}],
    ids=lambda values: next(iter(values)),
)
def test_seal_changed_by_hand_is_found(trail, values):
    Seal.objects.filter(number=2).update(**values)
    assert "Seal 2 does not fit its rows or the seal before it." in verify().faults


@pytest.mark.parametrize("number", [1, 2])
def test_batch_removed_whole_with_its_seal_is_found(trail, number):
    AuditRow.objects.filter(place__gt=3 * (number - 1), place__lte=3 * number).delete()
    Seal.objects.filter(number=number).delete()
    assert f"Seal {number} is missing." in verify().faults


def test_trail_written_anew_under_another_key_is_found(trail):
    with override_settings(SECRET_KEY="another secret"):
        faults = verify().faults
    assert len(faults) == 9 + 3


def test_trail_under_another_name_is_found(trail):
    from kith.audit.models import Trail

    Trail.objects.update(name=new_id())
    assert len(verify().faults) >= 9


def test_row_after_one_taken_back_stands_in_its_place(trail, system):
    deed = Deed("viewed", "people.Client")
    with transaction.atomic():
        record(actor=system.actor, deed=deed)
        transaction.set_rollback(True)
    with transaction.atomic():
        record(actor=system.actor, deed=deed)
        with pytest.raises(KeyError), transaction.atomic():
            record(actor=system.actor, deed=deed)
            raise KeyError
        record(actor=system.actor, deed=deed)
    assert list(AuditRow.objects.filter(place__gt=9).order_by("place").values_list("place", flat=True)) == [10, 11]
    assert verify().faults == ()
