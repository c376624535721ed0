"""Two clients who may be one person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.desk.actions.note_sight import note_viewed
from kith.desk.permissions import user_may_take_charge
from kith.desk.web.presenters import pair as presenter
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import key_of
from kith.people.api import PossibleDuplicate, possible_duplicate_for, say_not_the_same
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_take_charge)
def pair(request: ViewerRequest, pair_id: UUID) -> HttpResponse:
    """Beside each other, with the one thing that can be said: that they are two people."""
    viewer = request.viewer
    if request.method == "POST":
        messages.success(request, _("Noted: these are two people."))
        return redirect(once(viewer, key_of(request), lambda: _said(request, pair_id)))
    found = possible_duplicate_for(viewer, pair_id)
    for each in (found.first, found.second):
        note_viewed(viewer=viewer, client=each)
    context = {
        "title": _("One person or two?"),
        "columns": presenter.columns(found),
        "rows": presenter.rows_of(found),
        "back": reverse("desk:client", args=[found.first_id]),
    }
    return render(request, "desk/pair.jinja", context)


def _said(request: ViewerRequest, pair_id: UUID) -> str:
    found: PossibleDuplicate = possible_duplicate_for(request.viewer, pair_id)
    say_not_the_same(viewer=request.viewer, pair=found)
    return reverse("desk:client", args=[found.first_id])
