"""Pounds that know by whose rule they were worked out, and refuse to be added to others."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, Self, TypeVar

from kith.analytics import checks, choices
from kith.analytics.errors import AnalyticsError, BadNumbers, TooFew


class DifferentBases(AnalyticsError):
    """Pounds worked out by different rules, or at different prices, are not a sum."""


class CountedTwice(AnalyticsError):
    """The same person's same change has been turned into money more than once."""


@dataclass(frozen=True)
class Pounds:
    """An amount at the prices of a year. Use the class of its basis; amounts stay unrounded until they are printed."""

    amount: float
    price_year: str

    def __add__(self, other: Self) -> Self:
        if not isinstance(other, Pounds) or type(other) is not type(self):
            raise DifferentBases("These amounts were worked out by different rules and cannot be added.")
        if other.price_year != self.price_year:
            raise DifferentBases(f"Prices of {self.price_year} and of {other.price_year} cannot be added.")
        return replace(self, amount=self.amount + other.amount)

    def times(self, factor: float) -> Self:
        """The amount so many times."""
        return replace(self, amount=self.amount * checks.number(factor, "factor"))


class GreenBookPounds(Pounds):
    """Welfare to society, by the Treasury's Green Book."""


class NicePounds(Pounds):
    """Health at the price NICE would pay for it."""


class MarginalPounds(Pounds):
    """Health at what NHS money yields at the margin."""


class SpentPounds(Pounds):
    """Money that somebody spent or received."""


BASES: dict[str, type[Pounds]] = {
    "green_book": GreenBookPounds,
    "nice": NicePounds,
    "marginal_productivity": MarginalPounds,
}

Amount = TypeVar("Amount", bound=Pounds)


def pounds_of(basis: str, amount: float, price_year: str) -> Pounds:
    """An amount of that basis. Errors: UnknownChoice."""
    return BASES[choices.one_of(basis, BASES, "basis")](amount, price_year)


@dataclass(frozen=True)
class ValuedChange(Generic[Amount]):
    """One change of one person turned into money by one measure.

    `change` names what changed, whatever measured it: life satisfaction, a wellbeing score and a health utility of one
    person are readings of one change in wellbeing.
    """

    person: Hashable
    change: Hashable
    measure: str
    worth: Amount


def total(changes: Iterable[ValuedChange[Amount]]) -> Amount:
    """The sum of changes of one basis, each person's change once.

    Errors: CountedTwice; DifferentBases; TooFew for no changes. Source: METHODS 2.2 (never monetise the same change
    twice).
    """
    seen: dict[tuple[Hashable, Hashable], str] = {}
    found: Amount | None = None
    for one in choices.listed(changes, "valued changes"):
        if not isinstance(one, ValuedChange):
            raise BadNumbers("Only valued changes can be added up.")
        key = (one.person, one.change)
        if key in seen:
            raise CountedTwice(
                f"One person's change is valued by {seen[key]} and by {one.measure}; choose one of them."
            )
        seen[key] = one.measure
        found = one.worth if found is None else found + one.worth
    if found is None:
        raise TooFew("There is no valued change to add up.")
    return found
