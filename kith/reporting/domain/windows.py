"""Which periods a report may be of when it leaves the service."""

from kith.kernel.days import Period
from kith.reporting.domain.errors import NotWholeMonthsError
from kith.reporting.domain.report import SERVICE


def may_leave(period: Period, audience: str) -> bool:
    """The service may count any days of its own; what others read is of whole months."""
    return audience == SERVICE or period.whole_months


def check_period_may_leave(period: Period, audience: str) -> None:
    """Raises NotWholeMonthsError."""
    if not may_leave(period, audience):
        raise NotWholeMonthsError
