"""What KITH_DATA knows of the trail, beyond the reach of whoever reaches the database."""

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from kith.audit.api import seal_rows, verify
from kith.audit.models import AuditRow, Seal
from kith.audit.witness.anchors import anchors
from kith.audit.witness.folder import folder_of
from kith.audit.witness.notes import End, Note, noted
from kith.audit.witness.strand import drop_strand, strand_in_hand, trail_name
from kith.kernel.ids import new_id
from tests.audit.test_verify import copy_of


@pytest.fixture
def committed(transactional_db, write):
    """Three rows sealed, then two more, all committed."""
    write(3)
    seal_rows()
    write(2)


def folder():
    return folder_of(trail_name())


def test_newest_rows_removed_before_they_were_sealed_are_found(committed):
    AuditRow.objects.filter(place__gte=4).delete()
    assert verify().faults == (
        "Rows 4 to 5 are missing from strand 1: KITH_DATA saw more than the database holds. The newest rows were "
        "removed, or the database is older than the folder.",
    )


def test_newest_row_replaced_by_an_older_state_of_it_is_found(committed):
    AuditRow.objects.filter(place=5).update(mac="0" * 64)
    assert "Row 5 of strand 1 is not the one noted in KITH_DATA." in verify().faults


def test_newest_seal_removed_with_its_rows_and_all_later_ones_is_found(committed, write):
    seal_rows()
    Seal.objects.filter(number=2).delete()
    AuditRow.objects.filter(place__gte=4).delete()
    assert any(fault.startswith("Seal 2 was written down in KITH_DATA") for fault in verify().faults)


def test_missing_rows_are_not_hidden_by_what_is_written_afterwards(committed, write):
    AuditRow.objects.filter(place=5).delete()
    drop_strand()
    write(4)
    seal_rows()
    assert set(AuditRow.objects.values_list("strand", flat=True)) == {1, 2}
    assert any(fault.startswith("Row 5 is missing from strand 1") for fault in verify().faults)


def test_database_made_anew_beside_the_folder_is_told_as_rows_removed(committed):
    AuditRow.objects.all().delete()
    Seal.objects.all().delete()
    assert len(verify().faults) == 2


def test_note_behind_the_database_is_no_fault_and_is_mended_by_the_next_writer(committed, write):
    drop_strand()
    note = Note.held(folder(), 1)
    note.write(End(2, "f" * 64))
    note.let_go()
    assert verify().faults == ("Row 2 of strand 1 is not the one noted in KITH_DATA.",)
    mac = AuditRow.objects.get(place=4).mac
    note = Note.held(folder(), 1)
    note.write(End(4, mac))
    note.let_go()
    assert verify().faults == ()
    write()
    assert noted(folder())[1].place == 6
    assert verify().faults == ()


def test_note_spoiled_by_a_loss_of_power_is_no_fault(committed):
    drop_strand()
    (folder() / "strand-0001").write_bytes(b"\0" * 40)
    (folder() / "seals").write_text((folder() / "seals").read_text() + "2 abc")
    assert verify().faults == ()


def test_folder_lost_is_told_until_the_next_seal(committed, write):
    seal_rows()
    shutil.rmtree(Path(settings.KITH_DATA) / "trail")
    drop_strand()
    verdict = verify()
    assert (verdict.faults, verdict.notes) == (
        (),
        ("KITH_DATA knows no seal of this trail: it stands on the database alone.",),
    )
    write()
    seal_rows()
    assert sorted(anchors(folder())) == [1, 2, 3]


def test_second_writer_takes_another_strand(committed):
    assert Note.held(folder(), 1) is None
    drop_strand()
    note = Note.held(folder(), 1)
    assert note is not None
    note.let_go()


def test_connection_lost_has_the_strand_asked_for_anew(committed, write):
    connection.close()
    write()
    assert AuditRow.objects.filter(strand=1).count() == 6
    assert verify().faults == ()


@pytest.mark.parametrize("within", [nullcontext, transaction.atomic], ids=["by itself", "in a transaction"])
def test_row_that_came_to_a_place_first_is_followed(committed, write, within):
    drop_strand()
    strand_in_hand()
    copy_of(AuditRow.objects.get(place=5), id=new_id(), place=6).save()
    with within():
        write(2)
        write()
    assert list(AuditRow.objects.filter(place__gt=5).values_list("place", flat=True).order_by("place")) == [6, 7, 8, 9]


def test_folder_that_knows_another_trail_says_so(committed):
    (Path(settings.KITH_DATA) / "trail" / ("0" * 32)).mkdir()
    assert verify().notes == ("KITH_DATA is a witness of another trail too, of another database.",)
