"""What the pages of the desk show, read through the rooms' own narrowed queries."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet, Subquery

from kith.access.api import Seat, Viewer
from kith.audit.api import AuditRow, rows_of_client
from kith.casework.api import (
    CaseState,
    Plan,
    Referral,
    Session,
    Signpost,
    closings_visible_to,
    not_seen_since,
    plans_visible_to,
    referrals_visible_to,
    sessions_visible_to,
    signposts_visible_to,
    with_last_seen,
    with_newest_plan,
)
from kith.desk.domain.paging import Cursor, Page, page_of
from kith.kernel.days import today
from kith.kernel.errors import NotFoundError
from kith.measures.api import (
    MissedReading,
    Reading,
    missed_readings_visible_to,
    readings_visible_to,
    with_reading_due,
)
from kith.people.api import (
    STAFF,
    Client,
    check_user_may_see_who_saw,
    clients_of_seat,
    clients_visible_to,
    matching,
    with_consent,
    with_open_pair,
)
from kith.ripples.api import Telling, tellings_visible_to

Record = TypeVar("Record", bound=Model)
PAGE_SIZE = 25
UNSEEN_WEEKS = 6
EVALUATION = "evaluation"


def seats_with_clients(viewer: Viewer) -> list[Seat]:
    """The viewer's seats that give a list of clients, the nearest first: own, team, service."""
    seats = [seat for seat in viewer.seats if seat.role in STAFF]
    return sorted(seats, key=lambda seat: (STAFF.index(seat.role), seat.service_name, str(seat.membership_id)))


def clients_listed(viewer: Viewer, seat: Seat, *, unseen: bool = False, words: str = "") -> QuerySet[Client]:
    """The clients of one seat, narrowed to those not seen for six weeks or to a name or reference."""
    clients = clients_of_seat(viewer, seat)
    if unseen:
        clients = not_seen_since(clients, today() - dt.timedelta(weeks=UNSEEN_WEEKS))
    return matching(clients, words) if words else clients


def caseload_page(clients: QuerySet[Client], cursor: Cursor) -> Page[Client]:
    """One page by name, found by the key of its neighbour: the last page costs what the first does."""
    keyed = clients.order_by("-sorted_name", "-id") if cursor.before else clients.order_by("sorted_name", "id")
    shown = with_reading_due(with_newest_plan(with_last_seen(_beyond(keyed, clients, cursor))))
    return page_of(list(shown.select_related("person", "allocated_to")[: PAGE_SIZE + 1]), PAGE_SIZE, cursor)


def _beyond(keyed: QuerySet[Client], clients: QuerySet[Client], cursor: Cursor) -> QuerySet[Client]:
    edge = cursor.before or cursor.after
    if edge is None:
        return keyed
    name = Subquery(clients.filter(pk=edge).values("sorted_name")[:1])
    way = "lt" if cursor.before else "gt"
    same_or_beyond = Q(**{f"sorted_name__{way}e": name})
    beyond = Q(**{f"sorted_name__{way}": name}) | Q(**{f"id__{way}": edge})
    return keyed.filter(same_or_beyond, beyond)


def client_record(viewer: Viewer, client_id: UUID) -> Client:
    """One client with person, seat, `consent` and `looks_like`, an open pair's id. Raises NotFoundError."""
    clients = with_open_pair(with_consent(clients_visible_to(viewer), EVALUATION))
    found = clients.select_related("person", "service", "team", "allocated_to").filter(pk=client_id).first()
    if found is None:
        raise NotFoundError("There is no such client among those you work with.")
    return found


@dataclass(frozen=True)
class History:
    """What is recorded of one client, newest first: plans, readings and closings all, the rest up to a limit."""

    sessions: Sequence[Session]
    referrals: Sequence[Referral]
    plans: Sequence[Plan]
    readings: Sequence[Reading]
    missed: Sequence[MissedReading]
    signposts: Sequence[Signpost]
    tellings: Sequence[Telling]
    closings: Sequence[CaseState]


def history_of(viewer: Viewer, client: Client, limit: int) -> History:
    """Everything that happened with one client, in one query a kind."""
    return History(
        sessions=_newest(sessions_visible_to(viewer).select_related("worker__membership"), client, "held_on", limit),
        referrals=_newest(referrals_visible_to(viewer), client, "received_on", limit),
        plans=_newest(plans_visible_to(viewer), client, "set_on"),
        readings=_newest(readings_visible_to(viewer), client, "taken_on"),
        missed=_newest(missed_readings_visible_to(viewer), client, "noted_on", limit),
        signposts=_newest(signposts_visible_to(viewer), client, "made_on", limit),
        tellings=_newest(tellings_visible_to(viewer), client, "told_on", limit),
        closings=list(closings_visible_to(viewer).filter(case__client=client).order_by("-since", "-id")),
    )


def _newest(records: QuerySet[Record], client: Client, by: str, limit: int | None = None) -> list[Record]:
    return list(records.filter(client=client).order_by(f"-{by}", "-id")[:limit])


def who_saw(viewer: Viewer, client: Client, limit: int) -> list[AuditRow]:
    """Who saw or changed a client's record, newest first. Raises NotAllowedError."""
    check_user_may_see_who_saw(viewer, client)
    return list(rows_of_client(client.id)[:limit])
