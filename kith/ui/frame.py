"""What stands around a page: the room at the top of the house fills it in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link in the navigation or the footer."""

    text: str
    href: str
    is_current: bool = False


@dataclass(frozen=True)
class Idle:
    """After how many minutes the sitting ends, and the addresses by which the browser stays, ends it, signs in."""

    minutes: int
    stay: str
    end: str
    sign_in: str


@dataclass(frozen=True)
class Frame:
    """Who is signed in, to what, and where else they may go."""

    home: str = "/"
    service: str = ""
    who: str = ""
    sign_in: str = ""
    sign_out: str = ""
    links: tuple[Link, ...] = ()
    own_links: tuple[Link, ...] = ()
    foot_links: tuple[Link, ...] = ()
    idle: Idle | None = None
    notice: Link | None = None
