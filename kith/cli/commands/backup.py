"""kith backup: one encrypted file of database, files and store; kith backup-key: the key for it."""

import json
import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready, say
from kith.kernel.errors import NotPossibleError


def add(commands: Any) -> None:
    """The commands and their options."""
    key = described(
        commands, "backup-key", run_key,
        "Make a key file for backups. Without it no backup can be read: keep copies of it apart from the backups.",
        "kith backup-key /etc/kith/backup.key",
    )  # fmt: skip
    key.add_argument("file", metavar="FILE", help="where to; a file that is not there yet")
    made = described(
        commands, "backup", run,
        "Write database, files and store, as of one moment, to one encrypted file; or check such a file.",
        "kith backup /mnt/backups --key-file /etc/kith/backup.key --keep 30",
    )  # fmt: skip
    made.add_argument("target", metavar="FILE", help="a file that is not there yet, or a folder for a dated file")
    made.add_argument("--key-file", required=True, metavar="K", help="the key file")
    made.add_argument("--check", action="store_true", help="read the backup FILE from end to end and change nothing")
    made.add_argument("--keep", type=_count, metavar="N", help="then remove all but the newest N of the folder")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the result is printed")


def run_key(given: Namespace) -> int:
    """Make a key file."""
    get_ready()
    from kith.keeping.api import make_key

    make_key(Path(given.file))
    say(f"{given.file} is the key. Copy it to a safe place that is not where the backups are.")
    return DONE


def run(given: Namespace) -> int:
    """Make a backup, or check one."""
    if given.keep and (given.check or not Path(given.target).is_dir()):
        raise NotPossibleError("--keep goes with a folder. Name the folder the backups are to lie in.")
    get_ready()
    from kith.access.api import system_viewer
    from kith.keeping.api import keep_newest, make_backup, read_key

    key = read_key(Path(given.key_file))
    if given.check:
        return _check(given, key)
    made = make_backup(viewer=system_viewer(), target=Path(given.target), key=key)
    removed = keep_newest(Path(given.target), given.keep) if given.keep else []
    told = {"file": str(made.path), "bytes": made.bytes, "entries": made.entries, "removed": len(removed)}
    _tell(given, told, f"{made.path}: {made.entries:,} entries, {made.bytes:,} bytes; {len(removed)} older removed")
    return DONE


def _check(given: Namespace, key: bytes) -> int:
    from kith.keeping.api import check_backup

    manifest = check_backup(path=Path(given.target), key=key)
    told = {"file": given.target, "made_at": manifest["made_at"], "entries": len(manifest["entries"])}
    _tell(given, told, f"{given.target}: whole, {told['entries']:,} entries, made at {told['made_at']}")
    return DONE


def _tell(given: Namespace, told: dict[str, Any], words: str) -> None:
    sys.stdout.write((json.dumps(told) if given.format == "json" else words) + "\n")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"'{text}' is not a count. Write 1 or more.")
    return int(text)
