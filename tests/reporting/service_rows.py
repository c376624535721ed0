"""A service's records as plain rows, read straight from the tables."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from kith.access.models import Service
from kith.casework.models import CaseState, Plan, Referral, Session, Signpost
from kith.measures.models import MissedReading, Reading
from kith.people.models import Client, PossibleDuplicate
from kith.places.models import AreaRank, PopulationCount, Postcode, ServiceArea
from kith.ripples.models import NoteJudgement, NoteRead, Proposal, Telling
from kith.workforce.models import Worker
from tests.reporting.plain_homes import Lookup, plain_home
from tests.reporting.reference import Records


def records_of(service: Service) -> Records:
    """Every record of a service."""
    homes = dict(Worker.objects.values_list("membership_id", "home_area_code"))
    pairs = PossibleDuplicate.objects.filter(service=service)
    clients = Client.objects.filter(service=service).select_related("person")
    held = Postcode.objects.filter(lookup__governs_2011=True)
    lookup = {key: (area, ended) for key, area, ended in held.values_list("key", "area_2011", "ended")}
    return Records(
        clients=[_client(each, homes, lookup) for each in clients],
        duplicates=[(p.first_id, p.second_id) for p in pairs if p.not_the_same_at is None],
        deciles=dict(AreaRank.objects.values_list("area_code", "decile")),
        workers=_rows(Worker, service, WORKER, "service"),
        referrals=_rows(Referral, service, REFERRAL),
        sessions=_rows(Session, service, SESSION),
        plans=_rows(Plan, service, PLAN),
        signposts=_rows(Signpost, service, {"client": "client_id", "on": "made_on", "outcome": "outcome"}),
        readings=_rows(Reading, service, READING),
        missed=_rows(MissedReading, service, MISSED),
        case_states=_rows(CaseState, service, CASE_STATE, "case__client__service"),
        tellings=list(_tellings(service)),
        living=_living(service),
        notes_read={each["session"]: each for each in _notes_read(service)},
        sentences=list(_sentences(service)),
    )


WORKER = {"status": "status", "started": "started_on", "left": "left_on", "home": "home_area_code"}
REFERRAL = {
    "client": "client_id", "on": "received_on", "source": "source", "decision": "decision", "reason": "declined_reason",
}  # fmt: skip
SESSION = {
    "id": "id", "version": "version", "words": "note", "restricted": "note_restricted",
    "client": "client_id", "worker": "worker_id", "on": "held_on", "minutes": "minutes", "attended": "attended",
    "anything_else": "anything_else",
}  # fmt: skip
PLAN = {
    "id": "id", "client": "client_id", "case": "case_id", "set_on": "set_on", "signed_off_on": "signed_off_on",
    "outcome": "outcome", "issue": "issue", "words": "issue_words",
}  # fmt: skip
READING = {
    "client": "client_id", "measure": "measure", "stage": "stage", "on": "taken_on", "value": "value_thousandths",
    "recorded": "id",
}  # fmt: skip
MISSED = {"client": "client_id", "measure": "measure", "reason": "reason", "on": "noted_on", "recorded": "id"}
CASE_STATE = {
    "client": "case__client_id", "case": "case_id", "opened_on": "case__opened_on", "state": "state", "since": "since",
    "recorded": "id",
}  # fmt: skip


def _rows(
    model: type[Model], service: Service, fields: dict[str, str], path: str = "client__service"
) -> list[dict[str, Any]]:
    found = model._default_manager.filter(**{path: service}).values_list(*fields.values())
    return [dict(zip(fields, values, strict=True)) for values in found]


def _client(client: Client, homes: dict[Any, str], lookup: Lookup) -> dict[str, Any]:
    person = client.person
    said = client.consents.filter(purpose="evaluation").order_by("recorded_at", "id")
    answers = [each.answer for each in said]
    return {
        "id": client.id,
        "first_contact": client.first_contact_on,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "gp": person.gp_registered,
        "born": person.date_of_birth,
        "evaluation": answers[-1] if answers else "not_asked",
        **plain_home(person.postcode, person.area_code, client.first_contact_on, lookup),
        "worker_home": homes.get(client.allocated_to_id),
    }


def _living(service: Service) -> dict[str, dict[str, int]]:
    """The people of the areas set for the service, by division and by fifth."""
    areas = set(ServiceArea.objects.filter(service=service).values_list("area_code", flat=True))
    deciles = dict(AreaRank.objects.values_list("area_code", "decile"))
    living: dict[str, Counter[str]] = defaultdict(Counter)
    for row in PopulationCount.objects.all():
        if row.area_code in areas and row.division != "everybody":
            living[row.division][row.value] += row.people
        elif row.area_code in areas and row.area_code in deciles:
            living["fifth"][str((deciles[row.area_code] + 1) // 2)] += row.people
    return {division: dict(people) for division, people in living.items()}


def _tellings(service: Service) -> Iterator[dict[str, Any]]:
    found = dict(Proposal.objects.filter(note__service=service).values_list("telling_id", "note__source_id"))
    for telling in Telling.objects.filter(service=service):
        states = sorted(telling.states.values_list("at", "id", "state"))
        yield {
            "client": telling.client_id,
            "note_of": found.get(telling.id),
            "change": telling.change_id,
            "through": telling.through,
            "beneficiary": telling.beneficiary,
            "direction": telling.direction,
            "told_on": telling.told_on,
            "state": states[-1][2] if states else "draft",
            "recorded": telling.id,
        }


def _notes_read(service: Service) -> Iterator[dict[str, Any]]:
    said = dict(NoteJudgement.objects.filter(note__service=service, undone_at=None).values_list("note_id", "answer"))
    for note in NoteRead.objects.filter(service=service).select_related("frame"):
        yield {
            "session": note.source_id,
            "as_of_version": note.as_of_version,
            "withheld": note.withheld,
            "found": note.found,
            "frame": note.frame.first.isoformat() if note.frame else None,
            "drawn": note.place is not None,
            "answer": said.get(note.id, "unanswered"),
        }


def _sentences(service: Service) -> Iterator[dict[str, Any]]:
    for proposal in Proposal.objects.filter(note__service=service).select_related("telling", "frame", "note"):
        states = sorted(proposal.telling.states.values_list("at", "id", "state"))
        answers = [each for each in proposal.judgements.order_by("at", "id") if each.undone_at is None]
        yield {
            "client": proposal.telling.client_id,
            "note_of": proposal.note.source_id,
            "on": proposal.telling.told_on,
            "state": states[-1][2],
            "answers": [each.answer for each in answers],
            "read_twice": proposal.read_twice,
            "frame": proposal.frame.first.isoformat() if proposal.frame else None,
            "drawn": proposal.place is not None,
        }
