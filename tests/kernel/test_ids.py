"""Identifiers."""

from kith.kernel.ids import new_id


def test_ids_are_of_the_seventh_version_and_differ():
    ids = [new_id() for _ in range(1000)]
    assert {each.version for each in ids} == {7}
    assert len(set(ids)) == 1000


def test_ids_sort_by_when_they_were_made():
    moments = [new_id().int >> 80 for _ in range(1000)]
    assert moments == sorted(moments)
