"""Counts of people that may leave the service: hidden, rounded, coarsened, and consistent between releases."""

from kith.analytics.disclosure.cells import protect_cells
from kith.analytics.disclosure.coarsen import Coarsened, Step, coarsen
from kith.analytics.disclosure.derived import (
    ProtectedFigure,
    mean_of_people,
    order_of_publication,
    percentage,
)
from kith.analytics.disclosure.earlier import Earlier
from kith.analytics.disclosure.protected import ProtectedCell
from kith.analytics.disclosure.releases import ReleasedCell, consistent_with
from kith.analytics.disclosure.rules import Rule, rule_named
from kith.analytics.disclosure.system import Sum
from kith.analytics.disclosure.table import ProtectedTable, Table, as_released, protect

__all__ = [
    "Coarsened",
    "Earlier",
    "ProtectedCell",
    "ProtectedFigure",
    "ProtectedTable",
    "ReleasedCell",
    "Rule",
    "Step",
    "Sum",
    "Table",
    "as_released",
    "coarsen",
    "consistent_with",
    "mean_of_people",
    "order_of_publication",
    "percentage",
    "protect",
    "protect_cells",
    "rule_named",
]
