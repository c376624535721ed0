"""Letters about an account. They name nobody but the person they go to."""

from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _


def tell_second_step_was_reset(user: Any) -> bool:
    """Whether the person could be told; without a mail server the page at the next sign-in says it."""
    if not settings.KITH_SENDS_MAIL and settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        return False
    words = _(
        "An administrator of your service took away the second step of your sign-in to Kith. You set up a new one "
        "when you sign in next.\n\nIf you did not ask for this, tell your manager at once."
    )
    try:
        send_mail(_("Your second step for Kith was taken away"), words, None, [user.email])
    except (OSError, SMTPException):
        return False
    return True
