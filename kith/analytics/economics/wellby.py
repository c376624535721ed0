"""Life satisfaction in pounds, by the Treasury's wellbeing guidance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kith.analytics import checks, choices
from kith.analytics.economics.discounting import discount_factor
from kith.analytics.economics.money import Pounds, pounds_of
from kith.analytics.economics.parameters import UnitValue, unit_value
from kith.analytics.errors import BadNumbers

Convention = Literal["undiscounted", "uprated_then_general", "base_prices_then_health"]

# Whether the value grows with incomes and is discounted at the general rate, or does neither and is discounted at the
# health rate, is disputed; doing the one half of each counts growth twice. So the pair is one choice.
SCHEDULES: dict[str, str | None] = {
    "undiscounted": None,
    "uprated_then_general": "green_book_general",
    "base_prices_then_health": "green_book_health",
}


class Uprating(NamedTuple):
    """Prices and real incomes per head against those of the value's own year, from the official tables."""

    prices: float = 1.0
    real_income_per_head: float = 1.0
    price_year: str = ""


@dataclass(frozen=True)
class WellbyValue:
    """Central value with the range of the unit value; `convention` is printed with it."""

    central: Pounds
    low: Pounds
    high: Pounds
    wellbys: float
    convention: Convention
    unit: UnitValue


def wellby(
    points: float,
    people: float = 1,
    *,
    persistence: Sequence[float] = (1.0,),
    convention: Convention = "undiscounted",
    uprating: Uprating | None = None,
    unit: str | UnitValue = "wellby",
) -> WellbyValue:
    """The value of a mean change in life satisfaction for so many people.

    Units: points on the 0 to 10 scale; `persistence` is the share of the change left in each year, the first year
    first and at time nought; pounds at the unit value's prices unless uprated.
    'uprated_then_general' may be given an uprating, 'base_prices_then_health' none but of prices.
    Errors: BadNumbers for shares outside 0 to 1, more than ten points, income growth with the health rate;
    UnknownChoice. Source: HM Treasury 2021; METHODS 2.2, examples 1 and 2.
    """
    value, schedule = unit_value(unit), _schedule(convention)
    change, number = (
        checks.number(points, "points"),
        float(checks.not_negative(checks.number(people, "people"), "people")),
    )
    if abs(change) > 10:
        raise BadNumbers("Life satisfaction runs from 0 to 10; a change cannot be larger than ten points.")
    shares = checks.column(persistence, "shares that persist").tolist()
    if min(shares) < 0 or max(shares) > 1:
        raise BadNumbers("The shares that persist must lie between 0 and 1.")
    if schedule is None:
        years = sum(shares)
    else:
        years = sum(share * discount_factor(year, schedule) for year, share in enumerate(shares))
    growth, price_year = _growth(value, Uprating() if uprating is None else uprating, convention)
    amounts = [years * change * number * growth * one for one in (value.central, value.low, value.high)]
    # A loss is worth its negative; the smaller loss is then the higher end.
    central, low, high = amounts[0], min(amounts[1:]), max(amounts[1:])
    return WellbyValue(
        central=pounds_of(value.basis, central, price_year),
        low=pounds_of(value.basis, low, price_year),
        high=pounds_of(value.basis, high, price_year),
        wellbys=change * number * sum(shares),
        convention=convention,
        unit=value,
    )


def _schedule(convention: str) -> str | None:
    return SCHEDULES[choices.one_of(convention, SCHEDULES, "convention")]


def _growth(value: UnitValue, uprating: Uprating, convention: str) -> tuple[float, str]:
    if not isinstance(uprating, Uprating):
        raise BadNumbers("The uprating must be an Uprating of prices and incomes.")
    prices, income = checks.positive([uprating.prices, uprating.real_income_per_head], "uprating factors").tolist()
    if convention == "base_prices_then_health" and income != 1:
        raise BadNumbers("Growth of incomes and the lower discount rate together count growth twice.")
    return prices * income**value.elasticity, uprating.price_year or value.price_year
