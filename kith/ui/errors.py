"""Error pages: plain sentences and a way back, never a traceback."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils.translation import gettext as _

from kith.ui.doors import open_door
from kith.ui.pages import render


def error_page(request: HttpRequest, title: str, sentence: str, *, status: int, page: str = "") -> HttpResponse:
    """A page of one sentence. `page` is where to go back to; what was typed into a form that is kept waits there."""
    kept_on = getattr(request, "words_kept_at", "")
    context = {"title": title, "sentence": sentence, "back": kept_on or page, "words_are_kept": bool(kept_on)}
    return render(request, "ui/error.jinja", context, status=status)


@open_door
def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 for what is too large."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return too_large(request)
    sentence = _("Kith could not read what your browser sent. Go back, load the page again and try once more.")
    return error_page(request, _("Something in the address or the form is wrong"), sentence, status=400)


def too_large(request: HttpRequest) -> HttpResponse:
    """413."""
    sentence = _("What you sent is larger than Kith takes. Send a smaller file, or less text.")
    return error_page(request, _("This is too large"), sentence, status=413)


@open_door
def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403."""
    sentence = _("Your role does not open this page. Ask your manager if you need it.")
    return error_page(request, _("You may not open this page"), sentence, status=403)


@open_door
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404."""
    sentence = _("If you typed the address, check it. If you followed a link, the page may have moved.")
    return error_page(request, _("There is no such page"), sentence, status=404)


@open_door
def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500. It asks nothing of the database, which may be what is broken."""
    return HttpResponse(engines["jinja2"].get_template("ui/broken.jinja").render({}), status=500)


@open_door
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 for a form whose token is missing or old."""
    sentence = _("The page was open while you signed in again, or your browser keeps no cookies. Nothing was changed.")
    return error_page(request, _("The form was too old to be taken"), sentence, status=403, page=request.path)
