"""Counts of people that may leave the service: hidden, rounded, coarsened, and consistent between releases."""

from kith.analytics.disclosure.cells import ProtectedCell, protect_cells
from kith.analytics.disclosure.rules import Rule, rule_named, rules_from
from kith.analytics.disclosure.system import Sum

__all__ = ["ProtectedCell", "Rule", "Sum", "protect_cells", "rule_named", "rules_from"]
