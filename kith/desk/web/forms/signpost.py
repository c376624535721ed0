"""A signpost, and what became of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.casework.api import SIGNPOST_OUTCOMES
from kith.kernel.days import today
from kith.ui.forms import DayField, Form


class SignpostForm(Form):
    """Where to, and when."""

    to = forms.CharField(label=_("Where did you point them to?"), max_length=200)
    made_on = DayField(label=_("When?"), past=True, initial=today)


class FollowUpForm(Form):
    """What became of it."""

    outcome = forms.ChoiceField(
        label=_("What became of it?"), choices=list(SIGNPOST_OUTCOMES.items()), widget=forms.RadioSelect
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
