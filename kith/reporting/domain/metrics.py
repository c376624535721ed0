"""What a metric is: which rows of which table are counted, by what, over which base."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Literal, TypeAlias

Where: TypeAlias = Mapping[str, tuple[Any, ...]]
Values: TypeAlias = tuple[str, ...]
COUNT, SUM, MEAN, SD, SHARE = "rows", "sum", "mean", "sd", "share"
# Beside the local population: a group's share of the clients, its people who live there, one share by the other.
PROPORTION, POPULATION, RATIO = "proportion", "population", "ratio"
BESIDE = (PROPORTION, POPULATION, RATIO)
# Worked out from other figures: from a random sample how many of all, what share of all, and what share was found; how
# often two readers agree, and how far beyond chance.
ESTIMATE, ESTIMATED_SHARE, SHARE_FOUND = "estimate", "estimated_share", "share_found"
AGREED, KAPPA, AC1 = "agreed", "kappa", "ac1"
DERIVED = (ESTIMATE, ESTIMATED_SHARE, SHARE_FOUND, AGREED, KAPPA, AC1)


@dataclass(frozen=True)
class Key:
    """One key of a figure's group: the column it is read from, and its known values, or the labels that occur."""

    name: str
    column: str
    values: Values = ()
    blank: str = ""
    otherwise: str = ""
    only_if_any: Values = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    def reads(self, value: object) -> str:
        """A column's value as the figure names it."""
        given = str(value) if str(value).strip() else self.blank
        return given if not self.values or given in self.values else self.otherwise or given

    def label(self, value: str) -> str:
        """A value in words."""
        return self.labels.get(value) or (value if not self.values else value.replace("_", " ").capitalize())


@dataclass(frozen=True)
class Measure:
    """What is done with the rows: counted, summed, averaged, or one sum as a share of another.

    Of the kinds beside the local population, `of` names the metric whose groups they are about; of those worked out,
    `of` and `among` name the metrics they follow from.
    """

    kind: Literal[
        "rows", "sum", "mean", "sd", "share", "proportion", "population", "ratio",
        "estimate", "estimated_share", "share_found", "agreed", "kappa", "ac1",
    ]  # fmt: skip
    column: str = ""
    square: str = ""
    of: str = ""
    among: str = ""
    divisor: int = 1
    steps: Mapping[str, float] = field(default_factory=dict)

    @property
    def sums(self) -> tuple[str, ...]:
        """The columns whose sums it needs."""
        if self.kind in BESIDE or self.kind in DERIVED:
            return ()
        return tuple(name for name in (self.column, self.square, self.of) if name)


@dataclass(frozen=True)
class Reference:
    """Cells a metric speaks of.

    One of: another metric's of the same group (`metric`, narrowed by `group`); the base of another metric (`base_of`);
    the metric's own (`own`, narrowed by `group`, or by `values` of its last key); rows of a table that fit
    (`contract` or else its own, `where`, `along` the keys that stay apart). `inside` is no where a value may
    exceed its base.
    """

    metric: str = ""
    base_of: str = ""
    own: bool = False
    group: Mapping[str, str] = field(default_factory=dict)
    values: Values = ()
    contract: str = ""
    where: Where = field(default_factory=dict)
    along: tuple[str, ...] = ()
    inside: bool = True


@dataclass(frozen=True)
class SumOf:
    """Cells that add up to another, once for each value of the keys `along`; `rest` says that they do not quite."""

    total: Reference
    parts: tuple[Reference, ...]
    along: tuple[str, ...] = ()
    rest: bool = False


@dataclass(frozen=True)
class Records:
    """The table and the kinds of record to which a figure opens; none where it opens to nothing."""

    kinds: tuple[str, ...] = ()
    contract: str = ""


@dataclass(frozen=True)
class Metric:
    """One reviewed metric file."""

    id: str
    version: int
    title: str
    question: str
    contract: str
    measure: Measure
    where: Where
    keys: tuple[Key, ...]
    unit: str
    units: Mapping[str, str]
    base: Reference | None
    missing: Reference | None
    sums: tuple[SumOf, ...]
    rests_on: Mapping[str, Reference]
    settings: Mapping[str, int]
    records: Records
    about: Mapping[str, str]

    @property
    def counts(self) -> bool:
        """Whether its values are counts, which can be hidden and rounded as such."""
        return self.measure.kind == COUNT

    def known_groups(self) -> Iterator[Values]:
        """Every group its known values make; none where a key takes labels as they come."""
        if all(key.values for key in self.keys):
            yield from product(*(key.values for key in self.keys))

    def always(self, values: Values) -> bool:
        """Whether a group is printed also when there is nobody in it."""
        return not any(value in key.only_if_any for key, value in zip(self.keys, values, strict=True))

    def unit_of(self, group: Mapping[str, str]) -> str:
        """The unit of a figure of this group."""
        return next((self.units[value] for value in group.values() if value in self.units), self.unit)

    def group(self, values: Sequence[str]) -> dict[str, str]:
        """The group of a figure by its keys' names."""
        return dict(zip((key.name for key in self.keys), values, strict=True))
