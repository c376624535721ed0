"""All counts of a report by key, the sums they make, and the lines that are printed from them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kith.reporting.domain.errors import MetricWrongError
from kith.reporting.domain.local import NOBODY_COUNTED, LocalPopulation
from kith.reporting.domain.metrics import (
    BESIDE,
    COUNT,
    DERIVED,
    POPULATION,
    PROPORTION,
    SHARE,
    Measure,
    Metric,
    Reference,
    SumOf,
    Values,
)
from kith.reporting.domain.packs import Counted

Group = Mapping[str, str]
NOTHING = "nothing"


class Split(NamedTuple):
    """A cell and the cells that add up to it."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One figure to be: the metric, its group, and the keys of its value, base and missing."""

    metric: Metric
    group: Group
    value: str
    base: str
    missing: str


@dataclass
class Book:
    """Counts of people and events; numbers that rest on them; sums among each; lines in the order of print.

    `living` are people of the local population, by the same keys: published already, and nobody's secret. `groups` and
    `measures` are those of each metric.
    """

    counts: dict[str, int] = field(default_factory=lambda: {NOTHING: 0})
    numbers: dict[str, dict[str, int]] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    sums: list[Split] = field(default_factory=list)
    number_sums: list[Split] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    living: dict[str, int] = field(default_factory=dict)
    groups: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)

    def amount(self, key: str) -> int:
        """A count, or what a number adds up to."""
        if key in self.counts:
            return self.counts[key]
        return sum(number for of, number in self.numbers[key].items() if of != COUNT)


def key_of(name: str, group: Group) -> str:
    """The key of a cell."""
    return "|".join((name, *(f"{key}={value}" for key, value in group.items())))


