"""An index is taken whole, once, by those who may."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kith.access.api import Viewer, roles, system_viewer
from kith.kernel.errors import NotAllowedError
from kith.places.api import AreasTaken, WrongIndexFileError, decile_of, deciles, import_areas, index_version

INDEX = "imd-2019-england"


def _file(*rows: str) -> bytes:
    return "\n".join(["nation,lsoa,original_decile", *rows]).encode()


@pytest.mark.django_db
def test_the_published_file_gives_every_area_of_england(deprivation_file: Path) -> None:
    taken = import_areas(viewer=system_viewer(), content=deprivation_file.read_bytes(), index=INDEX)
    assert taken == AreasTaken(INDEX, 32844, changed=True)
    assert len(deciles(INDEX)) == 32844
    assert decile_of(INDEX, "E01021988") == 1
    assert index_version(INDEX) == "2019"


@pytest.mark.django_db
def test_the_same_file_again_changes_nothing_and_a_corrected_one_replaces() -> None:
    viewer = system_viewer()
    import_areas(viewer=viewer, content=_file("E,E01000001,9", "E,E01000002,4"), index=INDEX)
    assert not import_areas(viewer=viewer, content=_file("E,E01000001,9", "E,E01000002,4"), index=INDEX).changed
    assert import_areas(viewer=viewer, content=_file("E,E01000001,8"), index=INDEX).changed
    assert deciles(INDEX) == {"E01000001": 8}


@pytest.mark.django_db
def test_a_wrong_file_leaves_what_was_there() -> None:
    import_areas(viewer=system_viewer(), content=_file("E,E01000001,9"), index=INDEX)
    with pytest.raises(WrongIndexFileError):
        import_areas(viewer=system_viewer(), content=_file("E,E01000001,12"), index=INDEX)
    assert deciles(INDEX) == {"E01000001": 9}


@pytest.mark.django_db
def test_an_unknown_area_is_unknown_and_not_guessed() -> None:
    assert decile_of(INDEX, "E01000001") is None


@pytest.mark.django_db
def test_a_worker_may_not_bring_in_an_index(make_viewer: Callable[..., Viewer]) -> None:
    with pytest.raises(NotAllowedError, match="service manager or an administrator"):
        import_areas(viewer=make_viewer(roles.WORKER), content=_file("E,E01000001,9"), index=INDEX)
