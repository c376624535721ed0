"""A request that carries who asks, as the middleware of access makes it."""

from django.http import HttpRequest

from kith.access.api import Viewer


class ViewerRequest(HttpRequest):
    """A request of a signed-in person."""

    viewer: Viewer
