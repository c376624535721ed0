"""Fields put together of others, so that a record without an id of its own has one that stays the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from kith.exchange.workbooks.domain.profile import SheetProfile
from kith.exchange.workbooks.domain.understanding import Value

LONGEST = 60
_NUMBER = "n"
_BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class Composed:
    """A field and the fields it is put together of; 'n' among them is the number of the group."""

    field: str
    of: tuple[str, ...]
    number: int | None

    def value(self, values: Mapping[str, Value]) -> str | None:
        """In capitals, with a stroke between; None when the first is not known. A long one ends in its digest."""
        parts = [self.number if name == _NUMBER else values.get(name) for name in self.of]
        if parts[0] is None:
            return None
        text = _BETWEEN.join("".join(str(part).split()).upper() for part in parts if part not in (None, ""))
        if len(text) <= LONGEST:
            return text
        digest = blake2b(text.encode(), digest_size=8).hexdigest()
        return f"{text[: LONGEST - len(digest) - 1]}#{digest}"


def composed_fields(profile: SheetProfile, number: int | None) -> list[Composed]:
    """The composed fields of a part, for one number of its groups."""
    columns = (column for column in profile.columns if column.type == "composed")
    return [Composed(column.field, tuple(column.options["of"]), number) for column in columns]
