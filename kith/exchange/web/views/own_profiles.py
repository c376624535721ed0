"""The kinds of file a service described itself, and the beginning of another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kith.access.api import once, roles, services_visible_to
from kith.exchange.actions.own_profiles import LookedAt, begin_own_profile
from kith.exchange.permissions import user_may_import_somewhere
from kith.exchange.queries import own_profiles_visible_to
from kith.exchange.web.forms.own_profile import LookForm
from kith.files.api import FileProblemError
from kith.ui.doors import door
from kith.ui.jinja import url
from kith.ui.pages import render, sent_key
from kith.ui.words import day

STATE_WORDS = {"draft": _("Not ready yet"), "ready": _("Ready")}


@door(user_may_import_somewhere)
def own_profiles(request: HttpRequest) -> HttpResponse:
    """List them; take a file to look at, and go to its sheets."""
    viewer = request.viewer
    services = [each for each in services_visible_to(viewer) if viewer.has_role(each.id, roles.SERVICE_MANAGER)]
    form = LookForm(services, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        service = next(each for each in services if str(each.id) == given["service"])
        file = LookedAt(given["file"].name, given["file"].read())

        def begin() -> str:
            return url("exchange:own_profile", begin_own_profile(viewer=viewer, service_id=service.id, file=file))

        try:
            return redirect(once(viewer, sent_key(request), begin))
        except FileProblemError as wrong:
            form.add_error("file", wrong.sentence)
    rows = [
        [{"text": each.title, "href": url("exchange:own_profile", each.id)}, STATE_WORDS[each.state],
         each.by_name, day(each.changed_at)]
        for each in own_profiles_visible_to(viewer)[:50]
    ]  # fmt: skip
    page = {"title": _("Kinds of file"), "form": form, "one_service": len(services) == 1, "rows": rows}
    return render(request, "exchange/own_profiles.jinja", page, status=422 if form.errors else 200)
