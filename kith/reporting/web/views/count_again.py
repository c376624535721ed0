"""Counting the figures again from the records as they are now."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kith.reporting.api import refresh
from kith.reporting.permissions import user_may_see_figures_somewhere
from kith.reporting.web.choice import NotChosen, chosen
from kith.reporting.web.views.wrong import back_to_the_form
from kith.ripples.api import read_notes_soon
from kith.ui.doors import door


@door(user_may_see_figures_somewhere)
@require_POST
def count_again(request: HttpRequest) -> HttpResponse:
    """Make the store anew and go back to the report."""
    try:
        choice = chosen(request)
    except NotChosen:
        return back_to_the_form(request)
    refresh(request.viewer, choice.service)
    read_notes_soon(choice.service.id)
    messages.success(request, _("The figures were counted again."))
    return back_to_the_form(request)
