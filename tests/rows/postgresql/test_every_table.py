"""Raw SQL in the role of the pages, without a condition, meets the rows of the scope and no others, in every table."""

from contextlib import AbstractContextManager

import pytest
from django.db import NotSupportedError, ProgrammingError, connection, transaction

from kith.access.models import Service
from kith.kernel.ids import new_id
from kith.people.models import Client, Person
from kith.rows.api import closed, locked_tables, rows_of
from kith.rows.domain.belonging import OfChildren, OfService
from tests.rows.postgresql.every_table import Rows, ids_in, row_of, writer_of

REFUSED = "violates row-level security policy"


def in_scope(*services: Service) -> AbstractContextManager[None]:
    return rows_of(services=frozenset(each.id for each in services), by=writer_of(services[0]))


def ids(rows: Rows) -> dict[str, list[object]]:
    return {table: [pk] for table, pk in rows.items()}


def changed(statement: str, *given: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.rowcount


def refused(statement: str, *given: object) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, given)
    except ProgrammingError as error:
        return REFUSED in str(error)
    return False


def test_every_locked_table_has_a_row_of_each_service(own, others):
    assert set(own) == set(others) == set(locked_tables())


def test_without_a_scope_no_table_shows_a_row(own, others):
    with closed():
        assert {table: ids_in(table) for table in own} == {table: [] for table in own}


def test_in_a_scope_each_table_shows_its_rows_and_no_others(own, others, service):
    with in_scope(service):
        assert {table: ids_in(table) for table in own} == ids(own)


def test_in_two_scopes_each_table_shows_the_rows_of_both(own, others, service, other_service):
    with in_scope(service, other_service):
        assert {table: len(ids_in(table)) for table in own} == dict.fromkeys(own, 2) | {"access_draft": 1}


def test_rows_out_of_scope_are_neither_changed_nor_removed(own, others, service):
    with in_scope(service):
        for table, pk in others.items():
            assert changed(f"UPDATE {table} SET id = id WHERE id = %s", pk) == 0, table
            assert changed(f"DELETE FROM {table} WHERE id = %s", pk) == 0, table
        for table in own:
            assert changed(f"UPDATE {table} SET id = id") == (table != "audit_auditrow"), table


def test_row_cannot_be_added_to_a_service_out_of_scope(own, others, service):
    rows = {table: row_of(table, pk) | {"id": new_id()} for table, pk in others.items()}
    let_in = []
    with in_scope(service):
        for table, row in rows.items():
            names, places = ", ".join(f'"{name}"' for name in row), ", ".join(["%s"] * len(row))
            if not refused(f"INSERT INTO {table} ({names}) VALUES ({places})", *row.values()):
                let_in.append(table)
    nobodys_yet = [table for table, way in locked_tables().items() if isinstance(way, OfChildren)]
    assert let_in == nobodys_yet == ["people_person"]


def test_row_cannot_be_moved_out_of_scope(own, others, service, other_service):
    ways = locked_tables().items()
    moved = [(table, way.column) for table, way in ways if isinstance(way, OfService) and not way.for_good]
    with in_scope(service):
        for table, column in moved:
            assert refused(f"UPDATE {table} SET {column} = %s", other_service.id), table


def test_persons_alone_are_seen_with_what_is_theirs_and_nothing_is_changed(own, others, service):
    person = frozenset([others["people_person"]])
    with rows_of(services=frozenset([service.id]), persons=person):
        seen = {table for table, pk in others.items() if pk in ids_in(table)}
        assert {"people_person", "people_client", "casework_session", "casework_goal", "ripples_telling"} < seen
        assert not seen & {"access_membership", "workforce_worker", "audit_auditrow", "people_possibleduplicate"}
        for table in seen:
            assert changed(f"UPDATE {table} SET id = id WHERE id = %s", others[table]) == 0, table
    with rows_of(services=frozenset(), persons=person):
        assert Client.objects.get().pk == others["people_client"]
        assert refused("INSERT INTO people_person SELECT * FROM people_person")


def test_who_wrote_a_row_sees_it_in_another_service_and_nothing_beside_it(own, others, service):
    writer = writer_of(service)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE glass_glass SET by_id = %s WHERE id = %s", [writer, others["glass_glass"]])
        cursor.execute("UPDATE audit_auditrow SET actor_id = %s WHERE id = %s", [writer, others["audit_auditrow"]])
    with in_scope(service):
        seen = {table for table, pk in others.items() if pk in ids_in(table)}
    assert seen == {"glass_glass", "glass_said", "audit_auditrow"}


def test_nobody_without_a_service_adds_a_person(db):
    with closed(), pytest.raises(ProgrammingError, match=REFUSED):
        Person.objects.create(first_name="Nobody's")


def test_bulk_loading_is_refused_in_a_scope(own, service):
    with in_scope(service), transaction.atomic(), connection.cursor() as cursor:
        copying = cursor.copy("COPY people_consent FROM STDIN")
        with pytest.raises(NotSupportedError, match="row-level security"), connection.wrap_database_errors, copying:
            pass
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE people_consent", "ALTER TABLE people_person DISABLE ROW LEVEL SECURITY", "TRUNCATE people_consent",
     "CREATE POLICY mine ON people_person USING (true)", "CREATE TABLE mine (id int)"],
)  # fmt: skip
def test_role_of_the_pages_touches_no_table_itself(statement, service):
    with in_scope(service), transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="must be owner|denied"):
            cursor.execute(statement)
        transaction.set_rollback(True)
