"""What a list of clients says."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.access.api import Seat, roles
from kith.casework.api import PLAN_OUTCOMES
from kith.desk.domain.paging import Page
from kith.kernel.days import today
from kith.people.api import Client, full_name
from kith.ui.words import short_day

HEADINGS = {
    roles.WORKER: gettext_lazy("My clients"),
    roles.TEAM_LEADER: gettext_lazy("My team's clients"),
    roles.SERVICE_MANAGER: gettext_lazy("All clients"),
}


def list_name(seat: Seat, seats: Sequence[Seat]) -> str:
    """What the list of a seat is called; its service is named when there are several."""
    several = len({each.service_id for each in seats}) > 1
    return f"{HEADINGS[seat.role]} – {seat.service_name}" if several else HEADINGS[seat.role]


def rows_of(clients: Sequence[Client], *, with_worker: bool) -> list[list[Any]]:
    """A row a client: name, last seen, plan, what is due, and whose client she is."""
    return [_row(client, with_worker) for client in clients]


def headings(*, with_worker: bool) -> list[str]:
    """The headings of the rows."""
    plain = [_("Client"), _("Last seen"), _("Plan"), _("Due")]
    return [*plain, _("Trainer")] if with_worker else plain


def _row(client: Client, with_worker: bool) -> list[Any]:
    name = full_name(client.person.first_name, client.person.surname)
    shown = {"text": name, "href": reverse("desk:client", args=[client.id])}
    row = [shown, last_seen(client), plan_state(client), _("Questions again") if client.reading_due else "–"]  # type: ignore[attr-defined]
    return [*row, client.allocated_to.name if client.allocated_to else _("Nobody yet")] if with_worker else row


def last_seen(client: Any) -> str:
    """'3 May (6 weeks ago)'."""
    day = client.last_seen_on
    if day is None:
        return _("Not seen yet")
    weeks = (today() - day).days // 7
    return f"{short_day(day)} ({_('%(n)s weeks ago') % {'n': weeks}})" if weeks > 1 else short_day(day)


def plan_state(client: Any) -> str:
    """'Set 3 May', 'Part achieved 3 July', 'No plan yet'."""
    if client.plan_set_on is None:
        return _("No plan yet")
    if client.plan_outcome == "ongoing":
        return _("Plan set %(day)s") % {"day": short_day(client.plan_set_on)}
    words = PLAN_OUTCOMES[client.plan_outcome]
    return f"{words} {short_day(client.plan_signed_off_on)}".strip()


def ways_on(page: Page[Client], query: dict[str, str]) -> dict[str, str | None]:
    """The addresses of the neighbouring pages, by a client's id and nothing else about her."""
    here = reverse("desk:caseload", query=query or None)
    glue = "&" if query else "?"
    rows = page.rows
    return {
        "earlier": f"{here}{glue}before={rows[0].id}" if page.earlier and rows else None,
        "later": f"{here}{glue}after={rows[-1].id}" if page.later and rows else None,
    }
