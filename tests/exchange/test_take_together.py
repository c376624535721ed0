"""Two files at once: neither is lost, and nothing comes in twice."""

import subprocess
from pathlib import Path

import pytest

from kith.access.api import make_service, system_viewer
from kith.bulk.api import ChangedMeanwhileError
from kith.exchange.actions.take_workbook import _write, check_workbook
from kith.exchange.api import GivenFile, take_workbook
from kith.measures.models import Reading
from tests.exchange.test_take_killed import _command, _counts, deployment
from tests.factories.workbook import write_workbook

__all__ = ["deployment"]


@pytest.mark.django_db
def test_a_comparison_made_before_another_file_was_taken_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    write_workbook(path, clients=8, faults=False)
    viewer, service = system_viewer(), make_service(viewer=system_viewer(), name="Weirdale")
    given = {"viewer": viewer, "service_id": service.id, "progress": lambda _: None}
    file = GivenFile(path.name, path.read_bytes(), "health-trainer-export")
    take_workbook(**given, file=file)
    Reading.objects.all().delete()
    stale = check_workbook(**given, file=file)
    take_workbook(**given, file=file)
    held = Reading.objects.count()
    with pytest.raises(ChangedMeanwhileError):
        _write(viewer, service.id, file, stale, lambda: None)
    assert Reading.objects.count() == held > 0


def test_the_same_file_by_three_hands_at_once_comes_in_once(deployment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    planted = write_workbook(path, clients=60)
    hands = [
        subprocess.Popen(_command(path), env=deployment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [each.communicate()[1] for each in hands]
    assert [each.returncode for each in hands] == [0, 0, 0], told
    assert _counts(deployment) == (planted.taken("Clients"), planted.taken("Sessions"), 0)
