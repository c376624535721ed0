"""Where something is killed again and again: a deployment whose state can be put back in a moment."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pyarrow.parquet as pq

from tests.deployments import Deployment
from tests.kills.records import Records, records_of


class Ground:
    """Remembers states of a deployment by name and puts them back."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment, self._kept = deployment, deployment.folder / "kept"
        self._is_file, self._names = deployment.url.startswith("sqlite"), set[str]()

    def remember(self, name: str) -> None:
        """This is a state to come back to."""
        self.forget(name)
        shutil.copytree(self.deployment.data, self._kept / name)
        if not self._is_file:
            self._tell(f"CREATE DATABASE {self._database}_{name} TEMPLATE {self._database}")
        self._names.add(name)

    def put_back(self, name: str) -> None:
        """As it was remembered."""
        shutil.rmtree(self.deployment.data)
        shutil.copytree(self._kept / name, self.deployment.data)
        self.put_back_database(name)

    def put_back_database(self, name: str) -> None:
        """The database alone, by other means than Kith's."""
        if self._is_file:
            for path in self.deployment.data.glob("kith.sqlite3*"):
                path.unlink()
            for path in (self._kept / name).glob("kith.sqlite3*"):
                shutil.copy(path, self.deployment.data)
            return
        self._tell(f"DROP DATABASE IF EXISTS {self._database} WITH (FORCE)")
        self._tell(f"CREATE DATABASE {self._database} TEMPLATE {self._database}_{name}")

    def forget(self, name: str) -> None:
        """A state is not remembered any more."""
        shutil.rmtree(self._kept / name, ignore_errors=True)
        if not self._is_file:
            self._tell(f"DROP DATABASE IF EXISTS {self._database}_{name} WITH (FORCE)")
        self._names.discard(name)

    def forget_all(self) -> None:
        """No state is remembered any more."""
        for name in list(self._names):
            self.forget(name)

    def records(self) -> Records:
        """What the database holds now."""
        return records_of(self.deployment.url)

    def leftovers(self) -> list[str]:
        """Half-written files anywhere in the deployment's folder."""
        ends = (".part", ".kith-part", ".copy", ".restored", "-journal")
        found = [path for path in self.deployment.folder.rglob("*") if path.name.endswith(ends)]
        found += [self.deployment.data / name for name in ("unpacked", "restore-is-open.json")]
        return [str(path.relative_to(self.deployment.folder)) for path in found if path.exists()]

    def store(self) -> dict[str, list[str]]:
        """The rows that readers of the one store read now; raises where a table is not whole."""
        (current,) = Path(self.deployment.data / "store").glob("*/CURRENT")
        version = current.parent / current.read_text()
        assert (version / "manifest.json").read_text().endswith("}")
        return {path.name: sorted(map(repr, pq.read_table(path).to_pylist())) for path in version.glob("*.parquet")}

    @property
    def _database(self) -> str:
        return urlsplit(self.deployment.url).path.removeprefix("/")

    def _tell(self, statement: str) -> None:
        server = urlsplit(self.deployment.url)._replace(path="/postgres").geturl()
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(statement)
