"""The report as a file to keep or to hand on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from kith.reporting.api import FILE_FORMS, report, report_file
from kith.reporting.permissions import user_may_see_figures_somewhere
from kith.reporting.web.choice import Choice, NotChosen, chosen
from kith.reporting.web.views.wrong import back_to_the_form
from kith.ui.doors import door


@door(user_may_see_figures_somewhere)
def download(request: HttpRequest, form: str) -> HttpResponse:
    """A file of one of the forms; the same bytes as by command."""
    if form not in FILE_FORMS:
        raise Http404
    try:
        choice = chosen(request)
    except NotChosen:
        return back_to_the_form(request)
    made = report(request.viewer, choice.service, choice.period, choice.audience, form=form)
    response = HttpResponse(report_file(made, form), content_type=FILE_FORMS[form].media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(choice, form)}"'
    return response


def _file_name(choice: Choice, form: str) -> str:
    service = slugify(choice.service.name) or "service"
    return f"{service}-{choice.period.first}-{choice.period.last}-{choice.audience}.{form}"
