"""Who does a thing: never nobody."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Actor:
    """A person or the system, as the audit writes it down: values, no link."""

    id: UUID
    name: str
