"""Where a service's figures are kept: versions side by side, and one small file that says which is current."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from uuid import UUID

from kith.files.api import write_whole
from kith.kernel.ids import new_id
from kith.reporting.domain.errors import NoFiguresError

CURRENT, MANIFEST, LOCK = "CURRENT", "manifest.json", "lock"


@dataclass(frozen=True)
class StoreFolder:
    """The folder of one service's store."""

    root: Path

    @classmethod
    def of(cls, data: Path, service_id: UUID) -> "StoreFolder":
        """The store of a service under the deployment's data folder."""
        return cls(data / "store" / str(service_id))

    def current(self) -> Path:
        """The folder of the version that readers read. Raises NoFiguresError."""
        named = self.root / CURRENT
        if not named.is_file():
            raise NoFiguresError("The figures of this service were never made. Refresh them.")
        version = self.root / named.read_text(encoding="utf-8").strip()
        if not (version / MANIFEST).is_file():
            raise NoFiguresError("The figures of this service are gone from their folder. Refresh them.")
        return version

    def make_current(self, version: Path) -> None:
        """Let readers read this version from now on: one rename, so that a kill leaves the one or the other."""
        write_whole(self.root / CURRENT, version.name.encode())

    @contextmanager
    def new_version(self) -> Iterator[Path]:
        """An empty folder for a new version, one writer at a time; leftovers of killed writers go first.

        The version before the current one stays, for readers who opened it.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / LOCK).open("w") as lock:
            flock(lock, LOCK_EX)
            self._sweep(keep=2)
            version = self.root / str(new_id())
            version.mkdir()
            yield version
            self.make_current(version)
            self._sweep(keep=2)

    def _sweep(self, *, keep: int) -> None:
        """Remove what a kill left half written, versions never finished, and all but the newest finished ones."""
        for left in self.root.glob(f"{CURRENT}.*.part"):
            left.unlink(missing_ok=True)
        versions = sorted(path for path in self.root.iterdir() if path.is_dir())
        now = (self.root / CURRENT).read_text().strip() if (self.root / CURRENT).is_file() else ""
        finished = [path for path in versions if (path / MANIFEST).is_file() and path.name <= now]
        for path in versions:
            if path not in finished[-keep:]:
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def stores_held(data: Path) -> Iterator[frozenset[str]]:
    """Hold every store as it is while its files are copied: writers wait. Gives the names of the folders held."""
    with ExitStack() as stack:
        locks = sorted((data / "store").glob(f"*/{LOCK}"))
        for each in locks:
            flock(stack.enter_context(each.open("w")), LOCK_EX)
        yield frozenset(each.parent.name for each in locks)
