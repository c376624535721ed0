"""Flat tables of the work offered to analytics: everybody, for the service's own counts; no words."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Case, Model, Value, When

from kith.analytics.contracts import Contract, Extract, Row, day, entered, flag, key, order, text, whole
from kith.casework.domain.issue_domains import IssueCues, cues_from, domain_of
from kith.casework.models import CaseState, Plan, Referral, Session, Signpost
from kith.kernel import definitions
from kith.kernel.days import Period

CUES = "issue-domains"


def issue_cues() -> IssueCues:
    """The reviewed cue list by which local issues are sorted into issue domains."""
    return cues_from(definitions.load("cues", CUES))


def _of_service(model: type[Model], path: str = "client__service_id") -> Callable[[UUID], Any]:
    return lambda service_id: model._default_manager.filter(**{path: service_id})


def _sorting_issue_words() -> Callable[[Row], Row]:
    cues = issue_cues()

    @cache
    def domain(words: str) -> str:
        return domain_of(words, cues) if words.strip() else ""

    return lambda row: (*row[:-1], domain(row[-1]))


def issue_words(service_id: UUID, period: Period) -> Iterator[tuple[UUID, str, str]]:
    """Client, words and issue domain of each plan set in a period under which words were typed."""
    cues = issue_cues()
    inside = Plan.objects.filter(client__service_id=service_id, set_on__range=(period.first, period.last))
    for client_id, words in inside.exclude(issue_words="").values_list("client_id", "issue_words").iterator():
        if words.strip():
            yield client_id, words, domain_of(words, cues)


REFERRALS = Extract(
    Contract(
        "referrals",
        1,
        "One row a referral, its source and reason as the service words them",
        (
            key("referral"),
            key("client"),
            day("received_on"),
            text("source"),
            text("decision"),
            text("declined_reason"),
            entered(),
        ),
    ),
    _of_service(Referral),
    ("id", "client_id", "received_on", "source", "decision", "declined_reason"),
    client="client_id",
)

CASE_STATES = Extract(
    Contract(
        "case_states",
        1,
        "One row a state of a case, with the day the case was opened",
        (
            key("case_state"),
            key("case"),
            key("client"),
            day("opened_on"),
            text("state"),
            day("since"),
            order(),
            entered(),
        ),
    ),
    _of_service(CaseState, "case__client__service_id"),
    ("id", "case_id", "case__client_id", "case__opened_on", "state", "since"),
    client="case__client_id",
)

PLANS = Extract(
    Contract(
        "plans",
        1,
        "One row a plan; the client's words are sorted into an issue domain ('' without words) and left behind",
        (
            key("plan"),
            key("client"),
            key("case"),
            day("set_on"),
            day("signed_off_on"),
            text("outcome"),
            text("issue"),
            text("issue_domain"),
            entered(),
        ),
    ),
    _of_service(Plan),
    ("id", "client_id", "case_id", "set_on", "signed_off_on", "outcome", "issue", "issue_words"),
    client="client_id",
    shaping=_sorting_issue_words,
)


def _sessions_with_kind_of_note(service_id: UUID) -> Any:
    kind = Case(
        When(note="", then=Value("")), When(note_restricted=True, then=Value("restricted")), default=Value("plain")
    )
    return Session.objects.filter(client__service_id=service_id).annotate(kind_of_note=kind)


SESSIONS = Extract(
    Contract(
        "sessions",
        2,
        "One row a visit or call, attended or not or not known; of its note only whether there is one ('', 'plain', "
        "'restricted')",
        (
            key("session"),
            key("client"),
            key("worker"),
            day("held_on"),
            whole("minutes"),
            flag("attended"),
            text("anything_else"),
            text("note"),
            entered(),
        ),
    ),
    _sessions_with_kind_of_note,
    ("id", "client_id", "worker_id", "held_on", "minutes", "attended", "anything_else", "kind_of_note"),
    client="client_id",
)

SIGNPOSTS = Extract(
    Contract(
        "signposts",
        1,
        "One row a signpost and what became of it",
        (key("signpost"), key("client"), day("made_on"), text("outcome"), entered()),
    ),
    _of_service(Signpost),
    ("id", "client_id", "made_on", "outcome"),
    client="client_id",
)
