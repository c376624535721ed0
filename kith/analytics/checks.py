"""The questions asked of numbers at the door, so that no NaN travels and no warning is needed."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kith.analytics.errors import BadNumbers, TooFew, UnequalLengths

Floats: TypeAlias = NDArray[np.float64]
Column: TypeAlias = Sequence[float] | Sequence[int] | NDArray[Any]
NumberOrColumn: TypeAlias = float | Column

# Squares and products of numbers within these ends stay numbers.
LARGEST = 1e60
SMALLEST = 1e-60


def numbers(values: NumberOrColumn, name: str) -> Floats:
    """`values` as floats, each of them finite."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError, OverflowError) as error:
        raise BadNumbers(f"The {name} hold something that is not a number to reckon with.") from error
    if array.size:
        low, high = array.min(), array.max()
        # A missing number fails both comparisons.
        if not (low >= -LARGEST and high <= LARGEST):
            raise BadNumbers(f"The {name} hold a missing, infinite or immeasurably large number.")
    return array


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
    """A number strictly between nought and one."""
    share = number(value, name)
    if not 0 < share < 1:
        raise BadNumbers(f"The {name} must lie between 0 and 1, such as 0.95.")
    return share


def whole(value: object, name: str) -> int:
    """A whole number not below nought; a float only if it is one."""
    if isinstance(value, bool) or not hasattr(value, "__int__") or isinstance(value, str):
        raise BadNumbers(f"The {name} must be whole numbers.")
    try:
        number = int(value)
    except (ValueError, OverflowError) as error:
        raise BadNumbers(f"The {name} hold a missing or infinite number.") from error
    if number != value or number < 0:
        raise BadNumbers(f"The {name} must be whole numbers, none below nought.")
    return number
