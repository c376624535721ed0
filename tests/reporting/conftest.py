"""A small service, built record by record, and its figures."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models.signals import post_save

from kith.access.models import Membership
from kith.casework.models import Case, CaseState, Plan, Referral, Session, Signpost
from kith.kernel.actors import Actor
from kith.kernel.days import Period
from kith.kernel.ids import new_id
from kith.measures.models import MissedReading, Reading
from kith.people.models import Client, Consent, Person, PossibleDuplicate
from kith.reporting import api
from kith.ripples.models import Telling, TellingState
from kith.workforce.models import Worker

YEAR = Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31))


def day(text: str) -> dt.date:
    """A day from its figures."""
    return dt.date.fromisoformat(text)


class SmallService:
    """Makes records with one line each; what is left out is plain."""

    def __init__(self, service: Any) -> None:
        self.service = service
        self.actor = Actor(id=new_id(), name="Somebody")

    def worker(self, home: str = "", **given: Any) -> Worker:
        seat = Membership.objects.create(service=self.service, name="A worker", role="worker")
        given = {"status": "qualified", **given}
        return Worker.objects.create(service=self.service, membership=seat, home_area_code=home, **given)

    def client(self, first_contact: str | None = None, worker: Worker | None = None, **person: Any) -> Client:
        return Client.objects.create(
            person=Person.objects.create(**person),
            service=self.service,
            allocated_to=worker.membership if worker else None,
            first_contact_on=first_contact,
        )

    def referral(self, client: Client, on: str, **given: Any) -> Referral:
        return Referral.objects.create(client=client, received_on=on, **given)

    def session(self, client: Client, on: str, minutes: int | None = 30, **given: Any) -> Session:
        return Session.objects.create(client=client, held_on=on, minutes=minutes, **{"attended": True, **given})

    def plan(self, client: Client, on: str, issue: str = "Diet", **given: Any) -> Plan:
        return Plan.objects.create(client=client, set_on=on, issue=issue, **given)

    def case(self, client: Client, opened: str, closed: str | None = None) -> Case:
        case = Case.objects.create(client=client, opened_on=opened)
        CaseState.objects.create(case=case, state="open", since=opened, by_name="Somebody")
        if closed:
            CaseState.objects.create(case=case, state="closed", since=closed, by_name="Somebody")
        return case

    def signpost(self, client: Client, on: str, outcome: str) -> Signpost:
        return Signpost.objects.create(client=client, made_on=on, outcome=outcome)

    def reading(self, client: Client, stage: str, on: str, value: float, measure: str = "who_5") -> Reading:
        thousandths = round(value * 1000)
        return Reading.objects.create(
            client=client, measure=measure, stage=stage, taken_on=on, value_thousandths=thousandths
        )

    def missed(self, client: Client, reason: str, on: str, measure: str = "who_5") -> MissedReading:
        return MissedReading.objects.create(client=client, measure=measure, reason=reason, noted_on=on)

    def consent(self, client: Client, answer: str) -> Consent:
        return Consent.objects.create(
            client=client, purpose="evaluation", answer=answer, recorded_by="Somebody", source="page"
        )

    def telling(self, client: Client | None, on: str, *states: str, **given: Any) -> Telling:
        usual = {"through": "client", "beneficiary": "family", "domain": "money", "direction": "gain"}
        telling = Telling.objects.create(
            service=self.service,
            client=client,
            told_on=on,
            account="words",
            author_id=self.actor.id,
            **{**usual, **given},
        )
        for hour, state in enumerate(states):
            at = dt.datetime(2025, 1, 1, hour, tzinfo=dt.UTC)
            TellingState.objects.create(telling=telling, state=state, at=at, by_id=self.actor.id, by_name="Somebody")
        return telling


@pytest.fixture
def small(service: Any) -> SmallService:
    """A small service to fill."""
    return SmallService(service)


@pytest.fixture
def value(small: SmallService, system: Any) -> Iterator[Callable[..., Any]]:
    """`value(id, key=value...)`: a figure's value over the year from April 2024; `value.figure` the figure.

    The store is made anew after a record was saved.
    """
    reports: dict[Period, api.Report] = {}

    def forget(**_: Any) -> None:
        reports.clear()

    def figure(figure_id: str, period: Period = YEAR, **group: str) -> Any:
        if not reports:
            api.refresh(system, small.service)
        if period not in reports:
            made = api.report(system, small.service, period, "service")
            reports[period] = made
        found = reports[period].find(figure_id, **group)
        if found is None:
            pytest.fail(f"There is no figure {figure_id} {group}.")
        return found

    def read(figure_id: str, period: Period = YEAR, **group: str) -> Any:
        return figure(figure_id, period, **group).value

    read.figure = figure  # type: ignore[attr-defined]
    for model in RECORDS:
        post_save.connect(forget, sender=model)
    yield read
    for model in RECORDS:
        post_save.disconnect(forget, sender=model)


RECORDS = (
    Worker, Client, Person, Referral, Session, Plan, Case, CaseState, Signpost, Reading, MissedReading, Telling,
    TellingState, PossibleDuplicate,
)  # fmt: skip
