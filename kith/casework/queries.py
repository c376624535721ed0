"""Every read of work with clients, narrowed by who asks."""

import datetime as dt
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery

from kith.access.api import Viewer
from kith.casework.models import Case, CaseState, Plan, Referral, Session, Signpost
from kith.kernel.errors import NotFoundError
from kith.people.api import Client, amendments_visible_to, clients_visible_to

Record = TypeVar("Record", bound=Model)


def sessions_visible_to(viewer: Viewer) -> QuerySet[Session]:
    """Visits, calls and messages of clients within the viewer's scope."""
    return Session.objects.filter(client__in=clients_visible_to(viewer))


def plans_visible_to(viewer: Viewer) -> QuerySet[Plan]:
    """Plans of clients within the viewer's scope."""
    return Plan.objects.filter(client__in=clients_visible_to(viewer))


def referrals_visible_to(viewer: Viewer) -> QuerySet[Referral]:
    """Referrals of clients within the viewer's scope."""
    return Referral.objects.filter(client__in=clients_visible_to(viewer))


def signposts_visible_to(viewer: Viewer) -> QuerySet[Signpost]:
    """Signposts of clients within the viewer's scope."""
    return Signpost.objects.filter(client__in=clients_visible_to(viewer))


def cases_visible_to(viewer: Viewer) -> QuerySet[Case]:
    """Cases of clients within the viewer's scope, with their state ('open' or 'closed') as `state`."""
    return _with_state(Case.objects.filter(client__in=clients_visible_to(viewer)))


def closings_visible_to(viewer: Viewer) -> QuerySet[CaseState]:
    """When and why work with clients within the viewer's scope ended."""
    return CaseState.objects.filter(case__client__in=clients_visible_to(viewer), state="closed")


def open_case_of(client: Client) -> Case | None:
    """The client's newest case that is still open, if there is one."""
    newest_first = _with_state(Case.objects.filter(client=client)).order_by("-opened_on", "-id")
    return next((case for case in newest_first if case.state == "open"), None)  # type: ignore[attr-defined]


def _with_state(cases: QuerySet[Case]) -> QuerySet[Case]:
    newest = CaseState.objects.filter(case=OuterRef("pk")).order_by("-since", "-id")
    return cases.annotate(state=Subquery(newest.values("state")[:1]))


def with_last_seen(clients: QuerySet[Client]) -> QuerySet[Client]:
    """Clients with the day of their newest attended session as `last_seen_on`, None for nobody seen yet."""
    return clients.annotate(last_seen_on=Subquery(_attended().order_by("-held_on").values("held_on")[:1]))


def not_seen_since(day: dt.date) -> Q:
    """Narrows clients to those without an attended session on a day or after it."""
    return ~Q(Exists(_attended().filter(held_on__gte=day)))


def _attended() -> QuerySet[Session]:
    return Session.objects.filter(client=OuterRef("pk"), attended=True)


def with_newest_plan(clients: QuerySet[Client]) -> QuerySet[Client]:
    """Clients with `plan_set_on`, `plan_outcome` and `plan_signed_off_on` of their newest plan, None without one."""
    newest = Plan.objects.filter(client=OuterRef("pk")).order_by("-set_on", "-id")
    return clients.annotate(
        plan_set_on=Subquery(newest.values("set_on")[:1]),
        plan_outcome=Subquery(newest.values("outcome")[:1]),
        plan_signed_off_on=Subquery(newest.values("signed_off_on")[:1]),
    )


def session_for(viewer: Viewer, session_id: UUID) -> Session:
    """One visit or call within the viewer's scope, with the client. Raises NotFoundError."""
    return _one(sessions_visible_to(viewer), session_id, "visit or call")


def plan_for(viewer: Viewer, plan_id: UUID) -> Plan:
    """One plan within the viewer's scope, with the client. Raises NotFoundError."""
    return _one(plans_visible_to(viewer), plan_id, "plan")


def referral_for(viewer: Viewer, referral_id: UUID) -> Referral:
    """One referral within the viewer's scope, with the client. Raises NotFoundError."""
    return _one(referrals_visible_to(viewer), referral_id, "referral")


def signpost_for(viewer: Viewer, signpost_id: UUID) -> Signpost:
    """One signpost within the viewer's scope, with the client. Raises NotFoundError."""
    return _one(signposts_visible_to(viewer), signpost_id, "signpost")


def case_for(viewer: Viewer, case_id: UUID) -> Case:
    """One case within the viewer's scope, with client and state. Raises NotFoundError."""
    return _one(cases_visible_to(viewer), case_id, "piece of work")


def _one(records: QuerySet[Record], record_id: UUID, what: str) -> Record:
    found = records.select_related("client__person").filter(pk=record_id).first()
    if found is None:
        raise NotFoundError(f"There is no such {what} among those of the clients you work with.")
    return found


def with_a_note(service_id: UUID) -> QuerySet[Session]:
    """Visits and calls of a service under which something was written, the oldest record first."""
    return Session.objects.filter(client__service_id=service_id).exclude(note="").order_by("id")


def written_by(viewer: Viewer) -> QuerySet[Session]:
    """Visits and calls whose note is the viewer's own: held, written down or corrected by the viewer."""
    who = viewer.actor.id
    corrected = amendments_visible_to(viewer).filter(record_type="session", by_id=who).values("record_id")
    return Session.objects.filter(Q(worker__membership__user_id=who) | Q(written_by_id=who) | Q(id__in=corrected))
