"""The form that asks for the password of a locked file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form


class UnlockForm(Form):
    """The password. It is used once and kept nowhere."""

    password = forms.CharField(
        label=_("Password of the workbook"),
        help_text=_("The one that Excel asks for. Kith opens the file with it and forgets it."),
        strip=False,
        max_length=255,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
