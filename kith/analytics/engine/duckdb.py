"""The embedded engine: runs expressions over a folder of Parquet files, read-only."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from kith.kernel.errors import KithError

DAY_IN_SQL = "MAKE_DATE({0.year}, {0.month}, {0.day})"


class StoreUnreadableError(KithError):
    """The analytic store's files cannot be read or written."""


def compile_expression(expression: Any) -> str:
    """The engine's own words for an expression; days of the period are still the stand-ins."""
    import ibis

    return str(ibis.to_sql(expression, dialect="duckdb"))


def with_period(sql: str, stand_ins: tuple[dt.date, dt.date], period: tuple[dt.date, dt.date]) -> str:
    """A compiled expression with the period's own days."""
    for stand_in, day in zip(stand_ins, period, strict=True):
        sql = re.sub(re.escape(DAY_IN_SQL.format(stand_in)), DAY_IN_SQL.format(day), sql)
    return sql


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except duckdb.IOException as error:
        raise StoreUnreadableError("The figures' store cannot be read or written. Refresh the figures.") from error


class Engine:
    """Tables of one folder, each a Parquet file, by name."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def attach(self, tables: Mapping[str, Path]) -> None:
        """Offer Parquet files under names."""
        for name, path in tables.items():
            with _sentences():
                self._connection.read_parquet(str(path)).create_view(name, replace=True)

    def hold(self, tables: Mapping[str, pa.Table]) -> None:
        """Offer tables that stand in memory under names."""
        for name, table in tables.items():
            self._connection.register(name, table)

    def answer(self, sql: str) -> pa.Table:
        """The rows of a compiled expression."""
        with _sentences():
            return self._connection.sql(sql).to_arrow_table()

    def write(self, sql: str, path: Path) -> None:
        """Put the rows of a compiled expression into a Parquet file."""
        self._run(f"COPY ({sql}) TO '{_quoted(path)}' (FORMAT parquet, COMPRESSION zstd)")

    def _run(self, sql: str) -> Any:
        with _sentences():
            return self._connection.execute(sql)


@contextmanager
def opened(tables: Mapping[str, Path]) -> Iterator[Engine]:
    """An engine over some Parquet files; closed afterwards. It fetches no extension from anywhere."""
    connection = duckdb.connect(
        ":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    )
    try:
        engine = Engine(connection)
        engine.attach(tables)
        yield engine
    finally:
        connection.close()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
