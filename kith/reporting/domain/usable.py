"""What may be used now of clients' words, whatever the store was made with: lists that are joined at every count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from kith.analytics.contracts import Contract, key, text

STOPPED = Contract("stopped", 1, "One row a client who says no to evaluation now", (key("client"),))
FOUND_NOW = Contract("found_now", 1, "One row a telling found in a note that may be used now", (key("telling"),))
NOTES_OTHERWISE = Contract(
    "notes_otherwise",
    1,
    "One row a note that stands otherwise than the reader left it: withheld, or waiting to be read again",
    (key("session"), text("standing")),
)
JOINED = (STOPPED, FOUND_NOW, NOTES_OTHERWISE)


@dataclass(frozen=True)
class UsableNow:
    """The lists, of pseudonyms."""

    stopped: Iterable[int] = ()
    found: Iterable[int] = ()
    notes: Mapping[int, str] | None = None

    def tables(self) -> dict[str, pa.Table]:
        """The lists by name, for the engine."""
        notes = self.notes or {}
        return {
            STOPPED.name: _table(STOPPED, sorted(self.stopped)),
            FOUND_NOW.name: _table(FOUND_NOW, sorted(self.found)),
            NOTES_OTHERWISE.name: _table(NOTES_OTHERWISE, [*notes], [*notes.values()]),
        }


def _table(contract: Contract, *columns: list[Any]) -> pa.Table:
    held = [pa.array(values, kind) for values, kind in zip(columns, contract.arrow.types, strict=True)]
    return pa.table(held, schema=contract.arrow)


NO_WORDS = UsableNow()
"""For counts that rest on no words of clients."""
