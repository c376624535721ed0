"""Something else that changed, checked: accepted, sent back, not accepted or withdrawn."""

from typing import Any, cast
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.access.api import Viewer
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.review import ReviewForm
from kith.desk.web.presenters.telling import choices_of, facts
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.people.api import Client
from kith.ripples.api import (
    Telling,
    accept,
    found_in_a_note,
    likely_names,
    link_tellings,
    may_follow,
    query,
    reject,
    telling_for,
    tellings_like,
    user_may_review,
    withdraw,
)
from kith.ui.doors import door

LEADS_TO = {"accept": "accepted", "query": "queried", "reject": "rejected", "withdraw": "withdrawn"}
ACTIONS = {"query": query, "reject": reject, "withdraw": withdraw}
MOST_ALIKE = 20


@door(user_may_see_clients)
def check_telling(request: ViewerRequest, telling_id: UUID) -> HttpResponse:
    """The words, what looks like a name, and the decision."""
    viewer = request.viewer
    telling = telling_for(viewer, telling_id)
    sent = request.POST if request.method == "POST" else None
    form = ReviewForm(
        sent, decisions=_decisions(viewer, telling), likely_names=_names(telling, sent),
        alike=choices_of(tellings_like(viewer, telling)[:MOST_ALIKE]),
        initial={"account": telling.account, "version": telling.version},
    )  # fmt: skip
    client = cast(Client, telling.client)  # a telling within sight is about a client within sight
    # The words of a note are kept nowhere while they are typed: they may be gone with it at any moment.
    keep = "" if found_in_a_note(telling) else f"check:{telling.id}"
    page = FormPage(
        _("Check what else changed"), client, _("Your decision is saved."), keep,
        template="desk/check_telling.jinja", more={"facts": facts(telling)},
    )  # fmt: skip
    return form_page(request, page, form, lambda: _decide(viewer, telling, form.cleaned_data))


def _decisions(viewer: Viewer, telling: Any) -> list[str]:
    reviews = user_may_review(viewer, telling)
    return [
        name for name, state in LEADS_TO.items() if may_follow(telling.state, state) and (reviews or name == "withdraw")
    ]


def _names(telling: Telling, sent: Any) -> list[str]:
    """What looks like a name in the words as they now stand, the client's own left out."""
    account = sent.get("account", "") if sent else telling.account
    person = telling.client.person  # type: ignore[union-attr]
    return likely_names(f"{account}\n{telling.relation}", [person.first_name, person.surname])


def _decide(viewer: Viewer, telling: Telling, given: dict[str, Any]) -> None:
    if given["decision"] != "accept":
        ACTIONS[given["decision"]](viewer=viewer, telling=telling, reason=given["reason"])
        return
    accept(
        viewer=viewer, telling=telling, version=given["version"], account=given["account"],
        not_names=given.get("not_names", ()),
    )  # fmt: skip
    if given.get("same_as"):
        link_tellings(viewer=viewer, first=telling_for(viewer, UUID(given["same_as"])), second=telling)
