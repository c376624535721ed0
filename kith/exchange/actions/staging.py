"""The folder of one upload under KITH_DATA: the file, how far its check is, and the account of it."""

import json
import shutil
import time
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from kith.files.api import write_whole
from kith.kernel.errors import NotFoundError

KEPT_DAYS = 30
STUCK_SECONDS = 120


def folder_of(import_id: UUID) -> Path:
    """Where one import keeps its files."""
    return Path(settings.KITH_DATA) / "imports" / str(import_id)


def keep(import_id: UUID, name: str, content: bytes) -> None:
    """Keep a file of an import, whole or not at all."""
    folder = folder_of(import_id)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(folder / name, content)


def kept(import_id: UUID, name: str) -> bytes:
    """A file of an import."""
    try:
        return (folder_of(import_id) / name).read_bytes()
    except FileNotFoundError:
        raise NotFoundError("The file is no longer here. Bring it in again.")


def keep_account(import_id: UUID, account: dict[str, Any]) -> None:
    """The account of an import, for the page."""
    keep(import_id, "account.json", json.dumps(account, ensure_ascii=False).encode())


def account_kept(import_id: UUID) -> dict[str, Any]:
    """The account of an import, or an empty one once it was forgotten."""
    try:
        found: dict[str, Any] = json.loads(kept(import_id, "account.json"))
    except NotFoundError:
        return {"sheets": [], "problems": [], "possible_duplicates": 0, "questions": [], "columns": []}
    return found


def tell_progress(import_id: UUID, sentence: str) -> None:
    """How far a job is."""
    keep(import_id, "progress", sentence.encode())


def progress_of(import_id: UUID) -> tuple[str, bool]:
    """How far a job is, and whether it seems to have stopped."""
    path = folder_of(import_id) / "progress"
    if not path.exists():
        return "Waiting to begin", False
    return path.read_text(), time.time() - path.stat().st_mtime > STUCK_SECONDS


def forget_file(import_id: UUID) -> None:
    """Remove the uploaded file; the account stays for a while."""
    (folder_of(import_id) / "workbook").unlink(missing_ok=True)


def forget_all(import_id: UUID) -> None:
    """Remove everything of an import."""
    shutil.rmtree(folder_of(import_id), ignore_errors=True)


def forget_old() -> None:
    """Remove what imports left longer ago than it is kept."""
    root, oldest = Path(settings.KITH_DATA) / "imports", time.time() - KEPT_DAYS * 86_400
    for folder in root.glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
