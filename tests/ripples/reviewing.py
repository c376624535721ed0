"""A client who says yes, with notes that were read, for the tests of proposing and reviewing."""

import datetime as dt

from kith.access.api import Viewer, system_viewer
from kith.casework.api import Session, Visit, correct_session, hold_session
from kith.people.api import Client, record_consent
from kith.ripples.api import Reading, propose_ripples
from kith.ripples.models import Proposal, Telling

SAYS = "She got a job at the school."
NAMED = "Her neighbour Dave has stopped smoking."
NOTHING = "Met at the library. Food diary started."
AROUND = f"Met at the library. {SAYS} Review next time."
WITHHELD = "She told me her partner hit her. She got a job at the school."
DAY = dt.date(2025, 1, 15)


def say(worker: Viewer, client: Client, answer: str = "yes") -> None:
    """Her answer to evaluation."""
    record_consent(viewer=worker, client=client, purpose="evaluation", answer=answer)


def note(
    worker: Viewer, client: Client, words: str = AROUND, *, day: dt.date = DAY, restricted: bool = False
) -> Session:
    """A visit with a note."""
    visit = Visit(day, 30, note=words, note_restricted=restricted)
    return hold_session(viewer=worker, client=client, visit=visit)


def correct(worker: Viewer, session: Session, words: str, *, restricted: bool = False, minutes: int = 30) -> None:
    """The note of a visit, or how long it was, set right."""
    session.refresh_from_db()
    visit = Visit(session.held_on, minutes, note=words, note_restricted=restricted)
    correct_session(viewer=worker, session=session, visit=visit, version=session.version, reason="Misheard")


def read(service_id) -> Reading:
    """The reading, as a command runs it."""
    return propose_ripples(viewer=system_viewer(), service_id=service_id)


def proposals(client: Client) -> list[Proposal]:
    """What is proposed about a client."""
    return list(Proposal.objects.filter(note__client=client).order_by("note__noted_on", "start"))


def sentence_found(worker: Viewer, client: Client, service, words: str = AROUND) -> Proposal:
    """The one sentence found in a note of a client who says yes, to be read by one person."""
    say(worker, client)
    note(worker, client, words)
    read(service.id)
    Proposal.objects.update(read_twice=False)
    return proposals(client)[0]


def tellings(client: Client) -> list[Telling]:
    """What is told about a client, of any state."""
    return list(Telling.objects.filter(client=client).order_by("id"))
