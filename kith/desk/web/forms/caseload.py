"""Whom to look for in a list of clients."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form


class SearchForm(Form):
    """A name or a reference."""

    words = forms.CharField(
        max_length=100, error_messages={"required": _("Type a name or a reference.")}, label=_("Name or reference")
    )
