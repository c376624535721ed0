"""The page that brings in a file, and lists those brought in before."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kith.access.api import once, roles, services_visible_to
from kith.exchange.actions.take_workbook import GivenFile
from kith.exchange.actions.upload import receive_workbook
from kith.exchange.permissions import user_may_import_somewhere
from kith.exchange.queries import imports_visible_to, own_profiles_ready
from kith.exchange.web.forms.receive import ReceiveForm
from kith.exchange.web.presenters.earlier import earlier_rows
from kith.ui.doors import door
from kith.ui.pages import render, sent_key
from kith.ui.places import url_of


@door(user_may_import_somewhere)
def receive(request: HttpRequest) -> HttpResponse:
    """Show the form; take the file, and go to the page that tells how far its check is."""
    viewer = request.viewer
    services = [each for each in services_visible_to(viewer) if viewer.has_role(each.id, roles.SERVICE_MANAGER)]
    own = own_profiles_ready(viewer)
    form = ReceiveForm(services, own, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        file = GivenFile(given["file"].name, given["file"].read(), given["profile"])
        service = next(each for each in services if str(each.id) == given["service"])
        return redirect(
            once(
                viewer,
                sent_key(request),
                lambda: url_of("imported_file", receive_workbook(viewer=viewer, service_id=service.id, file=file)),
            )
        )
    rows = earlier_rows(imports_visible_to(viewer)[:20])
    page = {"title": _("Bring in a file"), "form": form, "one_service": len(services) == 1, "earlier": rows}
    return render(request, "exchange/receive.jinja", page, status=422 if form.errors else 200)
