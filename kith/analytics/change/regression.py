"""The change to expect from people chosen for a low score, had nobody done anything."""

from kith.analytics import checks
from kith.analytics.errors import BadNumbers


def regression_to_the_mean(baseline_mean: float, population_mean: float, *, correlation: float) -> float:
    """Expected change with no service, (1 - r)(population mean - baseline mean); printed beside the observed one.

    Units: those of the measure; `correlation` is that of two readings of the same people without a service.
    Errors: BadNumbers. Source: METHODS 2.2, example 6: 19.28 towards 23.6 with r 0.8 gives 0.864.
    """
    served, everybody = checks.numbers([baseline_mean, population_mean], "means")
    if not -1 <= checks.number(correlation, "correlation") <= 1:
        raise BadNumbers("The correlation must lie between -1 and 1.")
    return float((1 - correlation) * (everybody - served))
