"""A workbook uploaded by page: received, checked by a job, then taken by a job or put aside."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django_q.tasks import async_task

from kith.access.api import Viewer, service_for, viewer_with_id
from kith.audit.api import Deed, record
from kith.exchange.actions import staging
from kith.exchange.actions.take_workbook import GivenFile, check_workbook, take_workbook
from kith.exchange.models import WorkbookImport
from kith.exchange.permissions import check_user_may_import
from kith.exchange.policies import check_can_abandon, check_can_take, check_can_unlock
from kith.exchange.queries import import_for
from kith.exchange.workbooks.refused_workbook import refused_workbook
from kith.files.api import FileProblemError, is_locked, unlocked
from kith.kernel.errors import KithError
from kith.kernel.ids import new_id
from kith.rows.api import every_row

CHECK_JOB = "kith.exchange.actions.upload.run_check"
TAKE_JOB = "kith.exchange.actions.upload.run_take"
JOB = "a file is written by COPY, which no policy allows; the action checks who may, and for which service"


def receive_workbook(*, viewer: Viewer, service_id: UUID, file: GivenFile) -> UUID:
    """Keep an uploaded file and queue its check, or wait for its password; returns the import's id."""
    service = service_for(viewer, service_id)
    check_user_may_import(viewer, service.id)
    locked = _opens_only_with_password(file)
    import_id = new_id()
    staging.forget_old()
    staging.keep(import_id, "workbook", file.content)
    with transaction.atomic():
        WorkbookImport.objects.create(
            id=import_id,
            service=service,
            profile=file.profile,
            file_name=file.name[:255],
            file_sha256=file.sha256,
            state="locked" if locked else "staging",
            by_id=viewer.actor.id,
            by_name=viewer.actor.name,
        )
        record(actor=viewer.actor, deed=Deed("received", "workbook", [import_id], service_id=service.id))
        if not locked:
            _queue(CHECK_JOB, import_id, viewer)
    return import_id


def unlock_uploaded(*, viewer: Viewer, import_id: UUID, password: str) -> None:
    """Open a locked file with its password, which is not kept, and queue the check of what was inside."""
    with transaction.atomic():
        given = import_for(viewer, import_id, lock=True)
        check_user_may_import(viewer, given.service_id)
        check_can_unlock(given)
        content = unlocked(staging.kept(import_id, "workbook"), given.file_name, password)
        staging.keep(import_id, "workbook", content)
        staging.tell_progress(import_id, "Waiting to begin")
        WorkbookImport.objects.filter(id=import_id).update(state="staging")
        record(actor=viewer.actor, deed=Deed("unlocked", "workbook", [import_id], service_id=given.service_id))
        _queue(CHECK_JOB, import_id, viewer)


def take_uploaded(*, viewer: Viewer, import_id: UUID) -> None:
    """Queue the taking of a checked file."""
    with transaction.atomic():
        given = import_for(viewer, import_id, lock=True)
        check_user_may_import(viewer, given.service_id)
        check_can_take(given)
        staging.tell_progress(import_id, "Waiting to begin")
        WorkbookImport.objects.filter(id=import_id).update(state="taking")
        _queue(TAKE_JOB, import_id, viewer)


def begin_again(*, viewer: Viewer, import_id: UUID) -> None:
    """Queue the job of a file whose job stopped."""
    given = import_for(viewer, import_id)
    check_user_may_import(viewer, given.service_id)
    staging.tell_progress(import_id, "Waiting to begin")
    _queue(TAKE_JOB if given.state == "taking" else CHECK_JOB, import_id, viewer)


def abandon_uploaded(*, viewer: Viewer, import_id: UUID) -> None:
    """Put a file aside: nothing of it is taken, and the upload is removed."""
    with transaction.atomic():
        given = import_for(viewer, import_id, lock=True)
        check_user_may_import(viewer, given.service_id)
        check_can_abandon(given)
        WorkbookImport.objects.filter(id=import_id).update(state="abandoned")
    staging.forget_all(import_id)


def hand_out_refused(*, viewer: Viewer, import_id: UUID) -> tuple[str, bytes]:
    """The workbook of a file's refused rows, and what to call it. Raises NotFoundError once it was forgotten."""
    given = import_for(viewer, import_id)
    check_user_may_import(viewer, given.service_id)
    content = staging.kept(import_id, "refused.xlsx")
    record(actor=viewer.actor, deed=Deed("handed_out", "refused_rows", [import_id], service_id=given.service_id))
    return "refused-rows.xlsx", content


@every_row(because=JOB)
def run_check(import_id: str, user_id: str) -> None:
    """The job: read the file and keep what it would do."""
    _run(UUID(import_id), UUID(user_id), "staging", _check)


@every_row(because=JOB)
def run_take(import_id: str, user_id: str) -> None:
    """The job: take the file."""
    _run(UUID(import_id), UUID(user_id), "taking", _take)


def _run(import_id: UUID, user_id: UUID, state: str, act: Any) -> None:
    given = WorkbookImport.objects.filter(id=import_id, state=state).first()
    if given is None:
        return
    try:
        act(
            viewer_with_id(user_id),
            given,
            GivenFile(given.file_name, staging.kept(import_id, "workbook"), given.profile),
        )
    except KithError as wrong:
        WorkbookImport.objects.filter(id=import_id).update(state="refused", sentence=wrong.sentence[:500])
        staging.forget_file(import_id)


def _check(viewer: Viewer, given: WorkbookImport, file: GivenFile) -> None:
    progress = partial(staging.tell_progress, given.id)
    check = check_workbook(viewer=viewer, service_id=given.service_id, file=file, progress=progress)
    if refused := refused_workbook(check.refused):
        staging.keep(given.id, "refused.xlsx", refused)
    staging.keep_account(given.id, {**check.account, "columns": check.columns})
    WorkbookImport.objects.filter(id=given.id, state="staging").update(state="staged", sheets=check.account["sheets"])


def _take(viewer: Viewer, given: WorkbookImport, file: GivenFile) -> None:
    progress = partial(staging.tell_progress, given.id)
    before = staging.account_kept(given.id)
    account = take_workbook(
        viewer=viewer, service_id=given.service_id, file=file, progress=progress, import_id=given.id
    )
    staging.keep_account(given.id, {**account, "columns": before.get("columns", [])})
    staging.forget_file(given.id)


def _opens_only_with_password(file: GivenFile) -> bool:
    try:
        return is_locked(file.content, file.name)
    except FileProblemError:
        return False  # the check tells what is wrong with it


def _queue(job: str, import_id: UUID, viewer: Viewer) -> None:
    transaction.on_commit(lambda: async_task(job, str(import_id), str(viewer.actor.id)))
