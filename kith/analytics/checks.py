"""The questions asked of numbers at the door, so that no NaN travels and no warning is needed."""

from collections.abc import Sequence
from decimal import Decimal
from numbers import Real
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths

Floats: TypeAlias = NDArray[np.float64]
Column: TypeAlias = Sequence[float] | Sequence[int] | NDArray[Any]
NumberOrColumn: TypeAlias = float | Column

# Signed and unsigned whole numbers, floats, and mixtures of which each is looked at.
NUMERIC = "iufO"
# Squares and products of numbers within these ends stay numbers.
LARGEST = 1e60
SMALLEST = 1e-60
# Nearer to certain than this, the ends of an interval are no numbers any more.
NEARLY_CERTAIN = 1 - 1e-12


def numbers(values: NumberOrColumn, name: str) -> Floats:
    """`values` as floats, each of them finite; a yes or no, a date and a number written as text are none."""
    array = floats(values, name)
    if array.size:
        low, high = array.min(), array.max()
        # A missing number fails both comparisons.
        if not (low >= -LARGEST and high <= LARGEST):
            raise BadNumbers(f"The {name} hold a missing, infinite or immeasurably large number.")
    return array


def floats(values: object, name: str) -> Floats:
    """`values` as floats, of which some may still be missing."""
    sentence = f"The {name} hold something that is not a number to reckon with."
    try:
        given = np.asarray(_unmasked(values))
        if given.dtype.kind not in NUMERIC or (given.dtype.kind == "O" and any(map(_no_number, given.flat))):
            raise BadNumbers(sentence)
        return given.astype(np.float64, copy=False)
    except (TypeError, ValueError, OverflowError) as error:
        raise BadNumbers(sentence) from error


def _unmasked(values: object) -> object:
    return np.ma.filled(np.ma.asarray(values, np.float64), np.nan) if isinstance(values, np.ma.MaskedArray) else values


def _no_number(value: object) -> bool:
    return value is not None and not isinstance(value, Real | Decimal) or isinstance(value, bool)


def number(value: object, name: str) -> float:
    """One finite number."""
    array = numbers(value, name)  # type: ignore[arg-type]
    if array.ndim:
        raise BadNumbers(f"The {name} must be a single number.")
    return float(array)


def not_negative(values: NumberOrColumn, name: str) -> Floats:
    """`values` as finite floats, none below nought."""
    array = numbers(values, name)
    if array.size and array.min() < 0:
        raise BadNumbers(f"The {name} hold a number below nought.")
    return array


def positive(values: NumberOrColumn, name: str) -> Floats:
    """`values` as finite floats, all above nought."""
    array = numbers(values, name)
    if array.size and array.min() < SMALLEST:
        raise BadNumbers(f"The {name} must all be above nought.")
    return array


def column(values: Column, name: str, *, least: int = 1) -> Floats:
    """One column of at least `least` finite numbers."""
    array = numbers(values, name)
    if array.ndim != 1:
        raise BadNumbers(f"The {name} must be one column of numbers.")
    if array.size < least:
        raise TooFew(f"The {name} hold {array.size} numbers; at least {least} are needed.")
    return array


def same_length(*columns: Floats) -> None:
    """Columns that stand side by side."""
    if len({len(one) for one in columns}) > 1:
        raise UnequalLengths("The columns have different lengths, so their rows cannot be matched.")


def side_by_side(first: Floats, second: Floats) -> None:
    """Two arrays of one shape, or one of them a single number."""
    if first.ndim and second.ndim and first.shape != second.shape:
        raise UnequalLengths("The columns have different lengths, so their rows cannot be matched.")


def fraction(value: float, name: str) -> float:
    """A number between nought and one, neither of them nor so near to one that floats cannot tell."""
    share = number(value, name)
    if not 0 < share <= NEARLY_CERTAIN:
        raise BadNumbers(f"The {name} must lie between 0 and 1, such as 0.95.")
    return share


def whole(value: object, name: str) -> int:
    """A whole number not below nought; a float only if it is one."""
    if np.ma.is_masked(value):
        raise BadNumbers(f"The {name} hold a missing or infinite number.")
    one = value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value
    if isinstance(one, bool) or not isinstance(one, Real | Decimal):
        raise BadNumbers(f"The {name} must be whole numbers.")
    try:
        number = int(one)  # type: ignore[arg-type]  # a fraction and a numpy number know how, unsaid
    except (ValueError, OverflowError) as error:
        raise BadNumbers(f"The {name} hold a missing or infinite number.") from error
    if number != one or number < 0:
        raise BadNumbers(f"The {name} must be whole numbers, none below nought.")
    return number
