"""What reading one cell gives: a value and, seldom, something beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kith.exchange.workbooks.domain.understanding import Value
from kith.files.api import Cell


@dataclass(frozen=True, slots=True)
class Aside:
    """What a cell gives beside its value: further fields, a problem, or a question as (kind, sentence)."""

    fields: Mapping[str, Value] | None = None
    problem: str | None = None
    question: tuple[str, str] | None = None


Outcome = tuple[Value, Aside | None]
CellReader = Callable[[Cell], Outcome]
