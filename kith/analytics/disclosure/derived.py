"""Percentages and means that follow from protected counts, so that neither tells what the count does not."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kith.analytics import checks, choices
from kith.analytics.disclosure.protected import ProtectedCell
from kith.analytics.disclosure.rules import DEFAULT, Rule, rule_named


class ProtectedFigure(NamedTuple):
    """A percentage or mean as it may leave the service."""

    published: float | None
    suppressed: bool
    reason: Literal["from_published_counts", "hidden_count", "empty_base", "as_measured", "too_few_people"]


def percentage(part: ProtectedCell, base: ProtectedCell) -> ProtectedFigure:
    """The share of a published count in a published base, in percent, from the rounded figures alone.

    A starred part or base stars the percentage; a base of nought has none. Errors: BadNumbers for what is no protected
    cell. Source: METHODS 3.4.
    """
    above, below = ProtectedCell.of(part).published, ProtectedCell.of(base).published
    if above is None or below is None:
        return ProtectedFigure(None, True, "hidden_count")
    if below == 0:
        return ProtectedFigure(None, False, "empty_base")
    # Rounding may carry a part above its base; a share is never above the whole.
    return ProtectedFigure(min(100 * above / below, 100.0), False, "from_published_counts")


def mean_of_people(
    mean: float, people: int, *, cell: ProtectedCell | None = None, rule: str | Rule = DEFAULT
) -> ProtectedFigure:
    """A mean or median as it may be shown: hidden when it rests on a hidden number of people, or on nobody.

    `cell` is the protected count of the same people, if it is published too: starred, it stars the mean. The mean comes
    as measured. Print it so that it fits every number of people the rounded count may stand for: of whole scores one
    decimal from 10 people on, two from 100; and not beside the mean of a total that these people are part of.
    Errors: BadNumbers, UnknownChoice. Source: METHODS 3.4 (means on 1 to 7 people hidden).
    """
    count = checks.whole(people, "people")
    if count == 0:
        return ProtectedFigure(None, False, "empty_base")
    if rule_named(rule).hides(count) or (cell is not None and ProtectedCell.of(cell).suppressed):
        return ProtectedFigure(None, True, "too_few_people")
    return ProtectedFigure(checks.number(mean, "mean"), False, "as_measured")


def order_of_publication(cells: Sequence[ProtectedCell]) -> list[int]:
    """Places of the cells from the largest published to the smallest, starred ones last in their given order.

    Sorting by the count itself would tell a reader where a star lies between its neighbours.
    Errors: BadNumbers for what is no protected cell. Source: METHODS 3.4 (sort order).
    """
    sizes = [_size(ProtectedCell.of(cell)) for cell in choices.listed(cells, "cells")]
    return sorted(range(len(sizes)), key=lambda place: (-sizes[place], place))


def _size(cell: ProtectedCell) -> int:
    return -1 if cell.published is None else cell.published
