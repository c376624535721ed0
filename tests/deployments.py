"""A deployment of its own with a service in it, worked by a warmed `kith`, for tests of commands."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.databases import a_database_of_its_own
from tests.factories.workbook import write_workbook
from tests.warm import Done, Warm

SERVICE = "Weirdale"
TAKE = ("--service", SERVICE, "--profile", "health-trainer-export", "--format", "json")
TAKE_CASELOAD = ("--service", SERVICE, "--profile", "caseload-one-row-a-client", "--format", "json")
PERIOD = ("--service", SERVICE, "--from", "2024-04-01", "--to", "2025-03-31")


@dataclass(frozen=True)
class Deployment:
    """A folder with `data` and a database of its own; `kith(...)` runs a command there."""

    folder: Path
    url: str
    warm: Warm

    @property
    def data(self) -> Path:
        """KITH_DATA."""
        return self.folder / "data"

    @property
    def key(self) -> Path:
        """The key file."""
        return self.folder / "backup.key"

    def kith(self, *arguments: object) -> Done:
        """Run a command, which must succeed."""
        done = self.warm.kith(*map(str, arguments))
        assert done.code == 0, done.stderr
        return done

    def refused(self, *arguments: object) -> str:
        """Run a command, which must be refused; returns its sentence."""
        done = self.warm.kith(*map(str, arguments))
        assert done.code == 3, (done.code, done.stderr)
        assert "Traceback" not in done.stderr
        return done.stderr.splitlines()[-1]

    def report(self) -> str:
        """The service's own figures as they are now."""
        return self.kith("report", *PERIOD, "--audience", "service", "--format", "json").stdout

    def counts(self) -> dict[str, int]:
        """How many rows each table holds; none where there is no table."""
        return counts_of(self.url)

    def backup(self, name: str = "one.kithbackup") -> Path:
        """A new backup, in the place of one of that name."""
        (self.folder / name).unlink(missing_ok=True)
        self.kith("backup", self.folder / name, "--key-file", self.key)
        return self.folder / name

    def bring_in(self, clients: int, *, seed: int = 1) -> None:
        """Take a workbook of so many clients."""
        path = self.folder / f"{clients}-{seed}.xlsx"
        if not path.exists():
            write_workbook(path, clients=clients, seed=seed)
        self.kith("import-workbook", path, *TAKE)


LISTED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


def counts_of(url: str) -> dict[str, int]:
    """How many rows each table of a database holds, as of one moment."""
    kind = url.split(":")[0]
    with closing(
        sqlite3.connect(url.removeprefix("sqlite:///")) if kind == "sqlite" else psycopg.connect(url)
    ) as asked:
        tables = sorted(row[0] for row in asked.execute(LISTED[kind]).fetchall())
        counting = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)
        return dict(asked.execute(counting).fetchall()) if tables else {}


def _asked(url: str) -> sqlite3.Connection | psycopg.Connection:
    return sqlite3.connect(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else psycopg.connect(url)


@contextmanager
def deployed(folder: Path) -> Iterator[Deployment]:
    """A new deployment with a key file, initialised."""
    with a_database_of_its_own(os.environ["DATABASE_URL"]) as url:
        (folder / "data").mkdir(mode=0o700)
        (folder / "data" / "secret").write_text("a secret of one deployment, for tests")
        if url.startswith("sqlite"):
            url = f"sqlite:///{folder}/data/kith.sqlite3"
        made = Deployment(folder, url, Warm(KITH_DATA=str(folder / "data"), DATABASE_URL=url, KITH_HTTPS="no"))
        try:
            made.kith("init")
            made.kith("backup-key", made.key)
            yield made
        finally:
            made.warm.close()
            shutil.rmtree(folder / "data", ignore_errors=True)


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """One for the tests of a file."""
    with deployed(tmp_path_factory.mktemp("deployment")) as made:
        yield made
