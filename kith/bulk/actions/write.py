"""Hands rows to the database driver as they are."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from django.db import connection, models

from kith.kernel.ids import new_id

Adapter = Callable[[Any], Any]


def insert(model: type[models.Model], fields: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of values in the order of the fields; every other column gets its default."""
    if not rows:
        return
    if model._meta.pk.name not in fields and not _made_by_database(model._meta.pk):
        fields, rows = (model._meta.pk.name, *fields), [(new_id(), *row) for row in rows]
    given = [_field(model, name) for name in fields]
    defaults = [each for each in model._meta.concrete_fields if each not in given and not _made_by_database(each)]
    constants = tuple(_adapter(each)(each.get_default()) for each in defaults)
    columns = [str(each.column) for each in (*given, *defaults)]
    adapted = _adapted(rows, [_adapter(each) for each in given], constants)
    if connection.vendor == "postgresql":
        _copy(model._meta.db_table, columns, adapted)
    else:
        _insert_many(model._meta.db_table, columns, adapted)


def update(model: type[models.Model], fields: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> int:
    """Set the fields of records: each row holds the values, then id and version. Returns how many still had it."""
    quote = connection.ops.quote_name
    columns = [_field(model, name) for name in fields]
    sets = ", ".join(f"{quote(str(each.column))} = %s" for each in columns)
    statement = f"UPDATE {quote(model._meta.db_table)} SET {sets}, version = version + 1 WHERE id = %s AND version = %s"  # noqa: S608
    adapters = [_adapter(each) for each in (*columns, model._meta.pk, _field(model, "version"))]
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(_adapted(rows, adapters, ())))
        return int(cursor.rowcount)


def _adapted(rows: Sequence[tuple[Any, ...]], adapters: Sequence[Adapter], constants: tuple[Any, ...]) -> Iterator[Any]:
    columns = [list(map(adapt, column)) for adapt, column in zip(adapters, zip(*rows, strict=True), strict=True)]
    return (row + constants for row in zip(*columns, strict=True))


def _insert_many(table: str, columns: Sequence[str], rows: Iterator[Any]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(each) for each in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", cast("Any", rows))  # noqa: S608


def _copy(table: str, columns: Sequence[str], rows: Iterator[Any]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(each) for each in columns)
    statement = f"COPY {quote(table)} ({names}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    return model._meta.get_field(name)  # type: ignore[return-value]


def _made_by_database(each: "models.Field[Any, Any]") -> bool:
    return isinstance(each, models.AutoField | models.BigAutoField)


def _adapter(each: "models.Field[Any, Any]") -> Adapter:
    """How a value of a field reaches the driver."""
    target = each.target_field if isinstance(each, models.ForeignKey) else each
    if connection.vendor == "sqlite":
        return _SQLITE.get(target.get_internal_type(), _as_it_is)
    return _json if isinstance(target, models.JSONField) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _hex(value: Any) -> Any:
    return value.hex if value is not None else None


def _iso(value: Any) -> Any:
    return value.isoformat() if value is not None else None


def _instant(value: Any) -> Any:
    return str(value.replace(tzinfo=None)) if value is not None else None


def _json(value: Any) -> Any:
    return connection.ops.adapt_json_value(value, None)


_SQLITE: dict[str, Adapter] = {"UUIDField": _hex, "DateField": _iso, "DateTimeField": _instant, "JSONField": _json}
