"""The workbench lists what it has, and CI calls nothing of its own."""

import os
import subprocess

from tests.architecture.rules.tree import ROOT

PROMISED = ["setup", "demo", "test", "check", "fix", "serve", "bench", "docs"]


def test_make_alone_lists_every_target_with_a_line():
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert set(PROMISED) <= set(listed)


def test_ci_calls_the_targets_and_nothing_else():
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make check", "make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
