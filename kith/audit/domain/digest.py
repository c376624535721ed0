"""The keyed digest of a row, of a batch and of a seal."""

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Position:
    """Where a row stands: in which trail and strand, at which place, and the digest of the row before it there."""

    trail: UUID
    strand: int
    place: int
    previous: str


def row_mac(
    key: bytes,
    *,
    row_id: UUID,
    at: dt.datetime,
    actor_id: UUID,
    actor_name: str,
    verb: str,
    service_id: UUID | None,
    client_id: UUID | None,
    record_type: str,
    record_ids: Sequence[str],
    fields: Sequence[str],
    position: Position | None = None,
) -> str:
    """A keyed digest over everything a row says and where it stands, so that no row can be changed, added or moved.

    A row written before there were strands has no position.
    """
    said: list[Any] = [
        str(row_id), at.astimezone(dt.UTC).isoformat(timespec="microseconds"), str(actor_id), actor_name, verb,
        str(service_id), str(client_id), record_type, list(record_ids), list(fields),
    ]  # fmt: skip
    if position is not None:
        said += [str(position.trail), position.strand, position.place, position.previous]
    return _keyed(key, said)


def batch_digest(key: bytes, previous: str, macs: Iterable[str]) -> str:
    """The digest of a batch: the one before it, then each row's."""
    digest = hmac.new(key, previous.encode(), hashlib.sha256)
    for mac in macs:
        digest.update(mac.encode())
    return digest.hexdigest()


def seal_mac(key: bytes, number: int, at: dt.datetime, rows: int, reach: Mapping[str, int], digest: str) -> str:
    """A keyed digest over everything a seal says."""
    return _keyed(key, ["seal", number, at.astimezone(dt.UTC).isoformat(), rows, sorted(reach.items()), digest])


def _keyed(key: bytes, said: list[Any]) -> str:
    words = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()
