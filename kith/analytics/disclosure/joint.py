"""A new release and the earlier ones as one system of sums: what a reader of all of them can work out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kith.analytics.disclosure.earlier import Earlier, Standing, repeated
from kith.analytics.disclosure.rules import Rule
from kith.analytics.disclosure.system import UNBOUNDED, Link, Sum, System


@dataclass(frozen=True)
class Then:
    """A cell of an earlier release."""

    release: int
    key: Any


@dataclass(frozen=True)
class Moved:
    """By how many people a cell differs from one of an earlier release."""

    later: Any
    earlier: Then


class Joint(NamedTuple):
    """The system, of which the first cells are the new ones, and the figures that new cells repeat."""

    system: System
    repeats: Mapping[int, Standing]


def joint_system(cells: Mapping[Any, int], sums: Sequence[Sum], rule: Rule, earlier: Sequence[Earlier]) -> Joint:
    """Counts of all releases, their sums, and how each cell moved from one release to another."""
    counts, every = dict(cells), list(sums)
    for place, release in enumerate(earlier):
        counts |= {Then(place, key): count for key, count in release.counts.items()}
        every += [Sum(Then(place, s.total), tuple(Then(place, part) for part in s.parts)) for s in release.sums]
    repeats = {key: found for key, count in cells.items() if (found := repeated(key, count, earlier, rule))}
    repeats = {key: each for key, each in repeats.items() if not (each.figure.suppressed and rule.hides(cells[key]))}
    own_rows, moves = len(every), list(_moves(cells, earlier, repeats, rule))
    for later, before, *_ in moves:
        moved = Moved(later, before)
        counts[moved] = abs(counts[later] - counts[before])
        low, high = (before, later) if counts[later] >= counts[before] else (later, before)
        every.append(Sum(high, (low, moved)))
    system = System(counts, every, rule)
    place_of = {key: number for number, key in enumerate(system.keys)}
    system.own_rows = own_rows
    system.fixed = set(range(len(cells), len(counts)))
    system.small -= {place_of[key] for key in repeats} | system.fixed
    _show_earlier(system, place_of, earlier)
    system.emptied = {place_of[key] for key in cells if any(each.counts.get(key) for each in earlier)}
    system.repeating |= {place_of[key] for key in repeats}
    system.standing |= {place_of[key] for key, each in repeats.items() if each.figure.suppressed}
    for later, before, least, most, few in moves:
        system.links[place_of[Moved(later, before)]] = Link(place_of[later], least, most, few)
    return Joint(system, {place_of[key]: each for key, each in repeats.items()})


def _show_earlier(system: System, place_of: Mapping[Any, int], earlier: Sequence[Earlier]) -> None:
    for release, each in enumerate(earlier):
        for key, figure in each.published.items():
            place = place_of[Then(release, key)]
            if figure.reason == "small":
                system.small.add(place)
            elif figure.reason == "protects_another":
                system.protecting.add(place)
            elif figure.reason == "repeats":
                system.repeating.add(place)
                system.standing |= {place} if figure.suppressed else set()


Move = tuple[Any, Any, int, int, bool]


def _moves(
    cells: Mapping[Any, int], earlier: Sequence[Earlier], repeats: Mapping[Any, Standing], rule: Rule
) -> Iterator[Move]:
    """What is told of each cell towards each earlier release: as it was, moved by a few, or moved by more."""
    for key, count in cells.items():
        name = repeats[key].name if key in repeats else ""
        yield from _moves_of(key, key, count, name, earlier, rule)
    for place, release in enumerate(earlier):
        for key, figure in release.published.items():
            yield from _moves_of(Then(place, key), key, release.counts[key], figure.repeats, earlier[:place], rule)


def _moves_of(later: Any, key: Any, count: int, repeats: str, earlier: Sequence[Earlier], rule: Rule) -> Iterator[Move]:
    for place, release in enumerate(earlier):
        figure = release.published.get(key)
        if figure is None or figure.reason == "repeats" or (repeats and release.name != repeats):
            continue
        yield (later, Then(place, key), *_told(abs(count - release.counts[key]), rule))


def _told(moved: int, rule: Rule) -> tuple[int, int, bool]:
    if moved == 0:
        return 0, 0, False
    if moved <= rule.hide_to:
        return min(moved, rule.hide_from), rule.hide_to, True
    return rule.hide_to + 1, UNBOUNDED, False
