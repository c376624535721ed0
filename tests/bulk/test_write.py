"""Rows reach both databases as the models would have written them."""

import datetime as dt

import pytest
from django.db import transaction

from kith.access.models import Service
from kith.bulk.api import ChangedMeanwhileError, Held, insert, prepare_merge
from kith.kernel.ids import new_id
from kith.people.models import Client, Person, PossibleDuplicate

FIELDS = ("first_name", "surname", "date_of_birth")


def _merge(rows: dict[str, tuple[object, ...]], held: dict[str, Held]) -> None:
    prepare_merge(Person, FIELDS, held, rows, amended={}, only_new={}).write()


@pytest.mark.django_db
def test_inserted_rows_read_back_equal_and_take_the_models_defaults() -> None:
    born = dt.date(1960, 2, 29)
    _merge({"a": ("Zoë", "O'Hara", born), "b": ("عمر", "😀 =cmd()", None)}, {})
    found = Person.objects.order_by("first_name")
    assert [(p.first_name, p.surname, p.date_of_birth) for p in found] == [
        ("Zoë", "O'Hara", born), ("عمر", "😀 =cmd()", None),
    ]  # fmt: skip
    assert {(p.version, p.sex, p.ethnicity, p.gp_registered) for p in found} == {(1, "not_known", "99", "not_known")}


@pytest.mark.django_db
def test_a_changed_row_gets_its_new_value_and_the_next_version() -> None:
    person = Person.objects.create(first_name="Ann", surname="Lee")
    held = {"a": Held(person.id, person.version, ("Ann", "Lee", None))}
    _merge({"a": ("Anne", "Lee", None)}, held)
    person.refresh_from_db()
    assert (person.first_name, person.version) == ("Anne", 2)


@pytest.mark.django_db
def test_a_record_changed_meanwhile_stops_the_whole_write() -> None:
    person = Person.objects.create(first_name="Ann", surname="Lee")
    merge = prepare_merge(
        Person, FIELDS, {"a": Held(person.id, 1, ("Ann", "Lee", None))},
        {"a": ("Anne", "Lee", None), "b": ("Bo", "Ray", None)}, amended={}, only_new={},
    )  # fmt: skip
    Person.objects.filter(id=person.id).update(version=2, first_name="Anna")
    with pytest.raises(ChangedMeanwhileError), transaction.atomic():
        merge.write()
    assert list(Person.objects.values_list("first_name", flat=True)) == ["Anna"]


@pytest.mark.django_db
def test_links_lists_and_instants_are_written_as_the_models_write_them(service: Service) -> None:
    people = [Person.objects.create(first_name=name) for name in ("Ann", "Bo")]
    first, second = (Client.objects.create(person=person, service=service) for person in people)
    insert(
        PossibleDuplicate, ("id", "service_id", "first_id", "second_id", "reasons"),
        [(new_id(), service.id, first.id, second.id, ["same birthday"])],
    )  # fmt: skip
    pair = PossibleDuplicate.objects.get()
    assert (pair.first, pair.second, pair.reasons) == (first, second, ["same birthday"])
    assert abs(pair.proposed_at - dt.datetime.now(tz=dt.UTC)) < dt.timedelta(minutes=5)
