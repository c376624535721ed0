"""The page that asks for the password of a locked file."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from kith.exchange.actions.upload import unlock_uploaded
from kith.exchange.permissions import user_may_import_somewhere
from kith.exchange.queries import import_for
from kith.exchange.web.forms.unlock import UnlockForm
from kith.files.api import FileProblemError
from kith.ui.doors import door
from kith.ui.pages import render
from kith.ui.places import url_of


@door(user_may_import_somewhere)
@sensitive_post_parameters("password")
@sensitive_variables("form")
def unlock(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Ask; open the file, and go to the page that tells how far its check is."""
    given = import_for(request.viewer, import_id)
    form = UnlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unlock_uploaded(viewer=request.viewer, import_id=import_id, password=form.cleaned_data["password"])
            return redirect(url_of("imported_file", import_id))
        except FileProblemError as wrong:
            form.add_error("password", wrong.sentence)
    page = {"title": _("The file is locked with a password"), "given": given, "form": form}
    return render(request, "exchange/unlock.jinja", page, status=422 if form.errors else 200)
