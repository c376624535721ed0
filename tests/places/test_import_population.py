"""People are taken whole, by those who may; the manager says where the service works."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kith.access.api import Viewer, roles, system_viewer
from kith.audit.models import AuditRow
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.places.api import (
    PopulationTaken,
    WrongPopulationFileError,
    areas_of,
    areas_set,
    import_population,
    people_by_area,
    people_of,
    populations,
    set_areas,
)
from kith.places.models import PopulationCount

pytestmark = pytest.mark.django_db
Viewers = Callable[..., Viewer]


def _take(folder: Path, *rows: str, name: str = "people", **given: Any) -> PopulationTaken:
    path = folder / "people.csv"
    path.write_text("\n".join(["area,sex,people", *rows]))
    return import_population(viewer=system_viewer(), path=path, name=name, **given)


def test_a_file_of_people_is_taken_and_says_what_it_brought(tmp_path: Path) -> None:
    taken = _take(tmp_path, "E01000001,f,60", "E01000001,m,40", "E01000002,f,5")
    assert taken == PopulationTaken("people", "2011", 2, 105, ("sex",), changed=True)
    (held,) = populations()
    assert people_of(held.id, "sex", ["E01000001", "E01000009"]) == {"female": 60, "male": 40}
    assert people_by_area(held.id, areas_of(held.id)) == {"E01000001": 100, "E01000002": 5}
    assert AuditRow.objects.filter(record_type="population").count() == 1


def test_the_same_file_again_changes_nothing_and_a_corrected_one_replaces(tmp_path: Path) -> None:
    _take(tmp_path, "E01000001,f,60")
    assert not _take(tmp_path, "E01000001,f,60").changed
    assert _take(tmp_path, "E01000001,f,61", "E01000002,m,1").changed
    assert PopulationCount.objects.count() == 4
    assert len(populations()) == 1


@pytest.mark.parametrize("row", ["E01000001,?,1", "E01000001,f,61"])
def test_a_wrong_file_leaves_what_was_there(tmp_path: Path, row: str) -> None:
    _take(tmp_path, "E01000001,f,60")
    with pytest.raises(WrongPopulationFileError):
        _take(tmp_path, "E01000001,f,61", row)
    assert people_by_area(populations()[0].id, ["E01000001"]) == {"E01000001": 60}


def test_the_census_is_what_is_said_or_that_of_the_index(tmp_path: Path, settings: Any) -> None:
    assert _take(tmp_path, "E01000001,f,60", census="2021").census == "2021"
    settings.KITH_DEPRIVATION_INDEX = "imd-2025-england"
    assert _take(tmp_path, "E01000001,f,60", name="other").census == "2021"


def test_a_worker_may_not_bring_in_people(tmp_path: Path, make_viewer: Callable[..., Viewer]) -> None:
    with pytest.raises(NotAllowedError, match="population"):
        import_population(viewer=make_viewer(roles.WORKER), path=tmp_path / "x", name="x")


def test_the_areas_of_a_service_are_set_and_set_anew(service: Any) -> None:
    viewer = system_viewer()
    assert set_areas(viewer=viewer, service_id=service.id, codes=["e01000002 ", "E01000001", "", "E01000001"]) == 2
    assert areas_set(service.id) == ("E01000001", "E01000002")
    set_areas(viewer=viewer, service_id=service.id, codes=["E01000001", "E01000002"])
    assert AuditRow.objects.filter(record_type="service_areas").count() == 1
    assert set_areas(viewer=viewer, service_id=service.id, codes=[]) == 0
    assert areas_set(service.id) == ()


def test_what_is_no_area_is_told_and_changes_nothing(service: Any) -> None:
    set_areas(viewer=system_viewer(), service_id=service.id, codes=["E01000001"])
    with pytest.raises(NotPossibleError, match="'NX1' is not the code"):
        set_areas(viewer=system_viewer(), service_id=service.id, codes=["E01000002", "NX1"])
    assert areas_set(service.id) == ("E01000001",)


@pytest.mark.parametrize(
    "role", [roles.WORKER, roles.TEAM_LEADER, roles.EVALUATOR, roles.COMMISSIONER, roles.ADMINISTRATOR]
)
def test_only_the_manager_says_where_a_service_works(
    role: str, service: Any, make_viewer: Callable[..., Viewer]
) -> None:
    with pytest.raises(NotAllowedError):
        set_areas(viewer=make_viewer(role), service_id=service.id, codes=["E01000001"])
    set_areas(viewer=make_viewer(roles.SERVICE_MANAGER), service_id=service.id, codes=["E01000001"])


def test_the_manager_of_another_service_does_not_find_it(
    other_service: Any, make_viewer: Callable[..., Viewer]
) -> None:
    with pytest.raises(NotFoundError):
        set_areas(viewer=make_viewer(roles.SERVICE_MANAGER), service_id=other_service.id, codes=["E01000001"])
