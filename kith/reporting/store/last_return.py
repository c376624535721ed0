"""Sets a submitted return beside the figures of the same period."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.kernel.days import Period
from kith.reporting.domain.book import BookKeeper
from kith.reporting.domain.figures import Figure, figures_of
from kith.reporting.domain.last_return import BesideLine, LastReturn, Part, in_thousandths, rounding_allowance
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.records import rows_of
from kith.reporting.domain.submitted import THOUSAND, Given, Submitted, rounding_of
from kith.reporting.domain.submitted_file import plain
from kith.reporting.domain.usable import UsableNow
from kith.reporting.queries import counted, rows_of_period
from kith.reporting.store.as_known import as_known, entered
from kith.reporting.store.twice import PEOPLE, counted_twice, pairs_of
from kith.ui.words import day as day_words

Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass
class Comparison:
    """What a comparison needs of the store: its tables, its metrics, the period, and the return's profile."""

    tables: Mapping[str, Path]
    metrics: Mapping[str, Metric]
    period: Period
    profile: Mapping[str, Any]
    usable: UsableNow
    notes: list[str] = field(default_factory=list)

    def of(self, submitted: Submitted, figures: Sequence[Figure]) -> LastReturn:
        """Every line of the return beside the service's own figure; what has no figure is nought."""
        now = {_key(each.id, each.group): each for each in figures}
        before = self._as_known(submitted, now)
        step, seen = rounding_of(submitted.figures, submitted.rounded_to)
        if seen:
            self.notes.append(
                _("Every number of the return is a multiple of %(step)s, so it is taken as rounded to it.")
                % {"step": step}
            )
        lines = tuple(self._line(given, now, before, step) for given in submitted.figures)
        return LastReturn(submitted, lines, tuple(self.notes))

    def _line(
        self, given: Given, now: Mapping[Key, Figure], before: Mapping[Key, Figure] | None, step: int
    ) -> BesideLine:
        key, metric = _key(given.figure, given.group), self.metrics[given.figure]
        kith = _value(now.get(key), metric)
        late: int | None = None
        if before is not None:
            known = _value(before.get(key), metric)
            late = None if kith is None or known is None else kith - known
        sentence, most = self._definition(given, now)
        twice = self._twice(metric, now[key].group if key in now else given.group) * THOUSAND
        part = Part(late, twice, rounding_allowance(given, step), most, sentence)
        section, wording = self._wording(given, now.get(key))
        return BesideLine(section, wording, given.figure, given.group, given.thousandths, kith, part, given.hidden)

    def _as_known(self, submitted: Submitted, now: Mapping[Key, Figure]) -> Mapping[Key, Figure] | None:
        """The figures without late rows; None where nobody can say which rows were late."""
        if submitted.submitted_on is None:
            self.notes.append(_("The file does not say when the return was submitted: late rows cannot be told."))
            return None
        found = entered(self.tables, submitted.submitted_on)
        if found.first and found.first > submitted.submitted_on:
            self.notes.append(
                _("Kith's own record begins on %(first)s, after the return was submitted on %(on)s: of what came on "
                  "that first day nobody can say whether it was late. Only later rows are counted as late.")
                % {"first": day_words(found.first), "on": day_words(submitted.submitted_on)}
            )  # fmt: skip
        if found.first is None or not found.later:
            return now
        rows = ngettext(
            "%(n)s row of any period was entered after that.",
            "%(n)s rows of any period were entered after that.", found.later,
        )  # fmt: skip
        self.notes.append(rows % {"n": f"{found.later:,}"})
        with as_known(self.tables, submitted.submitted_on, found.first) as tables:
            data = Path(settings.KITH_DATA)
            answers = counted(tables, self.metrics.values(), self.period, data, self.usable)
            figures = figures_of(BookKeeper(self.metrics.values(), answers).write())
        return {_key(each.id, each.group): each for each in figures}

    def _twice(self, metric: Metric, group: Mapping[str, str]) -> int:
        if metric.contract not in PEOPLE or not metric.counts:
            return 0
        pairs = self._pairs
        return counted_twice(rows_of(metric, group, self._rows[metric.contract])["client"].to_pylist(), pairs)

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        return pairs_of(self.tables)

    @cached_property
    def _rows(self) -> dict[str, Any]:
        """The rows of the people's tables, one by one."""
        data = Path(settings.KITH_DATA)
        return {contract: rows_of_period(self.tables, contract, self.period, data, self.usable) for contract in PEOPLE}

    def _definition(self, given: Given, now: Mapping[Key, Figure]) -> tuple[str, int | None]:
        """The named difference of definition of a line, and how much it may account for at most."""
        for each in self.profile["submitted"]["differences"]:
            if each["figure"] == given.figure:
                if "at_most" not in each:
                    return each["sentence"], None
                of = each["at_most"]
                most = _value(now.get(_key(of["figure"], of.get("group", {}))), self.metrics[of["figure"]]) or 0
                return each["sentence"], most if each["which"] == "kith" else -most
        return "", 0

    def _wording(self, given: Given, figure: Figure | None) -> tuple[str, str]:
        metric, group = self.metrics[given.figure], figure.group if figure else given.group
        for section, line in self._lines():
            fixed = line.get("group", {})
            if line["figure"] == given.figure and fixed.items() <= dict(given.group).items():
                labels = [key.label(group[key.name]) for key in metric.keys if key.name not in fixed]
                return section, ": ".join([line["wording"], *labels])
        return "", ": ".join([metric.title, *(key.label(group[key.name]) for key in metric.keys)])

    def _lines(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for section in self.profile["lines"]:
            for line in section["lines"]:
                yield section["section"], line


def _key(figure: str, group: Mapping[str, str]) -> Key:
    """Labels that somebody typed are compared without their capitals."""
    return figure, tuple(sorted((name, plain(value)) for name, value in group.items()))


def _value(figure: Figure | None, metric: Metric) -> int | None:
    """In thousandths; a group nobody is in has no figure and is nought."""
    if figure is None:
        return 0 if metric.counts else None
    return in_thousandths(figure.value)
