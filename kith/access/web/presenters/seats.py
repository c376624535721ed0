"""What the page of people and seats says."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from kith.access.domain.roles import ROLE_WORDS


def seats_by_service(seats: Iterable[Any]) -> list[dict[str, Any]]:
    """Each service with its seats as rows of a table. The seats come in order of their service."""
    return [
        {"name": name, "rows": [_row(seat) for seat in of_service]}
        for name, of_service in groupby(seats, key=lambda seat: seat.service.name)
    ]


def _row(seat: Any) -> list[str]:
    return [seat.name, ROLE_WORDS[seat.role], seat.team.name if seat.team else "", _sign_in(seat), _state(seat)]


def _sign_in(seat: Any) -> str:
    if seat.user is None:
        return _("No sign-in")
    return seat.user.email if seat.user.is_active else _("Switched off")


def _state(seat: Any) -> str:
    return _("Ended") if seat.ended_at else _("Works here")
