"""Who may see which figures, and to which records they open."""

import datetime as dt

import pytest

from kith.access.api import roles
from kith.access.queries import viewer_of
from kith.audit.models import AuditRow
from kith.kernel.days import Period
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.people.models import PossibleDuplicate
from kith.reporting import api
from kith.reporting.models import Release
from tests.reporting.conftest import YEAR
from tests.reporting.made_service import MadeService

MAY = {
    roles.WORKER: {"service", "commissioner"},
    roles.TEAM_LEADER: {"service", "commissioner"},
    roles.SERVICE_MANAGER: {"service", "commissioner"},
    roles.EVALUATOR: {"service", "commissioner"},
    roles.COMMISSIONER: {"commissioner"},
    roles.ADMINISTRATOR: set(),
}


def test_table_of_roles_is_complete():
    assert set(MAY) == set(roles.ROLES)


@pytest.mark.parametrize("audience", ["service", "commissioner"])
@pytest.mark.parametrize("role", roles.ROLES)
def test_role_sees_the_figures_of_its_audience(service, make_viewer, role, audience):
    viewer = make_viewer(role)
    if audience in MAY[role]:
        assert api.report(viewer, service, YEAR, audience).audience == audience
    else:
        with pytest.raises(NotAllowedError):
            api.report(viewer, service, YEAR, audience)


def test_figures_of_another_service_are_not_found(other_service, viewer):
    with pytest.raises(NotFoundError):
        api.report(viewer, other_service, YEAR, "service")


@pytest.mark.parametrize("role", [roles.COMMISSIONER, roles.SERVICE_MANAGER])
@pytest.mark.parametrize(("first", "last"), [(YEAR.first, dt.date(2025, 3, 30)), (dt.date(2024, 4, 2), YEAR.last)])
def test_report_of_a_year_but_a_day_does_not_leave_the_service(service, make_viewer, role, first, last):
    with pytest.raises(NotPossibleError, match="whole months"):
        api.report(make_viewer(role), service, Period(first, last), "commissioner")
    assert not Release.objects.exists()


def test_service_counts_any_days_for_itself(service, viewer):
    day = Period(YEAR.last, YEAR.last)
    assert api.report(viewer, service, day, "service").period == day


def test_audience_there_is_not_is_refused(service, viewer):
    with pytest.raises(NotPossibleError, match="service, commissioner"):
        api.report(viewer, service, YEAR, "public")


@pytest.mark.parametrize("role", [roles.COMMISSIONER, roles.ADMINISTRATOR])
def test_figures_are_refreshed_by_members_of_the_service_only(service, make_viewer, role):
    with pytest.raises(NotAllowedError):
        api.refresh(make_viewer(role), service)


def test_report_leaves_a_release_and_an_audit_row(service, viewer):
    api.report(viewer, service, YEAR, "commissioner", form="json")
    release = Release.objects.get()
    assert (release.audience, release.form, release.by_name) == ("commissioner", "json", viewer.actor.name)
    assert (release.period_first, release.period_last) == (YEAR.first, YEAR.last)
    row = AuditRow.objects.get(verb="released")
    assert row.record_ids == [str(release.id)]


@pytest.fixture
def team_of_two(small, make_user, team):
    """Two workers, a client each, one of them in the team; their leader and manager."""
    one, two = (make_user(roles.WORKER, team=team) for _ in range(2))
    clients = []
    for user, where in ((one, team), (two, None)):
        client = small.client("2024-05-01", sex="female")
        client.allocated_to, client.team = user.memberships.get(), where
        client.save()
        small.session(client, "2024-06-01")
        clients.append(client)
    return one, clients


def opened(viewer, small, figure_id, **group):
    return api.figure_records(viewer, small.service, figure_id, group, YEAR)


