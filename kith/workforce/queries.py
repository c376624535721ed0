"""Every read of a worker, narrowed by who asks."""

from uuid import UUID

from kith.workforce.models import Worker


def known_references(service_id: UUID) -> set[str]:
    """The references of a service's workers, which the rows of a file may name."""
    return set(Worker.objects.filter(service_id=service_id).exclude(reference="").values_list("reference", flat=True))
