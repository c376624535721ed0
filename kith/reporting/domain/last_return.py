"""A submitted return beside Kith's figures of the same period: what differs, and which part of it is explained."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.reporting.domain.metrics import COUNT, SUM, Metric
from kith.reporting.domain.submitted import THOUSAND, Given, Submitted

Range = tuple[int, int]
NONE: Range = (0, 0)


@dataclass(frozen=True)
class Part:
    """What is known of one line besides its two numbers, all in thousandths.

    `late`: how much rows entered after the submission add (None where it is not known). `twice`: how many people may be
    counted twice. `rounding`: how far rounding may have moved the return's number. `most`: how much a known difference
    of definition may account for; None where there is one and its size is not known.
    """

    late: int | None = 0
    twice: int = 0
    rounding: int = 0
    most: int | None = 0
    definition: str = ""


@dataclass(frozen=True)
class BesideLine:
    """One line: the return's number and Kith's (None where hidden or missing), and the parts of their difference.

    In thousandths. `not_explained` is what late rows do not account for and no range reaches; None where it cannot be
    said.
    """

    section: str
    wording: str
    figure: str
    group: Mapping[str, str]
    submitted: int | None
    kith: int | None
    part: Part
    hidden: bool = False

    @property
    def difference(self) -> int | None:
        """Kith's less the return's."""
        return None if self.submitted is None or self.kith is None else self.kith - self.submitted

    @property
    def same(self) -> bool:
        """Whether the two agree."""
        return self.difference == 0

    @property
    def not_explained(self) -> int | None:
        """What late rows leave over, beyond what duplicates, rounding and definition may reach. Nothing is forced."""
        if self.difference is None:
            return None
        if self.difference == 0:
            return 0
        rest = self.difference - (self.part.late or 0)
        low, high = reach_of(self.part)
        return 0 if low <= rest <= high else rest - high if rest > high else rest - low

    @property
    def explained(self) -> bool:
        """Whether nothing is left over."""
        return self.not_explained == 0


@dataclass(frozen=True)
class LastReturn:
    """A submitted return beside Kith's: its lines, and what must be said of them."""

    submitted: Submitted
    lines: tuple[BesideLine, ...]
    notes: tuple[str, ...] = ()


def reach_of(part: Part) -> Range:
    """How far the parts whose size is not certain may move Kith's number above or below the return's."""
    low, high = -part.rounding, part.rounding + part.twice
    if part.most is None:
        return low, high
    return (low + part.most, high) if part.most < 0 else (low, high + part.most)


def rounding_allowance(given: Given, step: int) -> int:
    """How far a printed number may lie from the one it was rounded from, in thousandths."""
    if given.places:
        return int(THOUSAND * 10**-given.places / 2)
    return step // 2 * THOUSAND


def in_thousandths(value: float | None) -> int | None:
    """A figure's value."""
    return None if value is None else round(value * THOUSAND)


def counts_people_or_events(metric: Metric) -> bool:
    """Whether the line is a whole number that may be hidden and rounded."""
    return metric.measure.kind in (COUNT, SUM)
