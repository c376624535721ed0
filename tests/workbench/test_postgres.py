"""The throw-away cluster: up, and gone afterwards, also when what ran on it failed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import postgres
from tests.architecture.rules.tree import ROOT

SHOW = "import os, psycopg; url = os.environ['KITH_TEST_DATABASE'].removesuffix('/kith') + '/postgres'; "


def run(code: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "tests.postgres", "--", sys.executable, "-c", SHOW + code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("ending", ["", "raise SystemExit(3)"])
def test_cluster_is_there_for_the_command_and_gone_afterwards(ending):
    done = run(f"print(psycopg.connect(url).execute('show data_directory').fetchone()[0])\n{ending}")
    assert done.returncode == (3 if ending else 0)
    assert done.stdout.startswith("/")
    assert not Path(done.stdout.strip()).exists()


def test_cluster_without_postgresql_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(
        postgres, "programs", lambda: (_ for _ in ()).throw(postgres.NoPostgresError("Install it: apt-get"))
    )
    assert postgres.main(["--", "true"]) == 1
    assert "apt-get" in capsys.readouterr().err
