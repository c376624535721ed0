"""Removes old backups, so that what was destroyed in the records does not live on in copies."""

from pathlib import Path

from kith.keeping.actions.make_backup import END


def keep_newest(folder: Path, count: int) -> list[Path]:
    """Keep the newest backups that were made into a folder by their moment's name; returns those removed."""
    old = sorted(folder.glob(f"kith-[0-9]*Z{END}"), reverse=True)[count:]
    for path in old:
        path.unlink(missing_ok=True)
    return old
