"""The import contracts of .importlinter, run on a tree."""

import os
import subprocess
import sys
from pathlib import Path

RUN = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def broken_contracts(root: Path) -> list[str]:
    """The names of the broken contracts, with what the tool found; a tool that cannot run is a fault too."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--no-cache", "--no-logo"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.returncode:
        return []
    names = [line.removesuffix(" BROKEN") for line in done.stdout.splitlines() if line.endswith(" BROKEN")]
    return [*names, done.stdout + done.stderr]
