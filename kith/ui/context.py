"""What every page knows."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kith.ui.frame import Frame


def page(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demonstration, whether mail is sent, this response's nonce, messages, an empty frame."""
    return {
        "is_demo": settings.KITH_DEMO,
        "sends_mail": settings.KITH_SENDS_MAIL,
        "nonce": str(getattr(request, "csp_nonce", "")),
        "messages": SimpleLazyObject(lambda: messages.get_messages(request)),
        "frame": Frame(),
    }
