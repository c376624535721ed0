"""Named places: a room links to a page above it by the place's name, and never learns whose page it is."""

from typing import Any

from django.urls import NoReverseMatch, get_resolver, reverse

from kith.kernel.errors import KithError

_places: dict[str, str] = {}


class NoSuchPlaceError(KithError):
    """A page links to a place that this deployment does not have."""


def register(place: str, url_name: str) -> None:
    """Say which URL name a place has. `kith.config.places` fills the table."""
    _places[place] = url_name


def url_of(place: str, *args: Any, **query: Any) -> str:
    """The address of a place, its ids as positional arguments and its query by name."""
    if place not in _filled():
        raise NoSuchPlaceError(f"There is no place named '{place}' in this deployment.")
    return reverse(_places[place], args=args, query={k: v for k, v in query.items() if v not in (None, "")} or None)


def is_there(place: str, *args: Any) -> bool:
    """Whether this deployment has the place, so that a link to it can be left out."""
    try:
        return bool(url_of(place, *args))
    except (NoSuchPlaceError, NoReverseMatch):
        return False


def _filled() -> dict[str, str]:
    get_resolver().urlconf_module  # noqa: B018  importing the one URL list fills the table
    return _places
