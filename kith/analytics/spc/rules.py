"""The rules that tell special from common cause, over the points of one group.

Each gives +1, -1 or 0 a point: high or rising, low or falling, nothing. Plain Python: a group is short, and a chart of
36 points takes less time here than arrays take to set up.
"""

from collections.abc import Sequence
from typing import NamedTuple

# Means and limits of decimals carry rounding; a point this near a line lies on it.
TOLERANCE = 1e-11


class Lines(NamedTuple):
    """Mean, limits and the inner lines two thirds of the way to them.

    `size` is the largest number they were worked out from: a line near nought carries the rounding of that.
    """

    mean: float
    lower: float
    upper: float
    inner_lower: float
    inner_upper: float
    size: float = 0.0


def sides(values: Sequence[float], line: float, size: float = 0.0) -> list[int]:
    """+1 above the line, -1 below it, 0 on it."""
    room = TOLERANCE * max(abs(line), size, 1e-300)
    return [1 if value > line + room else -1 if value < line - room else 0 for value in values]


def outside(values: Sequence[float], lines: Lines) -> list[int]:
    """Beyond a limit; a point on the limit is not."""
    above, below = sides(values, lines.upper, lines.size), sides(values, lines.lower, lines.size)
    return [1 if high == 1 else -1 if low == -1 else 0 for high, low in zip(above, below, strict=True)]


def shifts(side: Sequence[int], length: int) -> list[int]:
    """Part of `length` or more points in a row on one side of the mean; a point on it breaks the row."""
    found = [0] * len(side)
    start = 0
    for place, current in enumerate(side):
        if place and current != side[place - 1]:
            start = place
        if current and place - start + 1 >= length:
            found[start : place + 1] = [current] * (place - start + 1)
    return found


def trends(values: Sequence[float], length: int) -> list[int]:
    """Part of `length` or more points each beyond the last; equal neighbours break it.

    A peak that ends one trend and begins another belongs to the later one.
    """
    found = [0] * len(values)
    start = step = 0
    for place in range(1, len(values)):
        now = (values[place] > values[place - 1]) - (values[place] < values[place - 1])
        if now != step:
            start, step = place - 1, now
        if step and place - start + 1 >= length:
            found[start : place + 1] = [step] * (place - start + 1)
    return found


def two_of_three(values: Sequence[float], side: Sequence[int], beyond: Sequence[int], lines: Lines) -> list[int]:
    """The points between inner line and limit, where a window of three on one side holds two such."""
    high, low = sides(values, lines.inner_upper, lines.size), sides(values, lines.inner_lower, lines.size)
    close = [
        one if not out and (up == 1 or down == -1) else 0
        for one, out, up, down in zip(side, beyond, high, low, strict=True)
    ]
    found = [0] * len(values)
    for start in range(len(values) - 2):
        window = range(start, start + 3)
        if abs(sum(side[start : start + 3])) == 3 and sum(close[place] != 0 for place in window) >= 2:
            for place in window:
                found[place] = found[place] or close[place]
    return found
