"""Money with its rule, its prices, its doubt, and no change counted twice."""

from kith.analytics.economics.costs import UnitCost, cost_per
from kith.analytics.economics.discounting import discount_factor
from kith.analytics.economics.money import (
    CountedTwice,
    DifferentBases,
    GreenBookPounds,
    MarginalPounds,
    NicePounds,
    Pounds,
    SpentPounds,
    ValuedChange,
    total,
)
from kith.analytics.economics.parameters import Schedule, UnitValue, schedule_named, unit_value
from kith.analytics.economics.qaly import (
    QalyArea,
    cost_per_qaly,
    net_monetary_benefit,
    qaly_auc,
    qaly_value,
)
from kith.analytics.economics.sroi import Deduction, Sroi, sroi
from kith.analytics.economics.wellby import Uprating, WellbyValue, wellby

__all__ = [
    "CountedTwice",
    "Deduction",
    "DifferentBases",
    "GreenBookPounds",
    "MarginalPounds",
    "NicePounds",
    "Pounds",
    "QalyArea",
    "Schedule",
    "SpentPounds",
    "Sroi",
    "UnitCost",
    "UnitValue",
    "Uprating",
    "ValuedChange",
    "WellbyValue",
    "cost_per",
    "cost_per_qaly",
    "discount_factor",
    "net_monetary_benefit",
    "qaly_auc",
    "qaly_value",
    "schedule_named",
    "sroi",
    "total",
    "unit_value",
    "wellby",
]
