"""What the page of people and seats says."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.domain.roles import ROLE_WORDS
from kith.access.web.presenters.sign_in_help import lock_words


def seats_by_service(seats: Iterable[Any]) -> list[dict[str, Any]]:
    """Each service with its seats as rows of a table. The seats come in order of their service."""
    return [
        {"name": name, "rows": [_row(seat) for seat in of_service]}
        for name, of_service in groupby(seats, key=lambda seat: seat.service.name)
    ]


def _row(seat: Any) -> list[Any]:
    return [seat.name, ROLE_WORDS[seat.role], seat.team.name if seat.team else "", _sign_in(seat), _state(seat)]


def _sign_in(seat: Any) -> Any:
    if seat.user is None:
        return _("No sign-in")
    if not seat.user.is_active:
        return _("Switched off")
    said = ", ".join(part for part in (seat.user.email, lock_words(seat.user)) if part)
    return {"text": said, "href": reverse("access:sign_in_help", args=[seat.user.id])}


def _state(seat: Any) -> str:
    return _("Ended") if seat.ended_at else _("Works here")
