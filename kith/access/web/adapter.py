"""How the sign-in library behaves here."""

from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from kith.access.actions.attempts import begin_attempt, forget_attempts, forget_old_attempts, forgive_attempt
from kith.access.actions.drafts import forget_old
from kith.access.web.sign_in.locked import locked_sentence
from kith.kernel.errors import KithError


class MailNotSentError(KithError):
    """The server for mails did not take one."""


class ClosedDoorAdapter(DefaultAccountAdapter):
    """Nobody signs up; an administrator makes accounts."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is switched off. Ask your administrator."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password now."),
        "too_many_login_attempts": _("There were too many attempts. Wait five minutes, then try again."),
        "invalid_password_reset": _("This link was used before or is too old. Ask for a new one."),
        "unknown_email": _("There is no account with this e-mail address."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A server that does not answer is said in a sentence."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            raise MailNotSentError(_("The mail could not be sent. Try again later, or ask your administrator."))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """An attempt is counted before the password is looked at."""
        super().pre_authenticate(request, **credentials)
        until = begin_attempt(str(credentials.get("email") or ""))
        if until:
            raise ValidationError(locked_sentence(until))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user:
            forgive_attempt(str(credentials.get("email") or ""))
        return user

    def post_login(self, request: HttpRequest, user: Any, **given: Any) -> HttpResponse:
        """A sign-in is also the time to throw away what is too old."""
        forget_old()
        forget_old_attempts()
        forget_attempts(user.email)
        return super().post_login(request, user, **given)
