"""The operations that are killed."""

from collections.abc import Iterable

from kith.keeping.actions.check_backup import check_backup
from kith.keeping.domain.keys import key_in
from tests.deployments import PERIOD, TAKE, TAKE_CASELOAD
from tests.factories.caseload import write_caseload
from tests.factories.workbook import write_workbook
from tests.kills.operation import Operation
from tests.kills.records import NOTHING, Change, added, change
from tests.warm import Done, Kill


class Import(Operation):
    """All of a file or none of it; the same file again adds nothing but that it came."""

    name = "import"
    again = added(audit_auditrow=1, django_q_ormq=1, exchange_workbookimport=1)
    options, more_clients = TAKE, 3

    def prepare(self) -> None:
        self.path = self.deployment.folder / "next.xlsx"
        self.write()
        self.first: Change | None = None

    def write(self) -> None:
        """The file that is brought in."""
        write_workbook(self.path, clients=8, seed=3)

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        return self.deployment.warm.kith("import-workbook", str(self.path), *self.options, kill=kill, counted=counted)

    def whole(self) -> Change:
        if self.first is None:
            self.first = change(self.seen, self.ground.records())
            assert self.first["people_client", "added"] - self.first["people_client", "gone"] == self.more_clients
        return self.again if self.is_done else self.first

    def completed(self) -> Iterable[Change]:
        return [self.whole(), self.whole() + self.again]

    def check(self, found: Change) -> bool:
        return found != NOTHING


class ImportCaseload(Import):
    """The same for a spreadsheet with one row a client."""

    name, options, more_clients = "import_caseload", TAKE_CASELOAD, 24

    def write(self) -> None:
        """With every fault."""
        write_caseload(self.path, clients=6)


class Refresh(Operation):
    """The store before or the new one, each whole."""

    name = "refresh"

    def prepare(self) -> None:
        self.old, self.new = self.ground.store(), None
        self.deployment.bring_in(9, seed=3)

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        return self.deployment.warm.kith(call="tests.kills.deeds:refresh_figures", kill=kill, counted=counted)

    def whole(self) -> Change:
        return added(audit_auditrow=1)

    def check(self, found: Change) -> bool:
        store = self.ground.store()
        if self.new is None:
            self.new = store
            assert self.new != self.old
        assert store == self.new or (store == self.old and not self.is_done)
        return store == self.new

    def complete(self) -> None:
        super().complete()
        (stores,) = (path.parent for path in (self.deployment.data / "store").glob("*/CURRENT"))
        assert len([path for path in stores.iterdir() if path.is_dir()]) <= 2


class Report(Operation):
    """The file whole or not there, and written down where it is."""

    name = "report"
    partly = (added(audit_auditrow=1),)

    def prepare(self) -> None:
        self.output = self.deployment.folder / "report.json"
        self.content = self.deployment.report()

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        self.output.unlink(missing_ok=True)
        made = ("--audience", "service", "--format", "json", "--output", str(self.output))
        return self.deployment.warm.kith("report", *PERIOD, *made, kill=kill, counted=counted)

    def whole(self) -> Change:
        return added(audit_auditrow=2, reporting_release=1)

    def check(self, found: Change) -> bool:
        self.ground.store()
        if self.output.exists():
            assert found["reporting_release", "added"]
            assert self.output.read_text() == self.content
        return self.output.exists()


class Backup(Operation):
    """A whole backup or none, and written down where there is one; the records as they were."""

    name = "backup"

    def prepare(self) -> None:
        self.target = self.deployment.folder / "made.kithbackup"
        self.key, self.entries = key_in(self.deployment.key.read_text(), "key"), None

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        self.target.unlink(missing_ok=True)
        given = ("backup", str(self.target), "--key-file", str(self.deployment.key))
        return self.deployment.warm.kith(*given, kill=kill, counted=counted)

    def whole(self) -> Change:
        return added(audit_auditrow=1)

    def check(self, found: Change) -> bool:
        if self.target.exists():
            assert found != NOTHING
            manifest = check_backup(path=self.target, key=self.key)
            self.entries = self.entries or set(manifest["entries"])
            assert set(manifest["entries"]) == self.entries
        return self.target.exists()


class Restore(Operation):
    """The records that were there, or those of the backup, or a mark under which nothing works."""

    name = "restore"

    def prepare(self) -> None:
        self.backed_up, self.store = self.ground.records(), self.ground.store()
        self.path = self.deployment.backup("restored.kithbackup")
        self.deployment.bring_in(9, seed=4)
        self.before = self.ground.records()

    def run(self, kill: Kill | None = None, *, counted: bool = False) -> Done:
        given = ("restore", str(self.path), "--key-file", str(self.deployment.key), "--replace-what-is-there")
        return self.deployment.warm.kith(*given, kill=kill, counted=counted)

    def whole(self) -> Change:
        """Against the records of the backup, whatever was there before."""
        return added(audit_auditrow=1)

    def look(self) -> None:
        if (self.deployment.data / "restore-is-open.json").exists():
            return
        now = self.ground.records()
        self.is_done = now != self.before and now != self.seen or self.is_done
        if self.is_done:
            assert change(self.backed_up, now) == self.whole()
        else:
            assert now == self.before
        assert (self.deployment.data / "secret").is_file()
        assert self.ground.store() == self.store

    def _look(self, allowed: Iterable[Change]) -> None:
        assert change(self.backed_up, self.ground.records()) == self.whole()
        assert self.check(NOTHING)
        self.is_done = True

    def check(self, found: Change) -> bool:
        return self.ground.store() == self.store


ALL = (Import, ImportCaseload, Refresh, Report, Backup, Restore)
