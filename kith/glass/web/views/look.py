"""One look: who, why, until when, what was read, and what is said of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.glass.actions.close_glass import close_glass
from kith.glass.actions.follow_up import answer, mark_seen, question
from kith.glass.actions.look_in import note_listed
from kith.glass.permissions import user_may_ask
from kith.glass.queries import glass_for, reads_through, said_of
from kith.glass.web.presenters.look import shown
from kith.kernel.errors import NotPossibleError
from kith.ui.doors import door
from kith.ui.pages import render, sent_key


@door(user_may_ask)
def look(request: HttpRequest, glass_id: UUID) -> HttpResponse:
    """The page; each button is one thing that can be done now."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if request.method == "POST":
        key, do = sent_key(request), request.POST.get("do", "")
        return redirect(once(viewer, key, lambda: _done(request, glass_id, do)))
    glass = glass_for(viewer, glass_id)
    if viewer.actor.id != glass.by_id:
        note_listed(viewer=viewer, glasses=[glass])
    context = {"look": shown(viewer, glass, said_of(glass), reads_through(glass)), "glass": glass}
    return render(request, "glass/look.jinja", context)


def _done(request: HttpRequest, glass_id: UUID, do: str) -> str:
    viewer, words = request.viewer, request.POST.get("words", "")  # type: ignore[attr-defined]
    glass = glass_for(viewer, glass_id)
    if do == "close":
        close_glass(viewer=viewer, glass=glass)
        messages.success(request, _("The record is closed."))
    elif do == "seen":
        mark_seen(viewer=viewer, glass=glass)
        messages.success(request, _("Marked as seen."))
    elif do == "question":
        question(viewer=viewer, glass=glass, words=words)
        messages.success(request, _("Your question stands on this page for whoever looked."))
    elif do == "answer":
        answer(viewer=viewer, glass=glass, words=words)
        messages.success(request, _("Your answer is saved."))
    else:
        raise NotPossibleError(_("This form cannot be taken. Open the page again, and send it from there."))
    return reverse("glass:look", args=[glass.id])
