"""Inequality: the gap, the gradient, the spread and the reach."""

from kith.analytics.inequality.concentration import ConcentrationCurve, concentration_curve
from kith.analytics.inequality.reach import ReachRow, reach
from kith.analytics.inequality.slope import relative_index, slope_index

__all__ = [
    "ConcentrationCurve",
    "ReachRow",
    "concentration_curve",
    "reach",
    "relative_index",
    "slope_index",
]
