"""Pages that go wrong in every way there is."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path

from kith.config import urls
from kith.kernel.errors import KithError, NotAllowedError, NotFoundError, NotPossibleError, StaleError
from kith.ui.doors import open_door

ERRORS = {
    "not_found": NotFoundError("There is no such client among those you work with."),
    "not_allowed": NotAllowedError("Only the service's manager may bring in a file."),
    "not_possible": NotPossibleError("This plan is closed."),
    "stale": StaleError("Ana Brook changed this visit at 14:02."),
    "other": KithError("The file is empty."),
    "denied": PermissionDenied(),
    "suspicious": SuspiciousOperation("secret detail"),
    "fault": ZeroDivisionError("secret detail"),
}


@open_door
def fail(request: HttpRequest, kind: str) -> HttpResponse:
    """Fail as asked."""
    raise ERRORS[kind]


@open_door
def take(request: HttpRequest) -> HttpResponse:
    """Read what was posted."""
    return HttpResponse(len(request.POST))


urlpatterns = [path("fail/<str:kind>/", fail), path("take/", take), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
