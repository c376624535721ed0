"""The report as people read it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kith.reporting.api import report
from kith.reporting.permissions import user_may_see_figures_somewhere
from kith.reporting.web.choice import NotChosen, chosen
from kith.reporting.web.presenters.page import report_context
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_figures_somewhere)
def report_page(request: HttpRequest) -> HttpResponse:
    """The report of the service, period and audience in the address; a form with its errors where they make none."""
    viewer = request.viewer
    try:
        choice = chosen(request)
    except NotChosen as wrong:
        return render(request, "reporting/choose.jinja", {"title": _("Report"), "form": wrong.form}, status=422)
    made = report(viewer, choice.service, choice.period, choice.audience)
    return render(request, "reporting/report.jinja", report_context(viewer, choice, made))
