"""What can go wrong between records and figures, in sentences."""

from kith.kernel.errors import KithError, NotFoundError, NotPossibleError


class NoFiguresError(NotFoundError):
    """There is no store to read figures from."""


class MetricWrongError(KithError):
    """A metric file asks for what its table does not hold."""


class SharedPseudonymError(KithError):
    """Two records have one pseudonym."""


class NoSuchFigureError(NotFoundError):
    """The report has no figure of that name and group."""


class SealBrokenError(KithError):
    """The counts behind an earlier release cannot be opened."""

    def __init__(self) -> None:
        super().__init__(
            "Figures for this period were handed out before, and what they rest on cannot be opened: the secret key of "
            "this installation has changed since. Until the former key is set again, no further figures of the period "
            "can be handed out, for beside those they might tell of a few people."
        )


class BusyError(KithError):
    """The same report was being handed out again and again at one moment."""

    def __init__(self) -> None:
        super().__init__("This report is being handed out by others at this moment. Try again in a minute.")


class NotWholeMonthsError(NotPossibleError):
    """A report that leaves the service would be of days that another could be subtracted from."""

    def __init__(self) -> None:
        super().__init__(
            "A report for the commissioner is of whole months, such as 1 April to 30 June. Of two that differ by a few "
            "days, the difference would tell of the people of those days."
        )
