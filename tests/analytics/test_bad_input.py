"""Whatever is handed in: a figure without NaN, or a named error with a sentence; never a warning."""

import math
from dataclasses import fields, is_dataclass
from itertools import product

import numpy as np
import pytest

from kith.analytics import change, disclosure, economics, funnel, inequality, intervals, rates, sampling, spc
from kith.analytics.agreement import agreement
from kith.kernel.errors import KithError

COLUMNS = [
    [], [1], [1, 2], [1, 2, 3, 4], [0, 0, 0, 0], [5, 5, 5, 5], [10, 20, 30, 40], [0.5, 0.25, 0.125, 0.9],
    [1, math.nan, 3, 4], [1, math.inf, 2, 3], [-1, 2, 3, 4], [None, 1, 2, 3], ["x", "y", "z", "w"], [[1, 2], [3, 4]],
    [1e308, 1e308, 1e308, 1], [1e300, -1e300, 1, 2], [1e-320, 1e-320, 2, 3], [10**400, 1, 2, 3],
    None, "abc", 3, 0, -2, math.nan, 1 + 2j, {"a": 1}, {1, 2}, np.array([1.5, 2.5, 3.5, 4.5]),
]  # fmt: skip
OF_ONE = [
    intervals.byar, intervals.poisson_exact, intervals.count_interval, intervals.mean_t, spc.xmr, spc.run_chart,
    spc.t_chart, disclosure.protect, agreement, lambda values: sampling.how_many(values, 10, 20),
    lambda values: agreement([values, values]), lambda values: sampling.how_many(0, 1, values),
    lambda values: spc.xmr(values, screen_outliers=True, target=2, rebase_at=[1], baseline_points=2),
]  # fmt: skip
OF_TWO = [
    intervals.wilson, inequality.concentration_curve, inequality.reach, inequality.slope_index,
    inequality.relative_index, change.paired, change.multiple_imputation, change.carried_forward, change.tipping_point,
    change.rubin, spc.p_prime, spc.u_prime, funnel.proportions, disclosure.consistent_with, economics.qaly_auc,
    lambda a, b: change.reliable_change(a, b, sd=2, reliability=0.8),
    lambda a, b: change.responders(a, b, minimal=1),
    lambda a, b: change.bootstrap(a, b, repetitions=200),
    lambda a, b: funnel.proportions(a, b, overdispersion=True),
    *(lambda a, b, method=method: funnel.ratios(a, b, method=method) for method in ("exact", "cqc", "shmi")),
    *(
        lambda a, b, scale=scale: inequality.relative_index(
            a, b, standard_errors=[1, 1, 1, 1], repetitions=1000, transform=scale
        )
        for scale in (None, "log", "logit")
    ),
]  # fmt: skip
FEW = [COLUMNS[place] for place in (0, 2, 3, 4, 6, 8, 14, 16)] + [2]


def not_finite(found):
    if isinstance(found, float | np.floating):
        return not math.isfinite(found)
    if isinstance(found, np.ndarray):
        return found.dtype.kind == "f" and not np.isfinite(found).all()
    if isinstance(found, dict):
        return any(map(not_finite, found.values()))
    if isinstance(found, tuple | list):
        return any(map(not_finite, found))
    return is_dataclass(found) and any(not_finite(getattr(found, field.name)) for field in fields(found))


def tried(function, *arguments):
    """Whether the call kept its promise: warnings are errors in this suite."""
    try:
        found = function(*arguments)
    except KithError as error:
        return str(error).endswith(".")
    return not not_finite(found)


@pytest.mark.parametrize("function", OF_ONE)
def test_functions_of_one_column(function):
    assert [column for column in COLUMNS if not tried(function, column)] == []


@pytest.mark.parametrize("function", OF_TWO)
def test_functions_of_two_columns(function):
    assert [pair for pair in product(COLUMNS, repeat=2) if not tried(function, *pair)] == []


def test_rates_and_differences():
    for function, number in (
        (rates.directly_standardised, 3),
        (rates.indirectly_standardised, 4),
        (intervals.difference_of_proportions, 4),
    ):
        assert [given for given in product(FEW, repeat=number) if not tried(function, *given)] == []


ODD = [None, math.nan, math.inf, "x", [1, 2], 1 + 2j]


@pytest.mark.parametrize(
    "function",
    [
        lambda odd: intervals.wilson(1, 2, confidence=odd),
        lambda odd: intervals.poisson_exact(3, confidence=odd),
        lambda odd: rates.directly_standardised([10], [100], [1], multiplier=odd),
        lambda odd: inequality.slope_index([1, 2, 4], [1, 1, 1], multiplier=odd),
        lambda odd: inequality.slope_index([1, 2, 4], [1, 1, 1], standard_errors=[1, 1, 1], repetitions=odd),
        lambda odd: change.responders([1], [2], minimal=odd),
        lambda odd: change.reliable_change(1, 2, sd=odd, reliability=0.8),
        lambda odd: change.reliable_change(1, 2, sd=1, reliability=odd),
        lambda odd: change.regression_to_the_mean(1, 2, correlation=odd),
        lambda odd: change.bootstrap([1, 2, 3], [2, 4, 9], repetitions=odd),
        lambda odd: funnel.proportions([1, 3], [3, 4], trim=odd),
        lambda odd: funnel.proportions([1, 3], [3, 4], levels=[odd]),
        lambda odd: funnel.ratios([1, 3], [3, 4], target=odd),
        lambda odd: economics.discount_factor(odd, "nice"),
        lambda odd: economics.net_monetary_benefit(odd, 98, threshold=20_000),
        lambda odd: economics.net_monetary_benefit(0.1, 98, threshold=odd),
        lambda odd: economics.wellby(odd),
    ],
)
def test_a_parameter_that_is_no_number_is_refused_in_a_sentence(function):
    for odd in ODD:
        with pytest.raises(KithError, match=r"\.$"):
            function(odd)


@pytest.mark.parametrize("odd", [math.nan, math.inf, "x", [1, 2], 2.5])
def test_charts_refuse_a_parameter_that_is_no_number(odd):
    for call in (
        lambda: spc.xmr([1, 2, 3], baseline_points=odd),
        lambda: spc.xmr([1, 2, 3], target=odd if odd != 2.5 else math.nan),
        lambda: spc.run_chart([1, 2, 3], centre=odd if odd != 2.5 else math.nan),
    ):
        with pytest.raises(KithError, match=r"\.$"):
            call()
