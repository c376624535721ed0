"""The page of one figure: what it counts, and its values."""

from django.http import HttpRequest, HttpResponse

from kith.reporting.api import report
from kith.reporting.permissions import user_may_see_figures_somewhere
from kith.reporting.web.choice import NotChosen, chosen
from kith.reporting.web.presenters.figure import figure_context
from kith.reporting.web.views.wrong import back_to_the_form
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_figures_somewhere)
def figure(request: HttpRequest, metric: str) -> HttpResponse:
    """Its definition for everybody who may see the report."""
    try:
        choice = chosen(request)
    except NotChosen:
        return back_to_the_form(request)
    made = report(request.viewer, choice.service, choice.period, choice.audience, form="figure")
    return render(request, "reporting/figure.jinja", figure_context(request.viewer, choice, made, metric))
