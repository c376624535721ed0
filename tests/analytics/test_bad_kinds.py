"""Every parameter of every public function, handed what it is not for: a figure without NaN, or a sentence."""

import datetime
import decimal
import math

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from docs._generate.evidence import public
from kith.analytics import agreement, change, disclosure, economics, funnel, inequality, intervals, rates, sampling, spc
from kith.kernel.errors import KithError
from tests.analytics.test_bad_input import not_finite

V = [3, 5, 4, 6, 8, 7, 9, 4, 5, 6, 7, 5]
W = [4, 6, 4, 7, 8, 9, 9, 5, 5, 7, 8, 8]
LATER = [None, *(value + 3 for value in W[1:])]
CELL = disclosure.protect([10, 20, 30])[0]
RELEASED = {"a": 3, "b": 40}
EARLIER = disclosure.as_released("July", RELEASED, disclosure.protect(RELEASED))
SPENT, WORTH = economics.SpentPounds(100.0, "2020"), economics.GreenBookPounds(100.0, "2020")
SURE = {"confidence": 0.95}
SLOPE = {"values": V, "populations": W, "repetitions": 1000, "transform": "log", "multiplier": 1, "seed": 1, **SURE}
ERRORS = {"standard_errors": [1] * 12}
LIMITS = {"lows": [value - 1 for value in V], "highs": [value + 1 for value in V]}
FILLED = {"before": V, "after": LATER, "covariates": {"age": list(range(12))}, "imputations": 2, "seed": 1, **SURE}

CALLS = [
    (intervals.wilson, {"count": 3, "base": 10, **SURE}),
    (intervals.byar, {"count": 3, **SURE}),
    (intervals.poisson_exact, {"count": 3, **SURE}),
    (intervals.count_interval, {"count": [3, 30], **SURE}),
    (intervals.mean_t, {"values": V, **SURE}),
    (intervals.difference_of_proportions, {"count_1": 3, "base_1": 10, "count_2": 4, "base_2": 12, **SURE}),
    (intervals.normal_quantile, SURE),
    (intervals.t_quantile, {"freedom": 10, **SURE}),
    (rates.directly_standardised, {"counts": V, "populations": [100] * 12, "standard": W, "multiplier": 1000, **SURE}),
    (
        rates.indirectly_standardised,
        {"observed": V, "populations": V, "reference_counts": W, "reference_populations": [100] * 12, **SURE},
    ),
    *((index, {**SLOPE, **ERRORS}) for index in (inequality.slope_index, inequality.relative_index)),
    *((index, {**SLOPE, **LIMITS}) for index in (inequality.slope_index, inequality.relative_index)),
    (inequality.concentration_curve, {"counts": V, "populations": W}),
    (inequality.reach, {"served": V, "population": [100] * 12, **SURE}),
    (change.paired, {"before": V, "after": W, **SURE}),
    (change.reliable_change, {"before": V, "after": W, "sd": 2.0, "reliability": 0.8}),
    (change.cut_off, {"mean": 1, "sd": 1, "healthy_mean": 3, "healthy_sd": 2}),
    (change.responders, {"before": V, "after": W, "minimal": 1, "higher_is_better": True, **SURE}),
    (change.regression_to_the_mean, {"baseline_mean": 1, "population_mean": 2, "correlation": 0.5}),
    (change.multiple_imputation, FILLED),
    (change.tipping_point, FILLED),
    (change.carried_forward, {"before": V, "after": LATER, **SURE}),
    (change.bootstrap, {"before": V, "after": W, "statistic": "mean", "repetitions": 100, "seed": 1, **SURE}),
    (change.followed_up, {"table": {"followed_up": [True, False] * 6, "age": V}, "groups": ["age"], **SURE}),
    (change.rubin, {"estimates": V, "variances": W, "complete_freedom": 20, **SURE}),
    (
        spc.xmr,
        {
            "values": V, "profile": "mdc_7_7", "improvement": "increase", "target": 5,
            "rebase_at": [4], "baseline_points": 4, "screen_outliers": False,
        },
    ),
    (spc.run_chart, {"values": V, "centre": 5}),
    (spc.p_prime, {"counts": V, "bases": [20] * 12}),
    (spc.u_prime, {"counts": V, "areas": [20] * 12}),
    (spc.t_chart, {"days_between": V, "screen_outliers": False}),
    (
        funnel.proportions,
        {"counts": V, "bases": [20] * 12, "target": 0.3, "overdispersion": True, "trim": 0.1, "levels": (0.95, 0.998)},
    ),
    (
        funnel.ratios,
        {
            "observed": V, "expected": W, "target": 1, "overdispersion": None,
            "method": "shmi", "trim": 0.1, "levels": (0.95,),
        },
    ),
    (disclosure.protect, {"table": {"a": 3, "b": 40}, "rule": "nhsd_7_5", "earlier": [EARLIER]}),
    (
        disclosure.protect_cells,
        {"cells": {"a": 3, "t": 3}, "sums": [disclosure.Sum("t", ("a",))], "rule": "lt5", "earlier": []},
    ),
    (disclosure.as_released, {"name": "July", "table": RELEASED, "published": disclosure.protect(RELEASED)}),
    (disclosure.coarsen, {"table": {"a": 3, "b": 40}, "steps": [("said", {"a": "b"})], "rule": "nhsd_7_5"}),
    (disclosure.consistent_with, {"previous": {"a": 3, "b": 40}, "new": {"a": 5, "b": 60}, "rule": "nhsd_7_5"}),
    (disclosure.percentage, {"part": CELL, "base": CELL}),
    (disclosure.mean_of_people, {"mean": 3.0, "people": 9, "cell": CELL, "rule": "nhsd_7_5"}),
    (disclosure.order_of_publication, {"cells": [CELL, CELL]}),
    (disclosure.rule_named, {"rule": "nhsd_7_5"}),
    (agreement.agreement, {"table": [[8, 1], [2, 9]], **SURE}),
    (sampling.how_many, {"has": 3, "sampled": 12, "population": 40, **SURE}),
    (sampling.total, {"strata": [sampling.Stratum(3, 8, 1, 40)], **SURE}),
    (sampling.share_found, {"found": intervals.wilson(3, 10), "missed": intervals.wilson(2, 10)}),
    (economics.discount_factor, {"year": 3, "schedule": "nice"}),
    (
        economics.wellby,
        {
            "points": 0.5, "people": 10, "persistence": [1, 0.5], "convention": "undiscounted",
            "uprating": economics.Uprating(), "unit": "wellby",
        },
    ),
    (economics.qaly_auc, {"times": [0, 0.5, 1], "utilities": [0.6, 0.7, 0.8], "baseline": 0.6}),
    (economics.qaly_value, {"qalys": 0.5, "unit": "qaly_green_book"}),
    (
        economics.sroi,
        {
            "quantity": 100, "value": 2000, "investment": 60000, "timing": "start_of_year", "deadweight": 0.2,
            "displacement": 0.1, "attribution": 0.1, "drop_off": 0.3, "years": 3, "schedule": "nice",
        },
    ),
    (economics.cost_per, {"unit": "plan", "cost": SPENT, "base": 5}),
    (economics.net_monetary_benefit, {"qalys": 0.1, "cost": 50, "threshold": 20000}),
    (economics.cost_per_qaly, {"cost": 50, "qalys": 0.1}),
    (economics.total, {"changes": [economics.ValuedChange("person", "wellbeing", "measure", WORTH)]}),
    (economics.schedule_named, {"name": "nice"}),
    (economics.unit_value, {"name": "wellby"}),
]  # fmt: skip
ODD = [
    None, True, "x", "1", b"x", math.nan, math.inf, -1, 0, 2.5, 10**400, 1 + 2j, decimal.Decimal("NaN"),
    datetime.date(2020, 1, 1), np.float64(2), np.array(3), np.array([1.0, 2.0]), np.array([[1.0, 2.0]]),
    np.array(V, dtype=complex), np.array(["2020-01-01"] * 12, dtype="datetime64[D]"),
    np.ma.array(V, mask=[0] * 11 + [1]),
    [], [1], [None, 1], ["1"] * 12, [True] * 12, [[1], [1, 2]], {"a": 1}, {"a": None}, {1, 2}, range(12), object(),
    pd.Series([1] * 11 + [None], dtype="Int64"), pd.Series(V, index=range(5, 17)), pd.DataFrame({"a": [1, 2]}), pd.NA,
    pa.array(V), pa.array([1, None]), pa.table({"a": [1]}), [1e308] * 12, [1e-300] * 12,
]  # fmt: skip


