"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demonstration, and the nonce of this response."""
    return {"is_demo": settings.KITH_DEMO, "nonce": str(getattr(request, "csp_nonce", ""))}
