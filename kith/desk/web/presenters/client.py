"""What a client's page says first."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.access.api import Viewer
from kith.casework.api import Plan
from kith.desk.queries import History
from kith.desk.web.presenters.entries import plan_title
from kith.kernel.days import age_on, today
from kith.measures.api import Reading, instrument
from kith.people.api import Client, full_name, user_may_take_charge_of_client
from kith.ui.words import day, nhs_number, short_day

CONSENT_WORDS = {"yes": gettext_lazy("Yes"), "no": gettext_lazy("No"), None: gettext_lazy("Not asked yet")}


def name_of(client: Client) -> str:
    """The client's name."""
    return full_name(client.person.first_name, client.person.surname)


def banner(client: Any) -> list[dict[str, str]]:
    """Who she is: each a word and its value, with where to change it."""
    born = client.person.date_of_birth
    details = reverse("desk:details", args=[client.id])
    return [
        {
            "key": _("Born"), "value": f"{day(born)} ({age_on(born, today())})" if born else "",
            "href": details, "change": _("details"),
        },
        {"key": _("Reference"), "value": client.reference},
        {"key": _("NHS number"), "value": _nhs_number(client.person)},
        {"key": _("Trainer"), "value": client.allocated_to.name if client.allocated_to else _("Nobody yet")},
        {
            "key": _("Agrees to learning from their words"), "value": CONSENT_WORDS[client.consent],
            "href": reverse("desk:consent", args=[client.id]), "change": _("what they agree to"),
        },
    ]  # fmt: skip


def _nhs_number(person: Any) -> str:
    shown = nhs_number(person.nhs_number)
    return f"{shown} ({_('fails its check')})" if person.nhs_number_status == "fails_check" else shown


def glance(client: Client, history: History) -> list[dict[str, str]]:
    """The plan, the next step, when last seen, and how each number changed."""
    seen = [session.held_on for session in history.sessions if session.attended]
    return [
        _plan_row(client, history.plans),
        {"key": _("Next step"), "value": next_step(history)},
        {"key": _("Last seen"), "value": day(seen[0]) if seen else _("Not seen yet")},
        *({"key": instrument(measure).on_screen, "value": words} for measure, words in changes(history.readings)),
    ]


def _plan_row(client: Client, plans: Sequence[Plan]) -> dict[str, str]:
    if not plans:
        return {"key": _("Plan"), "value": _("No plan yet"), "href": reverse("desk:plan", args=[client.id])}
    newest = plans[0]
    words = f"{plan_title(newest)}, {_('set %(day)s') % {'day': short_day(newest.set_on)}}"
    if newest.outcome != "ongoing":
        ended = _("Signed off %(day)s") % {"day": short_day(newest.signed_off_on)}
        return {"key": _("Plan"), "value": f"{words}. {ended}"}
    sign_off = reverse("desk:sign_off", args=[newest.id])
    return {"key": _("Plan"), "value": words, "href": sign_off, "change": _("plan: sign off")}


def next_step(history: History) -> str:
    """What was agreed last; else what the record itself asks for."""
    written = [session.next_step for session in history.sessions if session.next_step]
    if written:
        return written[0]
    if any(referral.decision == "waiting" for referral in history.referrals):
        return _("Decide on the referral")
    if any(signpost.outcome == "not_known" for signpost in history.signposts):
        return _("Ask what became of the signpost")
    return "" if history.plans else _("Get to know each other; a plan when they are ready")


def changes(readings: Sequence[Reading]) -> list[tuple[str, str]]:
    """Each measure with its first and last value and the change in words; readings come newest first."""
    by_measure: dict[str, list[Reading]] = {}
    for reading in reversed(readings):
        by_measure.setdefault(reading.measure, []).append(reading)
    return [(measure, _change(measure, each)) for measure, each in sorted(by_measure.items())]


def _change(measure: str, readings: Sequence[Reading]) -> str:
    kind, first, last = instrument(measure), readings[0], readings[-1]
    if first is last:
        return _("%(value)s on %(day)s") % {
            "value": kind.shown(first.value_thousandths),
            "day": short_day(first.taken_on),
        }
    values = f"{kind.shown(first.value_thousandths)} → {kind.shown(last.value_thousandths)}"
    return f"{values}: {kind.change_in_words(first.value_thousandths, last.value_thousandths)}"


def things_to_record(client: Client) -> list[dict[str, str]]:
    """What can be written down, the most frequent first."""
    pages = (
        ("visit", _("Visit or call")),
        ("telling", _("Something else changed")),
        ("signpost", _("Signpost")),
        ("readings", _("Questions")),
        ("plan", _("Plan (PHP)")),
        ("missed_reading", _("Questions not asked")),
        ("referral", _("Referral")),
        ("end_work", _("End of the work")),
    )
    return [{"text": words, "href": reverse(f"desk:{page}", args=[client.id])} for page, words in pages]


def charge_links(viewer: Viewer, client: Client) -> list[dict[str, str]]:
    """What a team leader or manager may do besides."""
    if not user_may_take_charge_of_client(viewer, client):
        return []
    pages = (("allocate", _("Give to another trainer")), ("who_saw", _("Who has seen this record")))
    return [{"text": words, "href": reverse(f"desk:{page}", args=[client.id])} for page, words in pages]


def repeat_notice(viewer: Viewer, client: Any) -> dict[str, str] | None:
    """That she may be registered twice, and where that is decided by those who may."""
    if client.looks_like is None:
        return None
    if user_may_take_charge_of_client(viewer, client):
        return {
            "text": _("This may be the same person as another client."),
            "href": reverse("desk:pair", args=[client.looks_like]),
        }
    return {"text": _("This may be the same person as another client. Ask your team leader to look."), "href": ""}
