"""The page that brings in a return that was submitted, and lists those brought in before."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import once, roles, services_visible_to
from kith.files.api import FileProblemError
from kith.kernel.errors import NotPossibleError
from kith.reporting.api import ReturnFile, import_return
from kith.reporting.domain.submitted_file import WrongReturnFileError
from kith.reporting.permissions import user_may_import_returns_somewhere
from kith.reporting.queries import returns_visible_to
from kith.reporting.web.forms.bring_return import BringReturnForm
from kith.reporting.web.presenters.returns import return_rows, taken_words
from kith.ui.doors import door
from kith.ui.pages import render, sent_key


@door(user_may_import_returns_somewhere)
def returns(request: HttpRequest) -> HttpResponse:
    """Show the form; keep the file as a version, and say what was taken of it and what not."""
    viewer = request.viewer
    services = [each for each in services_visible_to(viewer) if viewer.has_role(each.id, roles.SERVICE_MANAGER)]
    form = BringReturnForm(services, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(viewer, sent_key(request), lambda: _take(request, form, services)))
        except (WrongReturnFileError, NotPossibleError, FileProblemError) as wrong:
            form.add_error("file", wrong.sentence)
    page = {
        "title": _("Returns that were submitted"),
        "form": form,
        "one_service": len(services) == 1,
        "rows": return_rows(returns_visible_to(viewer)),
    }
    return render(request, "reporting/returns.jinja", page, status=422 if form.errors else 200)


def _take(request: HttpRequest, form: BringReturnForm, services: list) -> str:
    given = form.cleaned_data
    service = next(each for each in services if str(each.id) == given["service"])
    file = ReturnFile(given["file"].name, given["file"].read(), given["submitted_on"])
    taken = import_return(
        viewer=request.viewer, service_id=service.id, period=form.period(), profile=given["profile"], file=file
    )
    told, *rest = taken_words(taken)
    messages.success(request, told)
    for each in rest:
        messages.warning(request, each)
    return reverse("reporting:returns")
