"""The page of one file: how far it is, what it would do, what it did."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.exchange.actions.staging import account_kept, progress_of
from kith.exchange.permissions import user_may_import_somewhere
from kith.exchange.queries import import_for
from kith.exchange.web.presenters.account import account_page
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_import_somewhere)
def account(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """While a job is at it, its progress; then the account."""
    given = import_for(request.viewer, import_id)
    if given.state == "locked":
        return redirect(reverse("exchange:unlock", args=[import_id]))
    if given.state in ("staging", "taking"):
        sentence, stopped = progress_of(import_id)
        page = {"given": given, "sentence": sentence, "stopped": stopped}
        response = render(request, "exchange/progress.jinja", page)
        response.headers["Refresh"] = "3"
        return response
    return render(request, "exchange/account.jinja", account_page(given, account_kept(import_id)))
