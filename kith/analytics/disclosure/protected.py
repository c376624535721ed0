"""One count as it may leave the service."""

from typing import Literal, NamedTuple

from kith.analytics.errors import BadNumbers

Reason = Literal["as_counted", "rounded", "small", "protects_another", "repeats"]


class ProtectedCell(NamedTuple):
    """A count as it may leave the service; `repeats` names the earlier release whose figure it repeats.

    `reason` is for the service's own eyes: printed, it would tell stars for small numbers from stars that guard them.
    """

    published: int | None
    suppressed: bool
    reason: Reason
    repeats: str = ""

    @classmethod
    def of(cls, value: object) -> "ProtectedCell":
        """The value itself, if it is a protected cell. Errors: BadNumbers."""
        if not isinstance(value, cls):
            raise BadNumbers("A figure follows from protected cells only, never from bare counts.")
        return value

    @property
    def shown(self) -> str:
        """What is printed: the number or a star."""
        return "*" if self.published is None else str(self.published)
