"""Makes a deployment ready: folder, secret, tables, the system's own actor."""

import os
import secrets
import sys
import tempfile
from pathlib import Path

from kith.config import environment
from kith.kernel.errors import WrongSettingError


def get_ready(*, make: bool = False) -> None:
    """Start the framework; on an empty database, or when asked, make what `kith init` makes."""
    folder = environment.data_folder()
    environment.database(environment.text("DATABASE_URL"))
    _make_secret(folder)
    _start()
    from kith.keeping.api import check_no_restore_is_open

    check_no_restore_is_open()
    if _is_empty() or make:
        make_tables()


def get_ready_to_restore() -> Path:
    """Start the framework in what may be an empty place, and make no secret; returns the folder of Kith's files."""
    folder = environment.data_folder()
    environment.database(environment.text("DATABASE_URL"))
    _make_folder(folder)
    _start()
    return folder


def _start() -> None:
    import django

    django.setup()
    from kith.rows.api import begin_with_every_row

    begin_with_every_row(because="a command is run by whoever runs Kith, and serves no page")
    _check_it_answers()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as wrong:
        raise WrongSettingError(f"KITH_DATA is '{folder}', where nothing can be written: {wrong.strerror}.")


def get_ready_without_records() -> None:
    """Start the framework for a command that opens no record, also where no deployment is."""
    os.environ.setdefault("KITH_DATA", tempfile.gettempdir())
    os.environ.setdefault("DATABASE_URL", "sqlite:////dev/null")
    import django

    django.setup()


def say(sentence: str) -> None:
    """Tell the user how far a command is, on standard error."""
    sys.stderr.write(sentence + "\n")


def _make_secret(folder: Path) -> None:
    """A secret nobody else can read, made once and never half written."""
    _make_folder(folder)
    try:
        if (folder / "secret").exists():
            return
        beside = folder / f"secret.{os.getpid()}"
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(beside, folder / "secret")
        except FileExistsError:
            pass
        finally:
            beside.unlink()
    except OSError as wrong:
        raise WrongSettingError(f"KITH_DATA is '{folder}', where nothing can be written: {wrong.strerror}.")


def _is_empty() -> bool:
    from django.db import connection

    return "access_service" not in connection.introspection.table_names()


def _check_it_answers() -> None:
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as wrong:
        raise WrongSettingError(f"The database that DATABASE_URL names cannot be reached: {_first_line(wrong)}")


def _first_line(wrong: Exception) -> str:
    line = (str(wrong).splitlines() or ["no reason given"])[0]
    return line if line.endswith(".") else line + "."


def make_tables() -> None:
    """Bring the tables up to date, and make the system's own actor."""
    from django.core.management import call_command

    from kith.access.api import make_system_actor

    say("Preparing the database")
    call_command("migrate", verbosity=0, interactive=False)
    make_system_actor()
