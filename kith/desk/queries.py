"""What the pages of the desk show, read through the rooms' own narrowed queries."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet, Subquery

from kith.access.api import Seat, Viewer, services_visible_to
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
    PossibleDuplicate,
    check_user_may_see_who_saw,
    clients_visible_to,
    matching,
    of_seat,
    possible_duplicates_visible_to,
    with_consent,
    with_open_pair,
)
from kith.ripples.api import Telling, settled_tellings

Record = TypeVar("Record", bound=Model)
PAGE_SIZE = 25
UNSEEN_WEEKS = 6
PAIRS_SHOWN = 100
EVALUATION = "evaluation"


def seats_with_clients(viewer: Viewer) -> list[Seat]:
    """The viewer's seats that give a list of clients, the nearest first: own, team, service."""
    seats = [seat for seat in viewer.seats if seat.role in STAFF]
    return sorted(seats, key=lambda seat: (STAFF.index(seat.role), seat.service_name, str(seat.membership_id)))


def managed_services(viewer: Viewer) -> list[tuple[UUID, str]]:
    """The services the viewer manages, by name."""
    services = services_visible_to(viewer).filter(id__in=viewer.managed_services)
    return list(services.order_by("name", "id").values_list("id", "name"))


@dataclass(frozen=True, slots=True)
class Listed:
    """One client in a list."""

    id: UUID
    first_name: str
    surname: str
    worker: str | None
    last_seen_on: dt.date | None
    plan_set_on: dt.date | None
    plan_outcome: str | None
    plan_signed_off_on: dt.date | None
    reading_due: bool


COLUMNS = (
    "id", "person__first_name", "person__surname", "allocated_to__name", "last_seen_on", "plan_set_on", "plan_outcome",
    "plan_signed_off_on", "reading_due",
)  # fmt: skip


def caseload_page(viewer: Viewer, seat: Seat, cursor: Cursor, *, unseen: bool = False, words: str = "") -> Page[Listed]:
    """One page of a seat's clients by name, all of them, those not seen for six weeks, or those found by words.

    It is found by the key of its neighbour, so that the last page costs what the first does.
    """
    narrowed: list[Any] = [of_seat(viewer, seat), *_beyond(of_seat(viewer, seat), cursor)]
    if unseen:
        narrowed.append(not_seen_since(today() - dt.timedelta(weeks=UNSEEN_WEEKS)))
    if words:
        narrowed.append(matching(words))
    keys = ("-sorted_name", "-id") if cursor.before else ("sorted_name", "id")
    rows = _as_listed(today()).filter(*narrowed).order_by(*keys).values_list(*COLUMNS)
    return page_of([Listed(*row) for row in rows[: PAGE_SIZE + 1]], PAGE_SIZE, cursor)


@lru_cache(maxsize=1)
def _as_listed(day: dt.date) -> QuerySet[Client]:  # noqa: ARG001  what is due changes with the day
    """Everybody with what a list tells, to be narrowed: building it takes longer than reading a page of it."""
    return with_reading_due(with_newest_plan(with_last_seen(Client.objects.all())))


def _beyond(narrowed: Q, cursor: Cursor) -> list[Q]:
    edge = cursor.before or cursor.after
    if edge is None:
        return []
    name = Subquery(Client.objects.filter(narrowed, pk=edge).values("sorted_name")[:1])
    way = "lt" if cursor.before else "gt"
    same_or_beyond = Q(**{f"sorted_name__{way}e": name})
    return [same_or_beyond, Q(**{f"sorted_name__{way}": name}) | Q(**{f"id__{way}": edge})]


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
        tellings=_newest(settled_tellings(viewer), client, "told_on", limit),
        closings=list(closings_visible_to(viewer).filter(case__client=client).order_by("-since", "-id")),
    )


def history_through_glass(viewer: Viewer, client: Client, limit: int) -> History:
    """What somebody sees of a record opened in an emergency: a note kept for care only stays shut, with what it agreed,
    and what else changed is left out, because it tells of others."""
    history = history_of(viewer, client, limit)
    for session in history.sessions:
        if session.note_restricted:
            session.note = session.next_step = ""
    return replace(history, tellings=())


def _newest(records: QuerySet[Record], client: Client, by: str, limit: int | None = None) -> list[Record]:
    return list(records.filter(client=client).order_by(f"-{by}", "-id")[:limit])


def who_saw(viewer: Viewer, client: Client, limit: int) -> list[AuditRow]:
    """Who saw or changed a client's record, newest first. Raises NotAllowedError."""
    check_user_may_see_who_saw(viewer, client)
    return list(rows_of_client(client.id)[:limit])


def open_pairs_shown(viewer: Viewer) -> tuple[list[PossibleDuplicate], bool]:
    """Pairs of clients who may be one person, the oldest first, and whether there are more."""
    pairs = possible_duplicates_visible_to(viewer).select_related("first__person", "second__person")
    found = list(pairs.order_by("proposed_at", "id")[: PAIRS_SHOWN + 1])
    return found[:PAIRS_SHOWN], len(found) > PAIRS_SHOWN