def answered(function, arguments):
    try:
        found = function(**arguments)
    except KithError as error:
        return str(error).endswith(".")
    return not not_finite(found)


@pytest.mark.parametrize(("function", "arguments"), CALLS, ids=[function.__name__ for function, _ in CALLS])
def test_a_parameter_of_the_wrong_kind_is_answered_in_a_sentence(function, arguments):
    function(**arguments)
    wrong = [(name, odd) for name in arguments for odd in ODD if not answered(function, {**arguments, name: odd})]
    assert wrong == []


def test_every_public_function_is_asked():
    asked = {function for function, _ in CALLS}
    assert [name for name, function in public().items() if function not in asked] == []


def test_every_public_function_tells_its_errors_and_its_source():
    silent = [
        name
        for name, function in public().items()
        if not all(word in (function.__doc__ or "") for word in ("Errors", "Source"))
    ]
    assert silent == []


@pytest.mark.parametrize("kind", [np.array, pd.Series, pa.array, tuple, lambda given: pa.chunked_array([given])])
def test_columns_of_every_library_give_the_same_figure(kind):
    assert intervals.mean_t(kind(V)) == intervals.mean_t(V)
    assert change.paired(kind(V), kind(W)) == change.paired(V, W)
    assert spc.xmr(kind(V)) == spc.xmr(V)
    assert inequality.slope_index(kind(V), kind(W)) == inequality.slope_index(V, W)
    assert disclosure.protect(kind([3, 40, 50])).lines() == disclosure.protect([3, 40, 50]).lines()


def test_a_masked_number_is_missing():
    with pytest.raises(KithError, match="missing"):
        intervals.mean_t(np.ma.array(V, mask=[0] * 11 + [1]))
