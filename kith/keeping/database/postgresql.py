"""PostgreSQL: every table as of one moment, by COPY; put back in one transaction.

The tables themselves are made by the migrations the backup names, so that no program but Kith is needed and a backup
may go to another version of the server. Keys and indexes are set aside while the rows come in, and made again once.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from kith.keeping.domain.packing import BLOCK, Packer
from kith.kernel.errors import NotPossibleError
from kith.rows.api import lay

FOLDER = "database"
WAITS, EACH = 50, 0.1

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
COLUMNS = """
    SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum"""
ROUTINES = """
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"""
KEYS = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype IN ('p', 'u', 'x', 'f') AND connamespace = current_schema()::regnamespace AND conrelid <> 0
    ORDER BY contype = 'f', conrelid, conname"""
INDEXES = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)"""
SEQUENCES = """
    SELECT s.oid::regclass::text, t.oid::regclass::text, quote_ident(a.attname) FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class t ON t.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace"""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


def pack(packer: Packer) -> dict[str, Any]:
    """Copy every table into a backup; returns what the manifest says of them."""
    tables = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SET LOCAL row_security = off")  # a row hidden from us is an error, not a row left out
        for table in _first_column(cursor, TABLES):
            columns = tables[table] = _first_column(cursor, COLUMNS, [_quoted(table)])
            statement = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(table), _identifiers(columns))
            packer.add(f"{FOLDER}/{table}", _rows(cursor, statement))
    return {"tables": tables}


def put_back(unpacked: Path, manifest: dict[str, Any]) -> None:
    """Put the unpacked tables in the place of those that are there, all of them or none."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _remove_tables(cursor)
        _make_tables([(app, name) for app, name in manifest["migrations"]])
        later = _set_aside(cursor)
        for table, columns in manifest["tables"].items():
            _fill(cursor, table, columns, unpacked / FOLDER / table)
        for statement in later:
            cursor.execute(statement)
        lay()
        for sequence, table, column in _rows_of(cursor, SEQUENCES):
            cursor.execute(f"SELECT setval('{sequence}', greatest(max({column}), 1), max({column}) IS NOT NULL) "  # noqa: S608  names from the catalogue, quoted there
                           f"FROM {table}")  # fmt: skip


def sweep() -> None:
    """A killed run leaves nothing in the database."""


def check_nobody_else() -> None:
    """No other process may be connected; one that was just killed is given a moment to go."""
    for _again in range(WAITS):
        with connection.cursor() as cursor:
            if _first_column(cursor, OTHERS) == [0]:
                return
        time.sleep(EACH)
    raise NotPossibleError("Somebody is still connected to this database. Stop Kith, then restore.")


def _rows(cursor: Any, statement: sql.Composed) -> Iterator[bytes]:
    with cursor.cursor.copy(statement) as copy:
        for row in copy:
            yield bytes(row)


def _remove_tables(cursor: Any) -> None:
    if tables := _first_column(cursor, TABLES):
        cursor.execute(f"DROP TABLE {', '.join(map(_quoted, tables))} CASCADE")
    for routine in _first_column(cursor, ROUTINES):
        cursor.execute(f"DROP ROUTINE IF EXISTS {routine} CASCADE")


def _make_tables(migrations: list[tuple[str, str]]) -> None:
    """As they were in the backup: migrated to the last of each room's migrations that it names."""
    executor, named = MigrationExecutor(connection), set(migrations)
    children = {key: node.children for key, node in executor.loader.graph.node_map.items()}
    leaves = [
        key
        for key in migrations
        if not any(child.key in named and child.key[0] == key[0] for child in children.get(key, ()))
    ]
    executor.migrate(leaves)


def _set_aside(cursor: Any) -> list[str]:
    """Drop keys and indexes; returns the statements that make them again, keys to other tables last."""
    keys, indexes = list(_rows_of(cursor, KEYS)), list(_rows_of(cursor, INDEXES))
    for table, name, _definition in reversed(keys):
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    added = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}" for table, name, definition in keys]
    return [*(definition for _name, definition in indexes), *added]


def _fill(cursor: Any, table: str, columns: list[str], file: Path) -> None:
    if _first_column(cursor, f"SELECT EXISTS (SELECT FROM {_quoted(table)})") == [True]:  # noqa: S608  quoted
        cursor.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608  what a migration put there; quoted
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _identifiers(columns))
    with file.open("rb") as source, cursor.cursor.copy(statement) as copy:
        while block := source.read(BLOCK):
            copy.write(block)


def _identifiers(names: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def _first_column(cursor: Any, statement: str, given: list[str] | None = None) -> list[Any]:
    cursor.execute(statement, given)
    return [row[0] for row in cursor.fetchall()]


def _rows_of(cursor: Any, statement: str) -> list[Any]:
    cursor.execute(statement)
    return list(cursor.fetchall())
