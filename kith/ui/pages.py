"""Makes a page of a template."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as _render
from django.utils.translation import gettext as _

from kith.kernel.errors import NotPossibleError


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The page, not to be kept by browsers or by what lies between: it may tell of a person."""
    response = _render(request, template, dict(context or {}), status=status)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def sent_key(request: HttpRequest) -> UUID:
    """The key the form was given when it was shown, by which a second sending of it is known."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        raise NotPossibleError(_("This form cannot be taken. Go back, load the page again and send it once more."))
