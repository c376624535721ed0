"""kith add-account: gives somebody a sign-in and a seat in a service."""

import secrets
import sys
from argparse import Namespace
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.ready import get_ready

ROLES = ("worker", "team_leader", "service_manager", "evaluator", "commissioner", "administrator")


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "add-account", run,
        "Give somebody a sign-in and a seat in a service; prints the first password, which they change.",
        'kith add-account j.firth@example.org --name "Janet Firth" --service Northport --role worker --worker HT001',
    )  # fmt: skip
    made.add_argument("email", metavar="EMAIL", help="the e-mail address they sign in with")
    made.add_argument("--name", required=True, metavar="NAME", help="their name")
    made.add_argument("--service", required=True, metavar="NAME", help="the service")
    made.add_argument("--role", required=True, choices=ROLES, help="what they do in it")
    made.add_argument("--team", metavar="NAME", help="their team, made if it is new")
    made.add_argument("--worker", metavar="REF", help="the worker they are in a file that was brought in")


def run(given: Namespace) -> int:
    """Run it."""
    get_ready()
    password = secrets.token_urlsafe(12)
    _add(given, password)
    sys.stdout.write(f"{given.email} can sign in with the password {password}\n")
    return DONE


def _add(given: Namespace, password: str) -> None:
    from django.db import transaction

    from kith.access.api import give_seat, make_account, service_named, system_viewer, take_seat, team_named
    from kith.workforce.api import seat_of

    viewer = system_viewer()
    service = service_named(viewer, given.service)
    with transaction.atomic():
        user = make_account(viewer=viewer, service=service, email=given.email, name=given.name, password=password)
        if given.worker:
            seat_id = seat_of(viewer, service.id, given.worker)
            take_seat(viewer=viewer, service=service, seat_id=seat_id, user=user)
            return
        team = team_named(viewer=viewer, service=service, name=given.team) if given.team else None
        give_seat(viewer=viewer, service=service, user=user, role=given.role, team=team)
