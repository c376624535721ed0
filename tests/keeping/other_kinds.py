"""Backups that this deployment cannot take, made in its place."""

from pathlib import Path

from kith.access.api import system_viewer
from kith.keeping.actions import make_backup as making
from kith.keeping.api import make_backup, read_key


def of_another_database(target: str, key_file: str) -> None:
    """One that says it is of a database of a kind that is not in use."""

    class Other:
        vendor = "another"
        settings_dict = making.connection.settings_dict

    making.connection = Other()
    make_backup(viewer=system_viewer(), target=Path(target), key=read_key(Path(key_file)))


def of_a_newer_kith(target: str, key_file: str) -> None:
    """One that knows a migration nobody here knows."""
    making.applied_migrations = lambda: [("people", "9999_of_the_future")]
    make_backup(viewer=system_viewer(), target=Path(target), key=read_key(Path(key_file)))
