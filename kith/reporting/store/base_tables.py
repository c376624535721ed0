"""The rooms' tables as the store holds them: read in bulk, ids replaced, written as Parquet."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any
from uuid import UUID

import pyarrow as pa
import pyarrow.parquet as pq

from kith.analytics.contracts import Column, Extract, Row
from kith.casework import extracts as casework
from kith.kernel.ids import made_on
from kith.measures import extracts as measures
from kith.people import extracts as people
from kith.places import extracts as places
from kith.reporting.domain.pseudonyms import Pseudonyms
from kith.ripples import extracts as ripples
from kith.workforce import extracts as workforce

EXTRACTS: tuple[Extract, ...] = (
    people.CLIENTS,
    people.POSSIBLE_DUPLICATES,
    places.AREAS,
    workforce.WORKERS,
    measures.READINGS,
    measures.MISSED_READINGS,
    casework.REFERRALS,
    casework.CASE_STATES,
    casework.PLANS,
    casework.SESSIONS,
    casework.SIGNPOSTS,
    ripples.TELLINGS,
    ripples.NOTES_READ,
    ripples.SENTENCES,
)
BATCH = 20_000
FILLED = ("order", "entered")


def write_extract(extract: Extract, service_id: UUID, pseudonyms: Pseudonyms, path: Path) -> int:
    """Write one table of a service; says how many rows. The rows never stand in memory together."""
    columns, rows = extract.contract.columns, 0
    fillers = [_filler(column, pseudonyms) for column in columns]
    with pq.ParquetWriter(path, extract.contract.arrow, compression="zstd") as writer:
        for batch in _batches(_rows(extract, service_id)):
            filled = [fill(values) for fill, values in zip(fillers, zip(*batch, strict=True), strict=True)]
            writer.write_table(pa.table(filled, schema=extract.contract.arrow))
            rows += len(batch)
    return rows


def _rows(extract: Extract, service_id: UUID) -> Iterator[Row]:
    """The rows of a contract; where it tells which record was made first, in the order of their ids."""
    filled = [column.kind for column in extract.contract.columns if column.kind in FILLED]
    ordered = "order" in filled
    query = extract.query(service_id)
    if ordered:
        query = query.order_by("id")
    rows: Iterable[Row] = query.values_list(*extract.fields).iterator(chunk_size=BATCH)
    if extract.shaping:
        rows = map(extract.shaping(), rows)
    if not filled:
        return iter(rows)
    return (
        (*row, *(number if kind == "order" else made_on(row[0]) for kind in filled))
        for row, number in zip(rows, count())
    )


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _filler(column: Column, pseudonyms: Pseudonyms) -> Callable[[tuple[Any, ...]], Any]:
    if column.kind != "key":
        return list
    of = pseudonyms.of
    return lambda ids: [None if each is None else of(column.of, each) for each in ids]
