"""How the deployment is: what a proxy may ask, and what whoever runs it sees."""

import datetime as dt
import json
import platform
import shutil
from importlib.metadata import version
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django_q.conf import Conf
from django_q.models import OrmQ

from kith.audit.api import last_seal_at
from kith.keeping.domain.health import LEAST_FREE, LONGEST_WAIT, OLDEST_BACKUP, OLDEST_SEAL, Finding, age_in_words, aged
from kith.keeping.domain.place import LAST_BACKUP, OPEN_RESTORE
from kith.kernel.days import now
from kith.rows.api import has_second_lock, tables_not_locked


def is_well() -> bool:
    """Whether pages can be served: the database answers, its tables are up to date, and no restore is open."""
    try:
        return not _waiting_migrations() and not (Path(settings.KITH_DATA) / OPEN_RESTORE).exists()
    except DatabaseError:
        return False


def health() -> list[Finding]:
    """Everything that is looked at. Where the database does not answer, what needs it is left out."""
    try:
        waiting = _waiting_migrations()
        of_database = [
            Finding("Database", True, _database()),
            Finding("Tables", not waiting, f"{waiting} migrations wait: run kith init" if waiting else "up to date"),
            _second_lock(),
            _worker(),
            aged("Trail sealed", last_seal_at(), now(), OLDEST_SEAL),
        ]
    except DatabaseError:
        of_database = [Finding("Database", False, "does not answer")]
    return [*of_database, *_of_files(), *_of_settings()]


def _waiting_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        return f"{connection.display_name} {cursor.fetchone()[0]}"


def _second_lock() -> Finding:
    """SQLite has none, which is no fault: it serves one desk."""
    if not has_second_lock():
        return Finding("Second lock", True, "this kind of database has none")
    faults = tables_not_locked()
    return Finding("Second lock", not faults, f"not on {len(faults)} tables: run kith init" if faults else "on")


def _worker() -> Finding:
    """A job that nobody took up for long says that no worker runs; the queue dates a job back by `retry`."""
    oldest = now() - dt.timedelta(seconds=Conf.RETRY) - LONGEST_WAIT
    waiting, late = OrmQ.objects.count(), OrmQ.objects.filter(lock__lt=oldest).count()
    words = f"{waiting} jobs in the queue" if not late else f"{late} jobs wait: is kith serve running?"
    return Finding("Worker", not late, words)


def _of_files() -> list[Finding]:
    data, found = Path(settings.KITH_DATA), []
    try:
        made_at = dt.datetime.fromisoformat(json.loads((data / LAST_BACKUP).read_text())["made_at"])
    except FileNotFoundError:
        made_at = None
    found.append(aged("Backup", made_at, now(), OLDEST_BACKUP))
    if (data / OPEN_RESTORE).exists():
        found.append(Finding("Restore", False, "was cut short: run kith restore again"))
    disk = shutil.disk_usage(data)
    found.append(Finding("Disk", disk.free >= LEAST_FREE * disk.total, f"{disk.free / 1e9:.1f} GB free"))
    stores = [path.stat().st_mtime for path in (data / "store").glob("*/CURRENT")]
    newest = dt.datetime.fromtimestamp(max(stores), tz=dt.UTC) if stores else None
    found.append(Finding("Figures", True, f"made {age_in_words(now() - newest)}" if newest else "never made"))
    return found


def _of_settings() -> list[Finding]:
    step = apps.is_installed("allauth.mfa")
    by_https = settings.SESSION_COOKIE_SECURE
    versions = f"Kith {version('kith')}, Django {django.get_version()}, Python {platform.python_version()}"
    return [
        Finding("Second step at sign-in", True, "on" if step else "not there"),
        Finding("Browsers come by https", by_https, "yes" if by_https else "no"),
        Finding("Versions", True, versions),
    ]  # fmt: skip
