"""The keyed digest of a row and the digest of a batch."""

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterable, Sequence
from uuid import UUID

FIRST = "0" * 64


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
) -> str:
    """A keyed digest over everything a row says, so that no row can be changed or added by hand."""
    said = json.dumps(
        [
            str(row_id), at.astimezone(dt.UTC).isoformat(timespec="microseconds"), str(actor_id), actor_name, verb,
            str(service_id), str(client_id), record_type, list(record_ids), list(fields),
        ],
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip
    return hmac.new(key, said.encode(), hashlib.sha256).hexdigest()


def batch_digest(key: bytes, previous: str, macs: Iterable[str]) -> str:
    """The digest of a batch: the one before it, then each row's."""
    digest = hmac.new(key, previous.encode(), hashlib.sha256)
    for mac in macs:
        digest.update(mac.encode())
    return digest.hexdigest()
