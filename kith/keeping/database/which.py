"""The module that copies this deployment's kind of database, and what every kind can be asked."""

from types import ModuleType

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kith.keeping.database import postgresql, sqlite

OF_VENDOR = {"sqlite": sqlite, "postgresql": postgresql}
PROOF_OF_RECORDS = ("access_service", "people_person")


def database() -> ModuleType:
    """`pack`, `put_back`, `sweep`, `check_nobody_else` for the database in use."""
    return OF_VENDOR[connection.vendor]


def applied_migrations() -> list[tuple[str, str]]:
    """The migrations the database has had, in order."""
    return list(MigrationRecorder(connection).applied_migrations())


def holds_records() -> bool:
    """Whether there is a service or a person."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in PROOF_OF_RECORDS:
            if table in tables:
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")  # noqa: S608  one of two names above
                if cursor.fetchone()[0]:
                    return True
    return False


def end_sittings() -> None:
    """Nobody stays signed in by a session of the past."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session")
