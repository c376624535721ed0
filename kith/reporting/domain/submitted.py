"""Figures of a return that was submitted, as its file has them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

THOUSAND = 1000


@dataclass(frozen=True)
class Given:
    """One figure of a return: its number in thousandths, with how many decimals, or that it was hidden."""

    figure: str
    group: Mapping[str, str]
    thousandths: int | None
    places: int = 0
    hidden: bool = False

    def as_json(self) -> dict[str, Any]:
        """For keeping."""
        return {
            "figure": self.figure, "group": dict(self.group), "thousandths": self.thousandths, "places": self.places,
            "hidden": self.hidden,
        }  # fmt: skip


def given_from(kept: Mapping[str, Any]) -> Given:
    """A figure that was kept."""
    return Given(kept["figure"], kept["group"], kept["thousandths"], kept["places"], kept["hidden"])


@dataclass(frozen=True)
class NotUnderstood:
    """A row of the file that no line of the return answers to."""

    row: int
    words: str
    why: str


@dataclass(frozen=True)
class SubmittedRead:
    """What a file of a submitted return says."""

    figures: tuple[Given, ...]
    not_understood: tuple[NotUnderstood, ...]
    submitted_on: dt.date | None
    rounded_to: int


@dataclass(frozen=True)
class Submitted:
    """A submitted return as it is held: which version, when it was submitted, and its figures."""

    title: str
    version: int
    submitted_on: dt.date | None
    rounded_to: int
    file_name: str
    by_name: str
    at: dt.datetime
    figures: tuple[Given, ...]


def rounding_of(figures: tuple[Given, ...], said: int) -> tuple[int, bool]:
    """What whole numbers were rounded to, and whether that was only seen: eight or more, each a multiple of 5 or 10."""
    if said:
        return said, False
    whole = [f.thousandths // THOUSAND for f in figures if f.thousandths and not f.places]
    if len(whole) < FEWEST_TO_SEE:
        return 1, False
    return next(((step, True) for step in (10, 5) if all(number % step == 0 for number in whole)), (1, False))


FEWEST_TO_SEE = 8
