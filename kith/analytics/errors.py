"""What can be wrong with the numbers handed to a calculation. Each is also a ValueError, for notebooks."""

from kith.kernel.errors import KithError


class AnalyticsError(KithError, ValueError):
    """The root of the bench's errors."""


class BadNumbers(AnalyticsError):
    """A number that cannot be what it is said to be: negative, infinite, missing, above its base."""


class UnequalLengths(AnalyticsError):
    """Two columns that should stand side by side have different lengths."""


class TooFew(AnalyticsError):
    """There are too few numbers for what was asked."""


class NoSpread(AnalyticsError):
    """Every value is the same, so what was asked has no meaning."""


class UnknownChoice(AnalyticsError):
    """A rule, profile, schedule or method that is not on the list."""


class NotPublishable(AnalyticsError):
    """The figure could be computed and must not be shown."""


class UnbalancedTable(AnalyticsError):
    """Parts that do not add up to their total, or a total that is part of itself."""


class RepeatedLabel(AnalyticsError):
    """Two rows of one picture or table that a reader could not tell apart."""
