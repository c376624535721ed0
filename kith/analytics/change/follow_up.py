"""Who has a second reading and who has not, and how they differ."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from kith.analytics import checks, choices
from kith.analytics.checks import Floats
from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths, UnknownChoice
from kith.analytics.intervals import Interval, wilson

NOT_KNOWN = "not known"
FOLLOWED = "followed_up"


class FollowUpRow(NamedTuple):
    """One level of one group, or a measured group as a whole (`level` is then 'mean').

    `followed` and `lost` are people; for a measured group `followed_value` and `lost_value` are means, else shares.
    `share_followed` is the share of this level's people who have a second reading.
    `standardised_difference` is followed less lost in pooled standard deviations; a tenth is worth a look.
    """

    group: str
    level: str
    followed: int
    lost: int
    followed_value: float
    lost_value: float
    share_followed: Interval
    standardised_difference: float


def followed_up(
    table: Mapping[str, Sequence[Any]], groups: Sequence[str], *, confidence: float = 0.95
) -> tuple[FollowUpRow, ...]:
    """People with a second reading beside people without, group by group.

    Shapes: columns of one length, a person a row: 'followed_up' (true or false) and each of `groups`; a column of
    numbers is compared by its mean, any other by its levels, blanks as 'not known'.
    Errors: TooFew if everybody or nobody was followed up; UnknownChoice for a column that is not there;
    UnequalLengths; BadNumbers. Source: Austin 2009, Stat Med 28:3083-3107; METHODS 3.5.
    """
    columns = choices.by_name(table, "table")
    followed = _followed(columns)
    rows: list[FollowUpRow] = []
    for group in choices.listed(groups, "groups"):
        choices.one_of(group, columns, "column to compare by")
        values = choices.listed(columns[group], f"values of '{group}'")
        if len(values) != len(followed):
            raise UnequalLengths(f"The column '{group}' does not have one value for each person.")
        rows += _compared(group, values, followed, confidence)
    return tuple(rows)


def _followed(table: Mapping[str, Sequence[Any]]) -> Any:
    if FOLLOWED not in table:
        raise UnknownChoice(f"The table needs a column '{FOLLOWED}' of true and false.")
    values = choices.listed(table[FOLLOWED], f"values of '{FOLLOWED}'")
    if not all(isinstance(value, int | float | np.number | np.bool_) and value in (0, 1) for value in values):
        raise BadNumbers(f"The column '{FOLLOWED}' must hold true or false for everybody.")
    followed = np.array(values, dtype=bool)
    if not followed.any() or followed.all():
        raise TooFew("Everybody or nobody has a second reading, so there is nobody to compare.")
    return followed


def _compared(group: str, values: list[Any], followed: Any, confidence: float) -> list[FollowUpRow]:
    given = [value for value in values if not choices.blank(value)]
    if given and choices.measured(given):
        return _measured(group, values, followed, confidence)
    levels = sorted({_level(value) for value in values}, key=lambda level: (level == NOT_KNOWN, level))
    labels = np.array([_level(value) for value in values], dtype=object)
    return [_level_row(group, level, labels == level, followed, confidence) for level in levels]


def _measured(group: str, values: list[Any], followed: Any, confidence: float) -> list[FollowUpRow]:
    blank = np.array([choices.blank(value) for value in values], dtype=bool)
    number = checks.numbers([0.0 if choices.blank(value) else value for value in values], f"values of '{group}'")
    with_reading, without = number[followed & ~blank], number[~followed & ~blank]
    rows = []
    if len(with_reading) and len(without):
        difference = _ratio(with_reading.mean() - without.mean(), (_variance(with_reading) + _variance(without)) / 2)
        share = wilson(len(with_reading), len(with_reading) + len(without), confidence=confidence)
        means = float(with_reading.mean()), float(without.mean())
        rows.append(FollowUpRow(group, "mean", len(with_reading), len(without), *means, share, difference))
    if blank.any():
        rows.append(_level_row(group, NOT_KNOWN, blank, followed, confidence))
    return rows


def _level_row(group: str, level: str, within: Any, followed: Any, confidence: float) -> FollowUpRow:
    with_reading, without = int((within & followed).sum()), int((within & ~followed).sum())
    first, second = with_reading / int(followed.sum()), without / int((~followed).sum())
    difference = _ratio(first - second, (first * (1 - first) + second * (1 - second)) / 2)
    share = wilson(with_reading, with_reading + without, confidence=confidence)
    return FollowUpRow(group, level, with_reading, without, first, second, share, difference)


def _variance(values: Floats) -> float:
    return float(values.var(ddof=1)) if len(values) > 1 else 0.0


def _ratio(difference: float, variance: float) -> float:
    """Nought where the groups do not vary at all: then they do not differ in spread units either."""
    return float(difference / variance**0.5) if variance > 0 else 0.0


def _level(value: Any) -> str:
    return NOT_KNOWN if choices.blank(value) else str(value)
