"""A kill at any moment leaves all of a file or none of it, and the next run completes."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.factories.workbook import write_workbook

KILLS = 5
COUNT = (
    "import django; django.setup()\n"
    "from kith.rows.api import begin_with_every_row\n"
    "begin_with_every_row(because='a test counts')\n"
    "from kith.people.models import Client\n"
    "from kith.casework.models import Session\n"
    "from kith.audit.api import verify\n"
    "print(Client.objects.count(), Session.objects.count(), len(verify().faults))"
)


@pytest.fixture
def deployment(empty_database: str, tmp_path: Path) -> dict[str, str]:
    """An environment for the command, ready."""
    given = {
        **os.environ, "DATABASE_URL": empty_database, "KITH_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
    }  # fmt: skip
    subprocess.run([sys.executable, "-m", "kith.cli.main", "init"], env=given, check=True, capture_output=True)
    return given


def _command(path: Path) -> list[str]:
    options = ["--service", "Weirdale", "--profile", "health-trainer-export", "--format", "json"]
    return [sys.executable, "-m", "kith.cli.main", "import-workbook", str(path), *options]


def _counts(deployment: dict[str, str]) -> tuple[int, ...]:
    told = subprocess.run([sys.executable, "-c", COUNT], env=deployment, check=True, capture_output=True, text=True)
    return tuple(map(int, told.stdout.split()))


def test_killed_at_random_moments(deployment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    planted = write_workbook(path, clients=400)
    whole = (planted.taken("Clients"), planted.taken("Sessions"), 0)
    measured = {**deployment, "DATABASE_URL": f"sqlite:///{tmp_path}/measured.sqlite3"}
    began = time.monotonic()
    subprocess.run(_command(path), env=measured, check=True, capture_output=True)
    lasts, chance = time.monotonic() - began, random.Random(7)
    for _ in range(KILLS):
        running = subprocess.Popen(_command(path), env=deployment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(lasts * chance.uniform(0.3, 1.0))
        running.kill()
        running.wait()
        assert _counts(deployment) in {(0, 0, 0), whole}
    subprocess.run(_command(path), env=deployment, check=True, capture_output=True)
    assert _counts(deployment) == whole
