"""PgBouncer between Kith and a PostgreSQL, under the settings that the page for production gives."""

import configparser
import contextlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.postgres import free_port, keeper

PAGE = Path(__file__).parents[1] / "docs" / "production" / "README.md"
SETTINGS = re.compile(r"^```ini file=/etc/pgbouncer/pgbouncer\.ini\n(.*?)^```", re.MULTILINE | re.DOTALL)
LOOKS, EACH = 3_000, 0.01


@contextlib.contextmanager
def pool(*, database: str, host: str, port: int, role: str, size: int) -> Iterator[int]:
    """The port at which so many connections to a database are handed on from transaction to transaction."""
    folder, own_port = Path(tempfile.mkdtemp(prefix="kith-pool-")), free_port()
    said = configparser.ConfigParser(interpolation=None)
    (block,) = SETTINGS.findall(PAGE.read_text(encoding="utf-8"))
    said.read_string(block)
    server = said["databases"].pop("kith").replace("localhost", host).replace("5432", str(port))
    said["databases"][database] = server.replace("kith_app_pages", f"{role}_pages")
    (folder / "users").write_text(f'"{role}" ""\n')
    said["pgbouncer"].update({
        "listen_port": str(own_port), "default_pool_size": str(size), "auth_type": "trust",
        "auth_file": str(folder / "users"), "logfile": str(folder / "log"),
    })  # fmt: skip
    with (folder / "pgbouncer.ini").open("w") as file:
        said.write(file)
    as_user = ["-u", "postgres"] if keeper() else []
    if keeper():
        os.chown(folder, *keeper())
    running = subprocess.Popen(["/usr/sbin/pgbouncer", "--quiet", *as_user, str(folder / "pgbouncer.ini")])
    try:
        _wait_until_it_answers(running, own_port)
        yield own_port
    finally:
        running.terminate()
        running.wait()
        shutil.rmtree(folder)


def _wait_until_it_answers(running: subprocess.Popen[bytes], port: int) -> None:
    for _look in range(LOOKS):
        assert running.poll() is None, "PgBouncer ended as soon as it began."
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(EACH)
    raise AssertionError("PgBouncer does not answer.")
