"""kith serve: the pages, with the worker that does the long jobs beside them."""

import signal
import socket
import subprocess
import sys
import time
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE, FAULT
from kith.cli.ready import get_ready, say
from kith.kernel.errors import NotPossibleError

SERVER = (
    sys.executable, "-m", "granian", "--interface", "wsgi", "kith.config.wsgi:application", "--no-ws",
    "--blocking-threads", "4", "--log-level", "warning",
)  # fmt: skip
WORKER = (sys.executable, "-m", "django", "qcluster")


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "serve", run, "Serve the pages, with the worker for long jobs.", "kith serve --port 8000"
    )
    made.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    made.add_argument("--port", default=8000, type=int, help="the port to listen on")
    made.add_argument("--workers", default=2, type=int, help="how many processes answer pages")


def run(given: Namespace) -> int:
    """Run it."""
    get_ready()
    return serve(given.host, given.port, given.workers)


def _seal_the_trail() -> None:
    """Whatever is not sealed yet, now; from now on, by the worker."""
    from kith.audit.api import seal_regularly, seal_rows

    seal_rows()
    seal_regularly()


def _read_notes() -> None:
    """What waits, soon; from now on every hour, by the worker."""
    from kith.ripples.api import read_notes_regularly

    read_notes_regularly()


def _forget_files() -> None:
    """What imports left and is out of date, now; from now on every day, by the worker."""
    from kith.exchange.api import forget_files_regularly

    forget_files_regularly()


def serve(host: str, port: int, workers: int) -> int:
    """Run the server and the worker until one ends or somebody stops them; both end together."""
    _check_port(host, port)
    _seal_the_trail()
    _read_notes()
    _forget_files()
    server = (*SERVER, "--host", host, "--port", str(port), "--workers", str(workers))
    running = [subprocess.Popen(server), subprocess.Popen(WORKER)]  # noqa: S603
    signal.signal(signal.SIGTERM, _stop)
    say(f"Kith answers at http://{'localhost' if host == '127.0.0.1' else host}:{port}")
    try:
        while all(each.poll() is None for each in running):
            time.sleep(0.2)
    except KeyboardInterrupt:
        return DONE
    finally:
        _end(running)
    say("The server or its worker ended; both were stopped.")
    return FAULT


def _check_port(host: str, port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError) as wrong:
            reason = getattr(wrong, "strerror", None) or "there is no such port"
            raise NotPossibleError(f"Port {port} cannot be used: {reason}. Choose another one with --port.")


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for each in running:
        each.terminate()
    for each in running:
        try:
            each.wait(timeout=10)
        except subprocess.TimeoutExpired:
            each.kill()
