"""The questions asked of everything that is not a number: names, switches, lists, and how often to draw."""

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from numbers import Real
from typing import Any

import numpy as np

from kith.analytics import checks
from kith.analytics.errors import BadNumbers, RepeatedLabel, TooFew, UnknownChoice

# More draws than this say nothing more and fill the machine.
MOST_DRAWS = 10_000_000


def one_of(value: object, known: Collection[Any], what: str) -> str:
    """A name that is on the list."""
    if not isinstance(value, str) or value not in known:
        raise UnknownChoice(f"The {what} is one of {', '.join(map(str, known))}; not {value!r}.")
    return value


def yes_or_no(value: object, what: str) -> bool:
    """True or false, and nothing that only looks like it."""
    if not isinstance(value, bool | np.bool_):
        raise UnknownChoice(f"The choice '{what}' is true or false.")
    return bool(value)


def seeded(seed: object) -> np.random.Generator:
    """A source of chance; the same seed gives the same draws, None fresh ones."""
    return np.random.default_rng(None if seed is None else checks.whole(seed, "seed"))


def draws(value: object, what: str, *, least: int, most: int = MOST_DRAWS) -> int:
    """How often to draw."""
    number = checks.whole(value, what)
    if number < least:
        raise TooFew(f"At least {least:,} {what} are needed.")
    if number > most:
        raise BadNumbers(f"At most {most:,} {what} can be made.")
    return number


def listed(values: object, what: str) -> list[Any]:
    """The members of a list, a column or a tuple; a text is none."""
    plain: Callable[[], Any] | None = getattr(values, "tolist", None) or getattr(values, "to_pylist", None)
    found = plain() if plain else values
    if not isinstance(found, Iterable) or isinstance(found, str | bytes | Mapping):
        raise BadNumbers(f"The {what} must be a list.")
    return list(found)


def by_name(values: object, what: str) -> dict[Any, Any]:
    """The columns of a mapping or of a data frame, by name."""
    plain: Callable[[], Any] | None = getattr(values, "to_pydict", None)
    found = plain() if plain else values
    if isinstance(found, Mapping):
        return dict(found)
    if getattr(found, "ndim", 0) == 2 and hasattr(found, "columns"):
        return {name: found[name] for name in found.columns}  # type: ignore[index]
    raise BadNumbers(f"The {what} must be columns by name.")


def labelled(values: object) -> Any:
    """The members by label where there are labels: of a mapping, or of a series or frame as a mapping; else as given.

    Errors: RepeatedLabel for a label that stands twice, of which one would get lost.
    """
    if isinstance(values, Mapping) or not hasattr(values, "to_dict"):
        return values
    if not all(getattr(axis, "is_unique", True) for axis in getattr(values, "axes", ())):
        raise RepeatedLabel("Two rows or two columns have the same label, so one of them would get lost.")
    # A data frame has rows and columns, a series only labels.
    return values.to_dict("index") if getattr(values, "ndim", 1) == 2 else values.to_dict()


def measured(values: Iterable[object]) -> bool:
    """Whether all of them are numbers, none of them a yes or no."""
    return all(isinstance(value, Real | Decimal) and not isinstance(value, bool) for value in values)


def blank(value: object) -> bool:
    """Whether a field holds nothing: None, an empty text, or what a library writes for a missing value."""
    if value is None or isinstance(value, str):
        return not value
    same = value == value  # noqa: PLR0124  only a missing value does not equal itself
    return not (isinstance(same, bool | np.bool_) and bool(same))
