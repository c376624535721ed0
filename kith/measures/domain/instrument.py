"""A measure as its reviewed definition has it: the range a reading must lie in, and how change reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kith.kernel.errors import KithError

THOUSAND = 1000
STAGES = {"baseline": "At the start", "review": "At a review", "sign_off": "At sign-off", "follow_up": "At a follow-up"}
MISSED_REASONS = {"declined": "Did not want to", "not_reached": "Could not be reached", "not_offered": "Was not asked"}


class WrongReadingError(KithError):
    """A value that this measure cannot have."""


@dataclass(frozen=True)
class Instrument:
    """One measure; `better` is 'higher', 'lower' or 'depends'."""

    id: str
    title: str
    on_screen: str
    unit: str
    lowest: int
    highest: int
    decimals: int
    better: str

    def thousandths(self, value: Decimal) -> int:
        """The value in thousandths of the unit. Raises WrongReadingError."""
        if not self.lowest <= value <= self.highest:
            raise WrongReadingError(f"{self.on_screen} must lie between {self.lowest} and {self.highest}.")
        scaled = value * 10**self.decimals
        if scaled != scaled.to_integral_value():
            raise WrongReadingError(f"{self.on_screen} is recorded with {self._figures()}.")
        return int(value * THOUSAND)

    def _figures(self) -> str:
        return {0: "no decimal figures", 1: "one decimal figure"}.get(self.decimals, f"{self.decimals} decimal figures")

    def shown(self, thousandths: int) -> str:
        """A value as it is read."""
        value = Decimal(thousandths) / THOUSAND
        return f"{value:.{self.decimals}f}".removesuffix(".0")

    def change_in_words(self, first: int, last: int) -> str:
        """'up 3 (better)', 'down 2.1', 'no change'; both values in thousandths."""
        if first == last:
            return "no change"
        way = "up" if last > first else "down"
        return f"{way} {self.shown(abs(last - first))}{self._judged(way)}"

    def _judged(self, way: str) -> str:
        if self.better == "depends":
            return ""
        return " (better)" if (way == "up") == (self.better == "higher") else " (worse)"


def instrument_from(definition: Mapping[str, Any]) -> Instrument:
    """The measure of a definition that has been checked against its schema."""
    return Instrument(**{name: definition[name] for name in Instrument.__dataclass_fields__})
