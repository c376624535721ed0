"""A lookup governs when it is whole, and not before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kith.access.api import Viewer, roles, system_viewer
from kith.audit.models import AuditRow
from kith.kernel.errors import NotAllowedError, NotPossibleError
from kith.places.actions import import_postcodes as action
from kith.places.api import PostcodesTaken, WrongPostcodeFileError, import_postcodes, lookup_editions
from kith.places.models import Postcode, PostcodeLookup
from tests.places import lookups

pytestmark = pytest.mark.django_db(transaction=True)


def _take(path: Path) -> PostcodesTaken:
    return import_postcodes(viewer=system_viewer(), path=path, edition=path.stem)


def test_a_lookup_is_taken_and_says_what_it_brought(tmp_path: Path) -> None:
    taken = _take(lookups.lookup(tmp_path))
    assert taken == PostcodesTaken("ONSPD_FEB_2023_UK", 4, 2, 3, 3, 0, 0, (), changed=True)
    assert lookup_editions() == dict.fromkeys(("2011", "2021"), "ONSPD_FEB_2023_UK")
    assert Postcode.objects.get(key="NX11AB").ended == 202408
    assert AuditRow.objects.filter(verb="imported", record_type="postcode_lookup").count() == 1


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    first = _take(lookups.lookup(tmp_path))
    ids = sorted(Postcode.objects.values_list("id", flat=True))
    again = _take(lookups.lookup(tmp_path))
    assert first.changed
    assert (again.postcodes, again.ended, again.with_area_2011, again.changed) == (4, 2, 3, False)
    assert sorted(Postcode.objects.values_list("id", flat=True)) == ids


def test_a_newer_edition_takes_over_and_the_old_one_goes(tmp_path: Path) -> None:
    _take(lookups.lookup(tmp_path))
    rows = (("NX1 1AA", "", "E01000009", "E01033709"),)
    taken = _take(lookups.lookup(tmp_path, rows=rows, name="ONSPD_MAY_2025_UK.csv"))
    assert taken.replaced == ("ONSPD_FEB_2023_UK",)
    assert list(Postcode.objects.values_list("key", "area_2011")) == [("NX11AA", "E01000009")]
    assert PostcodeLookup.objects.count() == 1


def test_lookups_of_two_censuses_stand_side_by_side(tmp_path: Path) -> None:
    _take(lookups.lookup(tmp_path, lookups.NSPL_2011, name="NSPL_2011.csv"))
    _take(lookups.lookup(tmp_path, lookups.NSPL_2025, name="NSPL_2021.csv"))
    assert lookup_editions() == {"2011": "NSPL_2011", "2021": "NSPL_2021"}
    both = _take(lookups.lookup(tmp_path))
    assert set(both.replaced) == {"NSPL_2011", "NSPL_2021"}
    assert PostcodeLookup.objects.count() == 1


def test_an_import_that_stops_half_way_leaves_the_old_lookup_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(lookups.lookup(tmp_path))
    monkeypatch.setattr(action, "PIECE", 1)
    monkeypatch.setattr(action, "insert", _stopping_after(2, action.insert))
    newer = lookups.lookup(tmp_path, rows=(*lookups.ROWS, ("NX1 1ZZ", "", "E01000009", "")), name="newer.csv")
    with pytest.raises(KeyboardInterrupt):
        _take(newer)
    assert set(lookup_editions().values()) == {"ONSPD_FEB_2023_UK"}
    monkeypatch.undo()
    assert _take(newer).postcodes == 5
    assert Postcode.objects.count() == 5
    assert PostcodeLookup.objects.count() == 1


def _stopping_after(pieces: int, insert: Callable[..., None]) -> Callable[..., None]:
    left = iter(range(pieces))

    def stopping(*given: object) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        insert(*given)

    return stopping


@pytest.mark.parametrize("rows", [(), (lookups.ROWS[0], lookups.ROWS[0])])
def test_a_file_that_cannot_be_taken_changes_nothing(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    _take(lookups.lookup(tmp_path))
    with pytest.raises(WrongPostcodeFileError, match="Nothing was changed"):
        _take(lookups.lookup(tmp_path, rows=rows, name="wrong.csv"))
    assert set(lookup_editions().values()) == {"ONSPD_FEB_2023_UK"}
    assert Postcode.objects.count() == 4


def test_two_imports_at_once_are_one_and_a_sentence(tmp_path: Path) -> None:
    with action._alone(), pytest.raises(NotPossibleError, match="under way"):
        _take(lookups.lookup(tmp_path))


def test_a_worker_may_not_bring_in_postcodes(tmp_path: Path, make_viewer: Callable[..., Viewer]) -> None:
    with pytest.raises(NotAllowedError, match="service manager or an administrator"):
        import_postcodes(viewer=make_viewer(roles.WORKER), path=lookups.lookup(tmp_path), edition="x")
