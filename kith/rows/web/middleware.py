"""A request begins with no row of any service in sight."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kith.rows.api import closed


def closed_until_known(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Who asks says more, once that is known; with the request it ends."""

    def respond(request: HttpRequest) -> HttpResponse:
        with closed():
            return get_response(request)

    return respond
