"""What the mean change would be had the missing readings gone as those of like people did: chained equations."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kith.analytics import checks, choices
from kith.analytics.change.rubin import Pooled, rubin
from kith.analytics.checks import Floats
from kith.analytics.errors import BadNumbers, NoSpread, TooFew, UnequalLengths

Missing: TypeAlias = NDArray[np.bool_]

ROUNDS = 10
FEWEST = 20
MOST = 1000


def multiple_imputation(
    before: Sequence[float | None],
    after: Sequence[float | None],
    covariates: Mapping[str, Sequence[Any]] | None = None,
    *,
    imputations: int | None = None,
    confidence: float = 0.95,
    seed: int = 1,
) -> Pooled:
    """The mean change of everybody with a first reading, missing later readings filled in many times over.

    Each column with gaps is regressed in turn on all others; gaps are drawn from the fitted line with its own
    uncertainty (Bayesian normal linear regression). Assumes that, given the columns, the missing are like the rest.
    Shapes: columns of one length; None or NaN marks a gap; text columns enter as one column a level. People without a
    first reading help to draw the lines and are not counted in the change.
    `imputations`: by default one for each percent of people with a gap, at least 20. The same data and seed give the
    same figure.
    Errors: TooFew below three complete pairs more than columns; NoSpread; BadNumbers; UnequalLengths.
    Source: van Buuren and Groothuis-Oudshoorn 2011, J Stat Softw 45(3); Rubin 1987; METHODS 3.5.
    """
    columns = with_gaps(before, after, covariates)
    gaps = np.isnan(columns)
    filled = imputed(columns, gaps, count_of_imputations(gaps, imputations), seed)
    return pooled_change(filled, confidence)


def pooled_change(filled: Sequence[Floats], confidence: float) -> Pooled:
    """Rubin's rules over the mean changes of filled-in data sets (first column before, second after)."""
    change = [data[:, 1] - data[:, 0] for data in filled]
    n = len(change[0])
    means = np.array([float(one.mean()) for one in change])
    variances = np.array([float(one.var(ddof=1)) / n for one in change])
    return rubin(means, variances, complete_freedom=n - 1, confidence=confidence)


def count_of_imputations(gaps: Missing, wanted: int | None) -> int:
    """One data set for each percent of people with a gap, at least twenty (White, Royston and Wood 2011)."""
    if wanted is None:
        return max(FEWEST, int(np.ceil(100 * float(gaps[started(gaps)].any(axis=1).mean()))))
    return choices.draws(wanted, "imputations", least=2, most=MOST)


def with_gaps(
    before: Sequence[float | None], after: Sequence[float | None], covariates: Mapping[str, Sequence[Any]] | None
) -> Floats:
    """All columns as numbers, NaN for a gap, checked for enough complete pairs."""
    columns = [numeric(before, "earlier readings"), numeric(after, "later readings")]
    for name, values in choices.by_name({} if covariates is None else covariates, "covariates").items():
        columns += _covariate(values, name)
    if len({len(one) for one in columns}) > 1:
        raise UnequalLengths("The columns have different lengths, so their rows cannot be matched.")
    columns = [one for place, one in enumerate(columns) if place < 2 or np.nanmin(one) < np.nanmax(one)]
    stacked = np.column_stack(columns)
    complete = int((~np.isnan(stacked)).all(axis=1).sum())
    if complete < stacked.shape[1] + 3:
        raise TooFew(f"There are {complete} complete rows; {stacked.shape[1] + 3} are needed to fill in the others.")
    if np.nanmin(stacked[:, 0]) == np.nanmax(stacked[:, 0]):
        raise NoSpread("All first readings are the same, so nothing can be learnt from them.")
    return stacked


def started(gaps: Missing) -> Missing:
    """Who has a first reading: the people whose change is asked for."""
    return ~gaps[:, 0]


def imputed(columns: Floats, gaps: Missing, count: int, seed: int) -> list[Floats]:
    """`count` copies of the rows with a first reading, all gaps drawn by chained equations from every row."""
    chance = choices.seeded(seed)
    return [_one_chain(columns, gaps, chance)[started(gaps)] for _ in range(count)]


def _one_chain(columns: Floats, gaps: Missing, chance: np.random.Generator) -> Floats:
    data = columns.copy()
    for place in np.flatnonzero(gaps.any(axis=0)):
        known = columns[~gaps[:, place], place]
        data[gaps[:, place], place] = chance.choice(known, int(gaps[:, place].sum()))
    order = sorted(np.flatnonzero(gaps.any(axis=0)), key=lambda place: int(gaps[:, place].sum()))
    # With gaps in one column only, one pass is the whole chain.
    for _ in range(ROUNDS if len(order) > 1 else 1):
        for place in order:
            _draw(data, gaps[:, place], int(place), chance)
    return data


def _draw(data: Floats, gap: NDArray[np.bool_], place: int, chance: np.random.Generator) -> None:
    others = np.delete(data, place, axis=1)
    centre, scale = others.mean(axis=0), others.std(axis=0)
    design = np.column_stack([np.ones(len(data)), (others - centre) / np.where(scale > 0, scale, 1.0)])
    known, target = design[~gap], data[~gap, place]
    # A whisper of ridge keeps levels that add up to one from making the matrix singular.
    precision = known.T @ known + 1e-8 * len(known) * np.eye(design.shape[1])
    inverse = np.linalg.inv(precision)
    line = inverse @ known.T @ target
    freedom = max(len(target) - design.shape[1], 1)
    sigma = float(np.sqrt(((target - known @ line) ** 2).sum() / chance.chisquare(freedom)))
    drawn = line + sigma * np.linalg.cholesky((inverse + inverse.T) / 2) @ chance.standard_normal(len(line))
    data[gap, place] = design[gap] @ drawn + sigma * chance.standard_normal(int(gap.sum()))


def numeric(values: Sequence[Any], name: str) -> Floats:
    """One column with NaN for each None, not all of them missing."""
    column = checks.floats(values, name)
    if column.ndim != 1:
        raise BadNumbers(f"The {name} must be one column of numbers.")
    checks.numbers(column[~np.isnan(column)], name)
    if len(column) == 0 or np.isnan(column).all():
        raise TooFew(f"The {name} are all missing.")
    return column


def _covariate(values: Sequence[Any], name: str) -> list[Floats]:
    column = choices.listed(values, f"values of '{name}'")
    given = [value for value in column if not choices.blank(value)]
    if choices.measured(given):
        return [numeric([None if choices.blank(value) else value for value in column], f"values of '{name}'")]
    levels = sorted({str(value) for value in given})
    known = [None if choices.blank(value) else str(value) for value in column]
    # A blank level is a level of its own ('not known'): no indicator is one.
    return [np.array([float(value == level) for value in known]) for level in levels]
