"""What a mark carries, by the list it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody named by a relation: which circle, through whom, and he, she, either or they."""

    circle: str
    gender: str
    through: str = "client"


@dataclass(frozen=True, slots=True)
class Topic:
    """What is talked about, and whether more of it is good."""

    domain: str
    kind: str
    whom: str = ""
    beyond_plan: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that says something began, ended, grew or was got; on which side its topic stands."""

    name: str
    looks: str
    earlier: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a change by themselves. `whom` is fixed by some; `only` says whose change alone it can be; what
    is `loose` leaves it to the rest of the sentence what it is about.
    """

    domain: str
    direction: str
    whom: str
    only: str
    beyond_plan: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Lean:
    """A word that tells no change by itself, but says what about and whether it would be a good one."""

    domain: str
    direction: str

    @property
    def good(self) -> bool:
        """Whether it is for the better."""
        return self.direction == "gain"


@dataclass(frozen=True, slots=True)
class Scope:
    """A word that makes what follows no fact: a wish, a plan, a question, hearsay, long ago."""

    name: str
    reach: str


@dataclass(slots=True)
class Event:
    """One change found in a clause, before it is known whose it is. `at` is where its verb stands."""

    domain: str
    direction: str
    at: int
    end: int
    words: tuple[int, ...]
    weight: int
    turn: str = ""
    whom: str = ""
    only: str = ""
    beyond_plan: bool = False
    sure: bool = True
    ended: bool = False
    loose: bool = False
