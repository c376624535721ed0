"""Who has seen or changed a record, in words."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.audit.api import AuditRow
from kith.ui.words import clock, day

VERBS = {
    "viewed": gettext_lazy("Opened the record"),
    "registered": gettext_lazy("Registered the client"),
    "recorded": gettext_lazy("Recorded"),
    "corrected": gettext_lazy("Corrected"),
    "allocated": gettext_lazy("Gave the client to another worker"),
    "signed_off": gettext_lazy("Signed off"),
    "followed_up": gettext_lazy("Followed up"),
    "accepted": gettext_lazy("Accepted"),
    "declined": gettext_lazy("Declined"),
    "closed": gettext_lazy("Ended the work"),
    "said_not_the_same": gettext_lazy("Said that two clients are two people"),
    "opened": gettext_lazy("Opened the record in an emergency"),
    "looked_in": gettext_lazy("Read the record in an emergency"),
    "closed_glass": gettext_lazy("Closed the record that was opened in an emergency"),
    "marked_seen": gettext_lazy("Saw that the record was opened in an emergency"),
    "questioned": gettext_lazy("Asked why the record was opened in an emergency"),
    "answered": gettext_lazy("Answered why the record was opened in an emergency"),
    "told": gettext_lazy("Told the manager by mail that the record was opened in an emergency"),
}
RECORDS = {
    "client": gettext_lazy("the client"),
    "person": gettext_lazy("personal details"),
    "session": gettext_lazy("a visit or call"),
    "telling": gettext_lazy("something else that changed"),
    "reading": gettext_lazy("a number"),
    "missed_reading": gettext_lazy("questions not asked"),
    "consent": gettext_lazy("what they agree to"),
    "plan": gettext_lazy("a plan"),
    "referral": gettext_lazy("a referral"),
    "signpost": gettext_lazy("a signpost"),
}
WHOLE = (
    "viewed", "registered", "allocated", "closed", "said_not_the_same", "opened", "looked_in", "closed_glass",
    "marked_seen", "questioned", "answered", "told",
)  # fmt: skip


def rows_of(rows: Sequence[AuditRow]) -> list[list[Any]]:
    """When, who, and what they did; never a value. What was done in an emergency leads to why."""
    return [[f"{day(row.at)}, {clock(row.at)}", row.actor_name, _led(row)] for row in rows]


def _led(row: AuditRow) -> Any:
    if row.record_type == "glass" and row.record_ids:
        return {"text": _did(row), "href": reverse("glass:look", args=[row.record_ids[0]])}
    return _did(row)


def headings() -> list[str]:
    """The headings of the rows."""
    return [_("When"), _("Who"), _("What they did")]


def _did(row: AuditRow) -> str:
    verb = str(VERBS.get(row.verb, row.verb.replace("_", " ").capitalize()))
    if row.verb in WHOLE:
        return verb
    return f"{verb}: {RECORDS.get(row.record_type, row.record_type.replace('_', ' '))}"
