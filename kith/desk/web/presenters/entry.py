"""One entry of a timeline."""

import datetime as dt
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Act:
    """What can be done about a line: a short word, what it is about for those who hear the page, and where to."""

    text: str
    about: str
    href: str


@dataclass(frozen=True)
class Line:
    """A line below the words of an entry."""

    text: str
    act: Act | None = None


@dataclass(frozen=True)
class Entry:
    """One entry; of two on one day, what was made later stands first."""

    when: dt.date
    made: str
    title: str
    text: str = ""
    lines: tuple[Line, ...] = field(default=())
    act: Act | None = None
    tag: str = ""
    tag_colour: str = "grey"

    def to_read(self) -> "Entry":
        """The same without anything that can be done about it."""
        return replace(self, act=None, lines=tuple(Line(line.text) for line in self.lines))


def lines_of(*texts: object) -> tuple[Line, ...]:
    """A line for each text that is not blank."""
    return tuple(Line(str(text)) for text in texts if text)
