"""A database older than its folder, put there for a reason: settled, told at every check, and never forgotten."""

import pytest
from django.db import connection

from kith.audit.api import seal_rows, settle, verify
from kith.audit.models import AuditRow, Seal
from kith.audit.witness.anchors import FILE as SEALS
from kith.audit.witness.folder import folder_of
from kith.audit.witness.settled import FILE, settlements
from kith.audit.witness.strand import drop_strand, trail_name
from kith.kernel.errors import NotPossibleError

WHY = "The disk failed; Monday's was put back."


@pytest.fixture
def older(transactional_db, write):
    """Three rows sealed; two more under a second seal, and one beyond it, are gone again."""
    write(3)
    seal_rows()
    write(2)
    seal_rows()
    write()
    AuditRow.objects.filter(place__gte=4).delete()
    Seal.objects.filter(number=2).delete()
    connection.close()
    drop_strand()


def test_older_database_is_settled_with_a_reason_and_told_at_every_check(older, system, write):
    assert len(verify().faults) == 2
    settled = settle(actor=system.actor, reason=f" {WHY}\n")
    assert (settled.lost.rows, list(settled.lost.seals), settled.reason) == (3, [2], WHY)
    assert AuditRow.objects.get(verb="settled").record_type == "trail"
    write(2)
    seal_rows()
    verdict = verify()
    assert verdict.faults == ()
    (told,) = verdict.notes
    assert told.endswith(f"lacks, 3; seals, 1. The reason given: {WHY}")


def test_work_done_before_it_is_settled_stands_and_is_sealed_under_the_same_number(older, system, write):
    write(2)
    seal_rows()
    assert "Seal 2 is not the one written down in KITH_DATA." in verify().faults
    settle(actor=system.actor, reason=WHY)
    assert verify().faults == ()
    Seal.objects.filter(number=2).delete()
    assert verify().faults


def test_what_is_removed_after_a_settlement_is_a_fault_again(older, system, write):
    settle(actor=system.actor, reason=WHY)
    write(2)
    AuditRow.objects.filter(strand=2).order_by("-place").first().delete()
    assert any("missing from strand 2" in fault for fault in verify().faults)
    AuditRow.objects.filter(strand=1, place=3).delete()
    assert any("missing from strand 1" in fault for fault in verify().faults)


def test_second_older_database_is_settled_by_itself(older, system, write):
    settle(actor=system.actor, reason=WHY)
    write(2)
    AuditRow.objects.filter(strand=2).delete()
    connection.close()
    settle(actor=system.actor, reason="And Sunday's.")
    assert verify().faults == ()
    assert [each.reason for each in settlements(folder_of(trail_name()))] == [WHY, "And Sunday's."]


def test_row_changed_by_hand_is_settled_by_no_reason(older, system):
    AuditRow.objects.filter(place=2).update(verb="viewed")
    with pytest.raises(NotPossibleError, match="no reason settles"):
        settle(actor=system.actor, reason=WHY)
    assert not (folder_of(trail_name()) / FILE).exists()


def test_row_removed_under_a_seal_is_settled_by_no_reason(older, system):
    AuditRow.objects.filter(place=3).delete()
    with pytest.raises(NotPossibleError, match="no reason settles"):
        settle(actor=system.actor, reason=WHY)


def test_nothing_to_settle_and_no_reason_are_refused(transactional_db, write, system):
    write()
    with pytest.raises(NotPossibleError, match="nothing to settle"):
        settle(actor=system.actor, reason=WHY)
    with pytest.raises(NotPossibleError, match="Say why"):
        settle(actor=system.actor, reason=" \n")


def test_settlement_cut_short_by_a_loss_of_power_says_nothing(older, system):
    settle(actor=system.actor, reason=WHY)
    path = folder_of(trail_name()) / FILE
    path.write_text(path.read_text()[:-9])
    assert len(verify().faults) == 2
    assert (path.parent / SEALS).is_file()
