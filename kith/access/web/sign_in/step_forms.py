"""The forms of the second step, in our words, counted with the attempts at the password."""

from typing import Any

from allauth.mfa.base import forms as library
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from kith.access.actions.attempts import begin_attempt, forgive_attempt
from kith.access.web.sign_in.locked import locked_sentence
from kith.ui.forms import PlainForm

CODE = {"code": _("Code")}
FROM_APP = _("Six digits, from the app on your telephone; or one of your recovery codes.")


class _Counted(PlainForm):
    """A wrong code counts as a wrong password does, under the same address."""

    labels = CODE
    hints = {"code": FROM_APP}
    user: Any

    def clean_code(self) -> str:
        until = begin_attempt(self.user.email)
        if until:
            raise forms.ValidationError(locked_sentence(until))
        code = super().clean_code()  # type: ignore[misc]
        forgive_attempt(self.user.email)
        return str(code)


class CodeForm(_Counted, library.AuthenticateForm):
    """The code, at sign-in."""


class CodeAgainForm(_Counted, library.ReauthenticateForm):
    """The code again, before something that matters."""


class FirstCodeForm(PlainForm, ActivateTOTPForm):
    """The first code of an app that was just set up, which shows that it works."""

    labels = {"code": _("Code the app shows now")}
    hints = {"code": _("Six digits.")}


class NewPasskeyForm(PlainForm, AddWebAuthnForm):
    """A name for a new passkey; the browser fills in the rest."""

    labels = {"name": _("What do you call it?")}
    hints = {"name": _("For example: work telephone.")}
