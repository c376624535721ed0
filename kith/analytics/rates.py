"""Rates that allow for a population's ages."""

from dataclasses import dataclass

from kith.analytics import checks
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import BadNumbers, NotPublishable
from kith.analytics.intervals import byar, count_interval

FEWEST_EVENTS = 10


@dataclass(frozen=True)
class StandardisedRate:
    """A rate with its interval, per `multiplier` people, and the events it rests on."""

    value: float
    low: float
    high: float
    method: str
    count: float


@dataclass(frozen=True)
class IndirectRate:
    """A rate with its interval, per `multiplier` people: the reference rate times observed over expected."""

    value: float
    low: float
    high: float
    method: str
    observed: float
    expected: float
    reference_rate: float


def directly_standardised(
    counts: Column,
    populations: Column,
    standard: Column,
    *,
    multiplier: float = 100_000,
    confidence: float = 0.95,
) -> StandardisedRate:
    """The rate the standard population would have at these age-specific rates, with Dobson's interval by Byar.

    Shapes: three columns of one length, an age band a row. Units: events for `multiplier` people.
    Errors: NotPublishable when there are fewer than 10 events in all; BadNumbers for a population of nought, negative
    numbers, or a standard that sums to nothing; UnequalLengths. Source: Dobson 1991, Stat Med 10:457-462;
    UKHSA PHEindicatormethods, calculate_dsr; METHODS 3.3.
    """
    events = checks.not_negative(checks.column(counts, "counts"), "counts")
    people = checks.positive(checks.column(populations, "populations"), "populations")
    weights = _weights(standard)
    checks.same_length(events, people, weights)
    scale = _multiplier(multiplier)
    total = float(events.sum())
    if total < FEWEST_EVENTS:
        raise NotPublishable("A directly standardised rate needs at least 10 events in all.")
    share = weights / weights.sum()
    rate = float((share * events / people).sum())
    variance = float((share**2 * events / people**2).sum())
    limits = byar(total, confidence=confidence)
    step = (variance / total) ** 0.5
    low, high = rate + step * (limits.low - total), rate + step * (limits.high - total)
    return StandardisedRate(scale * rate, scale * low, scale * high, "dobson_byar", total)


def indirectly_standardised(
    observed: float | Column,
    populations: Column,
    reference_counts: Column,
    reference_populations: Column,
    *,
    multiplier: float = 100_000,
    confidence: float = 0.95,
) -> IndirectRate:
    """Observed over expected events times the reference's crude rate; exact interval below 10 events, Byar from 10.

    Shapes: `observed` in all or by age band; the others columns of one length, an age band a row.
    Units: events for `multiplier` people. Errors: BadNumbers where nothing is expected, for a reference population of
    nought or negative numbers; UnequalLengths. Source: UKHSA PHEindicatormethods, calculate_ISRate; METHODS 3.3.
    """
    people = checks.not_negative(checks.column(populations, "populations"), "populations")
    events = checks.not_negative(checks.column(reference_counts, "reference counts"), "reference counts")
    standard = checks.positive(checks.column(reference_populations, "reference populations"), "populations")
    checks.same_length(people, events, standard)
    seen = checks.not_negative(observed, "observed events")
    if seen.ndim:
        checks.same_length(seen, people)
    total, expected = float(seen.sum()), float((events / standard * people).sum())
    if expected < checks.SMALLEST:
        raise BadNumbers("At the reference rates no event is expected, so there is nothing to compare with.")
    reference = _multiplier(multiplier) * float(events.sum() / standard.sum())
    limits = count_interval(total, confidence=confidence)
    scale = reference / expected
    value, low, high = (scale * one for one in limits[:3])
    return IndirectRate(value, low, high, limits.method, total, expected, reference)


def _weights(standard: Column) -> Floats:
    weights = checks.not_negative(checks.column(standard, "standard population"), "standard population")
    if weights.sum() <= 0:
        raise BadNumbers("The standard population sums to nothing, so it cannot weigh the age bands.")
    return weights


def _multiplier(multiplier: float) -> float:
    return float(checks.positive(checks.number(multiplier, "multiplier"), "multiplier"))
