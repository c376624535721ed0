"""Puts the viewer on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from kith.access.queries import viewer_of


def viewer_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """`request.viewer` is the signed-in person with their seats; it is looked up when first asked for."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: viewer_of(request.user))  # type: ignore[attr-defined]
        return get_response(request)

    return respond
