"""Which table belongs how to a service, worked out from the models; and what of the lock is laid."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey, Model

from kith.rows.domain.belonging import OfParent, OfService, Outside, TheService, Way, policies
from kith.rows.domain.libraries import LIBRARIES

Key = ForeignKey[Any, Any]
Policy = tuple[str, str]  # a table, and a name that changes with what the policy says

POLICIES = "SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'"
SECURITY = """
    SELECT relname, relrowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"""
REACH = "SELECT count(*) FROM pg_roles WHERE rolname = %s AND pg_has_role(rolname, 'MEMBER')"
OUT_OF_REACH = """
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND (
    relkind = 'r' AND NOT has_table_privilege(%s, oid, 'SELECT')
    OR relkind = 'S' AND NOT has_sequence_privilege(%s, oid, 'USAGE'))"""


def belonging(model: type[Model]) -> Way | Outside | None:
    """What the model says of itself; else its service; else the row it cannot be without; else nothing is known."""
    said: Way | Outside | None = getattr(model, "second_lock", None)
    if said is None and model._meta.app_label in LIBRARIES:
        said = Outside(LIBRARIES[model._meta.app_label])
    if said is not None:
        return said
    parents = list(_parents(model))
    for key, way in parents:
        if isinstance(way, TheService):
            return OfService(key.column, beside=_beside(parents), by=_writer(model))
    locked = ((key, way) for key, way in parents if not isinstance(way, Outside) and not key.null)
    return next((OfParent(key.column, _table(key), way) for key, way in locked), None)


def locked_tables() -> dict[str, Way]:
    """The tables under the second lock, each with its way to a service."""
    found = {model._meta.db_table: belonging(model) for model in apps.get_models(include_auto_created=True)}
    return {table: way for table, way in sorted(found.items()) if way is not None and not isinstance(way, Outside)}


def laid_policies() -> list[tuple[str, str]]:
    """Table and name of every policy that is laid."""
    return [(table, name) for table, name in _asked(POLICIES)]


def wanted_policies() -> dict[Policy, str]:
    """Every policy there is to be, and what follows its name and table."""
    return {
        (table, f"{deed.lower()}_{hashlib.sha256(clause.encode()).hexdigest()[:12]}"): f"FOR {deed} {clause}"
        for table, way in locked_tables().items()
        for deed, clause in policies(table, way).items()
    }


def row_security() -> dict[str, bool]:
    """Every table that is there, and whether it is locked."""
    return dict(_asked(SECURITY))


def has_second_lock() -> bool:
    """Whether this kind of database has one."""
    return getattr(connection, "second_lock", None) is not None


def tables_not_locked() -> list[str]:
    """Tables on which the lock is not laid as the models say; none where the database has no such lock."""
    if not has_second_lock():
        return []
    is_on = row_security()
    faults = {table for table, _ in set(wanted_policies()) ^ set(laid_policies())}
    return sorted(faults | {table for table in locked_tables() if not is_on.get(table)})


def is_within_reach(role: str) -> bool:
    """Whether the role is there and Kith may work in it."""
    return _asked(REACH, [role]) == [(1,)]


def tables_out_of_reach(role: str) -> list[str]:
    """Tables and sequences the role can do nothing with."""
    return [name for (name,) in _asked(OUT_OF_REACH, [role, role])]


def _asked(statement: str, given: list[Any] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())


def _parents(model: type[Model]) -> Iterator[tuple[Key, Way | Outside]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is not model:
            way = belonging(field.related_model)
            if way is not None:
                yield field, way


def _beside(parents: list[tuple[Key, Way | Outside]]) -> tuple[str, str] | None:
    """The one row that is seen with a person, and this one with it; a row that names two is of neither."""
    found = [(key.column, _table(key)) for key, way in parents if getattr(way, "person", "")]
    return found[0] if len(found) == 1 else None


def _writer(model: type[Model]) -> str:
    """Where a model says in `written_by` which column names who wrote a row."""
    return str(getattr(model, "written_by", ""))


def _table(key: Key) -> str:
    return str(key.related_model._meta.db_table)
