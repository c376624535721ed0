"""A file is compared with the records field by field; corrections made here win."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kith.bulk.domain.compare import Change, Held, compare

ONE, TWO = UUID(int=1), UUID(int=2)
FIELDS = ("minutes", "mode")


def test_new_changed_unchanged_and_gone() -> None:
    held = {"a": Held(ONE, 3, (30, "phone")), "b": Held(TWO, 1, (45, "video")), "z": Held(UUID(int=3), 1, (5, ""))}
    found = compare(FIELDS, held, {"a": (40, "phone"), "b": (45, "video"), "c": (10, "")}, {})
    assert found.new == ["c"]
    assert found.changes == [Change(ONE, 3, {"minutes": 40})]
    assert found.unchanged == 1
    assert found.gone == ["z"]


def test_a_field_corrected_here_is_kept_and_told() -> None:
    held = {"a": Held(ONE, 2, (35, "phone"))}
    found = compare(FIELDS, held, {"a": (30, "video")}, {ONE: {"minutes"}})
    assert found.kept == [("a", ("minutes",))]
    assert found.changes == [Change(ONE, 2, {"mode": "video"})]


def test_a_record_made_here_is_never_gone_from_a_file() -> None:
    assert compare(FIELDS, {"a": Held(ONE, 1, (1, ""), imported=False)}, {}, {}).gone == []


def test_what_the_file_has_no_column_for_stays() -> None:
    held = {"a": Held(ONE, 1, (35, "phone"))}
    found = compare(FIELDS, held, {"a": (40, "")}, {}, frozenset({"mode"}))
    assert found.changes == [Change(ONE, 1, {"minutes": 40})]


@given(st.dictionaries(st.text(max_size=3), st.tuples(st.integers(0, 3), st.sampled_from(["", "phone"]))))
def test_the_same_rows_again_change_nothing(rows: dict[str, tuple[int, str]]) -> None:
    held = {key: Held(UUID(int=place), 1, values) for place, (key, values) in enumerate(rows.items())}
    found = compare(FIELDS, held, rows, {})
    assert (found.new, found.changes, found.kept, found.gone) == ([], [], [], [])
    assert found.unchanged == len(rows)
