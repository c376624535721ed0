"""What was withdrawn stays withdrawn, also where an older state of the records is put back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from kith.access.api import Viewer, services_visible_to
from kith.casework.api import restrict_again, restricted_notes
from kith.people.api import refuse_again, standing_refusals
from kith.ripples.api import forget_withdrawn, note_corrected, withdraw_again, withdrawn_tellings


def withdrawals(*, viewer: Viewer) -> list[dict[str, Any]]:
    """Every refusal, restriction and withdrawal that stands, as ids and moments."""
    return [*standing_refusals(viewer), *restricted_notes(viewer), *withdrawn_tellings(viewer)]


@transaction.atomic
def withdraw_all_again(viewer: Viewer, rows: Sequence[dict[str, Any]]) -> int:
    """Add those that the restored records lack, and forget what was found in notes without them; returns how many."""
    made = refuse_again(viewer=viewer, rows=rows) + withdraw_again(viewer=viewer, rows=rows)
    shut = restrict_again(viewer=viewer, rows=rows)
    for session in shut:
        note_corrected(viewer=viewer, session=session)
    for service in services_visible_to(viewer).order_by("id"):
        forget_withdrawn(viewer=viewer, service_id=service.id)
    return made + len(shut)
