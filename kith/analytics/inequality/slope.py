"""The gap between the most and the least deprived, using every group between them."""

from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from kith.analytics import checks, choices
from kith.analytics.checks import Column, Floats
from kith.analytics.errors import BadNumbers, TooFew
from kith.analytics.intervals import Interval, normal_quantile, t_quantile

Transform: TypeAlias = Literal["log", "logit", "none"] | None
TRANSFORMS = ("log", "logit", "none")

CHUNK = 20_000
LIMITS_CONFIDENCE = 0.95
FURTHEST = 300.0


class _Lines(NamedTuple):
    """Weights that turn group values into the fitted slope and the fitted value at rank nought."""

    slope: Floats
    start: Floats
    share: Floats
    rank: Floats


def slope_index(
    values: Column,
    populations: Column,
    *,
    standard_errors: Column | None = None,
    lows: Column | None = None,
    highs: Column | None = None,
    confidence: float = 0.95,
    repetitions: int = 100_000,
    transform: Transform = None,
    multiplier: float = 1,
    seed: int | None = None,
) -> Interval:
    """The slope index of inequality: the fitted value of the least deprived less that of the most deprived.

    Least squares on the midpoints of cumulative population shares, weighted by population. With a `transform` ('log'
    for rates, 'logit' for proportions; None and 'none' for neither) the line is fitted on that scale and its ends are
    turned back. The interval is simulated: each group's value is drawn from a normal distribution on the same scale,
    with `standard_errors` on it, or from `lows` and `highs`, which are 95% limits in the units of the values; where
    both are given the standard errors count. On another scale the limits are lines of the simulated slopes through
    the middle of the fitted line. With neither, the interval is that of the regression itself (method 'regression').
    Shapes: columns of one length, a group a row, most deprived first. Units: those of the values times `multiplier`.
    Errors: TooFew below two groups (three for the regression's own interval); BadNumbers for a population of nought, a
    negative standard error, limits the wrong way round, values the transform cannot take; UnequalLengths;
    UnknownChoice. Source: UKHSA PHEindicatormethods, phe_sii; Low and Low 2004, J Public Health 26:388-395.
    """
    scale, share = _scale(transform), checks.fraction(confidence, "confidence")
    errors = _errors(standard_errors, lows, highs, scale)
    group, lines = _groups(values, populations, scale)
    factor = checks.number(multiplier, "multiplier")
    value = float(_gap(lines.slope @ group, lines.start @ group, scale))
    if errors is None:
        slopes, method = _of_the_regression(group, lines, share), "regression"
    else:
        drawn, _ = _simulated(group, errors, lines, repetitions, seed)
        slopes, method = _percentiles(drawn, share), "simulation"
    low, high = sorted((factor * _gap(*_tilted(group, lines, slopes), scale)).tolist())
    return Interval(factor * value, low, high, method)


def relative_index(
    values: Column,
    populations: Column,
    *,
    standard_errors: Column | None = None,
    lows: Column | None = None,
    highs: Column | None = None,
    confidence: float = 0.95,
    repetitions: int = 100_000,
    transform: Transform = None,
    multiplier: float = 1,
    seed: int | None = None,
) -> Interval:
    """The relative index of inequality: the fitted value of the least deprived over that of the most deprived.

    Arguments and shapes as `slope_index`. Units: a ratio; a negative `multiplier` turns it round. The interval needs
    standard errors or limits; without them, and on another scale, it is the ratio at the ends of the slope's interval,
    the middle of the fitted line held. Errors: those of `slope_index`, and BadNumbers where the fitted value to divide
    by is nought, or passes nought within the interval: the ratio has then no two ends. Source: as `slope_index`.
    """
    scale, share = _scale(transform), checks.fraction(confidence, "confidence")
    errors = _errors(standard_errors, lows, highs, scale)
    group, lines = _groups(values, populations, scale)
    factor = checks.number(multiplier, "multiplier")
    fitted = lines.slope @ group, lines.start @ group
    value = float(_ratio(*fitted, factor, scale))
    if errors is None:
        tilted, method = _tilted(group, lines, _of_the_regression(group, lines, share)), "regression"
        if scale is None:
            _check_on_one_side(tilted, fitted, factor, 0.0)
        ends = _ratio(*tilted, factor, scale)
    else:
        drawn, method = _simulated(group, errors, lines, repetitions, seed), "simulation"
        if scale is None:
            _check_on_one_side(drawn, fitted, factor, (1 - share) / 2)
            ends = _percentiles(_ratio(*drawn, factor, scale), share)
        else:
            ends = _ratio(*_tilted(group, lines, _percentiles(drawn[0], share)), factor, scale)
    low, high = sorted(ends.tolist())
    return Interval(value, low, high, method)


def ranks(populations: Floats) -> Floats:
    """The middle of each group's place in the cumulative population."""
    share: Floats = populations / populations.sum()
    return np.cumsum(share) - share / 2


