"""Turns lines of counts into a piece of the report: picture, table and base."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.analytics.charts.values import share
from kith.reporting.reading.counts import Count, Line, published, sized, text
from kith.reporting.reading.phrases import things
from kith.reporting.reading.pictures import Drawn, Said, bars_of, gradient_of
from kith.reporting.reading.pieces import Piece


@dataclass(frozen=True)
class Wording:
    """The words of one piece: its message, its sentence, what its rows are, and what is counted, one and many."""

    title: str
    sentence: str
    head: str
    one: str
    many: str
    note: str = ""


@dataclass(frozen=True)
class Numbers:
    """The numbers of one piece: its lines, what they are counted out of, and how many of these are not known."""

    lines: Sequence[Line]
    base: Count
    missing: Count | None = None


def bars_piece(metric: str, words: Wording, numbers: Numbers, *, largest_first: bool = False) -> Piece:
    """A piece with bars; the table holds every line, also those with nobody in them."""
    lines = sorted(numbers.lines, key=lambda each: -sized(each.count)) if largest_first else list(numbers.lines)
    if not _can_be_drawn(lines):
        return _piece(metric, words, lines, numbers, None)
    drawn = bars_of(lines, _said(words), numbers.base, largest_first=largest_first)
    return _piece(metric, words, lines, numbers, drawn)


def gradient_piece(metric: str, words: Wording, numbers: Numbers) -> Piece:
    """A piece with columns in their own order."""
    drawn = gradient_of(numbers.lines, _said(words)) if _can_be_drawn(numbers.lines) else None
    return _piece(metric, words, list(numbers.lines), numbers, drawn)


def base_words(numbers: Numbers, one: str, many: str) -> str:
    """'Out of 1,213 clients. Not known for 37.'"""
    out_of = _("Out of %(what)s.") % {"what": things(numbers.base, one, many)}
    if numbers.missing is None:
        return out_of
    return out_of + " " + _("Not known for %(n)s.") % {"n": text(numbers.missing)}


def _can_be_drawn(lines: Sequence[Line]) -> bool:
    """A picture of noughts and stars alone shows nothing."""
    return any(published(each.count) for each in lines)


def _said(words: Wording) -> Said:
    return Said(words.title, words.sentence, words.many[:1].upper() + words.many[1:], words.head)


def _piece(metric: str, words: Wording, lines: list[Line], numbers: Numbers, drawn: Drawn | None) -> Piece:
    percent_head = _("Percent of %(what)s") % {"what": things(numbers.base, words.one, words.many)}
    return Piece(
        metric=metric,
        title=words.title,
        sentence=drawn.sentence if drawn else words.sentence,
        headings=(words.head, words.many[:1].upper() + words.many[1:], percent_head),
        rows=tuple((each.label, text(each.count), share(each.count, numbers.base)) for each in lines),
        numeric=(1, 2),
        base=base_words(numbers, words.one, words.many),
        note=words.note,
        picture=drawn.svg if drawn else "",
    )
