"""Where something is killed again and again: a deployment whose state can be put back in a moment."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pyarrow.parquet as pq

from tests.deployments import Deployment


class Ground:
    """Remembers the state of a deployment and puts it back."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment, self._kept = deployment, deployment.folder / "kept"
        self._is_file = deployment.url.startswith("sqlite")

    def remember(self) -> None:
        """This is the state to come back to."""
        self.forget()
        shutil.copytree(self.deployment.data, self._kept)
        if not self._is_file:
            self._tell(f"CREATE DATABASE {self._name}_kept TEMPLATE {self._name}")

    def put_back(self) -> None:
        """As it was remembered."""
        shutil.rmtree(self.deployment.data)
        shutil.copytree(self._kept, self.deployment.data)
        if not self._is_file:
            self._tell(f"DROP DATABASE {self._name} WITH (FORCE)")
            self._tell(f"CREATE DATABASE {self._name} TEMPLATE {self._name}_kept")

    def forget(self) -> None:
        """No state is remembered."""
        shutil.rmtree(self._kept, ignore_errors=True)
        if not self._is_file:
            self._tell(f"DROP DATABASE IF EXISTS {self._name}_kept WITH (FORCE)")

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
    def _name(self) -> str:
        return urlsplit(self.deployment.url).path.removeprefix("/")

    def _tell(self, statement: str) -> None:
        server = urlsplit(self.deployment.url)._replace(path="/postgres").geturl()
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(statement)
