"""A row of a service in every table under the second lock, whatever tables there are."""

import datetime as dt
from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from django.apps import apps
from django.db import connection, models

from kith.access.models import Service, User
from kith.kernel.ids import new_id
from kith.rows.api import locked_tables

Rows = dict[str, Any]  # a table, and the key of its one row

DAY, MOMENT = dt.date(2025, 3, 31), dt.datetime(2026, 3, 31, tzinfo=dt.UTC)
SERVICES, USERS = Service._meta.db_table, User._meta.db_table
CHECKS = (
    "SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0"
)
_NUMBERS = count(1)


def fill(service: Service) -> Rows:
    """One row in every table, of this service. The transaction must be rolled back: checks of words are dropped."""
    _drop_checks()
    User.objects.create(pk=writer_of(service), email=f"{service.pk}@staff.example", name="W")
    made: Rows = {SERVICES: service.pk, USERS: writer_of(service)}
    for model in _locked_models():
        made[model._meta.db_table] = model._base_manager.create(**dict(_values(model, made))).pk
    return {table: pk for table, pk in made.items() if table not in (SERVICES, USERS)}


def writer_of(service: Service) -> UUID:
    """Whose the rows of a service are that belong to who wrote them."""
    return uuid5(service.pk, "writer")


def ids_in(table: str) -> list[Any]:
    """The keys of every row there is to see, in raw SQL."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def row_of(table: str, pk: Any) -> dict[str, Any]:
    """One row, by the names of its columns, as text the database reads back."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} LIMIT 0")
        names = [column.name for column in cursor.description]
        texts = ", ".join(f'"{name}"::text' for name in names)
        cursor.execute(f"SELECT {texts} FROM {table} WHERE id = %s", [pk])
        return dict(zip(names, cursor.fetchone(), strict=True))


def _locked_models() -> list[type[models.Model]]:
    """Each after those it points to."""
    tables = locked_tables()
    waiting = [model for model in apps.get_models() if model._meta.db_table in tables]
    done: list[type[models.Model]] = []
    while waiting:
        ready = next(model for model in waiting if not _targets(model) & (set(waiting) - {model}))
        waiting.remove(ready)
        done.append(ready)
    return done


def _targets(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def _drop_checks() -> None:
    with connection.cursor() as cursor:
        cursor.execute(CHECKS)
        for table, name in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")


def _values(model: type[models.Model], made: Rows) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if field.is_relation:
            yield field.attname, made.get(field.related_model._meta.db_table)
        elif field.name == "service_id":
            yield field.attname, made[SERVICES]
        elif not field.has_default() and not field.null:
            yield field.attname, _value(field)


def _value(field: "models.Field[Any, Any]") -> Any:
    match field.get_internal_type():
        case "UUIDField":
            return new_id()
        case "DateField":
            return DAY
        case "DateTimeField":
            return MOMENT
        case "BooleanField":
            return False
        case "CharField" | "TextField":
            return f"x{next(_NUMBERS)}"[: field.max_length]
        case _:
            return next(_NUMBERS)
