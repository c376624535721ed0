"""`kith` in a warmed process that forks for every command: a tenth of the time of starting Python anew.

`python -m tests.warm` reads one request a line and answers with one. A request may say at which point the command is
to be killed, counted over its calls or over its writes, or after how long.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[1]
WRITES = frozenset({
    "execute", "executemany", "copy", "write", "writelines", "flush", "fsync", "replace", "rename", "link", "unlink",
    "mkdir", "rmdir", "rmtree", "truncate", "commit", "rollback", "savepoint", "savepoint_commit", "backup", "close",
})  # fmt: skip
LASTING = frozenset({
    "commit", "fsync", "replace", "rename", "link", "unlink", "remove", "rmdir", "mkdir", "truncate", "pwrite", "open",
    "backup",
})  # fmt: skip
WARMED = (
    "kith.cli.main", "kith.exchange.api", "kith.reporting.api", "kith.reporting.tables.registry", "kith.keeping.api",
    "kith.analytics.engine.duckdb", "kith.analytics.engine.expressions", "python_calamine", "openpyxl", "duckdb",
    "pyarrow.parquet", "pandas", "ibis", "kith.exchange.workbooks.read", "kith.config.urls",
    "django.core.management.commands.migrate", "django.db.models.sql.compiler", "pyarrow.dataset", "pyarrow.acero",
    "pyarrow.pandas_compat",
)  # fmt: skip


@dataclass(frozen=True)
class Kill:
    """Where a command is killed: at its `at`th call, write or lasting step, or `at` seconds after it began.

    At a call and at a write, before it; lasting steps, after which something is there for good, count when they begin
    and when they end.
    """

    kind: str
    at: float


@dataclass(frozen=True)
class Done:
    """How a command ended: its exit code, or less than nothing the signal; what it said; how many points it had."""

    code: int
    stdout: str
    stderr: str
    points: dict[str, int]


class Warm:
    """One warmed process for one deployment."""

    def __init__(self, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"], cwd=ROOT, env={**os.environ, **environment}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def kith(self, *arguments: str, kill: Kill | None = None, counted: bool = False, call: str = "") -> Done:
        """Run a command; `call` names a function to run in its place."""
        asked = {"arguments": arguments, "kill": asdict(kill) if kill else None, "counted": counted, "call": call}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Done(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


class _Counter:
    """Counts the points at which a command can be killed, and kills at the one it was told."""

    def __init__(self, kill: dict[str, Any] | None) -> None:
        self.points = {"call": 0, "write": 0, "lasting": 0}
        self._kind, self._at = (kill["kind"], kill["at"]) if kill else ("", 0)

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        name = argument.__name__ if event.startswith("c_") else frame.f_code.co_name
        points = self.points
        if event.endswith("call"):
            points["call"] += 1
            points["write"] += name in WRITES
        points["lasting"] += name in LASTING
        if self._kind and points[self._kind] == self._at:
            os.kill(os.getpid(), signal.SIGKILL)


def _child(asked: dict[str, Any], told: int) -> None:
    """Run what was asked in this process, and end it."""
    from importlib import import_module

    from kith.cli.main import main

    kill = asked["kill"]
    at_a_moment = bool(kill) and kill["kind"] == "moment"
    counter = _Counter(None if at_a_moment else kill)
    if at_a_moment:
        signal.setitimer(signal.ITIMER_REAL, kill["at"])  # unhandled: the kernel ends the process, wherever it stands
    if asked["counted"] or (kill and not at_a_moment):
        sys.setprofile(counter)
    code = 1
    try:
        if asked["call"]:
            from kith.rows.api import begin_with_every_row

            begin_with_every_row(because="a test works as a command does")
            module, name = asked["call"].split(":")
            code = getattr(import_module(module), name)(*asked["arguments"]) or 0
        else:
            code = main(asked["arguments"])
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.setprofile(None)
        if fault := sys.exc_info()[1]:
            traceback.print_exception(fault)
        sys.stdout.flush()
        os.write(told, json.dumps(counter.points).encode())
        os._exit(code)


def _answer(asked: dict[str, Any]) -> Done:
    reading, told = os.pipe()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        child = os.fork()
        if not child:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            _child(asked, told)
        os.close(told)
        _, status = os.waitpid(child, 0)
        points = os.read(reading, 200)
        os.close(reading)
        for file in (out, err):
            file.seek(0)
        return Done(os.waitstatus_to_exitcode(status), out.read(), err.read(), json.loads(points or "{}"))


def _warm() -> None:
    from importlib import import_module

    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
    import django

    django.setup()
    for name in WARMED:
        import_module(name)
    import_module("kith.reporting.definitions").metrics()
    import gc

    gc.freeze()  # a child that only reads leaves its memory shared


def main() -> None:
    """Answer until the asking ends."""
    _warm()
    for line in sys.stdin:
        print(json.dumps(asdict(_answer(json.loads(line)))), flush=True)
    os._exit(0)  # the engine's library would tell at length what it leaves behind


if __name__ == "__main__":
    main()
