"""A personal health plan, and its end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.casework.api import ISSUES, PLAN_OUTCOMES, GoalDetails
from kith.kernel.days import today
from kith.ui.forms import DayField, Form

SCALE = [("", _("Not asked")), *((str(n), str(n)) for n in range(11))]


class PlanForm(Form):
    """What it is about, the goal, how much it matters, how sure they are."""

    set_on = DayField(label=_("When was it set?"), past=True, initial=today)
    issue = forms.ChoiceField(
        label=_("What is it about?"), choices=[(issue, issue) for issue in ISSUES], widget=forms.RadioSelect
    )
    issue_words = forms.CharField(
        label=_("In their own words"), help_text=_("Needed for a local issue."), max_length=500, required=False
    )
    topic = forms.CharField(label=_("Their goal"), max_length=200, required=False)
    importance = forms.ChoiceField(label=_("How much does it matter to them, 0 to 10?"), choices=SCALE, required=False)
    confidence = forms.ChoiceField(label=_("How sure are they, 0 to 10?"), choices=SCALE, required=False)

    def goals(self) -> list[GoalDetails]:
        """The goal that was typed; a plan without words for it has its issue as the goal."""
        given = self.cleaned_data
        scores = [int(given[name]) if given[name] else None for name in ("importance", "confidence")]
        return [GoalDetails(given["topic"] or given["issue"], *scores)]


class SignOffForm(Form):
    """How far the plan was achieved."""

    outcome = forms.ChoiceField(
        label=_("How far was it achieved?"), choices=list(PLAN_OUTCOMES.items()), widget=forms.RadioSelect
    )
    signed_off_on = DayField(label=_("When was it signed off?"), past=True, initial=today)
    version = forms.IntegerField(widget=forms.HiddenInput)
