"""Which records a row may refer to."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from kith.exchange.workbooks.domain.readings.errors import CannotReadError


@dataclass(slots=True)
class References:
    """Ids by kind of record: taken from this workbook, refused in it, known to Kith before."""

    known: Mapping[str, Set[str]]
    taken: dict[str, set[str]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)

    def add_kind(self, kind: str) -> tuple[set[str], set[str]]:
        """The ids taken and refused of a kind, to be filled while its sheet is read."""
        return self.taken.setdefault(kind, set()), self.refused.setdefault(kind, set())

    def check(self, kind: str, identifier: str, sheet: str, *, beside: bool = False) -> None:
        """Refuses an id of a record that is neither taken nor known. `beside`: the two stand in one row."""
        if identifier in self.taken.get(kind, ()) or identifier in self.known.get(kind, ()):
            return
        if identifier in self.refused.get(kind, ()) and beside:
            raise CannotReadError(
                f"The {kind} {identifier} was refused, so all that stands in the same row is refused too. "
                f"Mend what is said of the {kind}."
            )
        if identifier in self.refused.get(kind, ()):
            raise CannotReadError(
                f"The row of {identifier} on the sheet {sheet} was refused, so this row is refused too. Mend that row."
            )
        raise CannotReadError(
            f"{identifier} is not on the sheet {sheet} and is not known to Kith. Correct the ID or add that {kind}."
        )
