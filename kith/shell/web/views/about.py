"""Pages about the site: help, accessibility, privacy."""

from django.http import HttpRequest, HttpResponse

from kith.ui.doors import open_door
from kith.ui.pages import render


@open_door
def help_line(request: HttpRequest) -> HttpResponse:
    """Whom to ask."""
    return render(request, "shell/help.jinja")


@open_door
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "shell/accessibility.jinja")


@open_door
def privacy(request: HttpRequest) -> HttpResponse:
    """What is held, and the notices."""
    return render(request, "shell/privacy.jinja")
