"""Notes read by the tables of 0003, one of them without its sentence since: run in a deployment by `tests.warm`."""

import json
import sys

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kith.access.api import give_seat, make_account, make_service, roles, system_viewer, viewer_of
from kith.casework.api import Session
from kith.people.api import PersonDetails, register_client
from kith.ripples.api import found_now, judge
from kith.ripples.domain.digests import Digests
from kith.ripples.models import NoteRead, Proposal, Telling
from kith.ripples.models.note_read import READ_AGAIN
from tests.ripples import reviewing as r

THIRD = [("ripples", "0003_kinds_judged")]
NOTES = {"kept": r.SAYS, "changed": "Her sister got a job at the mill.", "waiting": "Her aunt got a job in a café."}


def fill() -> None:
    """Two sentences accepted and one waiting; then one of the accepted is taken out of its note, and so marked."""
    system = system_viewer()
    service = make_service(viewer=system, name="Weirdale")
    client = register_client(viewer=system, service_id=service.id, details=PersonDetails(surname="Quillfeather"))
    r.say(system, client)
    sessions = {name: r.note(system, client, words) for name, words in NOTES.items()}
    r.read(service.id)
    Proposal.objects.update(read_twice=False)
    user = make_account(viewer=system, service=service, email="hana@staff.example", name="Hana", password="")
    give_seat(viewer=system, service=service, user=user, role=roles.SERVICE_MANAGER)
    for name in ("kept", "changed"):
        judge(viewer=viewer_of(user), proposal_id=_found_in(sessions[name]).id, answer="accept")
    r.correct(system, sessions["changed"], r.NOTHING)
    _as_0003_read(sessions["changed"], Digests(settings.SECRET_KEY, service.id).of_note(r.NOTHING, restricted=False))


def _found_in(session) -> Proposal:
    return Proposal.objects.get(note__source_id=session.id)


def _as_0003_read(session, digest: str) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(THIRD)
    tables = MigrationExecutor(connection).loader.project_state(THIRD).apps
    tables.get_model("ripples", "NoteRead").objects.filter(source_id=session.id).update(digest=digest, found=0)
    tables.get_model("ripples", "Proposal").objects.filter(note__source_id=session.id).update(note_changed=True)


def look() -> None:
    """Print of each note its telling's newest state and words, whether the note is to be read again, and whether what
    was found in it may be used."""
    json.dump(dict(zip(NOTES, map(_stands, Session.objects.order_by("id")), strict=True)), sys.stdout)


def _stands(session: Session) -> dict[str, object]:
    told, note = Telling.objects.get(source_id=session.id), NoteRead.objects.get(source_id=session.id)
    return {
        "state": told.states.latest("at").state,
        "words": told.account,
        "to be read again": note.digest == READ_AGAIN,
        "in use": found_now(note.service_id).filter(note=note).exists(),
    }
