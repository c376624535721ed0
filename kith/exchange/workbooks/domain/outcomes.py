"""What reading one cell gives: a value and, seldom, something beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kith.exchange.workbooks.domain.understanding import Value
from kith.files.api import Cell


@dataclass(frozen=True, slots=True)
class Aside:
    """What a cell gives beside its value: further fields, a problem, or a question as (kind, sentence).

    `also` is a field of another column that this cell settles too; the two must not contradict each other.
    """

    fields: Mapping[str, Value] | None = None
    problem: str | None = None
    question: tuple[str, str] | None = None
    also: tuple[str, Value] | None = None


Outcome = tuple[Value, Aside | None]
CellReader = Callable[[Cell], Outcome]
