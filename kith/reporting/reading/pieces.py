"""What a section of the report is made of; the page and the file show the same pieces."""

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """One figure in large: its value, what it is, its base, and the metric it opens to."""

    metric: str
    value: str
    label: str
    base: str


@dataclass(frozen=True)
class Piece:
    """One answer: a title that says the message, a sentence, a table, its base, and a picture where one helps."""

    metric: str
    title: str
    sentence: str
    headings: Row
    rows: tuple[Row, ...]
    points: tuple[str, ...] = ()
    numeric: tuple[int, ...] = (1,)
    foot: Row = ()
    base: str = ""
    note: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Fact:
    """One line about what is missing or to be looked at: how many, of how many, and what it means."""

    metric: str
    what: str
    number: str
    of: str
    meaning: str
    place: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the report under one heading."""

    id: str
    title: str
    lead: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    pieces: tuple[Piece, ...] = ()
    facts: tuple[Fact, ...] = ()
    folded: bool = False


@dataclass(frozen=True)
class Definition:
    """What a figure counts, in the words of its reviewed file."""

    metric: str
    title: str
    question: str
    lines: tuple[tuple[str, str], ...]
