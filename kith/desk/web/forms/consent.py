"""Yes or no to a use of what a client tells."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form


class ConsentForm(Form):
    """The answer the client gave."""

    answer = forms.ChoiceField(
        label=_("May we use what they tell us to learn how the service helps?"),
        help_text=_("In their words, never with their name. They may change their mind at any time."),
        choices=[("yes", _("Yes, they agree")), ("no", _("No, they do not agree"))],
        widget=forms.RadioSelect,
    )
