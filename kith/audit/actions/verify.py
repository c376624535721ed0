"""Checks that nobody touched the trail since it was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Q

from kith.audit.actions.walk import Walk, rows_are
from kith.audit.domain.digest import FIRST, batch_digest, seal_mac
from kith.audit.models import AuditRow, Seal
from kith.audit.queries import audit_key, reach_of, strands
from kith.audit.witness.anchors import anchors
from kith.audit.witness.folder import folder_of, other_trails
from kith.audit.witness.notes import End, noted
from kith.audit.witness.settled import Lost, Settlement, settlements
from kith.audit.witness.strand import trail_name
from kith.rows.api import every_row


@dataclass(frozen=True)
class Verdict:
    """What checking the trail found: faults, and notes of what nothing vouches for or of what was settled.

    `lost` is what the folder saw and the database lacks; `beyond` counts the faults that are not of that.
    """

    rows: int
    seals: int
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()
    lost: Lost = field(default_factory=Lost)
    beyond: int = 0


@dataclass(slots=True)
class _Found:
    rows: int = 0
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@every_row(because="the trail is one, over the rows of every service")
def verify() -> Verdict:
    """Check each row by its own digest and place, each seal by its rows and the seal before, all by the witness.

    The witness is read first, then the seals, then rows: whatever is written meanwhile only adds to what must be there.
    """
    trail, found = trail_name(), _Found()
    folder = folder_of(trail)
    anchored, notes, settled = anchors(folder), noted(folder), settlements(folder)
    _leave_out(notes, settled)
    seals = list(Seal.objects.order_by("number"))
    walk = Walk(audit_key(), trail, {strand: end.place for strand, end in notes.items()})
    _check_seals(seals, walk, found)
    _check_unsealed(walk, found)
    found.faults += _strays({seal.number for seal in seals if seal.reach is None})
    lost = _lost(seals, walk, anchored, notes)
    found.faults += (
        f"Row {end.place} of strand {strand} is not the one noted in KITH_DATA."
        for strand, end in sorted(notes.items())
        if strand not in lost.strands and not walk.is_as_noted(strand, end)
    )
    beyond = len(found.faults)
    found.faults += _told(lost, {seal.number for seal in seals})
    found.notes += _notes(anchored, seals, other_trails(trail))
    found.notes += map(_settled, settled)
    return Verdict(walk.rows, len(seals), tuple(found.faults), tuple(found.notes), lost, beyond)


def _leave_out(notes: dict[int, End], settled: list[Settlement]) -> None:
    """What a strand's writer noted, and was settled: nobody writes that strand any more."""
    for each in settled:
        for strand, gap in each.lost.strands.items():
            if notes.get(strand) == gap.seen:
                del notes[strand]


def _lost(seals: list[Seal], walk: Walk, anchored: dict[int, str], notes: dict[int, End]) -> Lost:
    there = {seal.number: seal.digest for seal in seals}
    gaps = {strand: walk.gap(strand, end) for strand, end in sorted(notes.items())}
    return Lost(
        {strand: gap for strand, gap in gaps.items() if gap},
        {number: digest for number, digest in sorted(anchored.items()) if there.get(number) != digest},
    )


def _check_seals(seals: list[Seal], walk: Walk, found: _Found) -> None:
    previous, reach, expected = FIRST, reach_of(None), 1
    for seal in seals:
        if seal.number != expected:
            found.faults.append(f"{_seals(expected, seal.number - 1)} missing.")
        macs = walk.old_rows(seal.number) if seal.reach is None else walk.to_reach(reach, seal.reach)
        found.faults += walk.faults_since()
        if len(macs) != seal.rows:
            found.faults.append(f"Seal {seal.number} covers {seal.rows} rows, and {len(macs)} are there.")
        if not _fits(walk.key, seal, previous, macs):
            found.faults.append(f"Seal {seal.number} does not fit its rows or the seal before it.")
        previous, reach, expected = seal.digest, seal.reach or reach, seal.number + 1


def _fits(key: bytes, seal: Seal, previous: str, macs: list[str]) -> bool:
    digest = batch_digest(key, previous, macs)
    if seal.reach is not None and seal.mac != seal_mac(key, seal.number, seal.at, seal.rows, seal.reach, digest):
        return False
    return bool(seal.previous == previous and seal.digest == digest)


def _check_unsealed(walk: Walk, found: _Found) -> None:
    walk.old_rows(None)
    for strand in strands():
        walk.to_end(strand)
    found.faults += walk.faults_since()


def _seals(first: int, last: int) -> str:
    return f"Seal {first} is" if first == last else f"Seals {first} to {last} are"


def _strays(numbers: set[int]) -> Iterator[str]:
    """Rows that stand nowhere, and rows of the time before strands that name a seal which is not there."""
    nowhere = AuditRow.objects.filter(strand__isnull=False).filter(Q(place__isnull=True) | Q(place__lt=1))
    for row_id in nowhere.order_by("id").values_list("id", flat=True):
        yield f"Audit row {row_id} was added by hand: it has no place."
    batches = AuditRow.objects.filter(strand__isnull=True, batch__isnull=False)
    for row_id, batch in batches.order_by("id").values_list("id", "batch"):
        if batch not in numbers:
            yield f"Audit row {row_id} belongs to no seal."


def _told(lost: Lost, there: set[int]) -> Iterator[str]:
    for number in lost.seals:
        if number in there:
            yield f"Seal {number} is not the one written down in KITH_DATA."
        else:
            yield (
                f"Seal {number} was written down in KITH_DATA and is not in the database: "
                "the newest of the trail was removed, or the database is older than the folder."
            )
    for strand, gap in lost.strands.items():
        yield (
            f"{rows_are(gap.held + 1, gap.seen.place)} missing from strand {strand}: KITH_DATA saw more than the "
            "database holds. The newest rows were removed, or the database is older than the folder."
        )


def _settled(settlement: Settlement) -> str:
    lost = settlement.lost
    return (
        f"Settled on {settlement.at:%d/%m/%Y %H:%M} UTC by {settlement.by}: rows that KITH_DATA saw and the database "
        f"lacks, {lost.rows}; seals, {len(lost.seals)}. The reason given: {settlement.reason}"
    )


def _notes(anchored: dict[int, str], seals: list[Seal], others: int) -> Iterator[str]:
    if seals and not anchored:
        yield "KITH_DATA knows no seal of this trail: it stands on the database alone."
    if seals and others:
        yield "KITH_DATA is a witness of another trail too, of another database."
