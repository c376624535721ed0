"""The report as a file to keep or to hand on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from kith.reporting.api import report, report_html, report_json
from kith.reporting.permissions import user_may_see_figures_somewhere
from kith.reporting.web.choice import Choice, NotChosen, chosen
from kith.reporting.web.views.wrong import back_to_the_form
from kith.ui.doors import door

FORMS = {"html": (report_html, "text/html; charset=utf-8"), "json": (report_json, "application/json")}


@door(user_may_see_figures_somewhere)
def download(request: HttpRequest, form: str) -> HttpResponse:
    """One self-contained page, or JSON; the same bytes as by command."""
    if form not in FORMS:
        raise Http404
    try:
        choice = chosen(request)
    except NotChosen:
        return back_to_the_form(request)
    write, kind = FORMS[form]
    made = report(request.viewer, choice.service, choice.period, choice.audience, form=form)
    response = HttpResponse(write(made), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(choice, form)}"'
    return response


def _file_name(choice: Choice, form: str) -> str:
    service = slugify(choice.service.name) or "service"
    return f"{service}-{choice.period.first}-{choice.period.last}-{choice.audience}.{form}"
