"""Who may see which service."""

import pytest
from django.contrib.auth.models import AnonymousUser

from kith.access.api import roles, service_for, service_named, services_visible_to
from kith.access.models import Membership
from kith.access.queries import viewer_of
from kith.kernel.days import now
from kith.kernel.errors import NotFoundError


@pytest.mark.parametrize("role", roles.ROLES)
def test_service_seen_by_every_role_of_it_and_by_none_of_another(role, make_viewer, service, other_service):
    viewer = make_viewer(role)
    assert list(services_visible_to(viewer)) == [service]
    with pytest.raises(NotFoundError, match="no such service"):
        service_for(viewer, other_service.id)


def test_services_seen_by_the_system_are_all(system, service, other_service):
    assert set(services_visible_to(system)) == {service, other_service}
    assert service_for(system, other_service.id) == other_service


def test_service_named_whatever_the_case_and_spaces(system, service):
    assert service_named(system, "  fernleigh HEALTH trainers ") == service


def test_service_named_of_another_service_is_not_there(viewer, other_service):
    with pytest.raises(NotFoundError, match="Quayside"):
        service_named(viewer, other_service.name)


def test_viewer_of_a_seat_that_ended_sees_nothing(make_user, service):
    user = make_user(roles.SERVICE_MANAGER)
    Membership.objects.filter(user=user).update(ended_at=now())
    viewer = viewer_of(user)
    assert viewer.seats == ()
    assert not services_visible_to(viewer).exists()


def test_viewer_of_nobody_is_refused():
    with pytest.raises(NotFoundError, match="Sign in"):
        viewer_of(AnonymousUser())


def test_viewer_leads_only_the_team_of_the_leaders_seat(make_viewer, team):
    assert make_viewer(roles.TEAM_LEADER, team=team).led_teams == {team.id}
    assert make_viewer(roles.TEAM_LEADER).led_teams == frozenset()
    assert make_viewer(roles.WORKER, team=team).led_teams == frozenset()


def test_viewer_with_two_seats_has_both_roles(make_user, service, other_service):
    user = make_user(roles.WORKER)
    Membership.objects.create(service=other_service, user=user, name=user.name, role=roles.SERVICE_MANAGER)
    viewer = viewer_of(user)
    assert viewer.has_role(service.id, roles.WORKER)
    assert not viewer.has_role(service.id, roles.SERVICE_MANAGER)
    assert viewer.managed_services == {other_service.id}
    assert len(viewer.own_seats) == 1
