"""Who may enter a page: every view declares it, or a test fails."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kith.kernel.errors import NotAllowedError

View = Callable[..., HttpResponseBase]
Permission = Callable[[Any], bool]


def door(permission: Permission) -> Callable[[View], View]:
    """Only for people who are signed in and of whose viewer the permission holds."""

    def declare(view: View) -> View:
        @wraps(view)
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not permission(request.viewer):  # type: ignore[attr-defined]
                raise NotAllowedError(_("Your role does not open this page. Ask your manager if you need it."))
            return view(request, *args, **kwargs)

        guarded = never_cache(enter)
        guarded.door = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def open_door(view: View) -> View:
    """For everybody, signed in or not."""

    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    enter.door = "open"  # type: ignore[attr-defined]
    return enter


def anybody(viewer: object) -> bool:  # noqa: ARG001
    """A permission that asks for a sign-in and no more."""
    return True
