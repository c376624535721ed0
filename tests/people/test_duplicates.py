"""Pairs that may be one person are found through slips of the keyboard, and twins are left alone."""

import datetime as dt
import random

import pytest

from kith.people.domain.duplicates import Likeness, likely_same

BORN = dt.date(1963, 1, 8)


def person(number, first_name="Zoë", surname="Walker", born=BORN, postcode="NX6 8HA"):
    return Likeness(f"P{number:06}", first_name, surname, born, postcode)


@pytest.mark.parametrize(
    "other",
    [
        person(2),
        person(2, first_name="Zoe", postcode="nx68ha"),
        person(2, surname="Walkere"),
        person(2, surname="Wakler"),
        person(2, first_name="Walker", surname="Zoë"),
        person(2, born=dt.date(1963, 8, 1)),
        person(2, born=dt.date(1963, 1, 9)),
        person(2, born=None),
        person(2, postcode="NX1 1AA"),
        person(2, surname="Walkere", postcode=""),
        person(2, surname="Okafor"),
    ],
)
def test_likely_same_person_is_proposed_through_a_slip_or_a_move(other):
    [pair] = likely_same([person(1), other])

    assert (pair.first, pair.second) == ("P000001", "P000002")
    assert pair.reasons


@pytest.mark.parametrize(
    "other",
    [
        person(2, first_name="Adam"),
        person(2, born=dt.date(1990, 4, 2)),
        person(2, surname="Walkere", postcode="NX1 1AA"),
        person(2, first_name="", surname="", born=None),
        person(2, born=dt.date(1963, 1, 9), postcode="LS1 4AP"),
    ],
)
def test_different_people_are_left_alone_though_they_share_something(other):
    assert likely_same([person(1), other]) == []


def test_a_pair_does_not_depend_on_the_order_of_the_people():
    people = [person(1), person(2, surname="Walkere"), person(3, first_name="Adam"), person(4, postcode="")]
    expected = likely_same(people)

    assert likely_same(people[::-1]) == expected
    assert len(expected) == 3


def test_a_placeholder_birthday_shared_by_thousands_stays_quick_and_finds_the_pair():
    chance, letters = random.Random(7), "abcdefghijklmnopqrstuvwxyz"
    names = ["".join(chance.choices(letters, k=8)) for _ in range(6000)]
    crowd = [
        person(number, first, second, dt.date(1900, 1, 1), "")
        for number, (first, second) in enumerate(zip(names[::2], names[1::2], strict=True), start=10)
    ]

    assert len(likely_same([*crowd, person(1, *"ab", dt.date(1900, 1, 1)), person(2, *"ab", dt.date(1900, 1, 1))])) == 1
