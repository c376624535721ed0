"""Expressions over tables that say what is meant and leave how to the engine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import ibis
import pyarrow as pa

from kith.analytics.engine.stand_ins import FIRST, LAST

Table: TypeAlias = Any
Value: TypeAlias = Any

cases = ibis.cases
coalesce = ibis.coalesce
literal = ibis.literal
descending = ibis.desc
later_of = ibis.greatest
row_number = ibis.row_number
union = ibis.union


def nothing(kind: str) -> Value:
    """A missing value of a kind."""
    return ibis.null(kind)


def table(name: str, schema: pa.Schema) -> Table:
    """A stored table by its name and columns."""
    return ibis.table(ibis.Schema.from_pyarrow(schema), name=name)


def first_day() -> Value:
    """The first day of the period."""
    return ibis.literal(FIRST)


def last_day() -> Value:
    """The last day of the period."""
    return ibis.literal(LAST)


def in_period(day: Value) -> Value:
    """Whether a day lies in the period, both ends included."""
    return (day >= first_day()) & (day <= last_day())


def weeks_before(day: Value, weeks: int) -> Value:
    """The day so many weeks earlier."""
    return (day - ibis.interval(days=7 * weeks)).cast("date")


def flagged(rows: Table, listed: Table, column: str) -> Table:
    """The rows with `flagged`: whether their value of a column stands in a list that holds no value twice."""
    marked = listed.select(column, flagged=ibis.literal(True))
    seen = rows.left_join(marked, column).select(rows, "flagged")
    return seen.mutate(flagged=ibis.coalesce(seen.flagged, False))


def day_number(day: Value) -> Value:
    """A day as the number yyyymmdd: the whole years between two days are their difference by ten thousand."""
    return day.year().cast("int64") * 10_000 + day.month().cast("int64") * 100 + day.day().cast("int64")


def from_here_on(by: Sequence[str], day: str) -> Any:
    """The window of a row and all rows of its kind on the same day or later."""
    return ibis.range_window(preceding=None, following=0, group_by=list(by), order_by=ibis.desc(day))


def rows_beside(by: Sequence[str], order: Iterable[Any]) -> Any:
    """The window of all rows of a kind, in order."""
    return ibis.window(group_by=list(by), order_by=list(order) or None)


def pack(view: Table, dimensions: Sequence[str], sums: Sequence[str]) -> Table:
    """One pass over a view: how many rows each combination of the dimensions has, and the sums of some columns."""
    figures: Mapping[str, Value] = {
        "rows": view.count(),
        **{f"sum_{column}": coalesce(view[column].cast("int64").sum(), 0).cast("int64") for column in sums},
    }
    grouped = view.group_by([view[name] for name in dimensions]) if dimensions else view
    return grouped.aggregate(**figures)
