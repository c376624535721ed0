"""Builds what the browser gets: `python -m kith.ui.build`. Does nothing when nothing changed."""

import gzip
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from kith.kernel.errors import KithError
from kith.ui import node

ROOM = Path(__file__).parent
ROOT = ROOM.parents[1]
SOURCES = ROOM / "assets"
BUILT = ROOM / "static" / "built"
NODE_MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
INSTALLED = NODE_MODULES / ".kith-installed"
THEIRS = NODE_MODULES / "nhsuk-frontend" / "dist" / "nhsuk"
THEIR_SCRIPT = THEIRS / "nhsuk-frontend.min.js"
THEIR_ICONS = "nhsuk-icon-*.svg"
SOURCE_MAP_COMMENT = re.compile(r"(?://|/\*)[#@]\s*sourceMappingURL=\S*(?:\s*\*/)?")


class NotBuiltError(KithError):
    """The parts of the pages that the browser needs could not be built."""


def build() -> Path:
    """Install the locked packages, compile the look, copy the scripts; returns the folder, named by its content."""
    target = BUILT / _digest()
    if not (target / "kith.css").is_file():
        _install()
        unfinished = target.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        _compile(unfinished / "kith.css")
        for script in (THEIR_SCRIPT, *sorted((SOURCES / "js").glob("*.js"))):
            (unfinished / script.name).write_text(SOURCE_MAP_COMMENT.sub("", script.read_text()))
        _copy_images(unfinished / "images")
        _compress(unfinished)
        unfinished.rename(target)
    _make_current(target)
    return target


def _make_current(target: Path) -> None:
    """The build before stays until the next one: a server that is running still shows it."""
    current = BUILT / "current"
    before = current.read_text() if current.is_file() else ""
    if before != target.name:
        current.write_text(target.name)
        for old in BUILT.iterdir():
            if old.is_dir() and old.name not in (target.name, before):
                shutil.rmtree(old)


def _digest() -> str:
    files = [LOCK, Path(__file__), *sorted(each for each in SOURCES.rglob("*") if each.is_file())]
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]


def _install() -> None:
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if INSTALLED.is_file() and INSTALLED.read_text() == wanted and THEIR_SCRIPT.is_file():
        return
    _run(
        [*node.npm(), "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"],
        "install the locked packages",
    )
    INSTALLED.write_text(wanted)


def _compile(target: Path) -> None:
    sass = NODE_MODULES / "sass" / "sass.js"
    options = ["--no-source-map", "--style=compressed", "--quiet-deps", f"--load-path={NODE_MODULES}"]
    _run([*node.node(), str(sass), *options, str(SOURCES / "kith.scss"), str(target)], "compile the look")


def _copy_images(target: Path) -> None:
    """Ours, and those of the design system's icons that the look calls for; never a logo."""
    shutil.copytree(SOURCES / "images", target)
    called_for = (target.parent / "kith.css").read_text()
    for icon in (THEIRS / "assets" / "images").glob(THEIR_ICONS):
        if icon.name in called_for:
            shutil.copy(icon, target)


def _compress(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.suffix in (".css", ".js", ".svg"):
            file.with_name(file.name + ".gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))


def _run(command: list[str], purpose: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise NotBuiltError(f"Could not {purpose}: {(done.stderr or done.stdout).strip()[-2000:]}")


if __name__ == "__main__":
    try:
        sys.stderr.write(f"The look is built: {build().name}\n")
    except NotBuiltError as error:
        sys.exit(error.sentence)
