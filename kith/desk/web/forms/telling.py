"""What else changed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ripples.api import (
    ABOUT_A_CLIENT,
    BENEFICIARY_WORDS,
    DIRECTION_WORDS,
    HOW_WORDS,
    TELLERS,
    TOPIC_WORDS,
    ToldChange,
)
from kith.ui.forms import Form


class TellingForm(Form):
    """One change, as somebody told it; a turn for the worse is entered like one for the better."""

    account = forms.CharField(
        label=_("What else changed?"),
        help_text=_("In the words of whoever told you. Write 'her neighbour', not a name."),
        widget=forms.Textarea,
        max_length=4000,
    )
    beneficiary = forms.ChoiceField(
        label=_("Who for?"),
        choices=[(name, BENEFICIARY_WORDS[name]) for name in ABOUT_A_CLIENT],
        widget=forms.RadioSelect,
    )
    domain = forms.ChoiceField(label=_("What about?"), choices=[("", _("Choose")), *TOPIC_WORDS.items()])
    direction = forms.ChoiceField(
        label=_("Which way did it go?"), choices=list(DIRECTION_WORDS.items()), widget=forms.RadioSelect
    )
    how = forms.ChoiceField(label=_("How do you know?"), choices=list(HOW_WORDS.items()), widget=forms.RadioSelect)
    told_by = forms.ChoiceField(
        label=_("Who told you?"),
        choices=list(TELLERS.items()),
        widget=forms.RadioSelect,
        initial="client",
        required=False,
    )
    relation = forms.CharField(
        label=_("Who are they to the client? (if somebody else)"),
        help_text=_("Such as 'sister' or 'two neighbours'. No names."),
        max_length=100,
        required=False,
    )
    people_low = forms.IntegerField(
        label=_("How many people, at least?"), min_value=1, max_value=1000, initial=1, required=False
    )
    people_high = forms.IntegerField(
        label=_("And at most? (leave blank if the same)"), min_value=1, max_value=1000, required=False
    )
    confirmed = forms.BooleanField(label=_("Someone else confirmed it"), required=False)

    def told(self) -> ToldChange:
        """The change that was typed."""
        given: dict[str, Any] = dict(self.cleaned_data)
        low = given.pop("people_low") or 1
        high = given.pop("people_high") or low
        return ToldChange(
            **{**given, "told_by": given["told_by"] or "client"}, people_low=low, people_high=max(low, high)
        )
