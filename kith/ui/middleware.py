"""Turns a named error that a view raises into a page with its sentence."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from kith.kernel.errors import KithError, NotAllowedError, NotFoundError, NotPossibleError, StaleError
from kith.ui.errors import error_page

PAGES: tuple[tuple[type[KithError], int, object], ...] = (
    (NotFoundError, 404, _("This is not here")),
    (NotAllowedError, 403, _("You may not do this")),
    (StaleError, 409, _("Somebody else changed this in the meantime")),
    (NotPossibleError, 409, _("This is not possible now")),
    (KithError, 400, _("This could not be done")),
)


def errors_as_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """404, 403, 409 or 400, by the kind of error; any other error is none of its business."""

    def respond(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        for kind, status, title in PAGES:
            if isinstance(exception, kind):
                return error_page(request, str(title), exception.sentence, status=status, page=_page_of(request))
        return None

    respond.process_exception = process_exception  # type: ignore[attr-defined]
    return respond


def _page_of(request: HttpRequest) -> str:
    """The page a form stood on: where it was sent to, most often. A page that was only read has none."""
    return request.path if request.method == "POST" else ""
