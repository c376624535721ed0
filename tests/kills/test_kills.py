"""Killed at any point, nothing is lost and nothing half done, and the next run completes."""

import json
from collections.abc import Iterator

import pytest

from kith.keeping.actions.check_backup import check_backup
from kith.keeping.domain.keys import key_in
from tests.deployments import PERIOD, TAKE, Deployment, deployed
from tests.factories.workbook import write_workbook
from tests.kills.ground import Ground
from tests.kills.killing import Operation, kill_often
from tests.warm import Done, Kill

pytestmark = pytest.mark.kills


@pytest.fixture
def ground(deployment: Deployment) -> Iterator[Ground]:
    """A small service with its figures made."""
    deployment.bring_in(5)
    deployment.report()
    made = Ground(deployment)
    yield made
    made.forget()


@pytest.fixture
def deployment(tmp_path) -> Iterator[Deployment]:
    """One for each test."""
    with deployed(tmp_path) as made:
        yield made


class Import(Operation):
    """All of a file or none of it."""

    name = "import"

    def prepare(self) -> None:
        self.path = self.deployment.folder / "next.xlsx"
        write_workbook(self.path, clients=8, seed=3)
        self.after = None

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        return self.deployment.warm.kith("import-workbook", str(self.path), *TAKE, kill=kill, counted=counted)

    def judge(self) -> bool:
        counts = self.deployment.counts()
        assert counts in (self.before, self.after)
        return counts == self.after

    def completed(self) -> None:
        self.after = self.after or self.deployment.counts()
        assert self.after["people_client"] > self.before["people_client"]
        _trail_is_untouched(self.deployment)


class Refresh(Operation):
    """The store before or the new one, each whole."""

    name = "refresh"

    def prepare(self) -> None:
        self.tables = self.ground.store()
        self.rows = self.deployment.counts()

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        return self.deployment.warm.kith(call="tests.kills.deeds:refresh_figures", kill=kill, counted=counted)

    def judge(self) -> bool:
        assert self.ground.store() == self.tables
        counts = self.deployment.counts()
        grown = {table: rows - self.rows[table] for table, rows in counts.items() if rows != self.rows[table]}
        assert grown in ({}, {"audit_auditrow": 1})
        self.rows = counts
        return bool(grown)

    def completed(self) -> None:
        (versions,) = ([path for path in each.iterdir() if path.is_dir()] for each in self._stores())
        assert len(versions) == 2

    def begin_again(self) -> None:
        self.rows = self.deployment.counts()

    def _stores(self):
        return [path.parent for path in (self.deployment.data / "store").glob("*/CURRENT")]


class Report(Operation):
    """The file whole or not there, and written down where it is."""

    name = "report"

    def prepare(self) -> None:
        self.output = self.deployment.folder / "report.json"
        self.content = self.deployment.report()
        self.rows = self.deployment.counts()

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        self.output.unlink(missing_ok=True)
        made = ("--audience", "service", "--format", "json", "--output", str(self.output))
        return self.deployment.warm.kith("report", *PERIOD, *made, kill=kill, counted=counted)

    def judge(self) -> bool:
        counts = self.deployment.counts()
        grown = {table: rows - self.rows[table] for table, rows in counts.items() if rows != self.rows[table]}
        released = {"audit_auditrow": 2, "reporting_release": 1}
        assert grown in ({}, {"audit_auditrow": 1}, released)
        if self.output.exists():
            assert grown == released
            assert self.output.read_text() == self.content
        self.rows = counts
        self.ground.store()
        return self.output.exists()

    def completed(self) -> None:
        assert self.output.read_text() == self.content

    def begin_again(self) -> None:
        self.rows = self.deployment.counts()


class Backup(Operation):
    """A whole backup or none; the records as they were."""

    name = "backup"

    def prepare(self) -> None:
        self.target = self.deployment.folder / "made.kithbackup"
        self.key = key_in(self.deployment.key.read_text(), "key")
        self.rows, self.entries = self.deployment.counts(), None

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        self.target.unlink(missing_ok=True)
        given = ("backup", str(self.target), "--key-file", str(self.deployment.key))
        return self.deployment.warm.kith(*given, kill=kill, counted=counted)

    def judge(self) -> bool:
        counts = self.deployment.counts()
        grown = {table: rows - self.rows[table] for table, rows in counts.items() if rows != self.rows[table]}
        assert grown in ({}, {"audit_auditrow": 1})
        self.rows = counts
        if self.target.exists():
            assert grown
            self._check()
        return self.target.exists()

    def _check(self) -> None:
        manifest = check_backup(path=self.target, key=self.key)
        self.entries = self.entries or set(manifest["entries"])
        assert set(manifest["entries"]) == self.entries

    def completed(self) -> None:
        self._check()

    def begin_again(self) -> None:
        self.rows = self.deployment.counts()


class Restore(Operation):
    """The records that were there, or those of the backup, or a mark under which nothing works."""

    name = "restore"

    def prepare(self) -> None:
        self.path = self.deployment.backup()
        self.then = self.deployment.counts()
        self.deployment.bring_in(9, seed=4)
        self.after = None

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        given = ("restore", str(self.path), "--key-file", str(self.deployment.key), "--replace-what-is-there")
        return self.deployment.warm.kith(*given, kill=kill, counted=counted)

    def judge(self) -> bool:
        if (self.deployment.data / "restore-is-open.json").exists():
            return False
        counts = self.deployment.counts()
        assert counts in (self.before, self.after)
        assert (self.deployment.data / "secret").is_file()
        return counts == self.after

    def completed(self) -> None:
        self.after = self.after or self.deployment.counts()
        assert self.after["people_client"] == self.then["people_client"] < self.before["people_client"]
        self.ground.store()
        _trail_is_untouched(self.deployment)


def _trail_is_untouched(deployment: Deployment) -> None:
    assert json.loads(deployment.kith("audit", "verify", "--format", "json").stdout)["faults"] == []


@pytest.mark.parametrize("operation", [Import, Refresh, Report, Backup, Restore], ids=lambda each: each.name)
def test_killed_at_any_point_nothing_is_lost_or_half_done_and_the_next_run_completes(operation, ground, request):
    kill_often(operation(ground), request)


def test_nothing_works_on_a_deployment_half_restored(ground):
    restore = Restore(ground)
    restore.run()
    restore.completed()
    restore.begin_again()
    whole = restore.run(counted=True)
    restore.begin_again()
    while not (ground.deployment.data / "restore-is-open.json").exists():
        restore.begin_again()
        whole = Done(whole.code, "", "", whole.calls, int(whole.writes * 0.98))
        restore.run(Kill("write", whole.writes))
    assert "Run the same kith restore again" in ground.deployment.refused("audit", "verify")
    assert restore.run().code == 0
    restore.completed()
