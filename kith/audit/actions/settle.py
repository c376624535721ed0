"""Settles what the folder saw and the database will not hold again, because an older one was put in its place."""

from kith.audit.actions.record import Deed, record
from kith.audit.actions.seal import seal_rows
from kith.audit.actions.verify import verify
from kith.audit.models import Seal
from kith.audit.witness.anchors import drop_anchors
from kith.audit.witness.folder import folder_of
from kith.audit.witness.settled import Settlement, write_settlement
from kith.audit.witness.strand import trail_name
from kith.kernel.actors import Actor
from kith.kernel.days import now
from kith.kernel.errors import NotPossibleError
from kith.kernel.ids import new_id


def settle(*, actor: Actor, reason: str) -> Settlement:
    """From now on `verify` tells of what is lost as settled, with the reason, and no longer as a fault.

    Only what is missing at the end of strands and among seals can be settled: that is what an older database looks
    like. The deed is written down in the trail, the reason in the folder beside what it is about. Raises
    NotPossibleError where nothing is lost, where no reason is given, and where the trail has faults of another kind.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise NotPossibleError("Say why the database is older than the folder: it is told at every check from now on.")
    seal_rows()
    verdict = verify()
    if verdict.beyond:
        raise NotPossibleError("The trail has faults that no reason settles. `kith audit verify` lists them.")
    if not verdict.faults:
        raise NotPossibleError("There is nothing to settle: the database holds all that KITH_DATA saw.")
    settlement = Settlement(now(), actor.name, reason, verdict.lost)
    record(actor=actor, deed=Deed("settled", "trail", [new_id()]))
    folder = folder_of(trail_name())
    write_settlement(folder, settlement)
    made_since = Seal.objects.filter(number__in=verdict.lost.seals).order_by("number")
    drop_anchors(folder, made_since.values_list("number", "digest"))
    return settlement
