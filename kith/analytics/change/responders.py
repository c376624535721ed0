"""How many people changed by at least what matters, for the better and for the worse."""

from typing import NamedTuple

from kith.analytics import checks, choices
from kith.analytics.change.paired import changes
from kith.analytics.checks import Column
from kith.analytics.intervals import Interval, wilson


class Responders(NamedTuple):
    """Shares of `n` people with Wilson intervals; the counts beside them. Improved is never shown without worsened."""

    n: int
    improved_count: int
    worsened_count: int
    unchanged_count: int
    improved: Interval
    worsened: Interval


def responders(
    before: Column,
    after: Column,
    *,
    minimal: float,
    higher_is_better: bool = True,
    confidence: float = 0.95,
) -> Responders:
    """Who improved, and who worsened, by the stated minimal important change or more.

    Shapes: two columns of one length. Units: `minimal` in those of the measure, above nought.
    Errors: TooFew without a pair; BadNumbers; UnequalLengths. Source: METHODS 3.5.
    """
    least = float(checks.positive(checks.number(minimal, "minimal change"), "minimal change"))
    gain = changes(before, after) * (1 if choices.yes_or_no(higher_is_better, "higher is better") else -1)
    # Readings with decimals: 20.1 less 19.1 must reach a minimal change of 1; no change reaches none, however small.
    reached = max(least - 1e-9 * max(1.0, least), least / 2)
    better, worse = int((gain >= reached).sum()), int((gain <= -reached).sum())
    n = len(gain)
    return Responders(
        n,
        better,
        worse,
        n - better - worse,
        wilson(better, n, confidence=confidence),
        wilson(worse, n, confidence=confidence),
    )
