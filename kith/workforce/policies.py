"""Which entries of the staff record are possible."""

from uuid import UUID

from kith.kernel.errors import NotPossibleError
from kith.workforce.domain.statuses import STATUSES
from kith.workforce.models import Worker


def check_can_add_worker(service_id: UUID, name: str, status: str, reference: str) -> None:
    """A name, a known status, a reference of one's own. Raises NotPossibleError."""
    if not name.strip():
        raise NotPossibleError("Give the worker's name.")
    if status not in STATUSES:
        raise NotPossibleError("Choose the worker's status from the list.")
    if reference and Worker.objects.filter(service_id=service_id, reference=reference).exists():
        raise NotPossibleError("Somebody else of the service has that reference.")
