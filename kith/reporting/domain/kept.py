"""What a release keeps of itself: its figures as published, and behind a seal the counts they rest on."""

from collections.abc import Mapping, Sequence
from typing import Any

from kith.analytics.disclosure import Earlier, ProtectedCell, Sum
from kith.reporting.domain.book import Book
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.protection import Protected
from kith.reporting.domain.releases_out import Out, named, people_behind
from kith.reporting.domain.report import figure_as_json


def published(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Each figure as it left; only protected ones are ever handed in."""
    return [{**figure_as_json(each), "repeats": dict(each.repeats)} for each in figures]


def behind(book: Book, protected: Protected) -> dict[str, Any]:
    """The counts and their sums, and how each was published: to be sealed."""
    return {
        "counts": book.counts,
        "cells": {key: list(cell) for key, cell in protected.cells.items()},
        "sums": [[each.total, list(each.parts)] for each in book.sums],
        "numbers": book.numbers,
        "people": people_behind(book),
    }


def out_again(name: str, figures: Sequence[Mapping[str, Any]], opened: Mapping[str, Any]) -> Out:
    """A release as the next one must know it."""
    cells = {key: ProtectedCell(*cell) for key, cell in opened["cells"].items()}
    sums = tuple(Sum(total, tuple(parts)) for total, parts in opened["sums"])
    read = [_figure(each) for each in figures]
    earlier = Earlier(name, opened["counts"], cells, sums)
    return Out(earlier, opened["numbers"], opened["people"], {named(each): each for each in read})


def _figure(said: Mapping[str, Any]) -> Figure:
    interval = said["interval"]
    return Figure(**{**said, "interval": None if interval is None else tuple(interval)})
