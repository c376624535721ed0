"""Forgets what was found in the notes of people who no longer say yes: words, spans, digests and judgements."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.api import Client, may_use
from kith.ripples.actions.notes.take_back import forget_row, remove
from kith.ripples.domain.review import may_follow
from kith.ripples.models import Judgement, NoteRead, Proposal, Telling, TellingState
from kith.ripples.queries.consent import PURPOSE, withdrawn_clients
from kith.ripples.queries.judgements import standing
from kith.ripples.queries.tellings import with_state

REASON = "The client no longer says yes to this."


def forget_withdrawn(*, viewer: Viewer, service_id: UUID) -> int:
    """Forget everybody of a service who no longer says yes; returns how many people. A transaction each."""
    clients = withdrawn_clients(service_id)
    for client_id in clients:
        _forget(viewer, client_id, service_id)
    return len(clients)


@transaction.atomic
def forget_notes_of(*, viewer: Viewer, client: Client) -> None:
    """Forget one client, unless she says yes."""
    if not may_use(client, PURPOSE) and NoteRead.objects.filter(client=client).exists():
        _forget(viewer, client.id, client.service_id)


@transaction.atomic
def _forget(viewer: Viewer, client_id: UUID, service_id: UUID) -> None:
    proposals = list(Proposal.objects.filter(note__client_id=client_id))
    judged = [each for each in proposals if standing(proposal=each).exists()]
    for proposal in proposals:
        if proposal not in judged:
            remove(proposal)
    _empty(viewer, judged)
    for note in NoteRead.objects.filter(client_id=client_id):
        forget_row(note)
    deed = Deed("forgot", "note", [each.telling_id for each in judged], ("account",), client_id, service_id)
    record(actor=viewer.actor, deed=deed)


def _empty(viewer: Viewer, judged: Iterable[Proposal]) -> None:
    """What somebody judged stays as a withdrawn telling without words, so that the trail leads somewhere."""
    tellings = with_state(Telling.objects.filter(id__in=[each.telling_id for each in judged]))
    for telling in tellings:
        Telling.objects.filter(id=telling.id).update(account="", relation="", version=F("version") + 1)
        TellingState.objects.filter(telling=telling).update(reason="")
        if may_follow(telling.state, "withdrawn"):  # type: ignore[attr-defined]
            TellingState.objects.create(
                telling=telling, state="withdrawn", by_id=viewer.actor.id, by_name=viewer.actor.name, reason=REASON
            )
    Judgement.objects.filter(proposal__in=list(judged)).delete()
    Proposal.objects.filter(id__in=[each.id for each in judged]).delete()
