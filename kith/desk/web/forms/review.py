"""What else changed, checked before it counts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form

DECISIONS = {
    "accept": _("Accept it"),
    "query": _("Send it back with a question"),
    "reject": _("Do not accept it"),
    "withdraw": _("Withdraw it"),
}


class ReviewForm(Form):
    """The words as they shall stand, words that are no names, and the decision."""

    account = forms.CharField(
        label=_("What changed, without names"),
        help_text=_("Put who they are to the client in place of a name, such as 'her neighbour'."),
        widget=forms.Textarea,
        max_length=4000,
    )
    not_names = forms.MultipleChoiceField(
        label=_("These words look like names. Tick each that is not the name of a person."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    decision = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("If you do not accept it, why?"), max_length=500, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, decisions: list[str], likely_names: list[str], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["decision"].choices = [(name, DECISIONS[name]) for name in decisions]  # type: ignore[attr-defined]
        self.fields["not_names"].choices = [(word, word) for word in likely_names]  # type: ignore[attr-defined]
        if not likely_names:
            del self.fields["not_names"]
