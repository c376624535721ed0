"""Random notes in which nothing was found: was anything missed?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.presenters.found import note_page
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import key_of
from kith.kernel.errors import NotPossibleError
from kith.ripples.api import judge_note, look_at_next_note, undo_last_note_judgement
from kith.ui.doors import door
from kith.ui.pages import render

UNDO = "undo"


@door(user_may_see_clients)
def missed(request: ViewerRequest) -> HttpResponse:
    """The next note; or what was answered or taken back, and then the next."""
    if request.method != "POST":
        shown = look_at_next_note(viewer=request.viewer)
        context = {"title": _("Notes in which nothing was found"), "note": note_page(shown) if shown else None}
        return render(request, "desk/missed.jinja", context)
    try:
        once(request.viewer, key_of(request), lambda: _said(request))
    except NotPossibleError as wrong:
        messages.warning(request, wrong.sentence)
    return redirect("desk:missed")


def _said(request: ViewerRequest) -> str:
    if request.POST.get("answer") == UNDO:
        undo_last_note_judgement(viewer=request.viewer)
        return reverse("desk:missed")
    try:
        note_id = UUID(request.POST.get("note", ""))
    except ValueError:
        raise NotPossibleError(_("This form cannot be taken. Open the page again, and send it from there."))
    judge_note(viewer=request.viewer, note_id=note_id, answer=request.POST.get("answer", ""))
    return reverse("desk:missed")
