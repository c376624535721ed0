"""The people of the demonstration: a team of trainers, and a sign-in for each role."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from kith.access.api import Viewer, give_seat, make_account, make_service, make_team, roles, viewer_of
from kith.nonprod.domain import words
from kith.nonprod.domain.areas import CODES
from kith.workforce.api import add_worker

PASSWORD = "a-year-of-visits"  # noqa: S105  the demonstration's own, printed for everybody
TRAINERS = (
    ("trainer@demo.example", "Janet Firth", "qualified"),
    ("trainer2@demo.example", "Bilal Anwar", "qualified"),
    ("trainer3@demo.example", "Ruth Okoro", "trainee"),
    ("trainer4@demo.example", "Mo Szymanski", "senior"),
    ("trainer5@demo.example", "Sunita Rao", "champion"),
)
OTHERS = (
    ("leader@demo.example", "Pat Holroyd", roles.TEAM_LEADER),
    ("manager@demo.example", "Helen Sugden", roles.SERVICE_MANAGER),
    ("evaluator@demo.example", "Idris Penn", roles.EVALUATOR),
    ("commissioner@demo.example", "Mary Askwith", roles.COMMISSIONER),
    ("administrator@demo.example", "Sam Tordoff", roles.ADMINISTRATOR),
)
SHOWN = ((roles.WORKER, TRAINERS[0][0]), *((role, email) for email, _, role in OTHERS))


@dataclass(frozen=True)
class Cast:
    """The service, its trainers and its manager, each as who asks."""

    service: Any
    trainers: list[Viewer]
    manager: Viewer


def make_cast(system: Viewer, today: dt.date) -> Cast:
    """Make the service and everybody in it."""
    service = make_service(viewer=system, name=words.SERVICE, organisation=words.ORGANISATION, is_demo=True)
    teams = [make_team(viewer=system, service=service, name=name) for name in words.TEAMS]
    trainers = [
        _trainer(system, service, teams[place % 2], place, trainer, today) for place, trainer in enumerate(TRAINERS)
    ]
    others = {role: _other(system, service, teams[0], email, name, role) for email, name, role in OTHERS}
    return Cast(service, trainers, others[roles.SERVICE_MANAGER])


def _trainer(
    system: Viewer, service: Any, team: Any, place: int, trainer: tuple[str, str, str], today: dt.date
) -> Viewer:
    email, name, status = trainer
    user = make_account(viewer=system, service=service, email=email, name=name, password=PASSWORD)
    seat = give_seat(viewer=system, service=service, user=user, role=roles.WORKER, team=team)
    add_worker(
        viewer=system, service_id=service.id, name=name, status=status, seat_id=seat.id, reference=f"LT{place + 1:02}",
        started_on=today - dt.timedelta(days=500 + 90 * place), home_area_code=CODES[place * 3],
    )  # fmt: skip
    return viewer_of(user)


def _other(system: Viewer, service: Any, team: Any, email: str, name: str, role: str) -> Viewer:
    user = make_account(viewer=system, service=service, email=email, name=name, password=PASSWORD)
    place = team if role == roles.TEAM_LEADER else None
    give_seat(viewer=system, service=service, user=user, role=role, team=place)
    return viewer_of(user)
