"""Whether the deployment can be worked on."""

from pathlib import Path

from django.conf import settings

from kith.keeping.domain.errors import UnfinishedRestoreError
from kith.keeping.domain.place import OPEN_RESTORE


def check_no_restore_is_open() -> None:
    """Nothing works on a deployment of which a part is restored and a part is not."""
    if (Path(settings.KITH_DATA) / OPEN_RESTORE).exists():
        raise UnfinishedRestoreError("A restore was cut short here. Run the same kith restore again; it begins anew.")
