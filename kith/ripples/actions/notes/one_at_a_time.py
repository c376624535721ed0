"""One reading of a service's notes at a time; whoever is killed lets go."""

from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path
from uuid import UUID

from django.conf import settings


@contextmanager
def one_at_a_time(service_id: UUID) -> Iterator[None]:
    """Wait until nobody else reads this service's notes, then keep others waiting."""
    folder = Path(settings.KITH_DATA) / "reading"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{service_id}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield
