"""Writing the trail."""

import pytest
from django.db import IntegrityError, transaction

from kith.access.api import roles
from kith.audit.api import Deed, record, record_all, rows_of_client
from kith.audit.models import AuditRow
from kith.kernel.actors import Actor
from kith.kernel.ids import new_id


def test_row_says_who_what_which_and_when_and_holds_no_value(on_day, make_viewer, service):
    moment = on_day("2025-03-31", "09:30")
    viewer, client_id, record_id = make_viewer(roles.WORKER, name="Alex Marsh"), new_id(), new_id()
    deed = Deed("changed", "people.Person", [record_id], ["surname"], client_id=client_id, service_id=service.id)
    record(actor=viewer.actor, deed=deed)
    row = AuditRow.objects.get()
    assert (row.actor_id, row.actor_name, row.at) == (viewer.actor.id, "Alex Marsh", moment)
    assert (row.verb, row.record_type, row.record_ids, row.fields) == (
        "changed",
        "people.Person",
        [str(record_id)],
        ["surname"],
    )
    assert (row.client_id, row.service_id) == (client_id, service.id)
    assert (row.strand, row.place) == (1, 1)


def test_row_goes_when_its_transaction_goes(system):
    with transaction.atomic():
        record(actor=system.actor, deed=Deed("changed", "people.Person"))
        assert AuditRow.objects.exists()
        transaction.set_rollback(True)
    assert not AuditRow.objects.exists()


def test_row_without_a_name_is_refused_by_the_database(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        record(actor=Actor(id=new_id(), name=""), deed=Deed("viewed", "people.Client"))


def test_rows_of_a_client_come_newest_first_and_without_anybody_elses(system, on_day):
    one, other = new_id(), new_id()
    for day, client_id in (("2025-01-01", one), ("2025-01-03", one), ("2025-01-02", one), ("2025-01-04", other)):
        on_day(day)
        record(actor=system.actor, deed=Deed("viewed", "people.Client", [client_id], client_id=client_id))
    assert [row.at.day for row in rows_of_client(one)] == [3, 2, 1]


def test_row_takes_one_statement(system, django_assert_num_queries):
    record(actor=system.actor, deed=Deed("viewed", "people.Client"))
    with django_assert_num_queries(1):
        record(actor=system.actor, deed=Deed("viewed", "people.Client"))


def test_many_rows_take_two_statements_at_most(system, django_assert_max_num_queries):
    record(actor=system.actor, deed=Deed("viewed", "people.Client"))
    with django_assert_max_num_queries(2):
        record_all(actor=system.actor, deeds=[Deed("viewed", "people.Client") for _ in range(60)])
    assert AuditRow.objects.count() == 61