def _groups(values: Column, populations: Column, transform: Transform) -> tuple[Floats, _Lines]:
    given = checks.column(values, "values", least=2)
    people = checks.positive(checks.column(populations, "populations", least=2), "populations")
    checks.same_length(given, people)
    group = _scaled(given, transform)
    share, rank = people / people.sum(), ranks(people)
    centre = float(share @ rank)
    slope = share * (rank - centre) / float(share @ (rank - centre) ** 2)
    return group, _Lines(slope, share - centre * slope, share, rank)


def _scale(transform: Transform) -> Transform:
    if transform is None or choices.one_of(transform, TRANSFORMS, "transform") == "none":
        return None
    return transform


def _errors(
    standard_errors: Column | None, lows: Column | None, highs: Column | None, transform: Transform
) -> Floats | None:
    if standard_errors is not None:
        return checks.not_negative(checks.column(standard_errors, "standard errors"), "standard errors")
    if lows is None and highs is None:
        return None
    if lows is None or highs is None:
        raise BadNumbers("Lower and upper limits are needed together.")
    low = _scaled(checks.column(lows, "lower limits"), transform)
    high = _scaled(checks.column(highs, "upper limits"), transform)
    checks.same_length(low, high)
    if (high < low).any():
        raise BadNumbers("An upper limit lies below its lower limit.")
    return (high - low) / (2 * normal_quantile(LIMITS_CONFIDENCE))


def _scaled(values: Floats, transform: Transform) -> Floats:
    if transform is None:
        return values
    if values.min() <= 0 or (transform == "logit" and values.max() >= 1):
        allowed = "above nought" if transform == "log" else "between nought and one"
        raise BadNumbers(f"On the {transform} scale every value and limit must lie {allowed}.")
    return np.log(values) if transform == "log" else np.log(values / (1 - values))


def _unscaled(values: Floats, transform: Transform) -> Floats:
    if transform is None:
        return values
    # Exponents are cut far beyond any rate, so that no draw overflows.
    kept = np.clip(values, -FURTHEST, FURTHEST)
    return np.asarray(np.exp(kept) if transform == "log" else 1 / (1 + np.exp(-kept)))


def _simulated(
    group: Floats, errors: Floats, lines: _Lines, repetitions: int, seed: int | None
) -> tuple[Floats, Floats]:
    checks.same_length(group, errors)
    times, chance = choices.draws(repetitions, "repetitions", least=1000), choices.seeded(seed)
    slopes, starts = np.empty(times), np.empty(times)
    for begin in range(0, times, CHUNK):
        size = min(CHUNK, times - begin)
        drawn = group + errors * chance.standard_normal((size, len(group)))
        slopes[begin : begin + size] = drawn @ lines.slope
        starts[begin : begin + size] = drawn @ lines.start
    return slopes, starts


def _percentiles(drawn: Floats, confidence: float) -> Floats:
    tail = (1 - confidence) / 2
    ordered: Floats = np.sort(drawn)
    last = len(ordered) - 1
    places = [max(round(len(ordered) * tail) - 1, 0), min(round(len(ordered) * (1 - tail)) - 1, last)]
    return ordered[places]


def _gap(slopes: Floats, starts: Floats, transform: Transform) -> Floats:
    if transform is None:
        return slopes
    return _unscaled(starts + slopes, transform) - _unscaled(starts, transform)


def _ratio(slopes: Floats, starts: Floats, factor: float, transform: Transform) -> Floats:
    least, most = _unscaled(starts + slopes, transform), _unscaled(starts, transform)
    top, bottom = (most, least) if factor < 0 else (least, most)
    if np.any(bottom == 0):
        raise BadNumbers("The fitted value to divide by is nought, so there is no relative index.")
    return top / bottom


def _check_on_one_side(lines: tuple[Floats, Floats], fitted: tuple[Floats, Floats], factor: float, most: float) -> None:
    """Beyond a value of nought to divide by, a ratio comes back from the other end of all numbers."""
    (slopes, starts), (slope, start) = lines, fitted
    turned = 1.0 if factor < 0 else 0.0
    if np.mean((starts + turned * slopes) * (start + turned * slope) <= 0) > most:
        raise BadNumbers(
            "The groups are too uncertain for a ratio: within its interval the fitted value to divide by passes nought."
        )


def _of_the_regression(group: Floats, lines: _Lines, confidence: float) -> Floats:
    slope = float(lines.slope @ group)
    half = _regression_error(group, lines) * t_quantile(confidence, len(group) - 2)
    return np.array([slope - half, slope + half])


def _tilted(group: Floats, lines: _Lines, slopes: Floats) -> tuple[Floats, Floats]:
    """Slopes and starts of the flattest and the steepest line, the middle of the population held."""
    slope, start = lines.slope @ group, lines.start @ group
    return slopes, start + (slope - slopes) / 2


def _regression_error(group: Floats, lines: _Lines) -> float:
    freedom = len(group) - 2
    if freedom < 1:
        raise TooFew("The regression's own interval needs at least three groups.")
    residual = group - (lines.start @ group + lines.rank * (lines.slope @ group))
    sigma = float(lines.share @ residual**2) / freedom
    # Var(slope) = sigma^2 / sum of share * (rank - centre)^2, with weights as shares
    return float((sigma * (lines.slope**2 / lines.share).sum()) ** 0.5)
