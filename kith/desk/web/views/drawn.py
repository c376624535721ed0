"""What was drawn at random from the notes, and the button that draws from the days not drawn from yet."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once
from kith.desk.permissions import user_may_have_drawn
from kith.desk.queries import managed_services
from kith.desk.web.presenters.drawn import drawn_words, service_part
from kith.desk.web.viewer_request import ViewerRequest
from kith.kernel.days import Period
from kith.kernel.errors import KithError, NotPossibleError
from kith.ripples.api import NOTES_DRAWN, SENTENCES_DRAWN, draw_next, samples_visible_to, to_draw
from kith.ui.doors import door
from kith.ui.pages import render, sent_key


@door(user_may_have_drawn)
def drawn(request: ViewerRequest) -> HttpResponse:
    """Each service the viewer manages: what was drawn, and what would be next; or draw it."""
    viewer = request.viewer
    if request.method == "POST":
        try:
            return redirect(once(viewer, sent_key(request), lambda: _draw(request)))
        except NotPossibleError as wrong:
            messages.warning(request, wrong.sentence)
            return redirect("desk:drawn")
    samples = list(samples_visible_to(viewer))
    context = {
        "title": _("Drawn at random"),
        "most": {"sentences": SENTENCES_DRAWN, "notes": NOTES_DRAWN},
        "services": [
            service_part(name, each, [row for row in samples if row.service_id == each], to_draw(viewer, each))
            for each, name in managed_services(viewer)
        ],
    }
    return render(request, "desk/drawn.jinja", context)


def _draw(request: ViewerRequest) -> str:
    sent = request.POST
    try:
        service_id = UUID(sent.get("service", ""))
        shown = Period(*(dt.date.fromisoformat(sent.get(end, "")) for end in ("first", "last")))
    except (ValueError, KithError):
        raise NotPossibleError(_("This form cannot be taken. Open the page again, and send it from there."))
    sample = draw_next(viewer=request.viewer, service_id=service_id, shown=shown)
    messages.success(request, drawn_words(sample))
    return reverse("desk:drawn")
