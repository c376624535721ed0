"""The first page after sign-in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.shell.navigation import landing_of
from kith.ui.doors import anybody, door
from kith.ui.pages import render


@door(anybody)
def home(request: HttpRequest) -> HttpResponse:
    """To where the person's role begins."""
    landing = landing_of(request.viewer)  # type: ignore[attr-defined]
    return redirect(landing) if landing else render(request, "shell/no_seat.jinja")
