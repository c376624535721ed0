"""What the machine lacks is named in one sentence when it may not be installed."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.architecture.rules.tree import ROOT


def run(folder: Path, script: str, programs: dict[str, str]) -> subprocess.CompletedProcess:
    """Run the script with stand-ins for the machine's programs."""
    for name, body in programs.items():
        (folder / name).write_text(f"#!/bin/bash\n{body}\n")
        (folder / name).chmod(0o755)
    script = script.replace('"$PATH:/usr/sbin:/sbin"', f'"{folder}:$PATH:/usr/sbin:/sbin"')
    return subprocess.run(["bash", "-c", script], env=dict(os.environ), capture_output=True, text=True, check=False)


@pytest.fixture
def without_chromium() -> str:
    return (ROOT / "tests" / "machine.sh").read_text().replace("/usr/bin/chromium", "/usr/bin/no-such-browser")


NOBODY = {"id": "echo 1000", "sudo": "exit 1"}


def test_machine_that_lacks_something_and_may_not_install_it_says_what_to_run(tmp_path, without_chromium):
    done = run(tmp_path, without_chromium, {**NOBODY, "apt-get": "exit 0"})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.endswith("only root may install them: apt-get install chromium fonts-liberation\n")


def test_machine_that_lacks_something_and_may_install_it_does(tmp_path, without_chromium):
    done = run(tmp_path, without_chromium, {"id": "echo 0", "apt-get": 'echo "apt-get $*"'})
    assert done.returncode == 0
    assert "--yes --no-install-recommends chromium" in done.stderr


def test_machine_where_installing_fails_says_so(tmp_path, without_chromium):
    done = run(tmp_path, without_chromium, {"id": "echo 0", "apt-get": "exit 100"})
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "The tests need chromium fonts-liberation, and installing them failed"
    )


def test_machine_that_lacks_nothing_is_left_alone(tmp_path):
    done = run(tmp_path, (ROOT / "tests" / "machine.sh").read_text(), {"apt-get": "echo touched; exit 1"})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
