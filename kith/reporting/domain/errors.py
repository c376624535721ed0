"""What can go wrong between records and figures, in sentences."""

from kith.kernel.errors import KithError, NotFoundError


class NoFiguresError(NotFoundError):
    """There is no store to read figures from."""


class MetricWrongError(KithError):
    """A metric file asks for what its table does not hold."""


class SharedPseudonymError(KithError):
    """Two records have one pseudonym."""


class NoSuchFigureError(NotFoundError):
    """The report has no figure of that name and group."""
