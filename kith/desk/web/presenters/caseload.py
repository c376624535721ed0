"""What a list of clients says."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.access.api import Seat, roles
from kith.casework.api import PLAN_OUTCOMES
from kith.desk.domain.paging import Page
from kith.desk.queries import Listed
from kith.kernel.days import today
from kith.people.api import full_name
from kith.ui.words import short_day

HEADINGS = {
    roles.WORKER: gettext_lazy("My clients"),
    roles.TEAM_LEADER: gettext_lazy("My team's clients"),
    roles.SERVICE_MANAGER: gettext_lazy("All clients"),
}

ANYBODY = UUID(int=0)


def list_name(seat: Seat, seats: Sequence[Seat]) -> str:
    """What the list of a seat is called; its service is named when there are several."""
    several = len({each.service_id for each in seats}) > 1
    return f"{HEADINGS[seat.role]} – {seat.service_name}" if several else str(HEADINGS[seat.role])


def lists(seats: Sequence[Seat], chosen: Seat) -> list[dict[str, object]]:
    """The lists there are to choose from."""
    return [{"id": each.membership_id, "name": list_name(each, seats), "chosen": each == chosen} for each in seats]


@dataclass(frozen=True, slots=True)
class Row:
    """One client in the list: where to, and the other cells with their headings."""

    name: str
    href: str
    cells: list[tuple[str, str]]


def headings(*, with_worker: bool) -> list[str]:
    """The headings of the rows."""
    plain = [_("Client"), _("Last seen"), _("Plan"), _("Due")]
    return [*plain, _("Trainer")] if with_worker else plain


def rows_of(clients: Sequence[Listed], *, with_worker: bool) -> list[Row]:
    """A row a client: name, last seen, plan, what is due, and whose client she is."""
    page = reverse("desk:client", args=[ANYBODY])
    words = headings(with_worker=with_worker)[1:]
    return [
        Row(
            full_name(each.first_name, each.surname),
            page.replace(str(ANYBODY), str(each.id)),
            list(zip(words, _cells(each), strict=False)),
        )
        for each in clients
    ]


def _cells(client: Listed) -> tuple[str, ...]:
    due = _("Questions again") if client.reading_due else "–"
    return last_seen(client), plan_state(client), due, client.worker or _("Nobody yet")


def last_seen(client: Listed) -> str:
    """'3 May (6 weeks ago)'."""
    day = client.last_seen_on
    if day is None:
        return _("Not seen yet")
    weeks = (today() - day).days // 7
    return f"{short_day(day)} ({_('%(n)s weeks ago') % {'n': weeks}})" if weeks > 1 else short_day(day)


def plan_state(client: Listed) -> str:
    """'Set 3 May', 'Part achieved 3 July', 'No plan yet'."""
    if client.plan_set_on is None:
        return _("No plan yet")
    if client.plan_outcome == "ongoing":
        return _("Plan set %(day)s") % {"day": short_day(client.plan_set_on)}
    words = PLAN_OUTCOMES[client.plan_outcome]
    return f"{words} {short_day(client.plan_signed_off_on)}".strip()


def ways_on(page: Page[Listed], query: dict[str, str]) -> dict[str, str | None]:
    """The addresses of the neighbouring pages, by a client's id and nothing else about her."""
    kept = {name: value for name, value in query.items() if value}
    here, rows = reverse("desk:caseload"), page.rows
    return {
        "earlier": f"{here}?{urlencode({**kept, 'before': rows[0].id})}" if page.earlier and rows else None,
        "later": f"{here}?{urlencode({**kept, 'after': rows[-1].id})}" if page.later and rows else None,
    }