class BookKeeper:
    """Writes the book from what the packs counted."""

    def __init__(
        self, metrics: Iterable[Metric], counted: Mapping[str, Counted], local: LocalPopulation = NOBODY_COUNTED
    ) -> None:
        self.metrics = {metric.id: metric for metric in metrics}
        self.counted = counted
        self.local = local
        self.book = Book(measures={metric.id: metric.measure for metric in self.metrics.values()})
        self.groups = self.book.groups

    def write(self) -> Book:
        """The whole book."""
        for metric in self.metrics.values():
            self._enter(metric)
        for metric in self.metrics.values():
            for group in self.groups[metric.id]:
                self._line(metric, group)
        for metric in self.metrics.values():
            for each in metric.sums:
                self._add_up(metric, each)
        tied = {(each.total, part) for each in self.book.sums for part in each.parts}
        for line in self.book.lines:
            if line.metric.measure.kind not in (*BESIDE, *DERIVED):
                self._tie(line, tied)
        return self.book

    def _enter(self, metric: Metric) -> None:
        if metric.measure.kind in DERIVED:
            self.groups[metric.id] = [{}]
            return
        if metric.measure.kind in BESIDE:
            living = self.local.people.get(metric.keys[-1].name)
            there = metric.measure.kind == PROPORTION or living
            self.groups[metric.id] = [metric.group(each) for each in metric.known_groups()] if there else []
            return
        tallies = {of: self._tally(metric, of) for of in (COUNT, *metric.measure.sums)}
        known = [values for values in metric.known_groups() if tallies[COUNT].get(values) or metric.always(values)]
        groups = [metric.group(values) for values in (known or sorted(tallies[COUNT]))]
        self.groups[metric.id] = groups
        for group in groups:
            values, key = tuple(group.values()), key_of(metric.id, group)
            if metric.counts:
                self.book.counts[key] = tallies[COUNT].get(values, 0)
            else:
                self.book.numbers[key] = {of: tally.get(values, 0) for of, tally in tallies.items()}
                self._rest(metric, group, key)

    def _tally(self, metric: Metric, of: str) -> dict[Values, int]:
        raw = self.counted[metric.contract].tally(metric.where, [key.column for key in metric.keys], of)
        named: dict[Values, int] = {}
        for values, number in raw.items():
            group = tuple(key.reads(value) for key, value in zip(metric.keys, values, strict=True))
            named[group] = named.get(group, 0) + number
        return named

    def _rest(self, metric: Metric, group: Group, key: str) -> None:
        """How many people a number rests on, and for a share the two counts it is made of."""
        if metric.measure.kind == SHARE:
            sums = self.book.numbers[key]
            self.book.counts[f"{key}~part"] = sums[metric.measure.column]
            self.book.counts[f"{key}~of"] = sums[metric.measure.of]
            self._sum(f"{key}~of", [f"{key}~part"], rest=True)
        on = next((metric.rests_on[v] for v in (*group.values(), "all") if v in metric.rests_on), None)
        if on:
            self.book.people[key] = self._counted(metric, on, group)

    def _counted(self, metric: Metric, reference: Reference, group: Group) -> int:
        columns = {key.name: key for key in metric.keys}
        along = [columns[name].column for name in reference.along]
        tally = self.counted[reference.contract or metric.contract].tally(reference.where, along)
        wanted = tuple(group[name] for name in reference.along)
        read = ((tuple(columns[n].reads(v) for n, v in zip(reference.along, values, strict=True)), n)
                for values, n in tally.items())  # fmt: skip
        return sum(number for values, number in read if values == wanted)

    def _line(self, metric: Metric, group: Group) -> None:
        if metric.measure.kind in BESIDE:
            self._beside(metric, group)
            return
        value = key_of(metric.id, group)
        missing = self._one(metric, metric.missing, group, "missing") if metric.missing else NOTHING
        self.book.lines.append(Line(metric, group, value, self._base(metric, group), missing))

    def _beside(self, metric: Metric, group: Group) -> None:
        """A line beside the local population: its value is another metric's count, its base the counts of all groups.

        Whoever is in none of the groups is missing: not known, or in a group that no population has.
        """
        of, living = self.metrics[metric.measure.of], key_of(f"~living~{metric.measure.of}", group)
        people = self.local.people.get(metric.keys[-1].name, {})
        self.book.living[living] = people.get(group[metric.keys[-1].name], 0)
        self.book.living[f"~living~{of.id}"] = sum(people.get(each, 0) for each in metric.keys[-1].values)
        if metric.measure.kind == POPULATION:
            self.book.lines.append(Line(metric, group, living, f"~living~{of.id}", NOTHING))
            return
        base, whole = f"{of.id}~known", self._base(of, group)
        if base not in self.book.counts:
            cells = [key_of(of.id, metric.group(each)) for each in metric.known_groups()]
            self.book.counts[base] = sum(self.book.counts[cell] for cell in cells)
            self.book.sums.append(Split(base, tuple(cells)))
            self._sum(whole, [base], rest=True)
        self.book.lines.append(Line(metric, group, key_of(of.id, group), base, f"{whole}~less~{base}"))

    def _base(self, metric: Metric, group: Group) -> str:
        if metric.measure.kind == SHARE:
            return f"{key_of(metric.id, group)}~of"
        return self._one(metric, metric.base, group, "base") if metric.base else key_of(metric.id, group)

    def _one(self, metric: Metric, reference: Reference, group: Group, role: str) -> str:
        """The key of one cell; several cells are entered as their sum."""
        cells = list(self._cells(metric, reference, group))
        if len(cells) < 2:
            return cells[0] if cells else NOTHING
        shared = {name: value for name, value in group.items() if name in self._apart(metric, reference)}
        key = key_of(f"{metric.id}~{role}", shared)
        if key not in self.book.counts:
            self.book.counts[key] = sum(self.book.counts[cell] for cell in cells)
            self.book.sums.append(Split(key, tuple(cells)))
        return key

    def _apart(self, metric: Metric, reference: Reference) -> set[str]:
        if reference.values:
            return {key.name for key in metric.keys[:-1]}
        return {key.name for key in self.metrics[reference.metric].keys} - set(reference.group)

    def _cells(self, metric: Metric, reference: Reference, group: Group) -> Iterator[str]:
        """The keys a reference means, seen from one group of a metric."""
        if reference.base_of:
            yield self._base(self.metrics[reference.base_of], {**group, **reference.group})
        elif reference.values:
            rest = {key.name: group[key.name] for key in metric.keys[:-1] if key.name in group}
            keys = (key_of(metric.id, {**rest, metric.keys[-1].name: each}) for each in reference.values)
            yield from (key for key in keys if key in self.book.counts)
        elif reference.metric or reference.own:
            name = reference.metric or metric.id
            wanted = {**group, **reference.group}
            yield from (key_of(name, each) for each in self.groups[name] if _agree(each, wanted))
        else:
            yield self._aside(metric, reference, group)

    def _aside(self, metric: Metric, reference: Reference, group: Group) -> str:
        """A count that is not a figure of its own."""
        apart = {name: group[name] for name in reference.along}
        rows = key_of(
            reference.contract or metric.contract, {k: "+".join(map(str, v)) for k, v in reference.where.items()}
        )
        key = key_of(f"~{rows}", apart)
        if key not in self.book.counts:
            self.book.counts[key] = self._counted(metric, reference, apart)
        return key

    def _add_up(self, metric: Metric, each: SumOf) -> None:
        for group in _distinct({k: g[k] for k in each.along} for g in self.groups[metric.id]):
            (total,) = self._cells(metric, each.total, group)
            parts = [cell for part in each.parts for cell in self._cells(metric, part, group)]
            if total in self.book.counts:
                self._sum(total, parts, rest=each.rest)
            elif parts != [total]:
                self.book.number_sums.append(Split(total, tuple(parts)))

    def _sum(self, total: str, parts: list[str], *, rest: bool) -> None:
        counts = self.book.counts
        if rest:
            key = f"{total}~less~{'~'.join(parts)}"
            counts[key] = counts[total] - sum(counts[part] for part in parts)
            parts = [*parts, key]
            if counts[key] < 0:
                raise MetricWrongError(f"A part of {total} is larger than it. Check base and missing.")
        if counts[total] != sum(counts[part] for part in parts):
            raise MetricWrongError(f"The parts of {total} do not add up to it. Check parts_of in its metric files.")
        if parts and parts != [total]:
            self.book.sums.append(Split(total, tuple(parts)))

    def _tie(self, line: Line, tied: set[tuple[str, str]]) -> None:
        """A value and what is missing are parts of their base, where they are; their difference is no secret then."""
        for part in _inside(line):
            if part not in (NOTHING, line.base) and (line.base, part) not in tied:
                tied.add((line.base, part))
                self._sum(line.base, [part], rest=True)


def _inside(line: Line) -> Iterator[str]:
    base, missing = line.metric.base, line.metric.missing
    if line.metric.counts and base and base.inside:
        yield line.value
    if missing and missing.inside and not missing.metric:
        yield line.missing


def _agree(group: Group, wanted: Group) -> bool:
    return all(group.get(name, value) == value for name, value in wanted.items())


def _distinct(groups: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [dict(each) for each in dict.fromkeys(tuple(group.items()) for group in groups)]
