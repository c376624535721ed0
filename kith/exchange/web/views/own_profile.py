"""A kind of file as a whole: which sheets hold what, what is lacking, and whether it is ready."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.api import once
from kith.exchange.actions.own_profiles import choose_sheets, make_ready, sheets_looked_at
from kith.exchange.actions.upload import receive_workbook
from kith.exchange.permissions import user_may_import_somewhere
from kith.exchange.queries import own_profile_for
from kith.exchange.web.forms.own_profile import SheetsForm
from kith.exchange.web.presenters.own_profile import sheets_page
from kith.kernel import definitions
from kith.kernel.days import today
from kith.ui.doors import door
from kith.ui.pages import render, sent_key
from kith.ui.places import url_of


@door(user_may_import_somewhere)
def own_profile(request: HttpRequest, profile_id: UUID) -> HttpResponse:
    """Show what is on each sheet; keep what was chosen."""
    profile = own_profile_for(request.viewer, profile_id)
    base, sheets = definitions.load("imports", profile.based_on), sheets_looked_at(profile_id)
    chosen = {kind: each["sheet"] for kind, each in profile.choices.items()}
    form = SheetsForm(
        base, [each.name for each in sheets], request.POST or None, initial={"title": profile.title, **chosen}
    )
    if request.method == "POST" and form.is_valid():
        given = {"title": form.cleaned_data["title"], "sheets": form.chosen()}
        choose_sheets(viewer=request.viewer, profile_id=profile_id, **given)
        return redirect("exchange:own_profile", profile_id)
    page = {**sheets_page(profile, base, sheets, today()), "form": form}
    return render(request, "exchange/own_profile.jinja", page, status=422 if form.errors else 200)


@door(user_may_import_somewhere)
@require_POST
def own_profile_ready(request: HttpRequest, profile_id: UUID) -> HttpResponse:
    """Make it ready, and check the file that was looked at by it."""
    viewer = request.viewer

    def check() -> str:
        file = make_ready(viewer=viewer, profile_id=profile_id)
        service_id = own_profile_for(viewer, profile_id).service_id
        return url_of("imported_file", receive_workbook(viewer=viewer, service_id=service_id, file=file))

    return redirect(once(viewer, sent_key(request), check))
