"""Social return on investment, with every deduction on its own line and the timing said aloud."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kith.analytics import checks, choices
from kith.analytics.economics.discounting import discount_factor
from kith.analytics.errors import BadNumbers

Timing = Literal["start_of_year", "end_of_year"]
LONGEST = 125  # the last year of the longest discount schedule
FIRST_YEAR = {"start_of_year": 0, "end_of_year": 1}


class Deduction(NamedTuple):
    """One line from the observed to the net: what it is, the share taken off, what remains in the first year."""

    name: str
    share: float
    remaining: float


@dataclass(frozen=True)
class Sroi:
    """Pounds. `timing` and `schedule` are printed with the ratio, which they change."""

    observed: float
    deductions: tuple[Deduction, ...]
    flows: tuple[float, ...]
    present_value: float
    investment: float
    ratio: float
    timing: Timing
    schedule: str


def sroi(
    quantity: float,
    value: float,
    *,
    investment: float,
    timing: Timing,
    deadweight: float = 0,
    displacement: float = 0,
    attribution: float = 0,
    drop_off: float = 0,
    years: int = 1,
    schedule: str = "green_book_general",
) -> Sroi:
    """Quantity x value x (1 - deadweight) x (1 - displacement) x (1 - attribution), drop-off from year 2, discounted.

    `attribution` is the share that belongs to others. `timing`: 'start_of_year' counts the first year as year 0,
    'end_of_year' as year 1. Units: pounds, shares from 0 to 1, whole years.
    Errors: BadNumbers for shares outside 0 to 1, no investment, no years; UnknownChoice.
    Source: Social Value UK, Guide to SROI; METHODS 2.2, example 5 (3.02 and 2.92).
    """
    choices.one_of(timing, FIRST_YEAR, "timing")
    number = float(checks.not_negative(checks.number(quantity, "quantity"), "quantity"))
    observed = number * checks.number(value, "value")
    spent = float(checks.positive(checks.number(investment, "investment"), "investment"))
    lasting = checks.whole(years, "years")
    if not 1 <= lasting <= LONGEST:
        raise BadNumbers(f"The change must last at least one year, and {LONGEST} at most.")
    taken = {"deadweight": deadweight, "displacement": displacement, "attribution to others": attribution}
    deductions, first = _deductions(observed, taken)
    kept = 1 - _share(drop_off, "drop-off")
    flows = tuple(first * kept**year for year in range(lasting))
    start = FIRST_YEAR[timing]
    present = sum(flow * discount_factor(start + year, schedule) for year, flow in enumerate(flows))
    return Sroi(observed, deductions, flows, present, spent, present / spent, timing, schedule)


def _deductions(observed: float, taken: dict[str, float]) -> tuple[tuple[Deduction, ...], float]:
    remaining, lines = observed, []
    for name, share in taken.items():
        remaining *= 1 - _share(share, name)
        lines.append(Deduction(name, float(share), remaining))
    return tuple(lines), remaining


def _share(value: float, name: str) -> float:
    share = checks.number(value, name)
    if not 0 <= share <= 1:
        raise BadNumbers(f"The {name} must be a share between 0 and 1.")
    return share
