"""What surrounds every request: who asks, how long the sitting lasts, and the words that must not be lost."""

from collections.abc import Callable
from functools import partial
from time import time
from urllib.parse import urlencode

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse_lazy
from django.utils.functional import SimpleLazyObject

from kith.access.actions.drafts import forget_draft
from kith.access.domain.viewer import Viewer
from kith.access.queries import viewer_of
from kith.access.web.keeping import Shown, UnknownFormError, keep, keep_token, kept, read_token
from kith.kernel.errors import NotPossibleError
from kith.rows.api import see

Respond = Callable[[HttpRequest], HttpResponse]
SECONDS_BETWEEN_SAVES = 60
POLL_HEADER = "X-Kith-Poll"


def viewer_middleware(get_response: Respond) -> Respond:
    """`request.viewer` is the signed-in person with their seats, looked up when asked for; so is what was kept."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: _seated(request))  # type: ignore[attr-defined]
        request.kept = partial(kept, request)  # type: ignore[attr-defined]
        request.keep_token = partial(keep_token, request)  # type: ignore[attr-defined]
        request.keep_address = reverse_lazy("access:keep")  # type: ignore[attr-defined]
        return get_response(request)

    return respond


def _seated(request: HttpRequest) -> Viewer:
    """Who asks. From here on the database shows the rows of their services, what they wrote themselves, and no more."""
    viewer = viewer_of(request.user)
    see(by=viewer.actor.id, services=viewer.scope.services)
    return viewer


def sitting_middleware(get_response: Respond) -> Respond:
    """Lengthens the sitting with each request, and writes that down at most once a minute. A page that asks by itself
    how a job gets on says so in a header and lengthens nothing."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        session = request.session
        counts = SESSION_KEY in session and POLL_HEADER not in request.headers
        if counts and time() - session.get("seen", 0) >= SECONDS_BETWEEN_SAVES:
            session["seen"] = int(time())
        return response

    return respond


def keeping_middleware(get_response: Respond) -> Respond:
    """A form that comes too late, or is refused, loses no words: they wait on its page, for the same person alone."""

    def respond(request: HttpRequest) -> HttpResponse:
        shown = _shown(request)
        if shown is None:
            return get_response(request)
        if not request.user.is_authenticated or request.user.pk != shown.user_id:
            return _too_late(request, shown)
        request.words_kept_at = shown.page  # type: ignore[attr-defined]
        response = get_response(request)
        if response.status_code >= 400:
            keep(shown, request.POST)
        elif response.status_code in (302, 303):
            forget_draft(viewer=request.viewer, form=shown.form)  # type: ignore[attr-defined]
        return response

    return respond


def _shown(request: HttpRequest) -> Shown | None:
    if request.method != "POST" or not (token := request.POST.get("keep")):
        return None
    try:
        return read_token(token)
    except UnknownFormError:
        return None


def _too_late(request: HttpRequest, shown: Shown) -> HttpResponse:
    try:
        keep(shown, request.POST)
    except NotPossibleError:
        return redirect(f"{resolve_url('account_login')}?{urlencode({'next': shown.page, 'ended': 'lost'})}")
    if request.user.is_authenticated:
        return redirect("access:somebody_else")
    return redirect(f"{resolve_url('account_login')}?{urlencode({'next': shown.page, 'ended': 'kept'})}")
