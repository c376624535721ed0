"""What the tests of the second lock share: rows of two services in every table."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from kith.rows import process
from kith.rows.domain.scope import CLOSED
from tests.rows.postgresql.every_table import Rows, fill


@pytest.fixture
def own(service) -> Rows:
    """A row of the service in every table."""
    return fill(service)


@pytest.fixture
def others(own, other_service) -> Rows:
    """A row of the other service in every table."""
    return fill(other_service)


@pytest.fixture
def asked(db) -> Callable[..., list[tuple[Any, ...]]]:
    """`asked(statement, *given)`: the rows of a statement as it stands."""

    def ask(statement: str, *given: Any) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, given or None)
            return list(cursor.fetchall())

    return ask


@pytest.fixture
def served(transactional_db, monkeypatch) -> Callable[..., Any]:
    """`served(do)`: do it in a thread whose connection begins as a server's does."""
    monkeypatch.setattr(process, "_BEGINS_WITH", [CLOSED])

    def run(do: Callable[[], Any]) -> Any:
        def closing() -> Any:
            try:
                return do()
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(closing).result(timeout=120)

    return run
