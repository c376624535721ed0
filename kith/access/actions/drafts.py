"""Keeps what was being typed, and forgets it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from json import dumps
from uuid import UUID

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from kith.access.domain.viewer import Viewer
from kith.access.models import Draft, UsedKey
from kith.kernel.days import now
from kith.kernel.errors import NotPossibleError
from kith.rows.api import every_row, rows_of

DRAFTS_KEPT = dt.timedelta(days=7)
KEYS_KEPT = dt.timedelta(days=30)
LONGEST = 200_000


def keep_draft(*, user_id: UUID, form: str, typed: Mapping[str, Sequence[str]]) -> Draft:
    """Keep what one user typed into one form, in place of what was kept of it before."""
    content = dumps({name: list(values) for name, values in typed.items()}, ensure_ascii=False)
    if len(content) > LONGEST:
        raise NotPossibleError("This is too long to be kept for you. Save it, or shorten it.")
    with rows_of(services=frozenset(), by=user_id), transaction.atomic():  # who wrote it may be signed out by now
        draft, _ = Draft.objects.update_or_create(
            user_id=user_id, form=form, defaults={"content": content, "saved_at": now()}
        )
    return draft


def forget_draft(*, viewer: Viewer, form: str) -> None:
    """Throw away what the viewer typed into one form."""
    Draft.objects.filter(user_id=viewer.actor.id, form=form).delete()


@every_row(because="what is out of date goes, whoever wrote it")
def forget_old() -> None:
    """Throw away drafts after seven days, the keys of sent forms after thirty, and sittings that are over."""
    SessionStore.clear_expired()
    Draft.objects.filter(saved_at__lt=now() - DRAFTS_KEPT).delete()
    UsedKey.objects.filter(used_at__lt=now() - KEYS_KEPT).delete()
