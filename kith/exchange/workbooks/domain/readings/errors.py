"""The one error of a reader."""

from kith.kernel.errors import KithError


class CannotReadError(KithError):
    """A cell does not hold what its column is for; the sentence says what to write instead."""
