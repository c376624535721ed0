"""Expressions in the engine's own words, kept in a file so that a report need not work them out again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa

from kith.analytics import contracts
from kith.files.api import write_whole
from kith.reporting.domain.packs import Pack
from kith.reporting.domain.standing import ISSUE_LABELS, RIPPLE_STANDINGS
from kith.reporting.domain.usable import JOINED
from kith.reporting.store.base_tables import EXTRACTS

HERE = Path(__file__).parent.parent
WRITTEN_IN = (HERE / "tables", Path(contracts.__file__).parent / "engine")
LIBRARIES = ("ibis-framework", "duckdb")
OPENED_TO = ("change_records", "notes")
"""Tables that figures open to and none is counted from."""


@dataclass(frozen=True)
class Statements:
    """What the engine is told: to make the stored tables, to answer each pack, to give rows one by one."""

    stored: Mapping[str, str]
    packs: Mapping[str, str]
    records: Mapping[str, str]


def base_schemas() -> dict[str, pa.Schema]:
    """The columns of every table the store is filled with, and of the lists that are joined when it is asked."""
    tables = (*(extract.contract for extract in EXTRACTS), ISSUE_LABELS, RIPPLE_STANDINGS, *JOINED)
    return {contract.name: contract.arrow for contract in tables}


def statements_for(packs: Mapping[str, Pack], data: Path) -> Statements:
    """The statements of these packs, from the file where they were kept or made now and kept."""
    file = data / "store" / "compiled" / f"{_digest(packs)}.json"
    if file.is_file():
        return Statements(**json.loads(file.read_text(encoding="utf-8")))
    made = _compiled(packs)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, json.dumps(asdict(made)).encode())
    return made


def _compiled(packs: Mapping[str, Pack]) -> Statements:
    from kith.analytics.engine import expressions
    from kith.analytics.engine.duckdb import compile_expression
    from kith.reporting.tables.registry import stored_tables, table_of_period

    bases = base_schemas()
    stored = {name: compile_expression(table) for name, table in stored_tables(bases).items()}
    answers, records = {}, {name: table_of_period(name, bases, {}) for name in OPENED_TO}
    for name, pack in packs.items():
        records[name] = table_of_period(name, bases, pack.settings)
        answers[name] = compile_expression(expressions.pack(records[name], pack.dimensions, pack.sums))
    return Statements(stored, answers, {name: compile_expression(table) for name, table in records.items()})


def _digest(packs: Mapping[str, Pack]) -> str:
    said: list[Any] = [*written_in(), sorted((n, repr(p)) for n, p in packs.items())]
    said.append([(name, str(schema)) for name, schema in base_schemas().items()])
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


@cache
def written_in() -> tuple[str, ...]:
    """Fingerprints of all that the statements are made by: where one is another, a store made by them is old."""
    files = sorted(path for folder in WRITTEN_IN for path in folder.glob("*.py"))
    written = tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    return (*written, *(version(library) for library in LIBRARIES))