def test_figure_opens_to_records_within_scope_only(small, team_of_two, viewer, make_viewer, team):
    worker, clients = team_of_two
    api.refresh(viewer, small.service)
    whole = opened(viewer, small, "people.sex", sex="female")
    assert {each.id for each in whole.records} == {client.id for client in clients}
    assert (whole.in_scope, whole.beyond) == (2, 0)
    own = opened(viewer_of(worker), small, "people.sex", sex="female")
    assert [each.id for each in own.records] == [clients[0].id]
    assert (own.in_scope, own.beyond) == (1, 1)
    led = opened(make_viewer(roles.TEAM_LEADER, team=team), small, "sessions.attended")
    assert [each.client_id for each in led.records] == [clients[0].id]
    nobody = opened(make_viewer(roles.EVALUATOR), small, "sessions.attended")
    assert (nobody.records, nobody.beyond) == ((), 2)


def test_commissioner_opens_nothing(small, make_viewer):
    with pytest.raises(NotAllowedError):
        opened(make_viewer(roles.COMMISSIONER), small, "people.clients")


def test_opening_a_figure_leaves_an_audit_row(small, team_of_two, viewer):
    api.refresh(viewer, small.service)
    found = opened(viewer, small, "people.clients")
    row = AuditRow.objects.get(verb="opened")
    assert row.record_ids == [str(each.id) for each in found.records]
    assert row.fields == ["people.clients"]


def test_figure_there_is_not_is_said_in_a_sentence(small, viewer):
    api.refresh(viewer, small.service)
    with pytest.raises(NotFoundError, match="no such figure"):
        opened(viewer, small, "people.shoes")
    with pytest.raises(NotFoundError, match="no such figure"):
        opened(viewer, small, "people.sex")


def test_figure_opens_to_no_more_than_asked_for(small, viewer):
    for _ in range(4):
        small.client("2024-05-01")
    api.refresh(viewer, small.service)
    found = api.figure_records(viewer, small.service, "people.clients", {}, YEAR, limit=3)
    assert (len(found.records), found.in_scope) == (3, 4)


def test_figures_of_workers_open_for_the_manager_only(small, viewer, make_viewer, team):
    worker = small.worker()
    api.refresh(viewer, small.service)
    assert [each.id for each in opened(viewer, small, "workforce.workers", status="qualified").records] == [worker.id]
    led = opened(make_viewer(roles.TEAM_LEADER, team=team), small, "workforce.workers", status="qualified")
    assert (led.records, led.beyond) == ((), 1)


def test_changes_open_to_plans_and_tellings_but_not_to_a_workers_own(small, viewer):
    client = small.client()
    plan = small.plan(client, "2024-05-01", outcome="full", signed_off_on="2024-06-01")
    telling = small.telling(client, "2024-06-01", "accepted")
    small.telling(None, "2024-06-01", "accepted", through="worker", beneficiary="worker")
    api.refresh(viewer, small.service)
    held = opened(viewer, small, "credit_gap.changes", account="client_outcome", standing="held")
    assert [(each.kind, each.id, each.client_id) for each in held.records] == [("plan", plan.id, client.id)]
    told = opened(viewer, small, "credit_gap.changes", account="ripple", standing="no_place")
    assert [(each.kind, each.id) for each in told.records] == [("telling", telling.id)]
    own = opened(viewer, small, "credit_gap.changes", account="workforce", standing="no_place")
    assert (own.records, own.beyond) == ((), 1)


def test_pair_opens_only_to_who_may_see_both(small, team_of_two, viewer):
    worker, clients = team_of_two
    PossibleDuplicate.objects.create(service=small.service, first=clients[0], second=clients[1])
    api.refresh(viewer, small.service)
    assert len(opened(viewer, small, "people.possible_duplicates").records) == 1
    assert opened(viewer_of(worker), small, "people.possible_duplicates").beyond == 1


def test_every_kind_of_figure_opens_to_as_many_records_as_it_counts(small, viewer, service):
    MadeService(service, 6).fill()
    api.refresh(viewer, service)
    figures = {figure.id: figure for figure in api.report(viewer, service, YEAR, "service").figures if figure.value}
    for figure in figures.values():
        found = api.figure_records(viewer, service, figure.id, figure.group, YEAR)
        if figure.unit in ("people", "sessions", "referrals", "plans", "signposts", "workers", "pairs", "tellings"):
            assert found.in_scope + found.beyond == figure.value
