"""Counts of people that may leave the service: hidden, rounded, coarsened, and consistent between releases."""

from kith.analytics.disclosure.cells import ProtectedCell, protect_cells
from kith.analytics.disclosure.coarsen import Coarsened, Step, coarsen
from kith.analytics.disclosure.derived import (
    ProtectedFigure,
    mean_of_people,
    order_of_publication,
    percentage,
)
from kith.analytics.disclosure.releases import ReleasedCell, consistent_with
from kith.analytics.disclosure.rules import Rule, rule_named, rules_from
from kith.analytics.disclosure.system import Sum
from kith.analytics.disclosure.table import ProtectedTable, Table, protect

__all__ = [
    "Coarsened",
    "ProtectedCell",
    "ProtectedFigure",
    "ProtectedTable",
    "ReleasedCell",
    "Rule",
    "Step",
    "Sum",
    "Table",
    "coarsen",
    "consistent_with",
    "mean_of_people",
    "order_of_publication",
    "percentage",
    "protect",
    "protect_cells",
    "rule_named",
    "rules_from",
]
