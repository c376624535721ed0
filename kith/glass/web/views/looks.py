"""The records one opened, and those others opened of one's service."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kith.glass.actions.look_in import note_listed
from kith.glass.permissions import user_may_ask
from kith.glass.queries import asked_in_vain, looks_of_others, own_looks
from kith.glass.web.presenters import looks as presenter
from kith.ui.doors import door
from kith.ui.pages import render

MOST = 100


@door(user_may_ask)
def looks(request: HttpRequest) -> HttpResponse:
    """The newest first; those that wait for a manager before all others."""
    viewer = request.viewer  # type: ignore[attr-defined]
    of_others = looks_of_others(viewer, MOST)
    note_listed(viewer=viewer, glasses=of_others)
    context = {
        "title": _("Records opened in an emergency"),
        "is_in_charge": presenter.is_in_charge(viewer),
        "own": presenter.own_rows(own_looks(viewer, MOST)),
        "of_others": presenter.rows_of_others(of_others),
        "in_vain": presenter.in_vain_rows(asked_in_vain(viewer, MOST)),
        "own_headings": presenter.own_headings(),
        "headings": presenter.headings(),
        "in_vain_headings": presenter.in_vain_headings(),
        "most": MOST,
    }
    return render(request, "glass/looks.jinja", context)
