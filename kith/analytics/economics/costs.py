"""What the service cost for each person, hour, plan and outcome."""

from typing import Literal, NamedTuple, get_args

from kith.analytics import checks, choices
from kith.analytics.economics.money import Pounds, SpentPounds
from kith.analytics.errors import BadNumbers

CostUnit = Literal["person_seen", "client_hour", "plan", "outcome"]


class UnitCost(NamedTuple):
    """Pounds for one unit, with the cost and the base it comes from."""

    unit: CostUnit
    each: SpentPounds
    cost: SpentPounds
    base: float


def cost_per(unit: CostUnit, cost: SpentPounds, base: float) -> UnitCost:
    """The cost of one person seen, client hour, plan or outcome: the whole cost over the whole base.

    Units: pounds; `base` in people, hours, plans or outcomes. Errors: BadNumbers for a base of nought or a negative
    cost; UnknownChoice. Source: the service's own accounts; METHODS 2.1 (price year beside every unit cost).
    """
    choices.one_of(unit, get_args(CostUnit), "unit of a cost")
    if not isinstance(cost, Pounds):
        raise BadNumbers("The cost must be an amount of pounds, such as SpentPounds(1200, '2025/26').")
    count = float(checks.not_negative(checks.number(base, "base"), "base"))
    if count == 0:
        raise BadNumbers("The base is nought, so there is no cost of one.")
    checks.not_negative(checks.number(cost.amount, "cost"), "cost")
    return UnitCost(unit, cost.times(1 / count), cost, count)
