"""People and seats: who works in the services one manages."""

from django.http import HttpRequest, HttpResponse

from kith.access.permissions import user_may_see_seats
from kith.access.queries import seats_visible_to
from kith.access.web.presenters.seats import seats_by_service
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_see_seats)
def seats(request: HttpRequest) -> HttpResponse:
    """The list."""
    services = seats_by_service(seats_visible_to(request.viewer))  # type: ignore[attr-defined]
    return render(request, "access/seats.jinja", {"services": services})
