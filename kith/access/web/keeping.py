"""Keeps what is typed into a form through the end of a sitting, for the person for whom the form was shown."""

import datetime as dt
from dataclasses import dataclass
from json import loads
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from kith.access.actions.drafts import keep_draft
from kith.access.queries import draft_of
from kith.kernel.errors import KithError

SALT = "kith.access.keep"
LONGEST_OPEN = dt.timedelta(days=3)
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "key", "keep", "password", "oldpassword", "password1", "password2"})


class UnknownFormError(KithError):
    """The form does not say for whom and where it was shown."""


@dataclass(frozen=True)
class Shown:
    """For whom a form was shown, its name, and the page it stood on."""

    user_id: UUID
    form: str
    page: str


@dataclass(frozen=True)
class Kept:
    """What was typed into a form and is not saved."""

    form: str
    typed: MultiValueDict
    saved_at: dt.datetime
    throw_away: str


def keep_token(request: HttpRequest, form: str) -> str:
    """What a form carries to say for whom it was shown, signed so that nobody can fill another's drafts."""
    return signing.dumps({"u": request.user.pk.hex, "f": form, "p": request.path}, salt=SALT)


def read_token(token: str) -> Shown:
    """For whom a form was shown; UnknownFormError when the token is not ours or too old."""
    try:
        said = signing.loads(token, salt=SALT, max_age=LONGEST_OPEN)
    except signing.BadSignature:
        raise UnknownFormError("This page was open for too long. Copy what you typed, and open the page again.")
    return Shown(user_id=UUID(said["u"]), form=said["f"], page=said["p"])


def keep(shown: Shown, typed: QueryDict | MultiValueDict) -> None:
    """Keep what was typed; passwords and tokens never."""
    keep_draft(
        user_id=shown.user_id,
        form=shown.form,
        typed={name: values for name, values in typed.lists() if name not in NEVER_KEPT},
    )


def kept(request: HttpRequest, form: str) -> Kept | None:
    """What the signed-in person typed into a form before; None when there is nothing."""
    draft = draft_of(request.viewer, form)  # type: ignore[attr-defined]
    if draft is None:
        return None
    typed = MultiValueDict(loads(draft.content))
    return Kept(form=form, typed=typed, saved_at=draft.saved_at, throw_away=reverse("access:throw_away"))
