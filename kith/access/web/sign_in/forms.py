"""The sign-in library's forms, in our words."""

from allauth.account import forms as library
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import PlainForm

GOOD_PASSWORD = _("At least 12 characters. Three words that do not belong together do well.")


class SignInForm(PlainForm, library.LoginForm):
    """E-mail address and password."""

    labels = {"login": _("E-mail address"), "password": _("Password")}


class ChangePasswordForm(PlainForm, library.ChangePasswordForm):
    """The old password, and the new one twice."""

    labels = {
        "oldpassword": _("Your password now"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }
    hints = {"password1": GOOD_PASSWORD}


class FirstPasswordForm(PlainForm, library.SetPasswordForm):
    """A password for an account that has none."""

    labels = {"password1": _("New password"), "password2": _("New password once more")}
    hints = {"password1": GOOD_PASSWORD}


class ForgottenPasswordForm(PlainForm, library.ResetPasswordForm):
    """Where to send the link."""

    labels = {"email": _("E-mail address")}


class NewPasswordForm(PlainForm, library.ResetPasswordKeyForm):
    """The new password twice."""

    labels = {"password1": _("New password"), "password2": _("New password once more")}
    hints = {"password1": GOOD_PASSWORD}


class ConfirmForm(PlainForm, library.ReauthenticateForm):
    """The password again, before something that matters."""

    labels = {"password": _("Your password")}
