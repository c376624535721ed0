"""Sentences found in notes, judged one at a time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import Viewer, once
from kith.desk.permissions import user_may_have_drawn, user_may_see_clients
from kith.desk.web.presenters.found import progress_said, sentence_page
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import key_of
from kith.kernel.errors import NotFoundError, NotPossibleError
from kith.ripples.api import NamesLeftError, judge, look_at_next_sentence, progress_of, undo_last_judgement
from kith.ui.doors import door
from kith.ui.pages import render

UNDO = "undo"


@door(user_may_see_clients)
def review(request: ViewerRequest) -> HttpResponse:
    """The next sentence that waits for whoever asks; or what was answered, and then the next."""
    if request.method == "POST":
        return redirect(_answered(request))
    shown = look_at_next_sentence(viewer=request.viewer)
    progress = progress_of(request.viewer)
    context = {
        "title": _("What the notes tell of"),
        "found": sentence_page(shown) if shown else None,
        "progress": progress_said(progress, is_shown=shown is not None),
        "may_draw": user_may_have_drawn(request.viewer),
    }
    return render(request, "desk/review.jinja", context)


def _answered(request: ViewerRequest) -> str:
    sent, here = request.POST, reverse("desk:review")
    try:
        return once(request.viewer, key_of(request), lambda: _act(request.viewer, sent, here))
    except NamesLeftError as named:
        messages.warning(request, named.sentence)
        return reverse("desk:edit_found", args=[_id_of(sent)])
    except (NotFoundError, NotPossibleError) as wrong:
        messages.warning(request, wrong.sentence)
        return here


def _act(viewer: Viewer, sent: dict[str, str], here: str) -> str:
    if sent.get("answer") == UNDO:
        undo_last_judgement(viewer=viewer)
    else:
        judge(viewer=viewer, proposal_id=_id_of(sent), answer=sent.get("answer", ""))
    return here


def _id_of(sent: dict[str, str]) -> UUID:
    try:
        return UUID(sent.get("found", ""))
    except ValueError:
        raise NotPossibleError(_("This form cannot be taken. Open the page again, and send it from there."))
