"""A client who agreed, told something, and withdraws both: run within a deployment by `tests.warm`."""

import datetime as dt
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

from kith.access.api import give_seat, make_account, roles, service_named, system_viewer, viewer_of
from kith.casework.api import Session, Visit, hold_session
from kith.desk.actions.correct_visit import correct_visit
from kith.glass.api import Glass, ask_for_record
from kith.glass.policies import is_open
from kith.people.api import Client, PersonDetails, client_for, consent_of, record_consent, register_client
from kith.ripples.api import judge, propose_ripples, tell, telling_for, tellings_visible_to, withdraw
from kith.ripples.models import Proposal
from tests.everywhere import places_of
from tests.factories.history import told


def agree_and_tell() -> None:
    """Print the id of a new client who agreed and of whom something was told."""
    viewer = system_viewer()
    service = service_named(viewer, "Weirdale")
    client = register_client(viewer=viewer, service_id=service.id, details=PersonDetails(surname="Quillfeather"))
    record_consent(viewer=viewer, client=client, purpose="evaluation", answer="yes")
    tell(viewer=viewer, client=client, told=told(account="Her debt letters stopped."))
    sys.stdout.write(str(client.id))


def write_a_note(client_id: str) -> None:
    """Print the id of a visit to the client whose note was read, and a sentence of it accepted."""
    viewer = system_viewer()
    client = client_for(viewer, client_id)
    visit = Visit(dt.date(2025, 1, 15), 30, note="She got a job at the quillwort nursery.")
    session = hold_session(viewer=viewer, client=client, visit=visit)
    propose_ripples(viewer=viewer, service_id=client.service_id)
    Proposal.objects.update(read_twice=False)
    found = Proposal.objects.get(note__client=client)
    user = make_account(viewer=viewer, service=client.service, email="hana@staff.example", name="Hana", password="")
    give_seat(viewer=viewer, service=client.service, user=user, role=roles.SERVICE_MANAGER)
    judge(viewer=viewer_of(user), proposal_id=found.id, answer="accept")
    sys.stdout.write(str(session.id))


def shut_note(session_id: str) -> None:
    """The note is for care only from now on."""
    session = Session.objects.get(id=session_id)
    visit = Visit(session.held_on, 30, note=session.note, note_restricted=True)
    correct_visit(viewer=system_viewer(), session=session, visit=visit, version=1, reason="She asked us to.")


def where_words_lie(_client_id: str) -> None:
    """Print the columns that hold a word of the note, and whether the note is shut."""
    places = {place for place in places_of("quillwort") if place.count(".") == 1}
    sys.stdout.write(f"{sorted(places)} {Session.objects.filter(note_restricted=True).count()}")


def withdraw_both(client_id: str) -> None:
    """The client says no, and what was told is withdrawn."""
    viewer = system_viewer()
    client = client_for(viewer, client_id)
    record_consent(viewer=viewer, client=client, purpose="evaluation", answer="no")
    telling = telling_for(viewer, tellings_visible_to(viewer).get(client=client).id)
    withdraw(viewer=viewer, telling=telling, reason="She asked us to.")


def open_in_an_emergency(client_id: str) -> None:
    """Print the id of a look at the client's record by a worker of the service who does not work with her."""
    viewer = system_viewer()
    service = service_named(viewer, "Weirdale")
    Client.objects.filter(id=client_id).update(reference="WD-7788")
    user = make_account(viewer=viewer, service=service, email="ruth@staff.example", name="Ruth Okoro", password="")
    give_seat(viewer=viewer, service=service, user=user, role=roles.WORKER)
    reason = "She was taken ill at the market this morning"
    answer = ask_for_record(viewer=viewer_of(user), service_id=service.id, number="WD-7788", reason=reason)
    sys.stdout.write(str(answer.glass_id))


def glass_stands(glass_id: str) -> None:
    """Print whether a look is open."""
    sys.stdout.write("open" if is_open(Glass.objects.get(id=glass_id)) else "closed")


def stand(client_id: str) -> None:
    """Print the client's answer and the state of what was told."""
    viewer = system_viewer()
    client = client_for(viewer, client_id)
    state = tellings_visible_to(viewer).get(client=client).state
    sys.stdout.write(f"{consent_of(client, 'evaluation')} {state}")


def lose_everything() -> None:
    """The folder is gone, and so are the tables."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            tables = ", ".join(connection.introspection.table_names())
            cursor.execute(f"DROP TABLE {tables} CASCADE")
    connection.close()
    for path in sorted(Path(settings.KITH_DATA).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
