"""Every read of looks beyond one's scope, narrowed by who asks, and who looks through one."""

from uuid import UUID

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from kith.access.api import Opened, Viewer, services_beside
from kith.audit.api import AuditRow, rows_of_client
from kith.glass.domain.states import CLOSED, FOLLOWED_UP, NEW, SEEN
from kith.glass.models import Ask, Glass, Said
from kith.glass.permissions import user_may_look_through
from kith.glass.policies import check_is_open, rules
from kith.kernel.days import now
from kith.kernel.errors import NotFoundError
from kith.people.api import STAFF, Client, tidy_nhs_number
from kith.rows.api import every_row, see

LOOKED_IN = "looked_in"


def services_in_reach(viewer: Viewer) -> dict[UUID, str]:
    """The services whose records the viewer may open in an emergency, with their names."""
    found = services_beside(viewer, *STAFF, whole_deployment=rules().whole_deployment)
    return dict(found.order_by("name").values_list("id", "name"))


def record_numbered(service_id: UUID, number: str) -> Client | None:
    """The one client of a service with exactly this reference or NHS number; None is an answer, which is counted.

    The only read that reaches beyond a scope. It takes no part of a number and no name: nothing can be searched.
    """
    records = Client.objects.select_related("person").filter(service_id=service_id).order_by("-id")
    said = number.strip()
    named = Q(reference__in={said, said.upper()}) if said else Q(pk__in=())
    digits = tidy_nhs_number(said)
    numbered = Q(person__nhs_number=digits, person__nhs_number_status="valid") if digits else Q(pk__in=())
    with every_row(because="in an emergency one record is found by its exact number, in whatever service in reach"):
        return records.filter(named | numbered).first()


def glasses_visible_to(viewer: Viewer) -> QuerySet[Glass]:
    """The viewer's own looks, and those at clients the viewer is in charge of, with `closed_at` and `follow_up`."""
    in_charge = Q(service__in=viewer.managed_services) | Q(client__team__in=viewer.led_teams)
    return _with_state(Glass.objects.filter(Q(by_id=viewer.actor.id) | in_charge))


def own_looks(viewer: Viewer, most: int) -> list[Glass]:
    """The viewer's own looks, the newest first."""
    own = _with_state(Glass.objects.filter(by_id=viewer.actor.id)).select_related("service")
    with every_row(because="one's own looks are at records of whatever service, and name nobody"):
        return list(own.order_by("-opened_at", "-id")[:most])


def looks_of_others(viewer: Viewer, most: int) -> list[Glass]:
    """Others' looks at clients the viewer is in charge of: what no manager has seen first, then the newest."""
    others = glasses_visible_to(viewer).exclude(by_id=viewer.actor.id).select_related("service", "client__person")
    is_seen = Case(When(follow_up=SEEN, then=1), default=0)
    return list(others.order_by(is_seen, "-opened_at", "-id")[:most])


def _with_state(glasses: QuerySet[Glass]) -> QuerySet[Glass]:
    said = Said.objects.filter(glass=OuterRef("pk"))
    newest = said.filter(kind__in=FOLLOWED_UP).order_by("-at", "-id")
    return glasses.annotate(
        closed_at=Subquery(said.filter(kind=CLOSED).order_by("at").values("at")[:1]),
        follow_up=Coalesce(Subquery(newest.values("kind")[:1]), Value(NEW)),
    )


def glass_for(viewer: Viewer, glass_id: UUID) -> Glass:
    """One look within the viewer's sight, with client and person. Raises NotFoundError."""
    within = glasses_visible_to(viewer).select_related("client__person", "service").filter(id=glass_id)
    with every_row(because="one's own look says whose record it was, which is out of sight but through it"):
        found = within.first()
    if found is None:
        raise NotFoundError("There is no such record among those you opened in an emergency or answer for.")
    return found


def own_open_glass(viewer: Viewer, client: Client) -> Glass | None:
    """The viewer's look at a client's record that has not ended."""
    open_now = _with_state(Glass.objects.filter(by_id=viewer.actor.id, client=client, ends_at__gt=now()))
    return open_now.filter(Q(closed_at__isnull=True)).first()


def through_glass(viewer: Viewer, glass_id: UUID) -> tuple[Viewer, Glass]:
    """Who the viewer is while they look at one opened record, and the look: the one way to a record beyond a scope.

    Raises NotFoundError for another's look, NotPossibleError from the moment it ends.
    """
    glass = glass_for(viewer, glass_id)
    if not user_may_look_through(viewer, glass):
        raise NotFoundError("There is no such record among those you opened in an emergency.")
    check_is_open(glass)
    looker = viewer.through(Opened(glass.client_id, glass.client.person_id))
    see(services=viewer.scope.services, persons=looker.scope.persons, by=viewer.actor.id)
    return looker, glass


def said_of(glass: Glass) -> list[Said]:
    """What was said of a look, in order."""
    return list(glass.said.order_by("at", "id"))


def reads_through(glass: Glass) -> list[AuditRow]:
    """Every page read through a look, in order, from the trail."""
    rows = rows_of_client(glass.client_id).filter(verb=LOOKED_IN, at__gte=glass.opened_at)
    return [row for row in reversed(rows) if str(glass.id) in row.record_ids]


def waiting_for(viewer: Viewer) -> int:
    """How many looks at records of the services the viewer manages no manager has marked as seen."""
    if not viewer.managed_services:
        return 0
    of_others = Glass.objects.filter(service__in=viewer.managed_services).exclude(by_id=viewer.actor.id)
    return _with_state(of_others).exclude(Q(follow_up=SEEN)).count()


def asked_in_vain(viewer: Viewer, most: int) -> list[Ask]:
    """The newest times somebody gave a number that no record of a service the viewer manages has."""
    asked = Ask.objects.filter(in_vain=True, service__in=viewer.managed_services).select_related("service")
    return list(asked.order_by("-at", "-id")[:most])


def every_open_glass() -> list[Glass]:
    """Every look that has not ended, for a restore."""
    return list(_with_state(Glass.objects.filter(ends_at__gt=now())).filter(Q(closed_at__isnull=True)))
