"""Proposes pairs of clients who may be one person. Nothing merges by itself."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from kith.people.domain.likeness import Likelihood, compare_days, compare_postcodes, compare_words, folded

Id = TypeVar("Id", bound=Hashable)
SAME, CLOSE, UNKNOWN, DIFFERENT = Likelihood
CROWD = 300


@dataclass(frozen=True)
class Likeness(Generic[Id]):
    """What two people are compared by."""

    id: Id
    first_name: str
    surname: str
    date_of_birth: dt.date | None
    postcode: str


@dataclass(frozen=True)
class Pair(Generic[Id]):
    """Two ids, in the order of their text, and why they may be one person."""

    first: Id
    second: Id
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Folded(Generic[Id]):
    id: Id
    first_name: str
    surname: str
    born: dt.date | None
    postcode: str


def likely_same(people: Sequence[Likeness[Id]]) -> list[Pair[Id]]:
    """Pairs of people alike in name, date of birth and postcode, tolerant of spelling; each pair once, sorted.

    Only people who share a date of birth, a postcode, or a whole name and a birth year are compared, so that the
    work grows with the number of people and not with its square.
    """
    candidates = [_fold(person) for person in people]
    found: dict[tuple[str, str], Pair[Id]] = {}
    for group in _groups(candidates):
        for one, other in combinations(group, 2):
            if pair := _pair(one, other):
                found[str(pair.first), str(pair.second)] = pair
    return [found[key] for key in sorted(found)]


def _fold(person: Likeness[Id]) -> _Folded[Id]:
    return _Folded(
        person.id, folded(person.first_name), folded(person.surname), person.date_of_birth, folded(person.postcode)
    )


def _groups(people: Iterable[_Folded[Id]]) -> Iterator[list[_Folded[Id]]]:
    blocks: dict[Hashable, list[_Folded[Id]]] = defaultdict(list)
    for person in people:
        for key in _keys(person):
            blocks[key].append(person)
    for block in blocks.values():
        yield from [block] if len(block) <= CROWD else _thinned(block)


def _keys(person: _Folded[Id]) -> Iterator[Hashable]:
    if not person.first_name and not person.surname:
        return
    if person.born:
        yield person.born
        yield min(person.first_name, person.surname), max(person.first_name, person.surname), person.born.year
    if person.postcode:
        yield person.postcode


def _thinned(crowd: list[_Folded[Id]]) -> Iterator[list[_Folded[Id]]]:
    """A placeholder date or a hostel's postcode is shared by many: there, names must begin alike as well."""
    smaller: dict[Hashable, list[_Folded[Id]]] = defaultdict(list)
    for person in crowd:
        smaller["".join(sorted([person.first_name[:2], person.surname[:2]]))].append(person)
    yield from smaller.values()


def _pair(one: _Folded[Id], other: _Folded[Id]) -> Pair[Id] | None:
    if one.id == other.id:
        return None
    first_name, surname, exchanged = _names(one, other)
    born, postcode = compare_days(one.born, other.born), compare_postcodes(one.postcode, other.postcode)
    if not _alike(first_name, surname, born, postcode):
        return None
    low, high = sorted((one.id, other.id), key=str)
    return Pair(low, high, _reasons(first_name, surname, exchanged, born, postcode))


def _names(one: _Folded[Id], other: _Folded[Id]) -> tuple[Likelihood, Likelihood, bool]:
    if (one.first_name, one.surname) == (other.surname, other.first_name) and one.first_name != one.surname:
        return SAME, SAME, True
    return compare_words(one.first_name, other.first_name), compare_words(one.surname, other.surname), False


def _alike(first_name: Likelihood, surname: Likelihood, born: Likelihood, postcode: Likelihood) -> bool:
    names = (first_name, surname)
    if names == (SAME, SAME):
        return _enough_for_the_same_name(born, postcode)
    if set(names) <= {SAME, CLOSE}:
        return (born, postcode) in {(SAME, SAME), (SAME, CLOSE), (SAME, UNKNOWN), (CLOSE, SAME)}
    changed_surname = names == (SAME, DIFFERENT) or UNKNOWN in names
    return changed_surname and (born, postcode) == (SAME, SAME)


def _enough_for_the_same_name(born: Likelihood, postcode: Likelihood) -> bool:
    """People move, so the same name and birthday suffice; a slip in one needs the other."""
    if born == SAME:
        return True
    return (born, postcode) in {(CLOSE, SAME), (UNKNOWN, SAME), (CLOSE, CLOSE)}


def _reasons(
    first_name: Likelihood, surname: Likelihood, exchanged: bool, born: Likelihood, postcode: Likelihood
) -> tuple[str, ...]:
    words = {
        SAME: "the same {}", CLOSE: "{} nearly the same", UNKNOWN: "{} not recorded for one", DIFFERENT: "{} differs",
    }  # fmt: skip
    if exchanged:
        names = ["the same names the other way round"]
    elif first_name == surname:
        names = [words[first_name].format("name")]
    else:
        names = [words[first_name].format("first name"), words[surname].format("surname")]
    return (*names, words[born].format("date of birth"), words[postcode].format("postcode"))
