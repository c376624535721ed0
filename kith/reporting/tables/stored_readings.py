"""Tables of readings made when the store is refreshed."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table

OF_ONE = ["client", "measure"]


def baselines(readings: Table) -> Table:
    """Baseline readings with the first day on which another stage was read, on the same day or later."""
    other_day = x.cases((readings.stage != "baseline", readings.taken_on))
    next_other = other_day.min().over(x.from_here_on(OF_ONE, "taken_on"))
    seen = readings.mutate(next_other_on=next_other).filter(lambda t: t.stage == "baseline")
    return seen.select("reading", "client", "measure", "taken_on", "next_other_on")


def pairs(readings: Table) -> Table:
    """One row a client and measure: the earliest baseline and the last reading of another stage on or after it.

    Of two readings on one day the one recorded first is the earliest and the one recorded last is the last.
    """
    first = _first_of(readings.filter(readings.stage == "baseline"), ["taken_on", "recorded"])
    first = first.select("client", "measure", first_on="taken_on", first_value="thousandths")
    others = readings.filter(readings.stage != "baseline").inner_join(first, OF_ONE)
    after = others.filter(others.taken_on >= others.first_on)
    last = _first_of(after, [x.descending("taken_on"), x.descending("recorded")])
    difference = last.thousandths - last.first_value
    return last.select(
        "client", "measure", "first_on", last_on=last.taken_on, difference=difference, squared=difference * difference
    )


def _first_of(readings: Table, order: list[x.Value]) -> Table:
    place = x.row_number().over(x.rows_beside(OF_ONE, order))
    return readings.mutate(place=place).filter(lambda t: t.place == 0)


def missed_spans(missed_readings: Table) -> Table:
    """Why a reading was not taken, from the day it was noted until the next such note."""
    missed = missed_readings
    until = missed.noted_on.lead().over(x.rows_beside(OF_ONE, ["noted_on", "recorded"]))
    return missed.select("client", "measure", "reason", since=missed.noted_on, until=until)
