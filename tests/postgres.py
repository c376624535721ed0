"""A throw-away PostgreSQL on a free port of this machine: `python -m tests.postgres -- pytest ...`.

The cluster lies in a temporary folder and is stopped and removed at the end, also when the command fails. PostgreSQL
does not run as root: root drops to the user `postgres`.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SERVER_OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


class NoPostgresError(Exception):
    """PostgreSQL is not there, or does not start."""


def programs() -> Path:
    """The folder of the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise NoPostgresError("The tests need PostgreSQL. Install it: apt-get install postgresql")
    return found[-1].parent


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; gives the address from which test databases are made."""
    binaries, port = programs(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="kith-postgres-"))
    data = folder / "data"
    try:
        if keeper():
            os.chown(folder, *keeper())
        _run([binaries / "initdb", "-D", data, "-A", "trust", "-U", "kith", "-E", "UTF8", "--locale=C.UTF-8", "-N"])
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {SERVER_OPTIONS}"
        _run([binaries / "pg_ctl", "-D", data, "-w", "-t", "30", "-l", folder / "log", "-o", options, "start"])
        yield f"postgresql://kith@127.0.0.1:{port}/kith"
    finally:
        if (data / "postmaster.pid").exists():
            _run([binaries / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def keeper() -> tuple[int, int] | None:
    """The user and group PostgreSQL runs as, where we are root."""
    if os.getuid() != 0:
        return None
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        raise NoPostgresError(
            "The tests need a user named postgres, whom root lets run PostgreSQL: adduser --system postgres"
        )
    return user.pw_uid, user.pw_gid


def _run(command: list[str | Path]) -> None:
    user, group = keeper() or (None, None)
    done = subprocess.run(
        [str(part) for part in command],
        cwd="/", user=user, group=group, extra_groups=[] if user else None,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise NoPostgresError(f"PostgreSQL for the tests did not come up: {done.stderr.strip()[-500:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _stop_politely(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    """Run a command with KITH_TEST_DATABASE naming a fresh cluster."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        print("Name the command to run: python -m tests.postgres -- pytest", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _stop_politely)
    try:
        with cluster() as url:
            return subprocess.run(command, env={**os.environ, "KITH_TEST_DATABASE": url}, check=False).returncode
    except NoPostgresError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
