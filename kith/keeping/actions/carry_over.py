"""What was withdrawn stays withdrawn, also where an older state of the records is put back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from kith.access.api import Viewer
from kith.people.api import refuse_again, standing_refusals
from kith.ripples.api import withdraw_again, withdrawn_tellings


def withdrawals(*, viewer: Viewer) -> list[dict[str, Any]]:
    """Every refusal and withdrawal that stands, as ids and moments."""
    return [*standing_refusals(viewer), *withdrawn_tellings(viewer)]


@transaction.atomic
def withdraw_all_again(viewer: Viewer, rows: Sequence[dict[str, Any]]) -> int:
    """Add those that the restored records lack; returns how many."""
    return refuse_again(viewer=viewer, rows=rows) + withdraw_again(viewer=viewer, rows=rows)
