"""Makes a page of a template."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as _render


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The page, not to be kept by browsers or by what lies between: it may tell of a person."""
    response = _render(request, template, dict(context or {}), status=status)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
