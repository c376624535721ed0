"""Backup and restore of 100,000 clients against `pg_dump` and `pg_restore`, on a PostgreSQL of its own.

Each side is one command from its start to its end, on the same tables, and both restores are all or nothing. Beyond
that, `pg_dump -Fc` packs more tightly; `kith backup` encrypts, hashes, and takes the files of KITH_DATA; `kith restore`
checks every byte before it changes anything, migrates, and makes withdrawals again. The server runs without `fsync`.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bench.measured import Measured, median_of_pairs
from tests.postgres import cluster, programs

CLIENTS, SESSIONS, AUDIT_ROWS = 100_000, 5, 3
LIMIT, TIMES = 2, 3
KITH = (sys.executable, "-m", "kith.cli.main")
ONE_OF_EACH = """
import datetime as dt
from django.db import connection
from kith.access.api import make_service, system_viewer
from kith.casework.models import Session
from kith.kernel.ids import new_id
from kith.people.models import Client, Person
from kith.rows.api import begin_with_every_row
begin_with_every_row(because="a benchmark makes a service, and serves no page")
service = make_service(viewer=system_viewer(), name="Bench")
person = Person.objects.create(first_name="Made", surname="Up", postcode="ZZ1 1ZZ")
client = Client.objects.create(person=person, service=service, first_contact_on=dt.date(2024, 5, 1))
Session.objects.create(client=client, held_on=dt.date(2024, 5, 1), minutes=40, attended=True, note="Walked together.")
"""


def measure() -> list[Measured]:
    """Each command as a whole, from its start to its end, against the database's own."""
    with cluster() as url, tempfile.TemporaryDirectory() as name:
        base, folder = url.rsplit("/", 1)[0], Path(name)
        own = _deployment(folder, base, "kith")
        _fill(own)
        number = iter(range(100))

        def backup() -> float:
            (folder / "made").unlink(missing_ok=True)
            return _timed(own, *KITH, "backup", folder / "made", "--key-file", folder / "key")

        def dump() -> float:
            return _timed(own, programs() / "pg_dump", "-Fc", "-f", folder / "dump", own["DATABASE_URL"])

        def restore() -> float:
            into = _deployment(folder, base, f"back_{next(number)}", init=False)
            return _timed(into, *KITH, "restore", folder / "made", "--key-file", folder / "key")

        def pg_restore() -> float:
            into = _deployment(folder, base, f"back_{next(number)}", init=False)
            whole = (programs() / "pg_restore", "--single-transaction", "-d", into["DATABASE_URL"])
            return _timed(into, *whole, folder / "dump")

        out, back = median_of_pairs(TIMES, backup, dump), median_of_pairs(TIMES, restore, pg_restore)
    return [
        Measured(f"backup of {CLIENTS:,} clients against pg_dump", out, LIMIT),
        Measured(f"restore of {CLIENTS:,} clients against pg_restore", back, LIMIT),
    ]


def _deployment(folder: Path, base: str, name: str, *, init: bool = True) -> dict[str, str]:
    _timed(os.environ, programs() / "createdb", "--maintenance-db", f"{base}/postgres", name)
    env = {**os.environ, "DATABASE_URL": f"{base}/{name}", "KITH_DATA": str(folder / name), "KITH_HTTPS": "no"}
    if init:
        _timed(env, *KITH, "init")
        _timed(env, *KITH, "backup-key", folder / "key")
    return env


def _timed(env: Mapping[str, str], *command: object) -> float:
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], env=dict(env), check=True, capture_output=True)
    return time.perf_counter() - start


def _fill(env: dict[str, str]) -> None:
    """One row of each kind as the actions make it, and then as many like it as are wanted."""
    code = f"import django; django.setup()\n{ONE_OF_EACH}"
    _timed(env | {"DJANGO_SETTINGS_MODULE": "kith.config.settings"}, sys.executable, "-c", code)
    import psycopg

    with psycopg.connect(env["DATABASE_URL"], autocommit=True) as server:
        _like(server, "people_person", {}, f"generate_series(2, {CLIENTS})")
        _like(server, "people_client", {"person_id": "of.id", "reference": "of.id::text"},
              "people_person of WHERE NOT EXISTS (SELECT FROM people_client c WHERE c.person_id = of.id)")  # fmt: skip
        times = f"generate_series(1, {SESSIONS})"
        _like(server, "casework_session", {"client_id": "of.id", "reference": "gen_random_uuid()::text",
              "note": "md5(random()::text) || ' walked together'"}, f"people_client of, {times}")  # fmt: skip
        beyond = "1000000 + row_number() OVER ()"  # of the rows that stand on a strand already
        _like(server, "audit_auditrow", {"client_id": "of.id", "place": beyond},
              f"people_client of, generate_series(1, {AUDIT_ROWS})")  # fmt: skip
        server.execute("ANALYZE")


def _like(server: object, table: str, given: dict[str, str], source: str) -> None:
    """Rows like the first of a table, each with an id of its own and what is given."""
    asked = server.execute(  # type: ignore[attr-defined]
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
    )
    names = [row[0] for row in asked.fetchall()]
    said = {"id": "gen_random_uuid()", **{name: value for name, value in given.items() if name in names}}
    values = ", ".join(said.get(name, f'(SELECT "{name}" FROM {table} LIMIT 1)') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    server.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM {source}")  # type: ignore[attr-defined]
