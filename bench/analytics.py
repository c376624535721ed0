"""The statistician's bench against the bare formula, and what importing it costs."""

import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from bench.measured import Measured, median_of_pairs

CHARTS, POINTS, ROWS, TIMES = 1_000, 36, 1_000_000, 9
CHART_LIMIT, WILSON_LIMIT, IMPORT_LIMIT = 20.0, 3.0, 1.5


def measure() -> list[Measured]:
    """Control charts, Wilson intervals and the import, each against what it is built on."""
    from kith.analytics import intervals, spc

    series = np.random.default_rng(1).normal(50, 8, (CHARTS, POINTS))
    counts = np.random.default_rng(2).integers(0, 100, ROWS)
    bases = np.full(ROWS, 100)
    charts = median_of_pairs(TIMES, lambda: _timed(lambda: [spc.xmr(each) for each in series]), lambda: _limits(series))
    wilson = median_of_pairs(
        TIMES, lambda: _timed(lambda: intervals.wilson(counts, bases)), lambda: _timed(lambda: _wilson(counts, bases))
    )
    importing = median_of_pairs(TIMES, lambda: _python("import kith.analytics"), lambda: _python("pass"))
    return [
        Measured(f"{CHARTS:,} control charts of {POINTS} points against the limits alone", charts, CHART_LIMIT),
        Measured(f"Wilson intervals of {ROWS:,} rows against the bare formula", wilson, WILSON_LIMIT),
        Measured("import kith.analytics against an empty program", importing, IMPORT_LIMIT),
    ]


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _limits(series: np.ndarray) -> float:
    def bare() -> None:
        for each in series:
            mean, moving = each.mean(), np.abs(np.diff(each)).mean()
            mean - 2.66 * moving, mean + 2.66 * moving

    return _timed(bare)


def _wilson(counts: np.ndarray, bases: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    z = 1.959963984540054
    share = counts / bases
    middle, denominator = 2 * counts + z**2, 2 * (bases + z**2)
    spread = z * np.sqrt(z**2 + 4 * counts * (1 - share))
    return share, (middle - spread) / denominator, (middle + spread) / denominator


def _python(program: str) -> float:
    return _timed(lambda: subprocess.run([sys.executable, "-c", program], check=True))
