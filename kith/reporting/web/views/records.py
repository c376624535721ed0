"""The records behind one figure, within what the reader may see."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kith.kernel.errors import NotAllowedError
from kith.reporting.api import SERVICE, NoSuchFigureError, figure_records, report
from kith.reporting.permissions import check_user_may_open_figures, user_may_see_figures_somewhere
from kith.reporting.queries import clients_listed
from kith.reporting.web.choice import NotChosen, chosen
from kith.reporting.web.presenters.figure import group_mark, metric_of, opens_to_records
from kith.reporting.web.presenters.records import records_context
from kith.reporting.web.views.wrong import back_to_the_form
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_figures_somewhere)
def records(request: HttpRequest, metric: str) -> HttpResponse:
    """A list by client; that it was opened is written down."""
    viewer = request.viewer
    try:
        choice = chosen(request)
    except NotChosen:
        return back_to_the_form(request)
    check_user_may_open_figures(viewer, choice.service.id)
    if choice.audience != SERVICE:
        raise NotAllowedError(_("Only the service's own report opens to records."))
    made = report(viewer, choice.service, choice.period, choice.audience, form="figure")
    if not opens_to_records(metric_of(made, metric)):
        raise NotAllowedError(_("This figure does not open to records: workers are never listed."))
    wanted = next((each for each in made.all_of(metric) if group_mark(each.group) == request.GET.get("group")), None)
    if wanted is None:
        raise NoSuchFigureError(_("The report has no such figure any more. Go back and open it again."))
    found = figure_records(viewer, choice.service, metric, wanted.group, choice.period)
    listed = clients_listed(viewer, [each.client_id for each in found.records if each.client_id])
    return render(request, "reporting/records.jinja", records_context(viewer, choice, made, wanted, found, listed))
