"""kith restore: puts a backup back; kith withdrawals: what must stay withdrawn when one is put back."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import read_file, write_file
from kith.cli.ready import get_ready, get_ready_to_restore, make_tables, say
from kith.config import environment


def add(commands: Any) -> None:
    """The commands and their options."""
    made = described(
        commands, "restore", run,
        "Put a backup into an empty deployment; everything is checked before anything is changed.",
        "kith restore /mnt/backups/kith-20261126T020000Z.kithbackup --key-file /etc/kith/backup.key",
    )  # fmt: skip
    made.add_argument("file", metavar="FILE", help="the backup")
    made.add_argument("--key-file", required=True, metavar="K", help="the key file it was made with")
    made.add_argument("--withdrawals", metavar="W", help="a newer file of withdrawals, to be made again")
    made.add_argument("--replace-what-is-there", action="store_true", help="replace all records that are there")
    listed = described(
        commands, "withdrawals", run_withdrawals,
        "List refusals and withdrawals, as ids without names, to be kept outside and given to kith restore.",
        "kith withdrawals --output /mnt/elsewhere/withdrawals.json",
    )  # fmt: skip
    listed.add_argument("--output", default="-", metavar="FILE", help="where to; standard output unless named")


def run(given: Namespace) -> int:
    """Restore."""
    folder = get_ready_to_restore()
    from django.conf import settings

    from kith.access.api import system_viewer
    from kith.keeping.api import put_back, read_key, settle, withdrawals_in

    key = read_key(Path(given.key_file))
    withdrawn = withdrawals_in(read_file(given.withdrawals), given.withdrawals) if given.withdrawals else []
    say("Checking the backup and putting it back")
    restored = put_back(
        viewer=system_viewer(), path=Path(given.file), key=key, replace=given.replace_what_is_there, withdrawn=withdrawn
    )
    settings.SECRET_KEY = environment.secret(folder)
    make_tables()
    done = settle(viewer=system_viewer(), restored=restored)
    sys.stdout.write(
        f"Restored {done.entries:,} entries as of {done.made_at}; {done.withdrawn_again} withdrawals made again\n"
    )
    return DONE


def run_withdrawals(given: Namespace) -> int:
    """List withdrawals."""
    get_ready()
    from kith.access.api import system_viewer
    from kith.keeping.api import withdrawals, withdrawals_file

    write_file(given.output, withdrawals_file(withdrawals(viewer=system_viewer())))
    return DONE
