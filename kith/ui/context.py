"""What every page knows."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kith.ui.frame import Frame


def page(request: HttpRequest) -> dict[str, Any]:
    """What is so for every page: of this deployment, of this response; and an empty frame."""
    return {
        "is_demo": settings.KITH_DEMO,
        "no_second_step_because": settings.KITH_NO_SECOND_STEP_BECAUSE,
        "sends_mail": settings.KITH_SENDS_MAIL,
        "nonce": str(getattr(request, "csp_nonce", "")),
        "messages": SimpleLazyObject(lambda: messages.get_messages(request)),
        "frame": Frame(),
    }
