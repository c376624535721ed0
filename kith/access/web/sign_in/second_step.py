"""Leads everybody who has no second step yet to where it is set up."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_step(user: Any) -> bool:
    """Whether an app or a passkey is set up; recovery codes alone are none."""
    return bool(get_adapter().is_mfa_enabled(user, STEPS))


def second_step_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """A password alone opens nothing but the pages of sign-in, unless the deployment says in words that it does."""

    def respond(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:  # noqa: ARG001
        is_asked = not settings.KITH_NO_SECOND_STEP_BECAUSE and getattr(view, "door", "") != "open"
        if is_asked and request.user.is_authenticated and not has_second_step(request.user):
            return redirect("mfa_index")
        return None

    respond.process_view = process_view  # type: ignore[attr-defined]
    return respond
