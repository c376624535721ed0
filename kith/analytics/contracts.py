"""What a table contract is: typed flat columns, and where their rows come from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias
from uuid import UUID

import pyarrow as pa

Kind = Literal["key", "day", "whole", "text", "flag", "order", "entered"]

Row: TypeAlias = tuple[Any, ...]

ARROW: Mapping[str, pa.DataType] = {
    "key": pa.int64(),
    "day": pa.date32(),
    "whole": pa.int64(),
    "text": pa.string(),
    "flag": pa.bool_(),
    "order": pa.int64(),
    "entered": pa.date32(),
}


@dataclass(frozen=True)
class Column:
    """One column. A key names whose pseudonym it holds; an order is filled with the row's place by age of record.

    Entered is filled with the day on which the record was made. Columns that are filled stand last.
    """

    name: str
    kind: Kind
    of: str = ""


@dataclass(frozen=True)
class Contract:
    """A flat table as a room promises it: its columns, and the purpose whose consent its rows need.

    `purpose` 'counting' rests on the service's lawful basis and takes everybody; any other names a consent.
    """

    name: str
    version: int
    about: str
    columns: tuple[Column, ...]
    purpose: str = "counting"

    @cached_property
    def arrow(self) -> pa.Schema:
        """The columns as a typed table holds them; keys are whole numbers that stand for ids."""
        return pa.schema([(column.name, ARROW[column.kind]) for column in self.columns])


@dataclass(frozen=True)
class Extract:
    """A contract and the bulk query behind it.

    `query(service id)` gives an object with `values_list(*fields)` over the service's records; `fields` are in the
    order of the contract's columns, those that are filled left out; `shaping()`, where given, makes what turns one row
    read into one row of the contract. `client` is the field that says whose record it is ('' where it is nobody's).
    """

    contract: Contract
    query: Callable[[UUID], Any]
    fields: tuple[str, ...]
    client: str = ""
    shaping: Callable[[], Callable[[Row], Row]] | None = None


def key(name: str, of: str = "") -> Column:
    """A column of pseudonyms, of the record kind it is named after unless another is given."""
    return Column(name, "key", of or name)


def day(name: str) -> Column:
    """A column of days."""
    return Column(name, "day")


def whole(name: str) -> Column:
    """A column of whole numbers."""
    return Column(name, "whole")


def text(name: str) -> Column:
    """A column of words; blank is '' and never missing."""
    return Column(name, "text")


def flag(name: str) -> Column:
    """A column of yes and no; missing is not known."""
    return Column(name, "flag")


def entered(name: str = "entered") -> Column:
    """A column of the days on which the records were made."""
    return Column(name, "entered")


def order(name: str = "recorded") -> Column:
    """A column that tells which of two records was made first."""
    return Column(name, "order")
