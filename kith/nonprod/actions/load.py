"""Loads the demonstration, all of it or nothing."""

import random
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, roles, service_named, services_visible_to, system_viewer
from kith.kernel.days import today
from kith.nonprod.actions.cast import PASSWORD, SHOWN, make_cast
from kith.nonprod.actions.emergency import tell_emergency
from kith.nonprod.actions.story import Story
from kith.nonprod.domain import words
from kith.nonprod.domain.areas import INDEX, index_file
from kith.places.api import import_areas
from kith.ripples.api import draw, next_period, propose_ripples, samples_of

CLIENTS = 90
SEED = 20111


def load_demo(*, progress: Callable[[str], None]) -> list[str]:
    """Load the service if it is not there yet; returns the lines that tell how to sign in."""
    system = system_viewer()
    if not services_visible_to(system).filter(name=words.SERVICE).exists():
        progress("Loading a made-up service with a year of work; this takes about a minute")
        _load(system)
    _read_notes(system, service_named(system, words.SERVICE).id)
    return sign_ins()


def sign_ins() -> list[str]:
    """A line for each role."""
    lines = [f"  {roles.ROLE_WORDS[role]:<16} {email}" for role, email in SHOWN]
    return ["Sign in as one of:", *lines, f"The password of each is: {PASSWORD}"]


@transaction.atomic
def _load(system: Viewer) -> None:
    chance, day = random.Random(SEED), today()
    import_areas(viewer=system, content=index_file(chance), index=INDEX)
    cast = make_cast(system, day)
    for number in range(1, CLIENTS + 1):
        trainer = cast.trainers[chance.choices(range(len(cast.trainers)), weights=(5, 4, 2, 3, 2))[0]]
        Story(chance, day, trainer, cast.service.id, number, random.Random(f"{SEED} {number}")).tell()
    tell_emergency(cast)


def _read_notes(system: Viewer, service_id: UUID) -> None:
    """Again it reads nothing; a year that is not over is drawn from, so that there is something to begin with."""
    propose_ripples(viewer=system, service_id=service_id)
    period = next_period(service_id)
    if period and not samples_of(service_id).exists():
        draw(viewer=system, service_id=service_id, period=period)
