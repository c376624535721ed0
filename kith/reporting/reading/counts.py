"""A report's figures as numbers that may be printed and drawn; what may not be shown is a star from here on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.analytics.charts.values import Count, published
from kith.analytics.charts.values import text as plain_text
from kith.analytics.disclosure import ProtectedCell, percentage
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.report import SERVICE, Report

STARRED = ProtectedCell(None, True, "small")
# Behind a number that repeats the figure of an earlier release.
REPEATS = "\N{DAGGER}"


@dataclass(frozen=True)
class Line:
    """One label of a grouped figure with its number; `always` when it is drawn also with nobody in it."""

    key: str
    label: str
    count: Count
    always: bool = False


class Counts:
    """What one report says, by metric and group."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.for_the_service = report.audience == SERVICE

    def of(self, metric: str, **group: str) -> Count:
        """A count; nothing counted is nought."""
        figure = self.report.find(metric, **group)
        return self._cell(figure, "value") if figure else 0

    def base(self, metric: str, **group: str) -> Count:
        """What a figure is counted out of."""
        figure = self._first(metric, group)
        return self._cell(figure, "base") if figure else 0

    def missing(self, metric: str, **group: str) -> Count:
        """How many of the base are not known."""
        figure = self._first(metric, group)
        return self._cell(figure, "missing") if figure else 0

    def lines(self, metric: str, words: Mapping[str, str] | None = None, **group: str) -> list[Line]:
        """The groups of a metric by its last key, narrowed by the keys before it, in the order of the report."""
        definition = self.definition(metric)
        key, unknown = definition.keys[-1], definition.missing.values if definition.missing else ()
        named = words or {}
        return [
            Line(
                value,
                named.get(value) or key.label(value),
                self._cell(f, "value"),
                value in unknown,
            )
            for f in self.report.all_of(metric)
            if group.items() <= dict(f.group).items()
            for value in [f.group[key.name]]
        ]

    def definition(self, metric: str) -> Metric:
        """The reviewed file behind a figure."""
        return self.report.definitions[metric]

    def _first(self, metric: str, group: Mapping[str, str]) -> Figure | None:
        return next((f for f in self.report.all_of(metric) if group.items() <= dict(f.group).items()), None)

    def _cell(self, figure: Figure, part: str) -> Count:
        value, suppressed = getattr(figure, part), figure.suppressed and part == "value"
        if self.for_the_service and not suppressed:
            return int(value or 0)
        if value is None or suppressed:
            return STARRED
        repeats = figure.repeats.get(part, "")
        return ProtectedCell(int(value), False, "repeats" if repeats else "rounded", repeats)


def text(count: Count) -> str:
    """The number as it is printed, with a mark where it repeats an earlier release's."""
    return plain_text(count) + marked(count.repeats if isinstance(count, ProtectedCell) else "")


def marked(repeats: str | None) -> str:
    """The mark of a number that repeats."""
    return REPEATS if repeats else ""


def sized(count: Count) -> int:
    """A number to sort by or compare with: what is printed, a star below nought."""
    shown = published(count)
    return -1 if shown is None else shown


def percent(part: Count, base: Count) -> float | None:
    """The percentage that may be printed; None where a star or an empty base leaves none."""
    return percentage(_protected(part), _protected(base)).published


def added(counts: Iterable[Count]) -> Count:
    """Counts put together; one star makes the whole a star."""
    shown = [published(count) for count in counts]
    known = [number for number in shown if number is not None]
    return sum(known) if len(known) == len(shown) else STARRED


def largest(lines: Sequence[Line], leaving_out: Iterable[str] = ()) -> Line | None:
    """The line with the most, if one alone has the most and it may be shown."""
    given = sorted((each for each in lines if each.key not in leaving_out), key=lambda each: -sized(each.count))
    if not given or sized(given[0].count) <= 0:
        return None
    return None if len(given) > 1 and sized(given[1].count) == sized(given[0].count) else given[0]


def _protected(count: Count) -> ProtectedCell:
    return count if isinstance(count, ProtectedCell) else ProtectedCell(count, False, "as_counted")


__all__ = ["Count", "Counts", "Line", "STARRED", "added", "largest", "marked", "percent", "published", "sized", "text"]
