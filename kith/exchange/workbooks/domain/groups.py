"""Which columns of a sheet together give one record of a row."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kith.exchange.workbooks.domain.profile import ColumnProfile, SheetProfile
from kith.exchange.workbooks.domain.profile_wide import NUMBER, GroupProfile
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.exchange.workbooks.domain.understanding import Value


@dataclass(frozen=True, slots=True)
class Match:
    """A column of the profile, found."""

    column: ColumnProfile
    index: int
    heading: str


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that give one record of each row; with `found_by`, of each row where one of these is filled.

    `given` are the fields that no cell holds: the same for every record of the group.
    """

    matches: tuple[Match, ...]
    given: Mapping[str, Value] = field(default_factory=dict)
    found_by: tuple[Match, ...] = ()
    number: int | None = None
    in_order: str = ""
    missing: tuple[ColumnProfile, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What a heading means: a field of every record, or of one group and number."""

    field: str
    group: int | None = None
    number: int | None = None


class Headings:
    """What headings mean in a part of a sheet."""

    def __init__(self, profile: SheetProfile) -> None:
        self.profile = profile
        self._plain: defaultdict[str, dict[Place, None]] = defaultdict(dict)
        self._numbered: list[tuple[re.Pattern[str], str, int]] = []
        for column in profile.columns:
            for key in map(heading_key, column.headings):
                self._plain[key][Place(column.field)] = None
        for index, group in enumerate(profile.groups):
            for of, several in group.headings.items():
                for heading in several:
                    self._add(heading, of, index)

    def known(self, text: str) -> bool:
        """Whether the words are a heading of this part."""
        return bool(self.places(text))

    def places(self, text: str) -> list[Place]:
        """Everything that a heading feeds."""
        key = heading_key(text)
        if key in self._plain:
            return list(self._plain[key])
        found = [(pattern.fullmatch(key), of, group) for pattern, of, group in self._numbered]
        return list(dict.fromkeys(Place(of, group, int(match[1])) for match, of, group in found if match))

    def find(self, texts: Sequence[str]) -> dict[Place, list[int]]:
        """Where each place is fed from: the columns by their number, from the left."""
        found: defaultdict[Place, list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            for place in self.places(text) if text else ():
                found[place].append(index)
        return found

    def name_of(self, place: Place) -> str:
        """The heading by which sentences call a place."""
        column = self.profile.column(place.field)
        group = None if place.group is None else self.profile.groups[place.group]
        return _column(column, group, place.number).name

    def groups(self, found: Mapping[Place, Sequence[int]], called: Sequence[str]) -> Iterable[Group]:
        """The groups that are there, in the order of their numbers."""
        shared = {place.field: indexes[0] for place, indexes in found.items() if place.group is None}
        if not self.profile.groups:
            yield self._group(shared, called, None, None)
        for index, group in enumerate(self.profile.groups):
            places = [place for place in found if place.group == index]
            for number in sorted({place.number for place in places}, key=lambda each: each or 0):
                own = {place.field: found[place][0] for place in places if place.number == number}
                if any(field in own or field in shared for field in group.found_by):
                    yield self._group({**shared, **own}, called, group, number)

    def _add(self, heading: str, of: str, group: int) -> None:
        if NUMBER not in heading:
            self._plain[heading_key(heading)][Place(of, group)] = None
            return
        before, after = map(re.escape, map(heading_key, heading.split(NUMBER, 1)))
        self._numbered.append((re.compile(f"{before}([0-9]{{1,2}}){after}"), of, group))

    def _group(
        self, at: Mapping[str, int], called: Sequence[str], group: GroupProfile | None, number: int | None
    ) -> Group:
        columns = [_column(each, group, number) for each in self.profile.columns]
        matches = tuple(Match(each, at[each.field], called[at[each.field]]) for each in columns if each.field in at)
        missing = tuple(each for each in columns if each.headings and each.field not in at)
        given = {each.field: each.options["value"] for each in columns if "value" in each.options}
        # A number that a key is composed of is the same whether its column is blank or not there.
        given |= {
            each.field: each.options["blank"]
            for each in columns
            if each.type == "whole" and "blank" in each.options and each.field not in at
        }
        if group is None:
            return Group(matches, given, missing=missing)
        found_by = tuple(each for each in matches if each.column.field in group.found_by)
        return Group(matches, {**given, **group.fixed}, found_by, number, group.in_order, missing)


def _column(column: ColumnProfile, group: GroupProfile | None, number: int | None) -> ColumnProfile:
    """The column as this group has it: its own headings, with the number in its place."""
    if group is None or column.field not in group.headings:
        return column
    headings = tuple(each.replace(NUMBER, str(number)) for each in group.headings[column.field])
    return replace(column, headings=headings, options={**column.options, **group.options.get(column.field, {})})
