"""Figures worked out from other figures' counts: what a random sample says of the rest, how far two readers agree.

They follow from counts as they may be told: where one of them may not, there is no value.
"""

import math
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from kith.analytics import sampling
from kith.analytics.agreement import agreement
from kith.analytics.intervals import Interval, wilson
from kith.analytics.sampling import Stratum
from kith.reporting.domain.book import Book, Line, key_of
from kith.reporting.domain.metrics import AC1, AGREED, ESTIMATED_SHARE, KAPPA, SHARE_FOUND

Told = Callable[[str], int | None]
FRAME, ANSWER, FIRST, SECOND = "frame", "answer", "first", "second"
HAS, HAS_NOT, UNSURE = ("accept", "yes"), ("reject", "no"), ("not_sure",)
BOTH_SURE = 0.975


class Worked(NamedTuple):
    """A figure that was worked out; `hidden` where a count it follows from may not be told."""

    found: Interval | None
    base: int | None
    missing: int | None
    hidden: bool = False


class HiddenError(Exception):
    """A count that a figure follows from may not be told."""


class Derived:
    """Works out figures from what may be told of a book; `step` is what numbers of things are rounded to."""

    def __init__(self, book: Book, told: Told, step: int = 1) -> None:
        self.book, self.told, self.step = book, told, step

    def of(self, line: Line) -> Worked:
        """What a line comes to."""
        kinds = {SHARE_FOUND: self._share_found, AGREED: self._agreed, KAPPA: self._beyond, AC1: self._beyond}
        work = kinds.get(line.metric.measure.kind, self._estimate)
        try:
            return work(line)
        except HiddenError:
            return Worked(None, self.told(line.base), self.told(line.missing), hidden=True)

    def _estimate(self, line: Line) -> Worked:
        """Out of all that a sample speaks of; what was never drawn from, or nobody has answered for, is missing."""
        measure, whole = line.metric.measure, self._count(line.base)
        strata = self._strata(measure.of, measure.among)
        covered = sum(each.population for each in strata)
        missing = max(whole - covered, 0)
        if not covered:
            return Worked(None, 0, missing)
        found = sampling.total(strata)
        found = _times(found, 1 / covered) if measure.kind == ESTIMATED_SHARE else self._to_step(found)
        return Worked(found, covered, missing)

    def _share_found(self, line: Line) -> Worked:
        """The share found among what was found or missed, both of them estimates."""
        of, among = (self.book.measures[name] for name in (line.metric.measure.of, line.metric.measure.among))
        samples = [self._strata(each.of, each.among) for each in (of, among)]
        found = None
        if all(samples):
            right, missed = (sampling.total(strata, confidence=BOTH_SURE) for strata in samples)
            found = sampling.share_found(right, missed) if right.value + missed.value else None
        return Worked(found, self.told(line.base), self.told(line.missing))

    def _strata(self, sample: str, frame: str) -> list[Stratum]:
        """The samples of which something could be said."""
        by_frame: dict[str, Counter[str]] = {}
        for group in self.book.groups[sample]:
            by_frame.setdefault(group[FRAME], Counter())[group[ANSWER]] = self._count(key_of(sample, group))
        strata = []
        for name, answers in by_frame.items():
            has, has_not, unsure = (sum(answers[each] for each in wanted) for wanted in (HAS, HAS_NOT, UNSURE))
            # Rounded counts of a frame that was read through may add up to more than the frame.
            there = max(self._count(key_of(frame, {FRAME: name})), has + has_not + unsure)
            if has + has_not:
                strata.append(Stratum(has, has_not, unsure, there))
        return strata

    def _agreed(self, line: Line) -> Worked:
        agreed, n = self._count(line.metric.measure.of), self._count(line.metric.measure.among)
        found = wilson(min(agreed, n), n) if n else None
        return Worked(found, self.told(line.base), self.told(line.missing))

    def _beyond(self, line: Line) -> Worked:
        """Agreement beyond chance, from every pair of answers."""
        name, base, missing = line.metric.measure.of, self.told(line.base), self.told(line.missing)
        pairs = {(g[FIRST], g[SECOND]): self._count(key_of(name, g)) for g in self.book.groups[name]}
        if not sum(pairs.values()):
            return Worked(None, base, missing)
        answers = list(dict.fromkeys(first for first, _ in pairs))
        both = agreement([[pairs[first, second] for second in answers] for first in answers])
        return Worked(both.kappa if line.metric.measure.kind == KAPPA else both.ac1, base, missing)

    def _count(self, key: str) -> int:
        told = self.told(key)
        if told is None:
            raise HiddenError
        return told

    def _to_step(self, found: Interval) -> Interval:
        """An estimate as it may leave: rounded, its ends outwards."""
        if self.step == 1:
            return found
        value = self.step * math.floor(found.value / self.step + 0.5)
        low, high = self.step * math.floor(found.low / self.step), self.step * math.ceil(found.high / self.step)
        return Interval(value, low, high, found.method)


def _times(found: Interval, factor: float) -> Interval:
    return Interval(found.value * factor, found.low * factor, found.high * factor, found.method)
