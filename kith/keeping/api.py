"""The front door of keeping.

`make_backup(viewer=, target=, key=)` returns `Made(path, bytes, entries, made_at)`; `check_backup(path=, key=)` returns
the manifest after every byte was found as written. `put_back(viewer=, path=, key=, replace=, withdrawn=)` restores and
`settle(viewer=, restored=)` ends it, after migrating and under the secret that came back. `check_no_restore_is_open()`
raises `UnfinishedRestoreError`. `read_key(path)` and `make_key(path)` are the key file's. `withdrawals(viewer=)` lists
what stands withdrawn, `withdrawals_in(path)` reads such a list and `withdrawals_file(rows)` writes one.
`keep_newest(folder, count)` removes older backups of a folder. `health()` is a list of `Finding(name, is_well, says)`.

Errors: NotAllowedError, NotPossibleError, PlaceNotEmptyError, BackupDamagedError, BackupPlaceError, KeyFileError,
WithdrawalsFileError, each with a sentence. Sizes are bytes.
"""

from kith.keeping.actions.carry_over import withdrawals
from kith.keeping.actions.check_backup import check_backup
from kith.keeping.actions.key_file import make_key, read_key
from kith.keeping.actions.make_backup import Made, make_backup
from kith.keeping.actions.old_backups import keep_newest
from kith.keeping.actions.restore_backup import Restored, put_back, settle
from kith.keeping.domain.health import Finding
from kith.keeping.domain.withdrawals import as_bytes as withdrawals_file
from kith.keeping.domain.withdrawals import rows_in as withdrawals_in
from kith.keeping.policies import check_no_restore_is_open
from kith.keeping.queries import health

__all__ = [
    "Finding", "Made", "Restored", "check_backup", "check_no_restore_is_open", "health", "keep_newest", "make_backup",
    "make_key",
    "put_back", "read_key", "settle", "withdrawals", "withdrawals_file", "withdrawals_in",
]  # fmt: skip
