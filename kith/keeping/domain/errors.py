"""What can be wrong with a backup, its key or the place it is put back into."""

from kith.kernel.errors import KithError, NotPossibleError


class BackupDamagedError(KithError):
    """The file is not what was written: cut short, changed, or no backup at all."""


class KeyFileError(KithError):
    """The key file cannot be used, or is not the one the backup was made with."""


class PlaceNotEmptyError(NotPossibleError):
    """The place to restore into holds records."""


class UnfinishedRestoreError(NotPossibleError):
    """A restore was cut short, and what lies here is neither the old nor the new."""


class BackupPlaceError(KithError):
    """The backup cannot be written where it was to go, or read from where it was said to lie."""
