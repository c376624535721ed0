"""A referral, and what was decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.days import today
from kith.ui.forms import DayField, Form


class ReferralForm(Form):
    """Where it came from, and when."""

    source = forms.CharField(
        label=_("Where did it come from?"), help_text=_("Such as GP, self, or word of mouth."), max_length=200
    )
    received_on = DayField(label=_("When did it come?"), past=True, initial=today)


class DecisionForm(Form):
    """Accepted, or declined and why."""

    decision = forms.ChoiceField(
        label=_("What was decided?"),
        choices=[("accepted", _("Accepted")), ("declined", _("Declined"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("If declined, why?"), max_length=200, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
